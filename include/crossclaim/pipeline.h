// SPDX-License-Identifier: MIT
/// A run: inputs to claims on several threads.
#ifndef CROSSCLAIM_PIPELINE_H
#define CROSSCLAIM_PIPELINE_H

#include "crossclaim/extract.h"

/// From inputs to claims on several threads; results are handed on in input order, so that the
/// output is the same for any number of them.
typedef struct xc_pipeline {
    const xc_rules *rules;
    xc_read_options read;
    unsigned jobs;  ///< threads, 0 for one a core
    bool text_only; ///< documents alone, no claims
    size_t waiting; ///< most bytes of results that wait for their turn, 0 for 48 MB
    /// Called for each document, from one thread at a time, in input order. The document and
    /// claims die when it returns. Anything but XC_OK ends the run.
    xc_status (*document)(void *context, const xc_document *document, const xc_claims *claims,
                          xc_error *error);
    /// Whether the claims of this document are there already, so that it is handed on without;
    /// asked by several threads at once. May be NULL: none is.
    bool (*settled)(const void *context, const xc_document *document);
    /// Called for each input or record that could not be read, and for each document of which
    /// claims were left out (see xc_claims); may be NULL.
    void (*skipped)(void *context, xc_slice path, const char *reason);
    /// Called at the end for each rule whose pattern took more steps than are allowed, as
    /// "pack:rule", with the number of sentences in which it was given up; may be NULL.
    void (*limited)(void *context, xc_slice rule, size_t sentences);
    /// Called at the end where rules asked for trees and the model of syntax is missing (see
    /// xc_extractor_treeless); may be NULL.
    void (*treeless)(void *context, xc_slice language);
    /// Called for each input that held something beside documents (an archive, a crawl), once
    /// for each reason; may be NULL.
    void (*ignored)(void *context, xc_slice label, const xc_ignored *ignored);
    /// Called now and then with what is done; may be NULL.
    void (*progress)(void *context, size_t files_done, size_t files);
    void *context;
} xc_pipeline;

/// Reads what the arguments name and hands on what it finds; gives back when all is handed on.
/// @param arguments files, folders, "-"
/// @param counts    what was found and read, once the run came to its end
/// @return XC_OK; XC_USAGE where a reading option is wrong; XC_NO_MEMORY; or what `document` gave.
///         An input that cannot be read ends no run: `skipped` is told
XC_MUST_CHECK xc_status xc_pipeline_run(const xc_pipeline *pipeline,
                                        const char *const *arguments, size_t count,
                                        xc_read_counts *counts, xc_error *error);

#endif

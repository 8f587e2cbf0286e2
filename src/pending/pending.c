// SPDX-License-Identifier: MIT
// Weak stand-ins for functions that are not written yet; see CMakeLists.txt.
#include "crossclaim/crossclaim.h"

#define PENDING __attribute__((weak))
#define NOT_YET(error) xc_fail(error, XC_LIMIT, "not written yet: %s", __func__)

// clang-format off
PENDING xc_status xc_outlets_load(const char *d, xc_outlets **out, xc_error *e) { (void)d; *out = NULL; (void)e; return XC_OK; }
PENDING void xc_outlets_free(xc_outlets *o) { (void)o; }
PENDING xc_status xc_sources_load(const char *p, xc_sources **out, xc_error *e) { (void)p; *out = NULL; return NOT_YET(e); }
PENDING void xc_sources_free(xc_sources *s) { (void)s; }
PENDING size_t xc_sources_unmatched(const xc_sources *s, xc_arena *a, long **l, xc_slice **p) { (void)s; (void)a; *l = NULL; *p = NULL; return 0; }
PENDING xc_status xc_rules_load(const char *c, const char *const *p, size_t n, xc_rules **out, xc_error *e) { (void)c; (void)p; (void)n; *out = NULL; return NOT_YET(e); }
PENDING void xc_rules_free(xc_rules *r) { (void)r; }
PENDING const xc_measure *xc_rules_measures(const xc_rules *r, size_t *n) { (void)r; *n = 0; return NULL; }
PENDING const xc_pack *xc_rules_packs(const xc_rules *r, size_t *n) { (void)r; *n = 0; return NULL; }
PENDING size_t xc_rules_count(const xc_rules *r) { (void)r; return 0; }
PENDING xc_rule_info xc_rules_info(const xc_rules *r, size_t i) { (void)r; (void)i; return (xc_rule_info){0}; }
PENDING xc_status xc_rules_check(const xc_rules *r, xc_arena *a, xc_check_failure **f, size_t *n, size_t *m, xc_error *e) { (void)r; (void)a; *f = NULL; *n = *m = 0; return NOT_YET(e); }
PENDING xc_extractor *xc_extractor_new(const xc_rules *r) { (void)r; return NULL; }
PENDING void xc_extractor_free(xc_extractor *x) { (void)x; }
PENDING xc_status xc_explain(xc_extractor *x, const xc_document *d, xc_explanation *out, xc_error *e) { (void)x; (void)d; *out = (xc_explanation){0}; return NOT_YET(e); }
PENDING xc_status xc_pipeline_run(const xc_pipeline *p, const char *const *a, size_t n, xc_read_counts *c, xc_error *e) { (void)p; (void)a; (void)n; *c = (xc_read_counts){0}; return NOT_YET(e); }
PENDING xc_status xc_case_open(const char *p, xc_case_mode m, xc_case **out, xc_error *e) { (void)p; (void)m; *out = NULL; return NOT_YET(e); }
PENDING void xc_case_close(xc_case *c) { (void)c; }
PENDING xc_status xc_case_begin(xc_case *c, xc_error *e) { (void)c; return NOT_YET(e); }
PENDING xc_status xc_case_commit(xc_case *c, xc_error *e) { (void)c; return NOT_YET(e); }
PENDING xc_status xc_case_add(xc_case *c, const xc_document *d, const xc_claim *k, size_t n, bool *a, xc_error *e) { (void)c; (void)d; (void)k; (void)n; *a = false; return NOT_YET(e); }
PENDING xc_status xc_case_add_skip(xc_case *c, xc_slice p, xc_slice r, xc_error *e) { (void)c; (void)p; (void)r; return NOT_YET(e); }
PENDING xc_status xc_case_add_counts(xc_case *c, const xc_read_counts *n, xc_error *e) { (void)c; (void)n; return NOT_YET(e); }
PENDING xc_status xc_case_set_measures(xc_case *c, const xc_measure *m, size_t n, xc_error *e) { (void)c; (void)m; (void)n; return NOT_YET(e); }
PENDING xc_status xc_case_add_pack(xc_case *c, xc_slice n, xc_slice l, uint64_t h, xc_error *e) { (void)c; (void)n; (void)l; (void)h; return NOT_YET(e); }
PENDING xc_status xc_case_load(xc_case *c, xc_arena *a, xc_case_content *out, xc_error *e) { (void)c; (void)a; *out = (xc_case_content){0}; return NOT_YET(e); }
PENDING xc_status xc_compare_case(xc_case *c, xc_error *e) { (void)c; return NOT_YET(e); }
PENDING xc_status xc_report_write(const xc_case_content *c, const char *d, const xc_report_options *o, xc_error *e) { (void)c; (void)d; (void)o; return NOT_YET(e); }
PENDING xc_status xc_report_table(const xc_case_content *c, xc_table t, xc_table_format f, FILE *s, xc_error *e) { (void)c; (void)t; (void)f; (void)s; return NOT_YET(e); }
PENDING void xc_report_claim_json(const xc_claim *c, xc_buffer *out) { (void)c; (void)out; }
PENDING void xc_report_document_json(const xc_document *d, xc_buffer *out) { (void)d; (void)out; }
PENDING void xc_report_explanation_json(const xc_explanation *x, xc_buffer *out) { (void)x; (void)out; }
PENDING void xc_report_explanation_text(const xc_explanation *x, bool c, xc_buffer *out) { (void)x; (void)c; (void)out; }
PENDING void xc_report_summary(const xc_case_content *c, xc_buffer *out) { (void)c; (void)out; }
PENDING void xc_report_review(const xc_case_content *c, const xc_review_options *o, xc_buffer *out) { (void)c; (void)o; (void)out; }
PENDING xc_lexicon *xc_lexicon_new(void) { return NULL; }
PENDING void xc_lexicon_free(xc_lexicon *l) { (void)l; }
PENDING xc_word xc_lexicon_add(xc_lexicon *l, xc_slice w) { (void)l; (void)w; return 0; }
PENDING xc_word xc_lexicon_find(const xc_lexicon *l, xc_slice w) { (void)l; (void)w; return 0; }
PENDING xc_slice xc_lexicon_word(const xc_lexicon *l, xc_word w) { (void)l; (void)w; return (xc_slice){0}; }
PENDING uint32_t xc_lexicon_count(const xc_lexicon *l) { (void)l; return 0; }
PENDING xc_status xc_fold(xc_slice t, xc_arena *a, xc_slice *out) { (void)t; (void)a; (void)out; return XC_LIMIT; }
PENDING xc_status xc_splitter_load(const char *d, xc_lexicon *l, xc_splitter **out, xc_error *e) { (void)d; (void)l; (void)out; return NOT_YET(e); }
PENDING void xc_splitter_free(xc_splitter *s) { (void)s; }
PENDING xc_status xc_text_split(xc_slice b, const xc_lexicon *l, const xc_splitter *s, xc_arena *a, xc_text *out, xc_error *e) { (void)b; (void)l; (void)s; (void)a; (void)out; return NOT_YET(e); }
PENDING xc_slice xc_token_slice(const xc_text *t, size_t i) { (void)t; (void)i; return (xc_slice){0}; }
PENDING xc_phrases *xc_phrases_new(void) { return NULL; }
PENDING void xc_phrases_free(xc_phrases *p) { (void)p; }
PENDING xc_status xc_phrases_add(xc_phrases *p, xc_lexicon *l, xc_slice s, uint32_t n) { (void)p; (void)l; (void)s; (void)n; return XC_LIMIT; }
PENDING xc_phrase_match xc_phrases_match(const xc_phrases *p, const xc_text *t, size_t i, size_t l) { (void)p; (void)t; (void)i; (void)l; return (xc_phrase_match){0}; }
PENDING xc_status xc_language_load(const char *d, xc_lexicon *l, xc_language **out, xc_error *e) { (void)d; (void)l; (void)out; return NOT_YET(e); }
PENDING void xc_language_free(xc_language *l) { (void)l; }
PENDING xc_status xc_recognise(const xc_language *l, const xc_text *t, xc_date r, xc_arena *a, xc_mentions *out, xc_error *e) { (void)l; (void)t; (void)r; (void)a; (void)out; return NOT_YET(e); }
PENDING xc_date xc_latest_date(const xc_language *l, const xc_text *t) { (void)l; (void)t; return (xc_date){0}; }
PENDING xc_status xc_inputs_list(const char *const *a, size_t n, xc_arena *r, xc_inputs *out, xc_error *e) { (void)a; (void)n; (void)r; (void)out; return NOT_YET(e); }
PENDING xc_status xc_reader_open(const xc_input *i, const xc_read_options *o, xc_reader **out, xc_error *e) { (void)i; (void)o; (void)out; return NOT_YET(e); }
PENDING xc_status xc_reader_next(xc_reader *r, xc_arena *a, xc_document *out, xc_error *e) { (void)r; (void)a; (void)out; return NOT_YET(e); }
PENDING void xc_reader_close(xc_reader *r) { (void)r; }
PENDING xc_status xc_extract(xc_extractor *x, const xc_document *d, xc_claims *out, xc_error *e) { (void)x; (void)d; (void)out; return NOT_YET(e); }

// SPDX-License-Identifier: MIT
/// Messages of chats and channels, whichever program exported them.
#ifndef CROSSCLAIM_READ_FORMAT_CHAT_H
#define CROSSCLAIM_READ_FORMAT_CHAT_H

#include "read/reader.h"

/// A message of a chat or channel. Slices live as long as the reader, or longer.
typedef struct chat_message {
    xc_slice id;        ///< within the chat; empty: the documents are numbered
    xc_slice chat;      ///< the channel's or group's name
    xc_slice sender;    ///< empty where the channel itself speaks
    xc_slice forwarded; ///< whose message it carries on; empty where it is its own
    xc_slice published; ///< ISO 8601
    xc_slice text;
} chat_message;

/// Makes a document of it, copied into the arena: a forwarded message is copy of whom it came
/// from. Its label ends with the message's own number, which stays when the chat goes on.
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status chat_document(const xc_reader *reader, const chat_message *message,
                                      xc_arena *arena, xc_document *out, xc_error *error);

#endif

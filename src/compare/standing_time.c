// SPDX-License-Identifier: MIT
// Documents by their claims.
#include "compare/standing_time.h"

#include "compare/figure_words.h"

enum { SHORT_SPAN = 31, WEEK = 7 }; // days

// What a document is about that came as claims alone: the sentences that they stand in.
static xc_status set_lead(document_profile *document, xc_arena *arena, xc_error *error) {
    xc_buffer text = {0};
    xc_slice last = {0};
    for (size_t i = 0; i < document->claim_count && text.len < LEAD_BYTES; i++) {
        xc_slice sentence = document->claims[i].claim->evidence;
        if (!xc_slice_equal(sentence, last)) {
            xc_buffer_print(&text, "%.*s\n", XC_PRINT(sentence));
        }
        last = sentence;
    }
    document->lead = xc_arena_copy(arena, xc_buffer_slice(&text));
    bool whole = text.status == XC_OK && (document->lead.ptr || text.len == 0);
    xc_buffer_release(&text);
    return whole ? words_of(&document->lead, 1, arena, &document->words, error)
                 : xc_fail_memory(error);
}

// News tells of the days before it: the latest day that something is said to have happened.
static void set_news(document_profile *document) {
    for (size_t i = 0; i < document->claim_count; i++) {
        const claim_profile *p = &document->claims[i];
        bool happened = p->claim->modality == XC_ASSERTED && p->moment.known &&
                        p->moment.last - p->moment.first <= SHORT_SPAN;
        if (happened && (!document->news.known || p->moment.last > document->news.last)) {
            document->news = (days){p->moment.last, p->moment.last, true};
        }
    }
}

// Of the weekdays that a document names the last one, if all are of one week: the one before
// the longest gap.
static void set_last_weekday(document_profile *document, const calendar_words *weekdays) {
    bool asked = document->document->published.len == 0;
    unsigned named = asked ? words_calendar(document->document->text, weekdays) : 0;
    int longest = 0;
    for (size_t i = 0; i < document->claim_count; i++) {
        named |= document->claims[i].weekdays;
    }
    for (int day = 1; day <= WEEK; day++) {
        int gap = 1;
        while (gap < WEEK && !(named & 1U << ((day + gap - 1) % WEEK + 1))) {
            gap++;
        }
        if ((named & 1U << day) && gap > longest) {
            longest = gap;
            document->last_weekday = day;
        }
    }
    int day =
        document->news.known ? xc_date_weekday(xc_date_of_days(document->news.last)) + 1 : 0;
    if (asked && named & 1U << day) { // "on Tuesday", which is dated, and "on Thursday"
        document->news.last += (document->last_weekday - day + WEEK) % WEEK;
        document->news.first = document->news.last;
    }
}

// The place of most claims; of several the first one told.
static void set_document_place(document_profile *document) {
    enum { VOTERS = 64 };
    size_t most = 0;
    size_t voters = document->claim_count < VOTERS ? document->claim_count : VOTERS;
    for (size_t i = 0; i < voters; i++) {
        size_t count = 0;
        for (size_t j = 0; j < voters; j++) {
            count += document->claims[j].place == document->claims[i].place;
        }
        if (document->claims[i].place && count > most) {
            most = count;
            document->place = document->claims[i].place;
        }
    }
}

// What is told of a time long before its page. "Since February" counts on until the page.
static void set_recalled(claim_profile *p) {
    enum { LONG_AGO = 60 };
    days now = p->document->published.known ? p->document->published : p->document->news;
    bool counts_on = p->claim->from.len && !p->claim->to.len && p->figure.counted &&
                     words_of_kind(p, "since", NULL).ptr;
    if (counts_on && p->moment.known && now.known && now.last > p->moment.last) {
        p->moment.last = now.last;
    }
    p->recalled = p->moment.known && now.known && p->moment.last < now.first - LONG_AGO;
}

// As of when a figure stands: the as-of time, else the day of publication, else the document's
// news day, else what the claim is about.
static void set_time(claim_profile *p) {
    enum { DAY = 86400 };
    xc_date date;
    const xc_claim *claim = p->claim;
    bool as_of = claim->to.len && !claim->from.len;
    xc_slice told = as_of                  ? claim->to
                    : claim->published.len ? claim->published
                    : claim->to.len        ? claim->to
                                           : claim->from;
    p->time_known = told.len && xc_date_parse(told, &date);
    if (p->time_known) {
        int32_t ahead = 0; // a time with a zone is an instant
        (void)!xc_date_zone(told, &ahead);
        p->time_first = xc_date_first_second(date) - ahead;
        p->time_last = xc_date_last_second(date) - ahead;
    }
    days news = p->document->news;
    if (!as_of && !claim->published.len && news.known) {
        p->time_known = true;
        p->time_first = (int64_t)news.first * DAY;
        p->time_last = p->time_first + DAY - 1;
    }
}

xc_status documents_settle(profiles *all, xc_arena *arena, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t first = 0; first < all->count && status == XC_OK;) {
        document_profile *document =
            &all->documents[all->claims[first].document - all->documents];
        size_t last = first;
        while (last < all->count && all->claims[last].document == document) {
            last++;
        }
        document->claims = &all->claims[first];
        document->claim_count = last - first;
        set_document_place(document);
        set_news(document);
        set_last_weekday(document, &all->weekdays);
        for (; first < last; first++) {
            set_time(&all->claims[first]);
            set_recalled(&all->claims[first]);
        }
        if (document->document->text.len == 0) {
            status = set_lead(document, arena, error);
        }
    }
    return status;
}

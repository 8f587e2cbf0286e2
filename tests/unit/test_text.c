// SPDX-License-Identifier: MIT
// Tokens, sentences, folding, lexicon, phrases.
#include "crossclaim/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    xc_arena *arena;
    xc_lexicon *lexicon;
    xc_splitter *splitter;
} fixture;

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->arena = xc_arena_new();
    f->lexicon = xc_lexicon_new();
    xc_error error = {0};
    assert_int_equal(
        xc_splitter_load(XC_SOURCE_DIR "/claims/en", f->lexicon, &f->splitter, &error), XC_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    xc_splitter_free(f->splitter);
    xc_lexicon_free(f->lexicon);
    xc_arena_free(f->arena);
    free(f);
    return 0;
}

static xc_text split(fixture *f, xc_slice bytes) {
    xc_text text;
    assert_int_equal(xc_text_split(bytes, f->lexicon, f->splitter, f->arena, &text, NULL),
                     XC_OK);
    return text;
}

// Tokens as "word|12|<identifier>|.": numbers and words bare, identifiers in angle brackets.
static const char *tokens_of(fixture *f, const char *bytes) {
    xc_text text = split(f, xc_slice_of(bytes));
    xc_buffer out = {0};
    for (size_t i = 0; i < text.token_count; i++) {
        bool identifier = text.tokens[i].kind == XC_TOKEN_IDENTIFIER;
        xc_buffer_text(&out, i ? "|" : "");
        xc_buffer_text(&out, identifier ? "<" : "");
        xc_buffer_append(&out, xc_token_slice(&text, i));
        xc_buffer_text(&out, identifier ? ">" : "");
    }
    char *copy = xc_arena_string(f->arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    return copy;
}

static const char *sentences_of(fixture *f, xc_slice bytes) {
    xc_text text = split(f, bytes);
    xc_buffer out = {0};
    for (size_t i = 0; i < text.sentence_count; i++) {
        xc_sentence s = text.sentences[i];
        xc_buffer_text(&out, i ? " | " : "");
        xc_buffer_text(&out, s.heading ? "# " : "");
        xc_buffer_append(&out, xc_slice_sub(bytes, s.start, s.end));
    }
    char *copy = xc_arena_string(f->arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    return copy;
}

static const char *const token_cases[][2] = {
    {"They didn’t leave Baku’s port.", "They|did|n’t|leave|Baku|’s|port|."},
    {"can't we'll O'Brien Xi'an", "ca|n't|we|'ll|O'Brien|Xi'an"},
    {"A 10-month siege", "A|10|-|month|siege"},
    {"Nagorno-Karabakh", "Nagorno|-|Karabakh"},
    {"2,906 of 1.5 and 3,4", "2,906|of|1.5|and|3,4"},
    {"10 000 or 10\xC2\xA0\x30\x30\x30 or 1'000 or 1’000",
     "10|000|or|10\xC2\xA0\x30\x30\x30|or|1'000|or|1’000"},
    {"in 2023\xC2\xA0\x35\x30\x30 men", "in|2023|500|men"},
    {"at 5am, 3.4bn on the 1st", "at|5|am|,|3.4|bn|on|the|1|st"},
    {"from 17:35 to 5/6", "from|17|:|35|to|5|/|6"},
    {"up .5 points", "up|.5|points"},
    {"the U.S. and the U.N.'s man", "the|U.S.|and|the|U.N.|'s|man"},
    {"at 5 a.m. local", "at|5|a.m.|local"},
    {"Mme.President", "Mme|.|President"},
    {"ended.The war", "ended|.|The|war"},
    {"Wait... what…", "Wait|...|what|…"},
    {"200–400 and 5 − 3", "200|–|400|and|5|−|3"},
    {"$5.2m €3 12% 5°C ½", "$|5.2|m|€|3|12|%|5|°|C|½"},
    {"see trend_mina_blast_260121_2.jpg here", "see|<trend_mina_blast_260121_2.jpg>|here"},
    {"(6048.jpg?width=1200&height=630).", "(|<6048.jpg?width=1200&height=630>|)|."},
    {"id 85bed8c0-1efe-4a12-9c11-0123456789ab end",
     "id|<85bed8c0-1efe-4a12-9c11-0123456789ab>|end"},
    {"https://example.org/a/2023/09/24?x=1, then",
     "<https://example.org/a/2023/09/24?x=1>|,|then"},
    {"www.example.com/5 or press@example.org.", "<www.example.com/5>|or|<press@example.org>|."},
    {"as @some_user9 wrote", "as|<@some_user9>|wrote"},
    {"a3f9c2d1e8b7", "<a3f9c2d1e8b7>"},
    {"news.az/en and said.He left", "<news.az/en>|and|said|.|He|left"},
    {"and/or F16 MH17 4x4", "and|/|or|F|16|MH|17|4|x|4"},
    {"the well-known Yerevan-based man", "the|well|-|known|Yerevan|-|based|man"},
    {"ﬁve thou\xC2\xADsand", "ﬁve|thou\xC2\xADsand"},
    {"the 1990s' end", "the|1990|s|'|end"},
    {"Şuşa’nın Çağlar", "Şuşa’nın|Çağlar"},
    {"bad \xFF\xFE bytes\xE2\x80", "bad|\xFF|\xFE|bytes|\xE2|\x80"},
};

static void tokens_are_cut(void **state) {
    for (size_t i = 0; i < sizeof token_cases / sizeof *token_cases; i++) {
        assert_string_equal(tokens_of(*state, token_cases[i][0]), token_cases[i][1]);
    }
}

// " | " stands between sentences, "# " before a heading.
static const char *const sentence_cases[][2] = {
    {"Two died. Five were hurt.", "Two died. | Five were hurt."},
    {"Gen. Petrov met Mr. Smith. They left.", "Gen. Petrov met Mr. Smith. | They left."},
    {"It hit the U.S. Navy. The U.S. The navy left.",
     "It hit the U.S. Navy. | The U.S. | The navy left."},
    {"J. K. Lane spoke. A. Bek did too.", "J. K. Lane spoke. | A. Bek did too."},
    {"It rose 1.5 percent. No. 5 fell.", "It rose 1.5 percent. | No. 5 fell."},
    {"He said: \"We won.\" Then he left.", "He said: \"We won.\" | Then he left."},
    {"“We won.” Then he left. (He won.) She left.",
     "“We won.” | Then he left. | (He won.) | She left."},
    {"\"Why?\" he asked. Nobody knew!", "\"Why?\" he asked. | Nobody knew!"},
    {"Mme.President, I rise. Thank you.", "Mme.President, I rise. | Thank you."},
    {"The war ended.The army left.", "The war ended. | The army left."},
    {"They left at 5 a.m. on Monday. It rained.",
     "They left at 5 a.m. on Monday. | It rained."},
    {"It was quiet... until noon. Then... Boom.",
     "It was quiet... until noon. | Then... | Boom."},
    {"The convoy of trucks left the town in the hills beyond\nLachin on Monday with more than "
     "forty families in it.\nNobody was hurt. It came back\nempty.",
     "The convoy of trucks left the town in the hills beyond\nLachin on Monday with more than "
     "forty families in it. | Nobody was hurt. | It came back\nempty."},
    {"Blast in the north\n\nTwo people died.", "# Blast in the north | Two people died."},
    {"Blast in the north\nTwo people died in a blast in the north of the country.",
     "# Blast in the north | Two people died in a blast in the north of the country."},
    {"Killed:\n- 3 soldiers\n- 2 drivers\n\nThe end.",
     "Killed: | # - 3 soldiers | # - 2 drivers | The end."},
    {"1. Ceasefire\n2. Withdrawal", "# 1. Ceasefire | # 2. Withdrawal"},
    {"SIX POLICEMEN DIED. TWO OTHERS WERE HURT.",
     "SIX POLICEMEN DIED. | TWO OTHERS WERE HURT."},
    {"He works at Blue Corp. in Sofia. She does not.",
     "He works at Blue Corp. in Sofia. | She does not."},
    {"On Sept. 19 it began. 12 people died.", "On Sept. 19 it began. | 12 people died."},
    {"He said: \"We won. \"\nThey left.", "He said: \"We won. \" | They left."},
    {"A WAR BULLETIN SAYS THAT OUR MEN TOOK 12 RIFLES, AND 4 RIFLES FOR\nTHE GUARD AND MORE "
     "ROUNDS THAN ANYBODY HAD COUNTED BEFORE THE WAR\nBEGAN.",
     "A WAR BULLETIN SAYS THAT OUR MEN TOOK 12 RIFLES, AND 4 RIFLES FOR\nTHE GUARD AND MORE "
     "ROUNDS THAN ANYBODY HAD COUNTED BEFORE THE WAR\nBEGAN."},
    {"", ""},
    {" \n\n ", ""},
};

static void sentences_are_cut(void **state) {
    for (size_t i = 0; i < sizeof sentence_cases / sizeof *sentence_cases; i++) {
        assert_string_equal(sentences_of(*state, xc_slice_of(sentence_cases[i][0])),
                            sentence_cases[i][1]);
    }
}

static void words_fold(void **state) {
    static const char *const cases[][2] = {
        {"MORE", "more"},     {"didn’t", "didn't"},
        {"ﬁve", "five"},      {"thou\xC2\xADsand", "thousand"},
        {"Ｆｕｌｌ", "full"}, {"Straße", "strasse"},
        {"Ağdam", "ağdam"},   {"½", "1⁄2"},
        {"\xFFx", "\xFFx"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_slice folded;
        assert_int_equal(xc_fold(xc_slice_of(cases[i][0]), f->arena, &folded), XC_OK);
        assert_string_equal(xc_arena_string(f->arena, folded), cases[i][1]);
        xc_slice again;
        assert_int_equal(xc_fold(folded, f->arena, &again), XC_OK);
        assert_true(xc_slice_equal(folded, again));
    }
}

// Which apostrophe a printer set makes no difference, nor do capitals or a stop before it.
static void clitics_are_told(void **state) {
    static const struct {
        const char *text;
        size_t clitic; // the token that is one, SIZE_MAX for none
    } cases[] = {
        {"Kolar's", 1},
        {"Kolar\xE2\x80\x99s", 1},
        {"Kolar\xCA\xBCs", 1},
        {"KOLAR\xE2\x80\x98S", 1},
        {"Kolar\xEF\xBC\x87s", 1},
        {"they\xE2\x80\x99re", 1},
        {"U.N.\xE2\x80\x99s", 1},
        {"1990\xE2\x80\x99s", 1},
        {"didn\xE2\x80\x99t", SIZE_MAX},
        {"O\xE2\x80\x99Neill", SIZE_MAX},
        {"\xC3\xA9tat", SIZE_MAX},
        {"say \xE2\x80\x98so", SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_text text = split(*state, xc_slice_of(cases[i].text));
        for (size_t token = 0; token < text.token_count; token++) {
            bool clitic = text.tokens[token].flags & XC_TOKEN_CLITIC;
            if (clitic != (token == cases[i].clitic)) {
                fail_msg("%s: token %zu", cases[i].text, token);
            }
        }
        assert_true(cases[i].clitic == SIZE_MAX || cases[i].clitic < text.token_count);
    }
}

static void printed_text_is_straightened(void **state) {
    fixture *f = *state;
    static const struct {
        const char *text, *straight;
    } cases[] = {
        {"plain - text", "plain - text"},
        {"\xE2\x80\x9CIt\xE2\x80\x99s 4\xE2\x80\x93"
         "5\xC2\xA0km\xE2\x80\x9D",
         "\"It's 4-5 km\""},
        {"soft\xC2\xAD"
         "ly caf\xC3\xA9\xE2\x80\xAF\xFF",
         "softly caf\xC3\xA9 \xFF"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_straight out;
        xc_slice text = xc_slice_of(cases[i].text);
        assert_int_equal(xc_straighten(text, f->arena, &out), XC_OK);
        assert_true(xc_slice_is(out.text, cases[i].straight));
        assert_int_equal(xc_straight_origin(&out, out.text.len), text.len);
        for (size_t byte = 0; byte < out.text.len; byte++) {
            char typed = out.text.ptr[byte];
            char stood = text.ptr[xc_straight_origin(&out, byte)];
            assert_true(typed == stood || (unsigned char)stood >= 0x80);
        }
    }
}

static void words_have_numbers(void **state) {
    (void)state;
    xc_lexicon *lexicon = xc_lexicon_new();
    for (int i = 0; i < 20000; i++) {
        char word[16];
        (void)snprintf(word, sizeof word, "Word%d", i);
        assert_int_equal(xc_lexicon_add(lexicon, xc_slice_of(word)), i + 1);
    }
    assert_int_equal(xc_lexicon_count(lexicon), 20000);
    assert_int_equal(xc_lexicon_find(lexicon, XC_SLICE("wORD12345")), 12346);
    assert_int_equal(xc_lexicon_find(lexicon, XC_SLICE("absent")), 0);
    assert_true(xc_slice_is(xc_lexicon_word(lexicon, 8), "word7"));
    assert_int_equal(xc_lexicon_word(lexicon, 0).len, 0);
    xc_lexicon_free(lexicon);
}

static void longest_phrase_wins(void **state) {
    fixture *f = *state;
    xc_phrases *phrases = xc_phrases_new();
    assert_int_equal(xc_phrases_add(phrases, f->lexicon, XC_SLICE("more than"), 1), XC_OK);
    assert_int_equal(xc_phrases_add(phrases, f->lexicon, XC_SLICE("More"), 2), XC_OK);
    assert_int_equal(xc_phrases_add(phrases, f->lexicon, XC_SLICE("more"), 3), XC_OK);
    assert_int_equal(xc_phrases_add(phrases, f->lexicon, XC_SLICE("Nagorno-Karabakh"), 4),
                     XC_OK);
    xc_text text = split(f, XC_SLICE("More than more Nagorno–KARABAKH more tha"));
    xc_phrase_match match = xc_phrases_match(phrases, &text, 0, text.token_count);
    assert_int_equal(match.tokens, 2);
    assert_int_equal(match.payloads[0], 1);
    assert_int_equal(xc_phrases_match(phrases, &text, 0, 1).tokens, 1);
    match = xc_phrases_match(phrases, &text, 2, text.token_count);
    assert_int_equal(match.payload_count, 2);
    assert_int_equal(match.payloads[1], 3);
    match = xc_phrases_match(phrases, &text, 3, text.token_count);
    assert_int_equal(match.tokens, 3);
    assert_int_equal(xc_phrases_match(phrases, &text, 7, text.token_count).tokens, 0);
    xc_phrases_free(phrases);
}

static void phrases_are_walked_word_by_word(void **state) {
    fixture *f = *state;
    xc_phrases *phrases = xc_phrases_new();
    assert_int_equal(xc_phrases_add(phrases, f->lexicon, XC_SLICE("took into custody"), 7),
                     XC_OK);
    xc_text text = split(f, XC_SLICE("took into custody took"));
    assert_int_equal(xc_phrases_step(phrases, 0, text.tokens[1].word), 0);
    uint32_t place = 0;
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(xc_phrases_at(phrases, place).payload_count, 0);
        place = xc_phrases_step(phrases, place, text.tokens[i].word);
        assert_int_not_equal(place, 0);
    }
    assert_int_equal(xc_phrases_at(phrases, place).payload_count, 1);
    assert_int_equal(xc_phrases_at(phrases, place).payloads[0], 7);
    assert_int_equal(xc_phrases_step(phrases, place, text.tokens[3].word), 0);
    assert_int_equal(xc_phrases_step(phrases, 0, 0), 0);
    xc_phrases_free(phrases);
}

static void check_order(const xc_text *text) {
    size_t at = 0;
    size_t next = 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        xc_sentence s = text->sentences[i];
        assert_int_equal(s.first_token, next);
        assert_true(s.last_token > s.first_token);
        next = s.last_token;
        for (size_t t = s.first_token; t < s.last_token; t++) {
            assert_true(text->tokens[t].start >= at && text->tokens[t].end > at);
            assert_true(text->tokens[t].start >= s.start && text->tokens[t].end <= s.end);
            at = text->tokens[t].end;
        }
    }
    assert_int_equal(next, text->token_count);
    assert_true(at <= text->bytes.len);
}

static size_t longest_sentence(const xc_text *text) {
    size_t longest = 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        size_t length = text->sentences[i].end - text->sentences[i].start;
        longest = length > longest ? length : longest;
    }
    return longest;
}

// What stands behind the first cut of a text without stops.
static xc_slice behind_first_cut(fixture *f, const char *unit) {
    xc_buffer out = {0};
    while (out.len < 20000) {
        xc_buffer_text(&out, unit);
    }
    xc_slice copy = xc_arena_copy(f->arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    xc_text text = split(f, copy);
    check_order(&text);
    assert_in_range(longest_sentence(&text), 1, 2000);
    assert_true(text.sentence_count > 1);
    return xc_slice_sub(copy, text.sentences[1].start, copy.len);
}

// A text without stops is cut at a length that a reader can check, where it hurts least.
static void long_sentences_are_cut(void **state) {
    fixture *f = *state;
    static const struct {
        const char *unit, *next;
    } rows[] = {
        {"we saw, the boats\nleft for, the bay and, not; one came; ", "left for"},
        {"we saw, the boats left for, the bay; one came back, ", "one came"},
        {"we saw it, for a day NOVAK: they left, with us ", "NOVAK"},
        {"we saw the boats, left for bays and ", "left"},
        {"boats left the bay as then nobody saw ", "then"},
        {"boats left bays ", ""},
        {";", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_slice rest = behind_first_cut(f, rows[i].unit);
        if (!xc_slice_starts(rest, xc_slice_of(rows[i].next))) {
            fail_msg("\"%s\" is cut before \"%.*s\"", rows[i].unit, 20, rest.ptr);
        }
    }
}

// Texts of random pieces: tokens ascend, lie in their sentences, and none is lost.
static void any_text_holds_together(void **state) {
    static const char *const pieces[] = {
        " ",  "\n",   "\n\n",     ".",   "'",   "’",        "Mr",   "U.S.", "12",
        ",",  "5",    "-",        "the", "The", "n't",      "\xFF", "“",    "”",
        "é",  "www.", "a_b",      "@",   "/",   ".jpg",     "…",    "(",    ")",
        "x9", "\xE2", "\xC2\xA0", "://", "No",  "\xCC\x81", "%",    "•",    "?"};
    fixture *f = *state;
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        xc_buffer out = {0};
        for (int i = 0; i < 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            xc_buffer_text(&out, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        xc_arena_mark mark = xc_arena_here(f->arena);
        xc_text text = split(f, xc_buffer_slice(&out));
        check_order(&text);
        xc_arena_rewind(f->arena, mark);
        xc_buffer_release(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_cut),
        cmocka_unit_test(sentences_are_cut),
        cmocka_unit_test(words_fold),
        cmocka_unit_test(clitics_are_told),
        cmocka_unit_test(printed_text_is_straightened),
        cmocka_unit_test(words_have_numbers),
        cmocka_unit_test(long_sentences_are_cut),
        cmocka_unit_test(longest_phrase_wins),
        cmocka_unit_test(phrases_are_walked_word_by_word),
        cmocka_unit_test(any_text_holds_together),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

// SPDX-License-Identifier: MIT
// Classes, lemmas and trees with the shipped model; what no model and a bad one lead to.
#include "crossclaim/base/hash.h"
#include "crossclaim/syntax.h"
#include "syntax/arc_hybrid.h"
#include "syntax/joined.h"
#include "syntax/syntax_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define ENGLISH XC_SOURCE_DIR "/claims/en"

static struct english {
    xc_lexicon *lexicon;
    xc_language *language;
    xc_splitter *splitter;
    xc_syntax *syntax;
    xc_syntax_work *work;
    xc_arena *arena;
} english;

static int open_english(void **state) {
    (void)state;
    struct english *e = &english;
    xc_error error = {0};
    e->lexicon = xc_lexicon_new();
    e->work = xc_syntax_work_new();
    e->arena = xc_arena_new();
    return !e->lexicon || !e->work || !e->arena ||
           xc_language_load(ENGLISH, e->lexicon, &e->language, &error) != XC_OK ||
           xc_splitter_load(ENGLISH, e->lexicon, &e->splitter, &error) != XC_OK ||
           xc_syntax_open(ENGLISH, &e->syntax, &error) != XC_OK;
}

static int close_english(void **state) {
    (void)state;
    xc_syntax_close(english.syntax);
    xc_syntax_work_free(english.work);
    xc_splitter_free(english.splitter);
    xc_language_free(english.language);
    xc_lexicon_free(english.lexicon);
    xc_arena_free(english.arena);
    return 0;
}

typedef struct parsed {
    xc_text text;
    xc_mentions mentions;
    xc_tree tree; // of the first sentence
} parsed;

static parsed split(const char *bytes) {
    parsed p;
    xc_error error = {0};
    assert_int_equal(xc_text_split(xc_slice_of(bytes), english.lexicon, english.splitter,
                                   english.arena, &p.text, &error),
                     XC_OK);
    assert_int_equal(xc_recognise(english.language, &p.text, (xc_date){0}, english.arena,
                                  &p.mentions, &error),
                     XC_OK);
    return p;
}

static parsed parse(const char *bytes) {
    parsed p = split(bytes);
    xc_error error = {0};
    assert_true(p.text.sentence_count > 0);
    assert_int_equal(xc_syntax_parse(english.syntax, english.work, &p.text, &p.mentions, 0,
                                     english.arena, &p.tree, &error),
                     XC_OK);
    return p;
}

static void assert_one_tree(const xc_tree *tree) {
    size_t roots = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t at = i;
        size_t steps = 0;
        while (tree->nodes[at].head != XC_NO_HEAD) {
            at = tree->nodes[at].head;
            assert_true(at < tree->count && ++steps <= tree->count);
        }
        roots += tree->nodes[i].head == XC_NO_HEAD;
        assert_true((tree->nodes[i].relation == XC_REL_ROOT) ==
                    (tree->nodes[i].head == XC_NO_HEAD));
        assert_true(tree->nodes[i].class > 0 && tree->nodes[i].class < XC_CLASSES);
        assert_non_null(tree->nodes[i].lemma.ptr);
    }
    assert_int_equal(roots, tree->count > 0);
}

static void test_names(void **state) {
    (void)state;
    for (int i = 1; i < XC_RELATIONS; i++) {
        const char *name = xc_deprel_name((xc_deprel)i);
        assert_int_equal(xc_deprel_of(xc_slice_of(name)), i);
    }
    for (int i = 1; i < XC_CLASSES; i++) {
        assert_int_equal(xc_class_of(xc_slice_of(xc_class_name((xc_class)i))), i);
    }
    assert_int_equal(xc_deprel_base(XC_REL_NSUBJ_PASS), XC_REL_NSUBJ);
    assert_int_equal(xc_deprel_base(XC_REL_OBJ), XC_REL_OBJ);
    assert_int_equal(xc_deprel_of(XC_SLICE("nsubj:middle")), 0);
    assert_string_equal(xc_class_name((xc_class)99), "X");
}

// What is one word: the words of a sentence, parted by '|'.
static const struct joined_case {
    const char *text, *words;
} joined_cases[] = {
    {"Several hundred people fled.", "Several hundred|people|fled|."},
    {"It cost $1.5 million in all.", "It|cost|$|1.5 million|in|all|."},
    {"They met on 24 September 2023 in Ostrel.", "They|met|on|24 September 2023|in|Ostrel|."},
    {"On Monday, 4 May 2020, he left.", "On|Monday, 4 May 2020|,|he|left|."},
    {"He came two days later.", "He|came|two|days|later|."},
    {"Gen. Oster wasn't there.", "Gen.|Oster|was|n't|there|."},
    {"At least 200 to 300 men died.", "At|least|200 to 300|men|died|."},
};

static void test_words(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof joined_cases / sizeof *joined_cases; i++) {
        const struct joined_case *c = &joined_cases[i];
        parsed p = parse(c->text);
        xc_buffer words = {0};
        for (size_t k = 0; k < p.tree.count; k++) {
            if (k) {
                xc_buffer_char(&words, '|');
            }
            xc_buffer_append(
                &words, xc_slice_sub(p.text.bytes, p.tree.nodes[k].start, p.tree.nodes[k].end));
        }
        assert_string_equal(words.ptr, c->words);
        xc_buffer_release(&words);
        for (uint32_t token = 0; token < p.text.token_count; token++) {
            uint32_t node = xc_tree_find(&p.tree, token);
            assert_true(node < p.tree.count && p.tree.nodes[node].first_token <= token &&
                        token < p.tree.nodes[node].last_token);
        }
    }
}

static const struct tree_case {
    const char *text, *word, *class, *relation, *head, *lemma;
} tree_cases[] = {
    {"The detained included five clerks.", "detained", "VERB", "nsubj", "included", "detain"},
    {"The detained included five clerks.", "The", "DET", "det", "detained", "the"},
    {"Gunmen killed seven guards.", "Gunmen", "NOUN", "nsubj", "killed", "gunman"},
    {"Gunmen killed seven guards.", "guards", "NOUN", "obj", "killed", "guard"},
    {"Gunmen killed seven guards.", "seven", "NUM", "nummod", "guards", "seven"},
    {"Two women were arrested on Friday.", "women", "NOUN", "nsubj:pass", "arrested", "woman"},
    {"Two women were arrested on Friday.", "were", "AUX", "aux:pass", "arrested", "be"},
    {"Two women were arrested on Friday.", "arrested", "VERB", "root", "", "arrest"},
    {"TWO SOLDIERS WERE KILLED", "SOLDIERS", "NOUN", "nsubj:pass", "KILLED", "soldier"},
    {"The people who fled the town came back.", "fled", "VERB", "acl:relcl", "people", "flee"},
    {"The rebels carried out an attack.", "out", "ADP", "compound:prt", "carried", "out"},
    {"He was shot and killed.", "killed", "VERB", "conj", "shot", "kill"},
};

static uint32_t find_word(const parsed *p, const char *word) {
    for (uint32_t i = 0; i < p->tree.count; i++) {
        const xc_node *node = &p->tree.nodes[i];
        if (xc_slice_is(xc_slice_sub(p->text.bytes, node->start, node->end), word)) {
            return i;
        }
    }
    return XC_NO_HEAD;
}

static void test_trees(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tree_cases / sizeof *tree_cases; i++) {
        const struct tree_case *c = &tree_cases[i];
        parsed p = parse(c->text);
        uint32_t at = find_word(&p, c->word);
        assert_one_tree(&p.tree);
        assert_true(at != XC_NO_HEAD);
        const xc_node *node = &p.tree.nodes[at];
        assert_string_equal(xc_class_name((xc_class)node->class), c->class);
        assert_string_equal(xc_deprel_name((xc_deprel)node->relation), c->relation);
        assert_true(node->head == (c->head[0] ? find_word(&p, c->head) : XC_NO_HEAD));
        assert_true(xc_slice_is(node->lemma, c->lemma));
    }
}

static void test_dependents_in_order(void **state) {
    (void)state;
    parsed p = parse("Gunmen killed seven guards.");
    uint32_t killed = find_word(&p, "killed");
    uint32_t first = xc_tree_next(&p.tree, killed, XC_NO_HEAD);
    uint32_t second = xc_tree_next(&p.tree, killed, first);
    assert_int_equal(first, find_word(&p, "Gunmen"));
    assert_int_equal(second, find_word(&p, "guards"));
}

// A sentence without end is parsed in parts, and is one tree all the same.
static void test_long_sentence(void **state) {
    (void)state;
    xc_buffer text = {0};
    for (int i = 0; i < 70; i++) {
        xc_buffer_text(&text, "he ran, she hid, ");
    }
    parsed p = parse(text.ptr);
    assert_true(p.tree.count > 2 * XC_LONGEST_PART);
    assert_true(p.tree.parts > 2);
    assert_one_tree(&p.tree);
    xc_buffer_clear(&text);
    for (int i = 0; i < 900; i++) {
        xc_buffer_text(&text, "x ");
    }
    p = parse(text.ptr);
    assert_one_tree(&p.tree);
    xc_buffer_release(&text);
}

// What a part of twelve unlike words is after some steps; gives whether any step is left.
static bool walk_on(arc_state *state, unsigned step) {
    arc_action action = (arc_action)(step * 7 % 5 % ARC_ACTIONS);
    while (!arc_done(state) && !arc_may(state, action)) {
        action = (arc_action)((action + 1) % ARC_ACTIONS);
    }
    if (!arc_done(state)) {
        arc_take(state, action, (uint8_t)(1 + step % 30));
    }
    return !arc_done(state);
}

static void fill_words(part_words *part) {
    part->count = 12;
    for (uint32_t i = 0; i < part->count; i++) {
        char word[8];
        (void)snprintf(word, sizeof word, "word%c", (char)('a' + i));
        part->forms[PART_MARGIN + i] = form_of(xc_slice_of(word), FORM_PLAIN, CASE_NORMAL);
        part->tags[PART_MARGIN + i] = (uint8_t)(1 + i);
        part->supertags[PART_MARGIN + i] = (uint8_t)(2 + i);
    }
}

static void assert_same_group(const arc_keys *a, const arc_keys *b, arc_group group) {
    uint32_t count = a->first[group + 1] - a->first[group];
    assert_int_equal(b->first[group + 1] - b->first[group], count);
    assert_memory_equal(a->keys + a->first[group], b->keys + b->first[group],
                        (size_t)count * sizeof *a->keys);
}

enum { ALL_GROUPS = (1 << ARC_GROUPS) - 1 };

static arc_keys keys_after(arc_state s, const arc_action *actions, int count) {
    arc_keys keys;
    for (int i = 0; i < count; i++) {
        assert_true(arc_may(&s, actions[i]));
        arc_take(&s, actions[i], 1);
    }
    arc_group_features(&s, ALL_GROUPS, &keys);
    return keys;
}

static void assert_holds_all(const arc_state *s, const arc_keys *groups) {
    uint64_t keys[NET_KEYS];
    uint32_t count = arc_features(s, keys);
    assert_int_equal(groups->first[ARC_GROUPS], count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = 0;
        while (at < count && groups->keys[at] != keys[i]) {
            at++;
        }
        assert_true(at < count);
    }
}

// The groups hold what the trainer's list does, and an action leaves those be that it is said
// to.
static void test_feature_groups(void **state) {
    (void)state;
    static const arc_action left[] = {ARC_LEFT}, right[] = {ARC_RIGHT};
    static const arc_action to_and_fro[] = {ARC_SHIFT, ARC_LEFT};
    static const arc_action with_dependent[] = {ARC_SHIFT, ARC_SHIFT, ARC_RIGHT};
    static part_words part;
    static arc_state s;
    fill_words(&part);
    arc_begin(&s, &part);
    for (unsigned step = 0; walk_on(&s, step); step++) {
        arc_keys now = keys_after(s, NULL, 0);
        assert_holds_all(&s, &now);
        if (arc_may(&s, ARC_LEFT)) {
            arc_keys next = keys_after(s, left, 1);
            assert_same_group(&now, &next, ARC_FRONT);
        }
        if (arc_may(&s, ARC_RIGHT)) {
            arc_keys next = keys_after(s, right, 1);
            assert_same_group(&now, &next, ARC_FRONT);
            assert_same_group(&now, &next, ARC_LEFTS);
        }
        if (step > 4) { // whatever the last arc is called
            arc_state other = s;
            arc_name(&other, XC_REL_VOCATIVE);
            arc_keys next = keys_after(other, NULL, 0);
            assert_same_group(&now, &next, ARC_MEETING);
        }
        if (s.stack_size && s.next < s.count) {
            arc_keys next = keys_after(s, to_and_fro, 2);
            assert_same_group(&now, &next, ARC_BELOW);
            assert_same_group(&now, &next, ARC_PUSHED);
            assert_same_group(&now, &next, ARC_RIGHTS);
            arc_keys pushed = keys_after(s, with_dependent, 1);
            arc_keys grown = keys_after(s, with_dependent, 3);
            assert_same_group(&pushed, &grown, ARC_PUSHED);
        }
    }
}

static uint64_t hash_tree(const xc_tree *tree, uint64_t hash) {
    for (size_t i = 0; i < tree->count; i++) {
        const xc_node *node = &tree->nodes[i];
        const uint32_t facts[] = {node->start, node->end, node->head, node->class,
                                  node->relation};
        hash = xc_hash_seeded((xc_slice){(const char *)facts, sizeof facts}, hash);
        hash = xc_hash_seeded(node->lemma, hash);
    }
    return hash;
}

// Hash of the trees of the sentences that are drawn by hand, and of the same in capitals.
static uint64_t hash_many(size_t *sentences) {
    xc_buffer file = {0};
    xc_error error = {0};
    assert_int_equal(
        xc_file_read(XC_SOURCE_DIR "/tests/data/syntax/claims.conllu", 1 << 24, &file, &error),
        XC_OK);
    uint64_t hash = 0;
    xc_slice rest = xc_buffer_slice(&file);
    xc_slice mark = XC_SLICE("# text = ");
    while (rest.len) {
        xc_slice line;
        (void)xc_slice_cut(rest, '\n', &line, &rest);
        for (int capitals = 0; xc_slice_starts(line, mark) && capitals < 2; capitals++) {
            char *text = xc_arena_string(english.arena, xc_slice_sub(line, mark.len, line.len));
            for (char *c = text; capitals && *c; c++) {
                *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
            }
            parsed p = parse(text);
            assert_one_tree(&p.tree);
            hash = hash_tree(&p.tree, hash);
            ++*sentences;
        }
    }
    xc_buffer_release(&file);
    return hash;
}

// The same trees whatever compiled the program, and by wide registers as without: all builds
// run this test with the one hash.
static void test_same_trees_everywhere(void **state) {
    (void)state;
    size_t sentences = 0;
    uint64_t hash = hash_many(&sentences);
    assert_true(sentences > 400);
    assert_int_equal(hash, UINT64_C(0x7603619c683bb2ae));
    for (int i = 0; i < STAGES; i++) {
        english.syntax->nets[i].wide = false;
    }
    assert_int_equal(hash_many(&sentences), hash);
}

static void test_no_model(void **state) {
    (void)state;
    xc_syntax *syntax = NULL;
    xc_error error = {0};
    assert_int_equal(xc_syntax_open("/nonexistent", &syntax, &error), XC_END);
    assert_null(syntax);
    assert_int_equal(error.message[0], '\0');
}

static xc_status open_bytes(const char *bytes, size_t size, xc_error *error) {
    char folder[] = "/tmp/crossclaim-syntax-XXXXXX";
    char path[64];
    xc_syntax *syntax = NULL;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/syntax.model", folder);
    assert_int_equal(xc_file_write(path, (xc_slice){bytes, size}, error), XC_OK);
    xc_status status = xc_syntax_open(folder, &syntax, error);
    assert_true((status == XC_OK) == (syntax != NULL));
    xc_syntax_close(syntax);
    (void)unlink(path);
    (void)rmdir(folder);
    return status;
}

static void assert_refused(const char *bytes, size_t size) {
    xc_error error = {0};
    assert_int_equal(open_bytes(bytes, size, &error), XC_BAD_INPUT);
    assert_non_null(strstr(error.path, "syntax.model"));
    assert_true(error.message[0] != '\0');
}

// Foreign files, cut ones, and a bit that is not what it was: named and refused.
static void test_bad_models(void **state) {
    (void)state;
    xc_buffer file = {0};
    xc_error error = {0};
    assert_refused("", 0);
    assert_refused("PK\x03\x04 no model at all", 20);
    assert_int_equal(xc_file_read(ENGLISH "/syntax.model", 1 << 26, &file, &error), XC_OK);
    assert_int_equal(open_bytes(file.ptr, file.len, &error), XC_OK);
    assert_refused(file.ptr, 60);
    assert_refused(file.ptr, sizeof(model_header));
    assert_refused(file.ptr, file.len - 1);
    for (size_t at = 9; at < file.len; at = at * 3 + 1) {
        file.ptr[at] = (char)(file.ptr[at] ^ 4);
        assert_refused(file.ptr, file.len);
        file.ptr[at] = (char)(file.ptr[at] ^ 4);
    }
    xc_buffer_release(&file);
}

// With a hash that fits: counts and places that would lead out of the file.
static void test_hostile_models(void **state) {
    (void)state;
    xc_buffer file = {0};
    xc_error error = {0};
    assert_int_equal(xc_file_read(ENGLISH "/syntax.model", 1 << 26, &file, &error), XC_OK);
    size_t from = offsetof(model_header, size);
    size_t refused = 0;
    for (size_t at = offsetof(model_header, version); at < sizeof(model_header); at += 4) {
        uint32_t kept;
        uint32_t wrong = UINT32_MAX - 7;
        memcpy(&kept, file.ptr + at, sizeof kept);
        memcpy(file.ptr + at, &wrong, sizeof wrong);
        uint64_t hash = xc_hash((xc_slice){file.ptr + from, file.len - from});
        memcpy(file.ptr + offsetof(model_header, hash), &hash, sizeof hash);
        struct xc_syntax model = {.bytes = file.ptr, .size = file.len};
        error = (xc_error){0};
        refused += model_take(&model, XC_SLICE("x"), &error) == XC_BAD_INPUT;
        memcpy(file.ptr + at, &kept, sizeof kept);
    }
    assert_int_equal(refused, (sizeof(model_header) - offsetof(model_header, version)) / 4);
    xc_buffer_release(&file);
}

// Rows change places in the file's bytes: what else were there would be told wrongly.
static void test_overlapping_sections(void **state) {
    (void)state;
    xc_buffer file = {0};
    xc_error error = {0};
    assert_int_equal(xc_file_read(ENGLISH "/syntax.model", 1 << 26, &file, &error), XC_OK);
    model_header *header = (void *)file.ptr;
    header->nets[STAGE_PARSE].marks.at = header->nets[STAGE_PARSE].rows.at;
    size_t from = offsetof(model_header, size);
    header->hash = xc_hash((xc_slice){file.ptr + from, file.len - from});
    struct xc_syntax model = {.bytes = file.ptr, .size = file.len};
    assert_int_equal(model_take(&model, XC_SLICE("x"), &error), XC_BAD_INPUT);
    assert_non_null(strstr(error.message, "do not fit together"));
    xc_buffer_release(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_trees),
        cmocka_unit_test(test_dependents_in_order),
        cmocka_unit_test(test_long_sentence),
        cmocka_unit_test(test_same_trees_everywhere),
        cmocka_unit_test(test_feature_groups),
        cmocka_unit_test(test_no_model),
        cmocka_unit_test(test_bad_models),
        cmocka_unit_test(test_hostile_models),
        cmocka_unit_test(test_overlapping_sections),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}

// SPDX-License-Identifier: MIT
// From the words of a rule to the phrases that trigger it: braces written out, verbs and nouns
// in all their forms.
#include "extract/pack/pack.h"

#include <string.h>

enum { MOST_SLOTS = 24 };

// One place of an item: literal words, or the choices of a pair of braces.
typedef struct slot {
    xc_slice choices; // separated by '|'
} slot;

typedef struct expansion {
    pack_loader *loader;
    pack_yaml *yaml;
    pack_node item;
    chunk_table *table;
    slot slots[MOST_SLOTS];
    size_t slot_count;
    take_phrase take;
    void *context;
    size_t phrases;
} expansion;

static size_t find_byte(xc_slice slice, char byte) {
    const char *at = slice.len ? memchr(slice.ptr, byte, slice.len) : NULL;
    return at ? (size_t)(at - slice.ptr) : SIZE_MAX;
}

// Whether each choice brings the space that the text beside the braces lacks: "{fire |}fighter"
// is two words or one, never a word that is put together.
static bool choices_bring_space(xc_slice choices, bool behind) {
    bool more = true;
    while (more) {
        xc_slice choice;
        more = xc_slice_cut(choices, '|', &choice, &choices);
        if (choice.len && choice.ptr[behind ? choice.len - 1 : 0] != ' ') {
            return false;
        }
    }
    return true;
}

static bool is_letter(xc_slice text, size_t at) {
    return at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '{' && text.ptr[at] != '}';
}

static bool splits_word(xc_slice text, size_t open, size_t close) {
    xc_slice choices = xc_slice_sub(text, open + 1, close);
    return (open && is_letter(text, open - 1) && !choices_bring_space(choices, false)) ||
           (is_letter(text, close + 1) && !choices_bring_space(choices, true));
}

static void add_slot(expansion *e, xc_slice choices) {
    if (e->slot_count == MOST_SLOTS) {
        pack_yaml_fail(e->yaml, e->item, "an item with too many braces; write two items");
        return;
    }
    e->slots[e->slot_count++].choices = choices;
}

// Cuts an item into literal text and braces.
static void find_slots(expansion *e, xc_slice text) {
    xc_slice rest = text;
    while (rest.len && pack_yaml_ok(e->yaml)) {
        size_t open = find_byte(rest, '{');
        size_t close = find_byte(rest, '}');
        if (open == SIZE_MAX && close == SIZE_MAX) {
            add_slot(e, rest);
            return;
        }
        xc_slice inside = xc_slice_sub(rest, open + 1, close);
        if (open > close || close == SIZE_MAX || find_byte(inside, '{') != SIZE_MAX) {
            pack_yaml_fail(e->yaml, e->item,
                           "braces do not pair; write {one|other}, not nested");
            return;
        }
        if (splits_word(rest, open, close)) {
            pack_yaml_fail(e->yaml, e->item,
                           "braces must hold whole words; put a space beside them");
            return;
        }
        if (open && find_byte(xc_slice_sub(rest, 0, open), '|') != SIZE_MAX) {
            pack_yaml_fail(e->yaml, e->item, "'|' stands outside braces; write {one|other}");
            return;
        }
        if (open) {
            add_slot(e, xc_slice_sub(rest, 0, open));
        }
        add_slot(e, inside);
        rest = xc_slice_sub(rest, close + 1, rest.len);
    }
}

// The words of a text, appended to the chunks that are there.
static size_t append_chunks(expansion *e, xc_slice text, phrase_chunk *chunks, size_t count) {
    while (text.len && pack_yaml_ok(e->yaml)) {
        xc_slice word;
        (void)xc_slice_cut(text, ' ', &word, &text);
        if (!word.len) {
            continue;
        }
        if (count == MOST_CHUNKS) {
            pack_yaml_fail(e->yaml, e->item, "a phrase of more than %d words; shorten it",
                           MOST_CHUNKS);
            return count;
        }
        xc_status status = chunk_find(e->table, word, &chunks[count]);
        if (status == XC_NO_MEMORY) {
            pack_yaml_fail_memory(e->yaml);
        } else if (status != XC_OK || chunks[count].count > LONGEST_CHUNK) {
            pack_yaml_fail(e->yaml, e->item, "'%.*s' is no word; mend it", XC_PRINT(word));
        }
        count++;
    }
    return count;
}

static void finish_phrase(expansion *e, const phrase_chunk *chunks, size_t count) {
    if (!count) {
        pack_yaml_fail(e->yaml, e->item, "braces give an empty phrase; mend the item");
    } else if (++e->phrases > MOST_ALTERNATIVES) {
        pack_yaml_fail(e->yaml, e->item,
                       "braces give more than %d phrases; write fewer alternatives",
                       MOST_ALTERNATIVES);
    } else if (++e->loader->words > MOST_PHRASES) {
        pack_yaml_fail(e->yaml, e->item, "the packs hold more than %d words; load fewer",
                       MOST_PHRASES);
    } else {
        xc_status status = e->take(e->context, chunks, count);
        if (status == XC_NO_MEMORY) {
            pack_yaml_fail_memory(e->yaml);
        } else if (status != XC_OK) {
            pack_yaml_fail(e->yaml, e->item, "the phrase cannot be kept; shorten it");
        }
    }
}

// Depth is at most MOST_SLOTS.
static void expand(expansion *e, size_t at, phrase_chunk *chunks, size_t count) {
    if (at == e->slot_count) {
        finish_phrase(e, chunks, count);
        return;
    }
    xc_slice choices = e->slots[at].choices;
    bool more = true;
    while (more && pack_yaml_ok(e->yaml)) {
        xc_slice choice;
        more = xc_slice_cut(choices, '|', &choice, &choices);
        expand(e, at + 1, chunks, append_chunks(e, choice, chunks, count));
    }
}

void pack_expand(pack_loader *loader, pack_yaml *yaml, uint16_t language, pack_node item,
                 take_phrase take, void *context) {
    expansion e = {.loader = loader,
                   .yaml = yaml,
                   .item = item,
                   .table = &loader->language_loading[language].chunks,
                   .take = take,
                   .context = context};
    xc_slice text = pack_yaml_text(yaml, item, "a word");
    if (text.len > LONGEST_PHRASE) {
        pack_yaml_fail(yaml, item, "an item of %zu bytes; write two items", text.len);
    }
    find_slots(&e, text);
    phrase_chunk chunks[MOST_CHUNKS];
    if (pack_yaml_ok(yaml)) {
        expand(&e, 0, chunks, 0);
    }
}

// A rule's words while they are added to its language.
typedef struct adding {
    pack_loader *loader;
    language_rules *language;
    language_loader *loading;
    uint16_t language_index;
    speech_part part;
    uint32_t rule;
    uint32_t entries[FORM_BAR + 1]; // trigger_list index of each form, plus 1
    word_form companion;            // of words of `with`, `by`, `unless`; 0 of others
} adding;

// The index of the rule's entry for a form, which all its words share; false: no memory.
static bool trigger_entry(adding *a, word_form form, uint32_t *out) {
    if (!a->entries[form]) {
        rule_trigger *trigger = xc_arena_grow(a->loader->arena, &a->language->trigger_list,
                                              a->language->trigger_count,
                                              &a->loading->trigger_capacity, sizeof *trigger);
        if (!trigger) {
            return false;
        }
        *trigger = (rule_trigger){a->rule, form};
        a->entries[form] = (uint32_t)++a->language->trigger_count;
    }
    *out = a->entries[form] - 1;
    return true;
}

// Phrases of a kind, and the words that they start with.
typedef struct phrase_kind {
    xc_phrases *phrases;
    xc_word **starts;
    size_t *count, *capacity;
} phrase_kind;

static phrase_kind kind_of(const adding *a) {
    language_loader *l = a->loading;
    if (a->loader->rules->rules[a->rule].kind == RULE_STATEMENT) {
        return (phrase_kind){a->language->statements, &l->statement_starts,
                             &l->statement_start_count, &l->statement_start_capacity};
    }
    if (a->companion) {
        return (phrase_kind){a->language->beside, &l->beside_starts, &l->beside_start_count,
                             &l->beside_start_capacity};
    }
    return (phrase_kind){a->language->triggers, &l->trigger_starts, &l->trigger_start_count,
                         &l->trigger_start_capacity};
}

static xc_status add_trigger(adding *a, word_form form, const phrase_chunk *chunks,
                             size_t count) {
    phrase_kind kind = kind_of(a);
    xc_word *first =
        xc_arena_grow(a->loader->arena, kind.starts, *kind.count, kind.capacity, sizeof *first);
    uint32_t entry;
    if (!first || !trigger_entry(a, a->companion ? a->companion : form, &entry)) {
        return XC_NO_MEMORY;
    }
    ++*kind.count;
    return chunks_add(kind.phrases, chunks, count, entry, first);
}

static uint32_t chunk_grammar(const adding *a, const phrase_chunk *chunk) {
    return chunk->count == 1 ? grammar_of(a->language, chunk->words[0]) : 0;
}

// Whether an object may stand inside the phrase: "took 12 men into custody", not "claimed the
// lives of 12 men".
static bool may_be_parted(const adding *a, const phrase_chunk *phrase, size_t count) {
    const pack_rule *rule = &a->loader->rules->rules[a->rule];
    if (a->companion || rule->kind != RULE_VERBS || rule->role != COUNT_OBJECT || count < 2 ||
        phrase[0].count != 1) {
        return false;
    }
    uint32_t joins = G_PREPOSITION | G_OF | G_TO | G_BY | G_FROM | G_CONJUNCTION;
    uint32_t first = chunk_grammar(a, &phrase[1]);
    uint32_t last = chunk_grammar(a, &phrase[count - 1]);
    return !(first & G_CONJUNCTION) && (count == 2 || !(last & joins));
}

// What stands behind the object of a verb phrase, as a phrase of its own.
static xc_status add_tail(adding *a, word_form form, const phrase_chunk *phrase, size_t count) {
    if (!may_be_parted(a, phrase, count)) {
        return XC_OK;
    }
    language_loader *l = a->loading;
    xc_arena *arena = a->loader->arena;
    xc_word *start = xc_arena_grow(arena, &l->tail_starts, l->tail_start_count,
                                   &l->tail_start_capacity, sizeof *start);
    parted_verb *parted =
        xc_arena_grow(arena, &a->language->parted_list, a->language->parted_count,
                      &l->parted_capacity, sizeof *parted);
    if (!start || !parted) {
        return XC_NO_MEMORY;
    }
    *parted = (parted_verb){phrase[0].words[0], 0};
    l->tail_start_count++;
    uint32_t at = (uint32_t)a->language->parted_count++;
    return trigger_entry(a, form, &parted->trigger)
               ? chunks_add(a->language->tails, phrase + 1, count - 1, at, start)
               : XC_NO_MEMORY;
}

// The words of a noun like "loss of life", which changes inside, as the tables give them.
static xc_status take_irregular_noun(adding *a, xc_slice lemma) {
    xc_status status = XC_OK;
    for (word_form form = FORM_SINGULAR; status == XC_OK && form <= FORM_PLURAL; form++) {
        xc_slice words[MOST_FORMS];
        size_t count = inflect_word(a->loading->inflection, PART_NOUN, form, lemma,
                                    a->loader->arena, words, a->loader->error);
        for (size_t i = 0; status == XC_OK && i < count; i++) {
            phrase_chunk whole;
            status = chunk_find(&a->loading->chunks, words[i], &whole);
            if (status == XC_OK) {
                status = add_trigger(a, form, &whole, 1);
            }
        }
    }
    return status;
}

static xc_slice join(xc_arena *arena, const phrase_chunk *chunks, size_t count) {
    xc_buffer text = {0};
    for (size_t i = 0; i < count; i++) {
        xc_buffer_append(&text, i ? XC_SLICE(" ") : (xc_slice){0});
        xc_buffer_append(&text, chunks[i].text);
    }
    xc_slice kept =
        text.status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&text)) : (xc_slice){0};
    xc_buffer_release(&text);
    return kept;
}

// A noun that triggers in its plural alone: "victims*".
static xc_status take_plural(adding *a, phrase_chunk *phrase, size_t count) {
    xc_slice last = phrase[count - 1].text;
    xc_status status = chunk_find(&a->loading->chunks, xc_slice_sub(last, 0, last.len - 1),
                                  &phrase[count - 1]);
    return status == XC_OK ? add_trigger(a, FORM_PLURAL, phrase, count) : status;
}

// Of a verb phrase its verb changes, "fatally shoot" and "take into custody", and one that is
// joined to it: "shoot and kill". Of nouns and adjectives the last word.
// @return how many places of the phrase change, 1 or 2
static size_t changing_places(const adding *a, const phrase_chunk *chunks, size_t count,
                              size_t places[2]) {
    places[0] = a->part == PART_VERB ? 0 : count - 1;
    if (a->part != PART_VERB || count == 1) {
        return 1;
    }
    places[0] = (chunk_grammar(a, &chunks[0]) & G_ADVERB) ? 1 : 0;
    places[1] = places[0] + 2;
    return places[1] < count && (chunk_grammar(a, &chunks[places[1] - 1]) & G_CONJUNCTION) ? 2
                                                                                           : 1;
}

static xc_status add_form(adding *a, word_form form, const phrase_chunk *phrase, size_t count,
                          size_t verb) {
    xc_status status = add_trigger(a, form, phrase, count);
    return status == XC_OK && a->part == PART_VERB
               ? add_tail(a, form, phrase + verb, count - verb)
               : status;
}

// The phrase in every form: two words that change stand in the same one.
static xc_status take_forms(adding *a, phrase_chunk *phrase, size_t count) {
    size_t places[2] = {0};
    chunk_forms forms[2] = {0};
    size_t changing = changing_places(a, phrase, count, places);
    for (size_t i = 0; i < changing; i++) {
        const chunk_forms *found;
        xc_status status = chunk_inflect(&a->loading->chunks, a->part, phrase[places[i]].text,
                                         &found, a->loader->error);
        if (status != XC_OK) {
            return status;
        }
        forms[i] = *found;
    }
    xc_status status = XC_OK;
    for (size_t form = 0; status == XC_OK && form < CHUNK_FORMS; form++) {
        for (size_t i = 0; status == XC_OK && i < forms[0].count[form]; i++) {
            phrase[places[0]] = forms[0].chunks[form][i];
            if (changing == 1) {
                status = add_form(a, (word_form)form, phrase, count, places[0]);
                continue;
            }
            for (size_t j = 0; status == XC_OK && j < forms[1].count[form]; j++) {
                phrase[places[1]] = forms[1].chunks[form][j];
                status = add_trigger(a, (word_form)form, phrase, count);
            }
        }
    }
    return status;
}

static xc_status take_lemma(void *context, const phrase_chunk *chunks, size_t count) {
    adding *a = context;
    phrase_chunk phrase[MOST_CHUNKS];
    memcpy(phrase, chunks, count * sizeof *chunks);
    if (a->part == PART_NOUN && xc_slice_ends(chunks[count - 1].text, XC_SLICE("*"))) {
        return take_plural(a, phrase, count);
    }
    if (a->part == PART_NOUN && count > 1) {
        xc_slice lemma = join(a->loader->arena, chunks, count);
        if (!lemma.ptr) {
            return XC_NO_MEMORY;
        }
        if (inflection_knows(a->loading->inflection, lemma)) {
            return take_irregular_noun(a, lemma);
        }
    }
    return take_forms(a, phrase, count);
}

static xc_status take_around(void *context, const phrase_chunk *chunks, size_t count) {
    adding *a = context;
    uint32_t at = (uint32_t)a->language->around_count - 1;
    return chunks_add(a->language->around, chunks, count, at, NULL);
}

static void expand_list(pack_loader *loader, pack_yaml *yaml, pack_node list, take_phrase take,
                        adding *a) {
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        pack_expand(loader, yaml, a->language_index, pack_yaml_item(yaml, list, i), take, a);
    }
}

static adding adding_of(pack_loader *loader, uint32_t rule) {
    uint16_t language = loader->rules->rules[rule].language;
    return (adding){.loader = loader,
                    .language = &loader->rules->languages[language],
                    .loading = &loader->language_loading[language],
                    .language_index = language,
                    .rule = rule};
}

void pack_triggers(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                   speech_part part) {
    adding a = adding_of(loader, rule);
    a.part = part;
    expand_list(loader, yaml, list, take_lemma, &a);
}

void pack_companions(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                     word_form form) {
    adding a = adding_of(loader, rule);
    a.part = PART_NOUN;
    a.companion = form;
    expand_list(loader, yaml, list, take_lemma, &a);
    if (form == FORM_BAR) { // "sank", "the sinking of"
        a.part = PART_VERB;
        expand_list(loader, yaml, list, take_lemma, &a);
    }
}

void pack_around(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                 beside_kind beside) {
    if (!list || !pack_yaml_ok(yaml)) {
        return;
    }
    adding a = adding_of(loader, rule);
    around_words *entry =
        xc_arena_grow(loader->arena, &a.language->around_list, a.language->around_count,
                      &a.loading->around_capacity, sizeof *entry);
    if (!entry) {
        pack_yaml_fail_memory(yaml);
        return;
    }
    *entry = (around_words){rule, beside};
    a.language->around_count++;
    expand_list(loader, yaml, list, take_around, &a);
}

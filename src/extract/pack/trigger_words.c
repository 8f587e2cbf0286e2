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
    xc_loader *loader;
    xc_yaml *yaml;
    xc_node item;
    xc_chunk_table *table;
    slot slots[MOST_SLOTS];
    size_t slot_count;
    xc_take_phrase take;
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
        xc_yaml_fail(e->yaml, e->item, "an item with too many braces; write two items");
        return;
    }
    e->slots[e->slot_count++].choices = choices;
}

// Cuts an item into literal text and braces.
static void find_slots(expansion *e, xc_slice text) {
    xc_slice rest = text;
    while (rest.len && xc_yaml_ok(e->yaml)) {
        size_t open = find_byte(rest, '{');
        size_t close = find_byte(rest, '}');
        if (open == SIZE_MAX && close == SIZE_MAX) {
            add_slot(e, rest);
            return;
        }
        xc_slice inside = xc_slice_sub(rest, open + 1, close);
        if (open > close || close == SIZE_MAX || find_byte(inside, '{') != SIZE_MAX) {
            xc_yaml_fail(e->yaml, e->item, "braces do not pair; write {one|other}, not nested");
            return;
        }
        if (splits_word(rest, open, close)) {
            xc_yaml_fail(e->yaml, e->item,
                         "braces must hold whole words; put a space beside them");
            return;
        }
        if (open && find_byte(xc_slice_sub(rest, 0, open), '|') != SIZE_MAX) {
            xc_yaml_fail(e->yaml, e->item, "'|' stands outside braces; write {one|other}");
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
static size_t append_chunks(expansion *e, xc_slice text, xc_chunk *chunks, size_t count) {
    while (text.len && xc_yaml_ok(e->yaml)) {
        xc_slice word;
        (void)xc_slice_cut(text, ' ', &word, &text);
        if (!word.len) {
            continue;
        }
        if (count == XC_MOST_CHUNKS) {
            xc_yaml_fail(e->yaml, e->item, "a phrase of more than %d words; shorten it",
                         XC_MOST_CHUNKS);
            return count;
        }
        xc_status status = xc_chunk_find(e->table, word, &chunks[count]);
        if (status == XC_NO_MEMORY) {
            xc_yaml_fail_memory(e->yaml);
        } else if (status != XC_OK || chunks[count].count > XC_LONGEST_CHUNK) {
            xc_yaml_fail(e->yaml, e->item, "'%.*s' is no word; mend it", XC_PRINT(word));
        }
        count++;
    }
    return count;
}

static void finish_phrase(expansion *e, const xc_chunk *chunks, size_t count) {
    if (!count) {
        xc_yaml_fail(e->yaml, e->item, "braces give an empty phrase; mend the item");
    } else if (++e->phrases > XC_MOST_ALTERNATIVES) {
        xc_yaml_fail(e->yaml, e->item,
                     "braces give more than %d phrases; write fewer alternatives",
                     XC_MOST_ALTERNATIVES);
    } else if (++e->loader->words > XC_MOST_WORDS) {
        xc_yaml_fail(e->yaml, e->item, "the packs hold more than %d words; load fewer",
                     XC_MOST_WORDS);
    } else {
        xc_status status = e->take(e->context, chunks, count);
        if (status == XC_NO_MEMORY) {
            xc_yaml_fail_memory(e->yaml);
        } else if (status != XC_OK) {
            xc_yaml_fail(e->yaml, e->item, "the phrase cannot be kept; shorten it");
        }
    }
}

// Depth is at most MOST_SLOTS.
static void expand(expansion *e, size_t at, xc_chunk *chunks, size_t count) {
    if (at == e->slot_count) {
        finish_phrase(e, chunks, count);
        return;
    }
    xc_slice choices = e->slots[at].choices;
    bool more = true;
    while (more && xc_yaml_ok(e->yaml)) {
        xc_slice choice;
        more = xc_slice_cut(choices, '|', &choice, &choices);
        expand(e, at + 1, chunks, append_chunks(e, choice, chunks, count));
    }
}

void xc_pack_expand(xc_loader *loader, xc_yaml *yaml, uint16_t language, xc_node item,
                    xc_take_phrase take, void *context) {
    expansion e = {.loader = loader,
                   .yaml = yaml,
                   .item = item,
                   .table = &loader->language_loading[language].chunks,
                   .take = take,
                   .context = context};
    xc_slice text = xc_yaml_text(yaml, item, "a word");
    if (text.len > XC_LONGEST_PHRASE) {
        xc_yaml_fail(yaml, item, "an item of %zu bytes; write two items", text.len);
    }
    find_slots(&e, text);
    xc_chunk chunks[XC_MOST_CHUNKS];
    if (xc_yaml_ok(yaml)) {
        expand(&e, 0, chunks, 0);
    }
}

// A rule's words while they are added to its language.
typedef struct adding {
    xc_loader *loader;
    xc_language_rules *language;
    xc_language_loading *loading;
    uint16_t language_index;
    xc_part part;
    uint32_t rule;
    uint32_t entries[XC_FORM_BY + 1]; // trigger_list index of each form, plus 1
    xc_form companion;                // of a statement's `with` and `by`; 0 of other words
} adding;

// The index of the rule's entry for a form, which all its words share; false: no memory.
static bool trigger_entry(adding *a, xc_form form, uint32_t *out) {
    if (!a->entries[form]) {
        xc_trigger *trigger = xc_arena_grow(a->loader->arena, &a->language->trigger_list,
                                            a->language->trigger_count,
                                            &a->loading->trigger_capacity, sizeof *trigger);
        if (!trigger) {
            return false;
        }
        *trigger = (xc_trigger){a->rule, form};
        a->entries[form] = (uint32_t)++a->language->trigger_count;
    }
    *out = a->entries[form] - 1;
    return true;
}

static xc_word *new_start(adding *a, bool statement) {
    xc_language_loading *l = a->loading;
    xc_arena *arena = a->loader->arena;
    xc_word *place = statement
                         ? xc_arena_grow(arena, &l->statement_starts, l->statement_start_count,
                                         &l->statement_start_capacity, sizeof *place)
                         : xc_arena_grow(arena, &l->trigger_starts, l->trigger_start_count,
                                         &l->trigger_start_capacity, sizeof *place);
    if (place) {
        *(statement ? &l->statement_start_count : &l->trigger_start_count) += 1;
    }
    return place;
}

static xc_status add_trigger(adding *a, xc_form form, const xc_chunk *chunks, size_t count) {
    bool statement = a->loader->rules->rules[a->rule].kind == XC_RULE_STATEMENT;
    xc_word *first = new_start(a, statement);
    uint32_t entry;
    if (!first || !trigger_entry(a, a->companion ? a->companion : form, &entry)) {
        return XC_NO_MEMORY;
    }
    return xc_chunks_add(statement ? a->language->statements : a->language->triggers, chunks,
                         count, entry, first);
}

// The words of a noun like "loss of life", which changes inside, as the tables give them.
static xc_status take_irregular_noun(adding *a, xc_slice lemma) {
    xc_status status = XC_OK;
    for (xc_form form = XC_FORM_SINGULAR; status == XC_OK && form <= XC_FORM_PLURAL; form++) {
        xc_slice words[XC_MOST_FORMS];
        size_t count = xc_inflect(a->loading->inflection, XC_PART_NOUN, form, lemma,
                                  a->loader->arena, words, a->loader->error);
        for (size_t i = 0; status == XC_OK && i < count; i++) {
            xc_chunk whole;
            status = xc_chunk_find(&a->loading->chunks, words[i], &whole);
            if (status == XC_OK) {
                status = add_trigger(a, form, &whole, 1);
            }
        }
    }
    return status;
}

static xc_slice join(xc_arena *arena, const xc_chunk *chunks, size_t count) {
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
static xc_status take_plural(adding *a, xc_chunk *phrase, size_t count) {
    xc_slice last = phrase[count - 1].text;
    xc_status status = xc_chunk_find(&a->loading->chunks, xc_slice_sub(last, 0, last.len - 1),
                                     &phrase[count - 1]);
    return status == XC_OK ? add_trigger(a, XC_FORM_PLURAL, phrase, count) : status;
}

static xc_status take_lemma(void *context, const xc_chunk *chunks, size_t count) {
    adding *a = context;
    xc_chunk phrase[XC_MOST_CHUNKS];
    memcpy(phrase, chunks, count * sizeof *chunks);
    if (a->part == XC_PART_NOUN && xc_slice_ends(chunks[count - 1].text, XC_SLICE("*"))) {
        return take_plural(a, phrase, count);
    }
    if (a->part == XC_PART_NOUN && count > 1) {
        xc_slice lemma = join(a->loader->arena, chunks, count);
        if (!lemma.ptr) {
            return XC_NO_MEMORY;
        }
        if (xc_inflection_knows(a->loading->inflection, lemma)) {
            return take_irregular_noun(a, lemma);
        }
    }
    size_t changing = a->part == XC_PART_VERB ? 0 : count - 1;
    const xc_chunk_forms *forms;
    xc_status status = xc_chunk_inflect(&a->loading->chunks, a->part, chunks[changing].text,
                                        &forms, a->loader->error);
    for (size_t form = 0; status == XC_OK && form < XC_FORMS; form++) {
        for (size_t i = 0; status == XC_OK && i < forms->count[form]; i++) {
            phrase[changing] = forms->chunks[form][i];
            status = add_trigger(a, (xc_form)form, phrase, count);
        }
    }
    return status;
}

static xc_status take_around(void *context, const xc_chunk *chunks, size_t count) {
    adding *a = context;
    uint32_t at = (uint32_t)a->language->around_count - 1;
    return xc_chunks_add(a->language->around, chunks, count, at, NULL);
}

static void expand_list(xc_loader *loader, xc_yaml *yaml, xc_node list, xc_take_phrase take,
                        adding *a) {
    for (size_t i = 0; i < xc_yaml_count(list) && xc_yaml_ok(yaml); i++) {
        xc_pack_expand(loader, yaml, a->language_index, xc_yaml_item(yaml, list, i), take, a);
    }
}

static adding adding_of(xc_loader *loader, uint32_t rule) {
    uint16_t language = loader->rules->rules[rule].language;
    return (adding){.loader = loader,
                    .language = &loader->rules->languages[language],
                    .loading = &loader->language_loading[language],
                    .language_index = language,
                    .rule = rule};
}

void xc_pack_triggers(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                      xc_part part) {
    adding a = adding_of(loader, rule);
    a.part = part;
    expand_list(loader, yaml, list, take_lemma, &a);
}

void xc_pack_companions(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                        xc_form form) {
    adding a = adding_of(loader, rule);
    a.part = XC_PART_NOUN;
    a.companion = form;
    expand_list(loader, yaml, list, take_lemma, &a);
}

void xc_pack_around(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                    xc_beside beside) {
    if (!list || !xc_yaml_ok(yaml)) {
        return;
    }
    adding a = adding_of(loader, rule);
    xc_around *entry =
        xc_arena_grow(loader->arena, &a.language->around_list, a.language->around_count,
                      &a.loading->around_capacity, sizeof *entry);
    if (!entry) {
        xc_yaml_fail_memory(yaml);
        return;
    }
    *entry = (xc_around){rule, beside};
    a.language->around_count++;
    expand_list(loader, yaml, list, take_around, &a);
}

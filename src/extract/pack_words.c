// SPDX-License-Identifier: MIT
// From the words of a rule to the phrases that trigger it: braces written out, verbs and nouns
// in all their forms.
#include "pack.h"

#include <string.h>

// Where one expansion stands: what is done, and what is left of the item.
typedef struct expansion {
    xc_loader *loader;
    xc_yaml *yaml;
    xc_node item;
    xc_take_phrase take;
    void *context;
    size_t count;
} expansion;

static void expand(expansion *e, xc_slice done, xc_slice rest);

static size_t find_byte(xc_slice slice, char byte) {
    const char *at = slice.len ? memchr(slice.ptr, byte, slice.len) : NULL;
    return at ? (size_t)(at - slice.ptr) : SIZE_MAX;
}

static void finish_phrase(expansion *e, xc_slice phrase) {
    xc_slice text = xc_slice_trim(phrase);
    if (++e->count > XC_MOST_ALTERNATIVES) {
        xc_yaml_fail(e->yaml, e->item,
                     "braces give more than %d phrases; write fewer alternatives",
                     XC_MOST_ALTERNATIVES);
    } else if (!text.len || text.len > XC_LONGEST_PHRASE) {
        xc_yaml_fail(e->yaml, e->item, "braces give %s; mend the item",
                     text.len ? "a phrase that is too long" : "an empty phrase");
    } else if (++e->loader->words > XC_MOST_WORDS) {
        xc_yaml_fail(e->yaml, e->item, "the packs hold more than %d words; load fewer",
                     XC_MOST_WORDS);
    } else {
        xc_status status = e->take(e->context, text);
        e->yaml->status = e->yaml->status == XC_OK ? status : e->yaml->status;
    }
}

// Goes on with one alternative: joined so that an empty one leaves a single space.
static void follow(expansion *e, xc_slice done, xc_slice between, xc_slice choice,
                   xc_slice rest) {
    xc_slice head = xc_arena_print(e->loader->arena, "%.*s%.*s%.*s", XC_PRINT(done),
                                   XC_PRINT(between), XC_PRINT(choice));
    if (!head.ptr) {
        xc_yaml_fail_memory(e->yaml);
        return;
    }
    bool double_space = !choice.len && (!head.len || head.ptr[head.len - 1] == ' ') &&
                        rest.len && rest.ptr[0] == ' ';
    expand(e, head, double_space ? xc_slice_sub(rest, 1, rest.len) : rest);
}

// Depth is bounded by the number of braces in an item of XC_LONGEST_PHRASE bytes.
static void expand(expansion *e, xc_slice done, xc_slice rest) {
    if (!xc_yaml_ok(e->yaml)) {
        return;
    }
    size_t open = find_byte(rest, '{');
    size_t close = find_byte(rest, '}');
    if (open == SIZE_MAX && close == SIZE_MAX) {
        xc_slice whole =
            xc_arena_print(e->loader->arena, "%.*s%.*s", XC_PRINT(done), XC_PRINT(rest));
        if (whole.ptr) {
            finish_phrase(e, whole);
        } else {
            xc_yaml_fail_memory(e->yaml);
        }
        return;
    }
    xc_slice inside = xc_slice_sub(rest, open + 1, close);
    if (open > close || close == SIZE_MAX || find_byte(inside, '{') != SIZE_MAX) {
        xc_yaml_fail(e->yaml, e->item, "braces do not pair; write {one|other}, not nested");
        return;
    }
    xc_slice between = xc_slice_sub(rest, 0, open);
    xc_slice after = xc_slice_sub(rest, close + 1, rest.len);
    bool more = true;
    while (more && xc_yaml_ok(e->yaml)) {
        xc_slice choice;
        more = xc_slice_cut(inside, '|', &choice, &inside);
        follow(e, done, between, choice, after);
    }
}

void xc_pack_expand(xc_loader *loader, xc_yaml *yaml, xc_node item, xc_slice text,
                    xc_take_phrase take, void *context) {
    expansion e = {loader, yaml, item, take, context, 0};
    if (text.len > XC_LONGEST_PHRASE * 4) {
        xc_yaml_fail(yaml, item, "an item of %zu bytes; shorten it", text.len);
    }
    expand(&e, (xc_slice){0}, text);
}

// A rule's words while they are added to its language.
typedef struct adding {
    xc_loader *loader;
    xc_language_rules *language;
    xc_language_loading *loading;
    xc_part part;
    uint32_t rule;
    xc_beside beside;
    uint32_t entries[XC_FORM_PLAIN + 1]; // trigger_list index of each form, plus 1
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

static xc_status add_trigger(adding *a, xc_form form, xc_slice phrase) {
    uint32_t entry;
    xc_slice *kept = xc_arena_grow(a->loader->arena, &a->loading->trigger_phrases,
                                   a->loading->trigger_phrase_count,
                                   &a->loading->trigger_phrase_capacity, sizeof *kept);
    if (!kept || !trigger_entry(a, form, &entry)) {
        return xc_fail_memory(a->loader->error);
    }
    *kept = phrase;
    a->loading->trigger_phrase_count++;
    xc_status status =
        xc_phrases_add(a->language->triggers, a->loader->rules->lexicon, phrase, entry);
    return status == XC_OK ? XC_OK
                           : xc_fail(a->loader->error, status, "cannot keep the phrase '%.*s'",
                                     XC_PRINT(phrase));
}

static xc_status take_lemma(void *context, xc_slice lemma) {
    static const struct {
        xc_form first, last;
    } forms_of[XC_PARTS] = {{XC_FORM_BASE, XC_FORM_GERUND},
                            {XC_FORM_SINGULAR, XC_FORM_PLURAL},
                            {XC_FORM_PLAIN, XC_FORM_PLAIN}};
    adding *a = context;
    xc_status status = XC_OK;
    for (xc_form form = forms_of[a->part].first; form <= forms_of[a->part].last; form++) {
        xc_slice words[XC_MOST_FORMS];
        size_t count = xc_inflect(a->loading->inflection, a->part, form, lemma,
                                  a->loader->arena, words, a->loader->error);
        if (!count) {
            return xc_fail_memory(a->loader->error);
        }
        for (size_t i = 0; status == XC_OK && i < count; i++) {
            status = add_trigger(a, form, words[i]);
        }
    }
    return status;
}

static xc_status take_around(void *context, xc_slice phrase) {
    adding *a = context;
    uint32_t at = (uint32_t)a->language->around_count - 1;
    return xc_phrases_add(a->language->around, a->loader->rules->lexicon, phrase, at);
}

static void expand_list(xc_loader *loader, xc_yaml *yaml, xc_node list, xc_take_phrase take,
                        adding *a) {
    for (size_t i = 0; i < xc_yaml_count(list) && xc_yaml_ok(yaml); i++) {
        xc_node item = xc_yaml_item(yaml, list, i);
        xc_slice text = xc_yaml_text(yaml, item, "a word");
        xc_pack_expand(loader, yaml, item, text, take, a);
    }
}

static adding adding_of(xc_loader *loader, uint32_t rule) {
    uint16_t language = loader->rules->rules[rule].language;
    return (adding){.loader = loader,
                    .language = &loader->rules->languages[language],
                    .loading = &loader->language_loading[language],
                    .rule = rule};
}

void xc_pack_triggers(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                      xc_part part) {
    adding a = adding_of(loader, rule);
    a.part = part;
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

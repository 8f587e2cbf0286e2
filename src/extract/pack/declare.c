// SPDX-License-Identifier: MIT
// What packs declare: topics, measures, and classes of what is counted.
#include "extract/pack/pack.h"

static void declare_topics(pack_loader *loader, pack_yaml *yaml, pack_node map) {
    for (size_t i = 0; i < pack_yaml_count(map) && pack_yaml_ok(yaml); i++) {
        pack_node key, value;
        pack_yaml_pair(yaml, map, i, &key, &value);
        xc_slice name = pack_yaml_name(yaml, key, "a topic's name");
        xc_slice title = pack_yaml_text(yaml, value, "a topic's title");
        if (!pack_yaml_ok(yaml)) {
            return;
        }
        uint32_t known = names_find(&loader->topics, name);
        if (known != NO_NAME) {
            if (!xc_slice_equal(loader->topic_list[known].title, title)) {
                pack_yaml_fail(yaml, key,
                               "topic '%.*s' is declared already as '%.*s'; remove it here",
                               XC_PRINT(name), XC_PRINT(loader->topic_list[known].title));
            }
            continue;
        }
        pack_topic *topic =
            xc_arena_grow(loader->arena, &loader->topic_list, loader->topic_count,
                          &loader->topic_capacity, sizeof *topic);
        if (!topic || !names_add(&loader->topics, name, (uint32_t)loader->topic_count)) {
            pack_yaml_fail_memory(yaml);
            return;
        }
        *topic = (pack_topic){name, title};
        loader->topic_count++;
    }
}

static void refuse_measure(pack_loader *loader, pack_yaml *yaml, pack_node key, xc_slice name) {
    if (names_find(&loader->measures, name) != NO_NAME) {
        pack_yaml_fail(
            yaml, key,
            "measure '%.*s' is declared already; add rules to it, or take another name",
            XC_PRINT(name));
    } else if (loader->rules->measure_count == MOST_MEASURES) {
        pack_yaml_fail(yaml, key, "more than %d measures; declare fewer", MOST_MEASURES);
    }
}

static implied_kind read_implied(pack_yaml *yaml, pack_node node) {
    xc_slice word = pack_yaml_text(yaml, node, "'told_one_by_one'");
    if (node && !xc_slice_is(word, "lists") && !xc_slice_is(word, "all")) {
        pack_yaml_fail(yaml, node, "'told_one_by_one' is '%.*s'; write lists or all",
                       XC_PRINT(word));
    }
    return xc_slice_is(word, "all")     ? IMPLIED_ALL
           : xc_slice_is(word, "lists") ? IMPLIED_LISTS
                                        : IMPLIED_NONE;
}

// `place: origin`: which of several places of a sentence the measure is about.
static xc_place_wish place_wish(pack_yaml *yaml, pack_node node) {
    static const char *const wishes[] = {[XC_PLACE_WISH_NONE] = "",
                                         [XC_PLACE_WISH_ORIGIN] = "origin",
                                         [XC_PLACE_WISH_DESTINATION] = "destination",
                                         [XC_PLACE_WISH_SUBJECT] = "subject",
                                         [XC_PLACE_WISH_STATED] = "stated"};
    xc_slice text = pack_yaml_text(yaml, node, "'place'");
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        if (xc_slice_is(text, wishes[i])) {
            return (xc_place_wish)i;
        }
    }
    pack_yaml_fail(yaml, node, "'place' is %.*s; use origin, destination, subject or stated",
                   XC_PRINT(text));
    return XC_PLACE_WISH_NONE;
}

static void declare_measure(pack_loader *loader, uint32_t file, pack_node key, pack_node map) {
    static const char *const keys[] = {
        "topic", "is",       "unit",   "subject", "subjects",
        "near",  "combines", "course", "concern", "told_one_by_one",
        "place", "of_event", NULL};
    xc_rules *rules = loader->rules;
    pack_yaml *yaml = &loader->files[file].yaml;
    xc_slice name = pack_yaml_name(yaml, key, "a measure's name");
    refuse_measure(loader, yaml, key, name);
    map = pack_yaml_map(yaml, map, "a measure");
    pack_yaml_check_keys(yaml, map, keys, "a measure");
    xc_measure measure = {.name = name};
    measure_loader more = {.file = file};
    more.topic = pack_yaml_need(yaml, map, "topic", "the measure");
    measure.topic = pack_yaml_text(yaml, more.topic, "a measure's topic");
    measure.is = pack_yaml_text(yaml, pack_yaml_need(yaml, map, "is", "the measure"), "'is'");
    measure.of_event =
        pack_yaml_bool(yaml, pack_yaml_get(yaml, map, "of_event"), false, "'of_event'");
    measure.unit = pack_yaml_text(yaml, pack_yaml_get(yaml, map, "unit"), "'unit'");
    more.subject_node = pack_yaml_get(yaml, map, "subject");
    more.subjects = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "subjects"), "'subjects'");
    more.near = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "near"), "'near'");
    more.combines = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "combines"), "'combines'");
    more.implied = read_implied(yaml, pack_yaml_get(yaml, map, "told_one_by_one"));
    measure.place = place_wish(yaml, pack_yaml_get(yaml, map, "place"));
    pack_measure_terms(loader, yaml, map, name);
    if (!pack_yaml_ok(yaml)) {
        return;
    }
    uint32_t at = (uint32_t)rules->measure_count;
    xc_measure *kept = xc_arena_grow(loader->arena, &rules->measures, at,
                                     &loader->measure_capacity, sizeof *kept);
    measure_loader *kept_more =
        xc_arena_grow(loader->arena, &loader->measure_loading, at,
                      &loader->measure_loading_capacity, sizeof *kept_more);
    if (!kept || !kept_more || !names_add(&loader->measures, name, at)) {
        pack_yaml_fail_memory(yaml);
        return;
    }
    *kept = measure;
    *kept_more = more;
    rules->measure_count++;
}

// Words of a class: `schools: [school]`, or with `words`, `parent` and `unit`.
static void declare_class(pack_loader *loader, pack_file *file, pack_node key,
                          pack_node value) {
    static const char *const keys[] = {"words", "parent", "unit", NULL};
    pack_yaml *yaml = &file->yaml;
    xc_slice name = pack_yaml_name(yaml, key, "a class's name");
    xc_slice parent = {0}, unit = {0};
    pack_node words = value;
    if (pack_yaml_is_map(value)) {
        pack_yaml_check_keys(yaml, value, keys, "a class");
        parent = pack_yaml_name(yaml, pack_yaml_get(yaml, value, "parent"), "'parent'");
        unit = pack_yaml_name(yaml, pack_yaml_get(yaml, value, "unit"), "'unit'");
        words = pack_yaml_need(yaml, value, "words", "the class");
    }
    words = pack_yaml_list(yaml, words, "a class's words");
    if (!pack_yaml_ok(yaml)) {
        return;
    }
    uint16_t class_index =
        pack_class(loader, name, parent, unit, yaml->path, pack_yaml_line(key));
    yaml->status = class_index ? XC_OK : loader->error->status;
    for (size_t i = 0; i < pack_yaml_count(words) && pack_yaml_ok(yaml); i++) {
        xc_slice word = pack_yaml_text(yaml, pack_yaml_item(yaml, words, i), "a class's word");
        if (pack_yaml_ok(yaml)) {
            yaml->status = pack_class_word(loader, file->language, class_index, word);
        }
    }
}

void pack_declare(pack_loader *loader, pack_file *file, pack_node root) {
    pack_yaml *yaml = &file->yaml;
    declare_topics(loader, yaml,
                   pack_yaml_map(yaml, pack_yaml_get(yaml, root, "topics"), "'topics'"));
    pack_node measures =
        pack_yaml_map(yaml, pack_yaml_get(yaml, root, "measures"), "'measures'");
    for (size_t i = 0; i < pack_yaml_count(measures) && pack_yaml_ok(yaml); i++) {
        pack_node key, value;
        pack_yaml_pair(yaml, measures, i, &key, &value);
        declare_measure(loader, (uint32_t)(file - loader->files), key, value);
    }
    pack_node subjects =
        pack_yaml_map(yaml, pack_yaml_get(yaml, root, "subjects"), "'subjects'");
    for (size_t i = 0; i < pack_yaml_count(subjects) && pack_yaml_ok(yaml); i++) {
        pack_node key, value;
        pack_yaml_pair(yaml, subjects, i, &key, &value);
        declare_class(loader, file, key, value);
    }
}

static void fail_class(pack_loader *loader, pack_yaml *yaml, pack_node at, xc_slice name) {
    xc_slice near = names_nearest(&loader->classes, name);
    pack_yaml_fail(yaml, at, "class '%.*s' is not declared; declare it under subjects:%s%.*s%s",
                   XC_PRINT(name), near.len ? ", or did you mean '" : "", XC_PRINT(near),
                   near.len ? "'?" : "");
}

xc_slice pack_subject(pack_loader *loader, pack_yaml *yaml, pack_node node) {
    xc_slice name = pack_yaml_text(yaml, node, "'subject'");
    if (name.len && names_find(&loader->classes, name) == NO_NAME) {
        fail_class(loader, yaml, node, name);
    }
    return name;
}

void pack_classes(pack_loader *loader, pack_yaml *yaml, pack_node list, class_set *accepts,
                  bool *any) {
    *accepts = (class_set){0};
    *any = false;
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        pack_node item = pack_yaml_item(yaml, list, i);
        xc_slice name = pack_yaml_text(yaml, item, "a class");
        if (xc_slice_is(name, "any")) {
            *any = true;
            continue;
        }
        bool without = xc_slice_starts(name, XC_SLICE("not "));
        name = xc_slice_trim(xc_slice_sub(name, without ? 4 : 0, name.len));
        uint32_t class_index = names_find(&loader->classes, name);
        if (class_index == NO_NAME) {
            fail_class(loader, yaml, item, name);
            return;
        }
        for (size_t j = 0; j < MOST_CLASSES / 64; j++) {
            uint64_t bits = loader->descendants[class_index].bits[j];
            accepts->bits[j] = without ? accepts->bits[j] & ~bits : accepts->bits[j] | bits;
        }
    }
}

static void set_bit(class_set *set, size_t bit) {
    set->bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static bool find_descendants(pack_loader *loader) {
    const xc_rules *rules = loader->rules;
    loader->descendants =
        xc_arena_array(loader->arena, rules->class_count, sizeof *loader->descendants);
    if (!loader->descendants) {
        return false;
    }
    for (size_t i = 1; i < rules->class_count; i++) {
        for (size_t above = i; above; above = rules->classes[above].parent) {
            set_bit(&loader->descendants[above], i);
        }
    }
    return true;
}

static xc_slice *copy_names(pack_loader *loader, const xc_measure *measure, size_t more) {
    xc_slice *names = xc_arena_array(loader->arena, measure->near_count + more, sizeof *names);
    for (size_t i = 0; names && i < measure->near_count; i++) {
        names[i] = measure->near[i];
    }
    return names;
}

static bool is_near(const xc_measure *measure, xc_slice name) {
    for (size_t i = 0; i < measure->near_count; i++) {
        if (xc_slice_equal(measure->near[i], name)) {
            return true;
        }
    }
    return false;
}

// Nearness holds both ways, whichever measure declares it.
static void add_near(pack_loader *loader, pack_yaml *yaml, uint32_t from, uint32_t to) {
    xc_measure *measure = &loader->rules->measures[from];
    xc_slice name = loader->rules->measures[to].name;
    if (from == to || is_near(measure, name)) {
        return;
    }
    xc_slice *names = copy_names(loader, measure, 1);
    if (!names) {
        pack_yaml_fail_memory(yaml);
        return;
    }
    names[measure->near_count++] = name;
    measure->near = names;
}

// The measure that an item of a list names, or NO_NAME.
static uint32_t measure_named(pack_loader *loader, pack_yaml *yaml, pack_node item) {
    xc_slice name = pack_yaml_text(yaml, item, "a measure");
    uint32_t found = names_find(&loader->measures, name);
    if (found == NO_NAME) {
        xc_slice nearest = names_nearest(&loader->measures, name);
        pack_yaml_fail(yaml, item, "measure '%.*s' is not declared%s%.*s%s", XC_PRINT(name),
                       nearest.len ? "; did you mean '" : "; declare it under measures:",
                       XC_PRINT(nearest), nearest.len ? "'?" : "");
    }
    return found;
}

static void resolve_near(pack_loader *loader, pack_yaml *yaml, uint32_t measure,
                         pack_node list) {
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        uint32_t other = measure_named(loader, yaml, pack_yaml_item(yaml, list, i));
        if (other != NO_NAME) {
            add_near(loader, yaml, measure, other);
            add_near(loader, yaml, other, measure);
        }
    }
}

static void resolve_combines(pack_loader *loader, pack_yaml *yaml, uint32_t measure,
                             pack_node list) {
    xc_rules *rules = loader->rules;
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        uint32_t part = measure_named(loader, yaml, pack_yaml_item(yaml, list, i));
        if (part == NO_NAME) {
            return;
        }
        measure_combination *place =
            xc_arena_grow(loader->arena, &rules->combinations, rules->combination_count,
                          &loader->combination_capacity, sizeof *place);
        if (!place) {
            pack_yaml_fail_memory(yaml);
            return;
        }
        *place = (measure_combination){(uint16_t)measure, (uint16_t)part};
        rules->combination_count++;
    }
}

static void resolve_topic(pack_loader *loader, pack_yaml *yaml, xc_measure *measure,
                          pack_node at) {
    uint32_t topic = names_find(&loader->topics, measure->topic);
    if (topic != NO_NAME) {
        measure->topic_title = loader->topic_list[topic].title;
        return;
    }
    xc_slice near = names_nearest(&loader->topics, measure->topic);
    pack_yaml_fail(yaml, at, "topic '%.*s' is not declared; declare it under topics:%s%.*s%s",
                   XC_PRINT(measure->topic), near.len ? ", or did you mean '" : "",
                   XC_PRINT(near), near.len ? "'?" : "");
}

xc_status pack_resolve(pack_loader *loader) {
    if (!find_descendants(loader)) {
        return xc_fail_memory(loader->error);
    }
    for (uint32_t i = 0; i < loader->rules->measure_count; i++) {
        measure_loader *more = &loader->measure_loading[i];
        pack_yaml *yaml = &loader->files[more->file].yaml;
        resolve_topic(loader, yaml, &loader->rules->measures[i], more->topic);
        resolve_near(loader, yaml, i, more->near);
        more->subject = pack_subject(loader, yaml, more->subject_node);
        resolve_combines(loader, yaml, i, more->combines);
        if (more->subjects) {
            pack_classes(loader, yaml, more->subjects, &more->accepts, &more->accepts_any);
        } else {
            for (size_t j = 1; j < loader->rules->class_count; j++) {
                set_bit(&more->accepts, j);
            }
            more->accepts_any = true;
        }
        if (!pack_yaml_ok(yaml)) {
            return yaml->status;
        }
    }
    return pack_resolved_terms(loader);
}

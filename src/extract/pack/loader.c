// SPDX-License-Identifier: MIT
// Loads the shipped packs and the user's, in two passes over all files: first what they
// declare, then their rules.
#include "extract/pack/pack.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_pack_file(xc_slice name) {
    return name.len && name.ptr[0] != '.' &&
           (xc_slice_ends(name, XC_SLICE(".yaml")) || xc_slice_ends(name, XC_SLICE(".yml")));
}

static int by_name(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

typedef struct name_list {
    xc_slice *items;
    size_t count, capacity;
} name_list;

// The names in a folder, sorted, so that a load is the same on every machine.
static xc_status list_folder(pack_loader *loader, const char *path, name_list *out) {
    DIR *folder = opendir(path);
    if (!folder) {
        return xc_fail_at(loader->error, XC_IO, xc_slice_of(path), 0,
                          "cannot open the folder: %s; give a folder of packs",
                          strerror(errno));
    }
    xc_status status = XC_OK;
    const struct dirent *entry;
    while (status == XC_OK && (entry = readdir(folder))) {
        xc_slice name = xc_arena_copy(loader->arena, xc_slice_of(entry->d_name));
        xc_slice *kept =
            xc_arena_grow(loader->arena, &out->items, out->count, &out->capacity, sizeof *kept);
        if (!kept || !name.ptr) {
            status = xc_fail_memory(loader->error);
            break;
        }
        *kept = name;
        out->count++;
    }
    (void)closedir(folder);
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_name);
    }
    return status;
}

// Adds a file to those that are read; its bytes are parsed at once.
static xc_status add_file(pack_loader *loader, xc_slice path, xc_slice folder_language) {
    pack_file *file = xc_arena_grow(loader->arena, &loader->files, loader->file_count,
                                    &loader->file_capacity, sizeof *file);
    xc_pack *pack =
        xc_arena_grow(loader->arena, &loader->rules->packs, loader->rules->pack_count,
                      &loader->pack_capacity, sizeof *pack);
    if (!file || !pack) {
        return xc_fail_memory(loader->error);
    }
    *file = (pack_file){
        .yaml = {.path = path, .arena = loader->arena, .error = loader->error},
        .pack = (uint32_t)loader->rules->pack_count,
        .folder_language = folder_language,
    };
    loader->file_count++;
    *pack = (xc_pack){.path = path};
    loader->rules->pack_count++;
    xc_buffer bytes = {0};
    xc_status status = xc_file_read(path.ptr, YAML_LARGEST, &bytes, loader->error);
    if (status == XC_OK) {
        pack->hash = xc_hash(xc_buffer_slice(&bytes));
        status = pack_yaml_parse(&file->yaml, xc_buffer_slice(&bytes));
    }
    xc_buffer_release(&bytes);
    return status;
}

static xc_status add_files(pack_loader *loader, const char *folder, xc_slice folder_language,
                           size_t *found) {
    name_list names = {0};
    xc_status status = list_folder(loader, folder, &names);
    *found = 0;
    for (size_t i = 0; status == XC_OK && i < names.count; i++) {
        if (is_pack_file(names.items[i])) {
            xc_slice path =
                xc_arena_print(loader->arena, "%s/%.*s", folder, XC_PRINT(names.items[i]));
            status = path.ptr ? add_file(loader, path, folder_language)
                              : xc_fail_memory(loader->error);
            ++*found;
        }
    }
    return status;
}

static bool make_tables(language_rules *language) {
    language->triggers = xc_phrases_new();
    language->tails = xc_phrases_new();
    language->beside = xc_phrases_new();
    language->statements = xc_phrases_new();
    language->class_words = xc_phrases_new();
    language->around = xc_phrases_new();
    return language->triggers && language->tails && language->beside && language->class_words &&
           language->around;
}

// A language without a model is read without trees.
static xc_status open_syntax(const char *directory, language_rules *language, xc_error *error) {
    xc_status status = xc_syntax_open(directory, &language->syntax, error);
    return status == XC_END ? XC_OK : status;
}

// A language: its lexicons, then its pack files.
static xc_status add_language(pack_loader *loader, xc_slice directory, xc_slice name) {
    xc_rules *rules = loader->rules;
    uint16_t at = (uint16_t)rules->language_count;
    language_rules *language = xc_arena_grow(loader->arena, &rules->languages, at,
                                             &loader->language_capacity, sizeof *language);
    language_loader *loading =
        xc_arena_grow(loader->arena, &loader->language_loading, at,
                      &loader->language_loading_capacity, sizeof *loading);
    if (!language || !loading || !names_add(&loader->languages, name, at)) {
        return xc_fail_memory(loader->error);
    }
    *language = (language_rules){.name = name};
    *loading = (language_loader){.directory = directory};
    rules->language_count++;
    if (!make_tables(language)) {
        return xc_fail_memory(loader->error);
    }
    xc_status status =
        xc_language_load(directory.ptr, rules->lexicon, &language->recogniser, loader->error);
    if (status == XC_OK) {
        status =
            xc_splitter_load(directory.ptr, rules->lexicon, &language->splitter, loader->error);
    }
    if (status == XC_OK) {
        status = open_syntax(directory.ptr, language, loader->error);
    }
    if (status == XC_OK) {
        status =
            inflection_load(directory.ptr, loader->arena, &loading->inflection, loader->error);
    }
    if (status == XC_OK) {
        status = frame_words_load(directory.ptr, rules->lexicon, loader->arena,
                                  &language->frames, loader->error);
    }
    if (status == XC_OK) {
        status = happening_words_load(directory.ptr, rules->lexicon, loader->arena,
                                      &language->happenings, loader->error);
    }
    if (status == XC_OK) {
        status = counting_words_load(directory.ptr, rules->lexicon, loader->arena,
                                     &language->counting, loader->error);
    }
    if (status == XC_OK) {
        status = speaker_words_load(directory.ptr, rules->lexicon, loader->arena,
                                    &language->speakers, loader->error);
    }
    if (status == XC_OK) {
        chunks_start(&loading->chunks, loader->arena, rules->lexicon, loading->inflection);
        status = pack_lexicons(loader, at);
    }
    xc_slice packs = xc_arena_print(loader->arena, "%.*s/packs", XC_PRINT(directory));
    if (status == XC_OK && !packs.ptr) {
        return xc_fail_memory(loader->error);
    }
    size_t found;
    return status == XC_OK ? add_files(loader, packs.ptr, name, &found) : status;
}

static bool is_language(pack_loader *loader, xc_slice directory) {
    xc_slice grammar = xc_arena_print(loader->arena, "%.*s/grammar.csv", XC_PRINT(directory));
    return grammar.ptr && access(grammar.ptr, F_OK) == 0;
}

// Every folder that holds a grammar is a language. English comes first: it stands in for a
// language that has no packs.
static xc_status add_languages(pack_loader *loader, const char *claims_directory) {
    name_list names = {0};
    xc_status status = list_folder(loader, claims_directory, &names);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; status == XC_OK && i < names.count; i++) {
            bool english = xc_slice_is(names.items[i], "en");
            if (english != (pass == 0) || names.items[i].ptr[0] == '.') {
                continue;
            }
            xc_slice directory = xc_arena_print(loader->arena, "%s/%.*s", claims_directory,
                                                XC_PRINT(names.items[i]));
            if (!directory.ptr) {
                return xc_fail_memory(loader->error);
            }
            status = is_language(loader, directory)
                         ? add_language(loader, directory, names.items[i])
                         : XC_OK;
        }
    }
    if (status == XC_OK && !loader->rules->language_count) {
        return xc_fail_at(loader->error, XC_BAD_RULE, xc_slice_of(claims_directory), 0,
                          "no language in this folder; it needs en/grammar.csv and packs");
    }
    return status;
}

// A user's folder of packs, or one pack file.
static xc_status add_user_files(pack_loader *loader, const char *path) {
    struct stat facts;
    xc_slice kept = xc_arena_copy(loader->arena, xc_slice_of(path));
    if (!kept.ptr) {
        return xc_fail_memory(loader->error);
    }
    if (stat(path, &facts) == 0 && S_ISREG(facts.st_mode)) {
        return add_file(loader, kept, (xc_slice){0});
    }
    size_t found = 0;
    xc_status status = add_files(loader, path, (xc_slice){0}, &found);
    if (status == XC_OK && !found) {
        return xc_fail_at(loader->error, XC_BAD_RULE, kept, 0,
                          "no pack in this folder; it needs a file NAME.yaml");
    }
    return status;
}

static xc_status add_user_packs(pack_loader *loader, const char *path) {
    size_t shipped = loader->rules->pack_count;
    xc_status status = add_user_files(loader, path);
    for (size_t i = shipped; i < loader->rules->pack_count; i++) {
        loader->rules->packs[i].own = true;
    }
    return status;
}

// What a user's packs declare wins over what is shipped for the same words.
static void prefer_own(language_rules *language) {
    xc_phrases_prefer(language->triggers);
    xc_phrases_prefer(language->statements);
}

static void read_language(pack_loader *loader, pack_file *file, pack_node root) {
    pack_yaml *yaml = &file->yaml;
    pack_node node = pack_yaml_need(yaml, root, "language", "the pack");
    xc_slice name = pack_yaml_text(yaml, node, "'language'");
    if (!pack_yaml_ok(yaml)) {
        return;
    }
    uint32_t language = names_find(&loader->languages, name);
    if (language == NO_NAME) {
        pack_yaml_fail(yaml, node,
                       "language '%.*s' has no folder beside 'en'; use one that has",
                       XC_PRINT(name));
    } else if (file->folder_language.len && !xc_slice_equal(name, file->folder_language)) {
        pack_yaml_fail(yaml, node, "language '%.*s' in the folder of '%.*s'; move the file",
                       XC_PRINT(name), XC_PRINT(file->folder_language));
    }
    file->language = (uint16_t)language;
    loader->rules->packs[file->pack].language = name;
}

static void read_pack_head(pack_loader *loader, pack_file *file, pack_node root) {
    static const char *const keys[] = {"pack",     "language", "topics", "measures",
                                       "subjects", "rules",    NULL};
    pack_yaml *yaml = &file->yaml;
    pack_yaml_check_keys(yaml, root, keys, "a pack");
    pack_node node = pack_yaml_need(yaml, root, "pack", "the file");
    xc_slice name = pack_yaml_name(yaml, node, "'pack'");
    read_language(loader, file, root);
    if (!pack_yaml_ok(yaml)) {
        return;
    }
    uint32_t known = names_find(&loader->packs, name);
    if (known != NO_NAME) {
        xc_slice other = loader->rules->packs[known].path;
        pack_yaml_fail(yaml, node, "pack '%.*s' is the name of %.*s too; rename one",
                       XC_PRINT(name), XC_PRINT(other));
    } else if (!names_add(&loader->packs, name, file->pack)) {
        pack_yaml_fail_memory(yaml);
    }
    loader->rules->packs[file->pack].name = name;
}

static xc_status read_files(pack_loader *loader) {
    for (size_t i = 0; i < loader->file_count; i++) {
        pack_file *file = &loader->files[i];
        pack_node root = pack_yaml_root(&file->yaml);
        read_pack_head(loader, file, root);
        size_t before = loader->rules->measure_count;
        if (pack_yaml_ok(&file->yaml) && loader->rules->packs[file->pack].own) {
            xc_phrases_prefer(loader->rules->languages[file->language].class_words);
        }
        pack_declare(loader, file, root);
        loader->rules->packs[file->pack].measures = loader->rules->measure_count - before;
        if (!pack_yaml_ok(&file->yaml)) {
            return file->yaml.status;
        }
    }
    xc_status status = pack_resolve(loader);
    for (size_t i = 0; status == XC_OK && i < loader->file_count; i++) {
        pack_file *file = &loader->files[i];
        if (loader->rules->packs[file->pack].own) {
            prefer_own(&loader->rules->languages[file->language]);
        }
        pack_rules(loader, file, pack_yaml_root(&file->yaml));
        status = file->yaml.status;
    }
    return status;
}

// All words have their numbers by now: the table covers every one of them.
static xc_status mark_starts(pack_loader *loader) {
    uint32_t count = xc_lexicon_count(loader->rules->lexicon) + 1;
    for (size_t i = 0; i < loader->rules->language_count; i++) {
        const language_loader *loading = &loader->language_loading[i];
        uint8_t *starts = xc_arena_array(loader->arena, count, 1);
        if (!starts) {
            return xc_fail_memory(loader->error);
        }
        for (size_t j = 0; j < loading->trigger_start_count; j++) {
            starts[loading->trigger_starts[j]] |= STARTS_COUNTED;
        }
        for (size_t j = 0; j < loading->tail_start_count; j++) {
            starts[loading->tail_starts[j]] |= STARTS_TAIL;
        }
        for (size_t j = 0; j < loading->beside_start_count; j++) {
            starts[loading->beside_starts[j]] |= STARTS_BESIDE;
        }
        for (size_t j = 0; j < loading->finite_count; j++) {
            starts[loading->finite[j].word] |= (uint8_t)loading->finite[j].as;
        }
        for (size_t j = 0; j < loading->statement_start_count; j++) {
            starts[loading->statement_starts[j]] |= STARTS_STATEMENT;
        }
        loader->rules->languages[i].starts = starts;
        loader->rules->languages[i].starts_count = count;
    }
    return XC_OK;
}

static void measure_breadth(xc_rules *rules) {
    for (size_t i = 0; i < rules->rule_count; i++) {
        pack_rule *rule = &rules->rules[i];
        int classes = 0;
        for (size_t j = 0; j < MOST_CLASSES / 64; j++) {
            classes += __builtin_popcountll(rule->accepts.bits[j]);
        }
        rule->breadth = (uint16_t)(classes + (rule->accepts_any ? MOST_CLASSES : 0));
    }
}

// `places.bin` lies beside the folder of the packs. Without it claims have no place.
static xc_status open_gazetteer(xc_rules *rules, const char *claims_directory,
                                xc_error *error) {
    xc_slice folder = xc_slice_of(claims_directory);
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/') {
        folder.len--;
    }
    while (folder.len && folder.ptr[folder.len - 1] != '/') {
        folder.len--;
    }
    xc_slice path = xc_arena_print(rules->arena, "%.*splaces.bin", XC_PRINT(folder));
    if (!path.ptr) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_gazetteer_open(path.ptr, &rules->gazetteer, error);
    return status == XC_END ? XC_OK : status;
}

static xc_status load_place_points(pack_loader *loader, const char *claims_directory) {
    xc_slice folder = xc_arena_print(loader->arena, "%s/world", claims_directory);
    return folder.ptr ? place_points_load(folder.ptr, loader->arena,
                                          &loader->rules->place_points, loader->error)
                      : xc_fail_memory(loader->error);
}

// What a text in a language without packs is read with.
static xc_status make_silent(pack_loader *loader) {
    xc_rules *rules = loader->rules;
    const language_rules *first = &rules->languages[0];
    xc_phrases *none = xc_phrases_new();
    rules->silent = (language_rules){.recogniser = first->recogniser,
                                     .splitter = first->splitter,
                                     .grammar = first->grammar,
                                     .frames = first->frames,
                                     .speakers = first->speakers,
                                     .triggers = none,
                                     .tails = none,
                                     .beside = none,
                                     .statements = none,
                                     .class_words = none,
                                     .around = none};
    return none ? XC_OK : xc_fail_memory(loader->error);
}

static xc_status load(pack_loader *loader, const char *claims_directory,
                      const char *const *pack_directories, size_t count) {
    xc_rules *rules = loader->rules;
    rules->classes = xc_arena_array(loader->arena, MOST_CLASSES, sizeof *rules->classes);
    if (!rules->classes) {
        return xc_fail_memory(loader->error);
    }
    rules->class_count = 1;
    xc_status status = add_languages(loader, claims_directory);
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        status = add_user_packs(loader, pack_directories[i]);
    }
    if (status == XC_OK) {
        status = read_files(loader);
    }
    if (status == XC_OK) {
        status = open_gazetteer(rules, claims_directory, loader->error);
    }
    if (status == XC_OK) {
        status = load_place_points(loader, claims_directory);
    }
    measure_breadth(rules);
    if (status == XC_OK) {
        status = mark_starts(loader);
    }
    return status == XC_OK ? make_silent(loader) : status;
}

static xc_rules *rules_new(void) {
    xc_arena *arena = xc_arena_new();
    xc_rules *rules = arena ? xc_arena_alloc(arena, sizeof *rules) : NULL;
    if (!rules) {
        xc_arena_free(arena);
        return NULL;
    }
    rules->arena = arena;
    rules->lexicon = xc_lexicon_new();
    if (!rules->lexicon) {
        xc_rules_free(rules);
        return NULL;
    }
    return rules;
}

xc_status xc_rules_load(const char *claims_directory, const char *const *pack_directories,
                        size_t count, xc_rules **out, xc_error *error) {
    *out = NULL;
    xc_error own = {0};
    xc_rules *rules = rules_new();
    if (!rules) {
        return xc_fail_memory(error);
    }
    pack_loader loader = {.rules = rules, .arena = rules->arena, .error = error ? error : &own};
    loader.languages.arena = loader.packs.arena = loader.topics.arena = rules->arena;
    loader.measures.arena = loader.classes.arena = loader.rule_labels.arena = rules->arena;
    xc_status status = load(&loader, claims_directory, pack_directories, count);
    for (size_t i = 0; i < loader.file_count; i++) {
        pack_yaml_release(&loader.files[i].yaml);
    }
    if (status != XC_OK) {
        xc_rules_free(rules);
        return status;
    }
    *out = rules;
    return XC_OK;
}

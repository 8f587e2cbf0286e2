# The figures in the tables of the scorers, one `name value` a line. figures.sh writes `# SCORER`
# before each table.
function give(name, value) { if (value != "-" && value != "") print name, value }
function share(right, of) { return of > 0 ? sprintf("%.3f", right / of) : "" }
# The word behind the nth `word` of the line.
function behind(word, nth, i) {
    for (i = 1; i < NF; i++) if ($i == word && --nth <= 0) return $(i + 1)
    return "-"
}
/^# / { scorer = $2; part = $3; next }

# Claims: F1, and recall alone where the gold is not exhaustive. A measure of less than ten rows says
# nothing by itself.
scorer == "claims" && /^counted/ {
    give("counted", NF == 7 ? $5 : $7)
    if (NF > 7) { give("precision", $5); give("recall", $6) }
    next
}
scorer == "claims" && /^measure / { measures = 1; next }
scorer == "claims" && NF == 0 {
    if (weakest != "") give("weakest_recall", weakest)
    measures = 0
    weakest = ""
}
measures && /^[a-z_]+ / && $1 != "all" && $NF >= 10 {
    recall = NF == 4 ? $2 : $3
    if (NF > 4) give($1, $4)
    give($1 "_recall", recall)
    if ($1 !~ /^(event|status)$/ && (weakest == "" || recall + 0 < weakest + 0)) weakest = recall
}
scorer == "claims" && NF == 3 && $3 ~ /^[0-9]+\/[0-9]+$/ { give($1, $2) }
/^reported as counted claims/ { give("not_claims", $NF) }
/^false alarms/ { give(/\(trap\)/ ? "traps" : "quiet", $(NF - 2)) }
/^groups, pairs/ {
    gsub(/[;(),]/, " ")
    $0 = $0
    give("groups", behind("f1", 1))
    give("groups_precision", behind("precision", 1))
    give("groups_recall", behind("recall", 1))
    give("groups_end_to_end", behind("end", 2))
    # verdict right in RIGHT of ALL matched groups
    for (i = 4; i < NF; i++) if ($i == "matched") { right = $(i - 3); of = $(i - 1) }
    give("verdicts", share(right, of))
    give("matched_groups", of)
    give("b_cubed", behind("f1", 2))
    give("b_cubed_precision", behind("precision", 2))
    give("b_cubed_recall", behind("recall", 3))
    give("agree_called_conflict", behind("conflict", 1))
}
# What a report shows, and how much of it is true.
scorer == "shown" && /^(all|loud) / {
    name = $1 == "all" ? "shown" : "loud"
    give(name, $3)
    give(name "_one_thing", behind("thing", 1))
    give(name "_verdict", behind("verdict", 1))
}
/^comparisons of counts over pages gathered at random/ {
    gsub(/[,:)]/, " ")
    $0 = $0
    give("random_true", behind("true", 1))
    give("random_false", behind("false", 1))
    give("random_false_loud", $NF)
}
scorer == "parts" && NF > 1 { give($1, share($2, $4)) }

scorer == "attribution" && /^(counted|all) / {
    name = $1 == "all" ? "all_" : ""
    give(name "attributed_precision", behind("precision", 1))
    give(name "attributed_recall", behind("recall", 1))
    give(name "attributed_name", behind("right", 2))
}
scorer == "places" && /^(counted|all) / {
    name = $1 == "all" ? "all_" : ""
    give(name "place_real", behind("real", 1))
    give(name "place_in_view", behind("view", 1))
    give(name "place_given", behind("given", 1))
    give(name "place_only_one", behind("one", 1))
}
# Sentences of our own: rows, claims, constructions; the last lines are over all families.
scorer == "battery" && NF >= 9 && $(NF - 6) ~ /^[0-9.]+$/ && !/^mean/ {
    name = $1
    for (i = 2; i <= NF - 8; i++) name = name "_" $i
    gsub(/[^A-Za-z_]/, "", name)
    right = sprintf("%.3f", $(NF - 6) / 100)
    if (name != "ALL") { give("family_" name, right); next }
    give("rows_right", right)
    give("rows_found", sprintf("%.3f", $(NF - 5) / 100))
    give("precision", $(NF - 4))
    give("recall", $(NF - 3))
    give("counted", $(NF - 2))
    give("subject", sprintf("%.3f", $(NF - 1) / 100))
}
scorer == "battery" && /^mean over families/ {
    gsub(/[;,\/]/, " ")
    $0 = $0
    give("constructions_right", share(behind("right", 1), behind("constructions:", 1)))
    silent = behind("right", 2)
    for (i = 1; i < NF; i++) {
        if ($i == silent && $(i - 1) == "right") give("silent_rows", share($i, $(i + 1)))
        if ($i == "asserted") give("modality", share($(i + 1), $(i + 2)))
        if ($i == "part") give("part_of", share($(i + 1), $(i + 2)))
    }
}
scorer == "cases" && /^(pass|FAIL) / {
    kind = $2
    sub(/-.*/, "", kind)
    kinds[kind] += $1 == "pass"
}
END { for (kind in kinds) give(kind, kinds[kind]) }
# Pages: what Scrapinghub's set says of the body stands in the table of all.
scorer == "pages" {
    name = part == "all" ? "" : part "_"
    if (/^body +pages/ && part == "all") {
        give("body", behind("f1", 1))
        give("body_precision", behind("precision", 1))
        give("body_recall", behind("recall", 1))
    }
    if (/^body \(snapshot\)/ && part == "all") give("body_readability", behind("f1", 1))
    if (/^segments/) {
        give("segments", behind("f", 1))
        give("segments_include", behind("include", 1))
        give("segments_exclude", behind("exclude", 1))
        give("comments_absent", behind("comments", 1))
    }
    if (/^(title|published|source|author) /) {
        give(name $1, behind("right", 1))
        if (part == "all") give($1 "_given", behind("given", 1))
    }
}
# Quantities: F1 of the value, and of the value with its hedge.
/^one-to-one/ {
    give("one_to_one_value", $4 / 100)
    give("one_to_one_unit", $7 / 100)
    give("one_to_one_hedge", $10 / 100)
}
/^as published/ { give("published_value", $5 / 100); give("published_hedge", $11 / 100) }
# Numbers and times: the share of cases that are exactly right; of spans found; of values right.
/^(number|range|percent|ordinal|money|dimension|duration|date|period) / && NF == 9 {
    if ($4 != "-") give($1, $4 / 100)
    if ($6 != "-") give($1 "_recall", $6 / 100)
    if ($7 != "-") give($1 "_value", $7 / 100)
}

# The figures in the tables of the scorers, one `name value` a line.
function give(name, value) { if (value != "-") print name, value }
function behind(word, i) { for (i = 1; i < NF; i++) if ($i == word) return i + 1 }
# Claims: the F1 of a row, or its recall where the gold is not exhaustive.
/^counted/ && NF == 7 { give("counted", $5) }
/^counted/ && NF > 7 { give("counted", $7); give("precision", $5); give("recall", $6) }
/^(event|status) / { give($1, $4) }
NF == 3 && $3 ~ /^[0-9]+\/[0-9]+$/ { give($1, $2) }
/^reported as counted claims/ { give("not_claims", $NF) }
/^false alarms/ { give(/\(trap\)/ ? "traps" : "quiet", $(NF - 2)) }
/^groups, pairs/ {
    give("groups", $behind("f1") + 0)
    give("groups_end_to_end", $(behind("end") + 2))
    right = behind("right")
    if ($(right + 3) > 0) give("verdicts", sprintf("%.3f", $(right + 1) / $(right + 3)))
}
# Quantities: F1 of the value, and of the value with its hedge.
/^one-to-one/ { give("one_to_one_value", $4 / 100); give("one_to_one_hedge", $10 / 100) }
/^as published/ { give("published_value", $5 / 100); give("published_hedge", $11 / 100) }
# Numbers and times: the share of cases that are exactly right.
/^(number|range|percent|money|dimension|duration|date|period) / && NF == 9 { give($1, $4 / 100) }

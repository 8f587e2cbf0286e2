# Joins what is reached with its floors and bars: all.sh says what it prints.
# input: another build's table (set, figure, reached, ...), `set figure value` lines, figures.csv.
function line(set, figure, floor, bar, most, value, met, old) {
    value = (set, figure) in reached ? reached[set, figure] : "none"
    if (markdown) {
        met = ""
        if (bar != "") {
            # Nothing that was counted is no miss where less is wanted.
            if (value == "none") met = most || bar == 0 ? "yes" : "**no**"
            else met = (most ? value + 0 <= bar + 0 : value + 0 >= bar + 0) ? "yes" : "**no**"
        }
        gsub(/_/, " ", figure)
        if (most && bar != "") bar = "at most " bar
        if (most) floor = "at most " floor
        printf "| %s | %s | %s | %s | %s | %s |\n", set, figure, value, floor, bar, met
        return
    }
    printf "%s\t%s\t%s\t%s\t%s", set, figure, value, (most ? "<=" : "") floor, (most && bar != "" ? "<=" : "") bar
    if (against != "/dev/null") {
        old = (set, figure) in before ? before[set, figure] : "none"
        printf "\t%s\t%s", old, old == "none" || value == "none" ? "" : sprintf("%+.3f", value - old)
    }
    printf "\n"
}
BEGIN { OFS = "\t"; tsv = "\t" }
FILENAME == against { split($0, word, tsv); before[word[1], word[2]] = word[3]; next }
FILENAME !~ /figures\.csv$/ {
    reached[$1, $2] = $3
    names[$1] = names[$1] " " $2
    next
}
/^#/ || /^set,/ { next }
{
    split($0, row, ",")
    n = ++asked[row[1]]
    figure_of[row[1], n] = row[2]
    most_of[row[1], n] = row[3] == "most"
    floor_of[row[1], n] = row[4]
    bar_of[row[1], n] = row[5]
    has_floor[row[1], row[2]] = 1
}
END {
    if (markdown) print "| set | figure | reached | floor | bar | met |\n| --- | --- | --- | --- | --- | --- |"
    else print "set\tfigure\treached\tfloor\tbar" (against != "/dev/null" ? "\tbefore\tchange" : "")
    count = split(sets, order, " ")
    for (s = 1; s <= count; s++) {
        set = order[s]
        for (n = 1; n <= asked[set]; n++) {
            line(set, figure_of[set, n], floor_of[set, n], bar_of[set, n], most_of[set, n])
        }
        if (markdown) continue
        more = split(names[set], name, " ")
        for (i = 1; i <= more; i++) if (!((set, name[i]) in has_floor)) line(set, name[i], "", "", 0)
    }
}

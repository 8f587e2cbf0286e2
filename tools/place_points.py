#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learns claims/world/place_points.csv: what speaks for a place of a text as that of a claim.

    tools/place_points.py BUILD [SHARED]

BUILD is a build folder with bin/crossclaim and bin/place_rows (target place_rows), SHARED the folder that
holds gold/, corpus/ and score/: ../shared. Needs numpy. A conditional logit model over the places that
place_rows gives for each claim: the points of the right ones are to outweigh those of the others
(McFadden 1974). Where several places are right, or one is named several times, their sum counts.
Printed are the shares of right places with one topic at a time left out of the learning; the file is
learnt from all of them. No sentence goes into the file: numbers of features alone.
"""
import csv, json, os, re, subprocess, sys, tempfile
import numpy as np

top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
build = sys.argv[1]
shared = sys.argv[2] if len(sys.argv) > 2 else os.path.join(top, "..", "shared")
gold_folder = os.path.join(shared, "gold")
sys.path.insert(0, os.path.join(shared, "score"))
import claims as scorer  # noqa: E402

HEAVY = 12.0   # of the penalty on large points
ROUNDS = 150
NO_BIN = 255
# Set: files of its gold, input, weight of a claim, whether measures that the gold lacks are left out.
SETS = {
    "events-dev": (["claims.jsonl"], None, 1.0, False),
    "displacement-dev": (["claims.jsonl"], None, 1.4, True),
    "gva-dev": (["gold.jsonl"], None, 0.9, False),
    "karabakh": (["claims.jsonl"], "corpus/karabakh-2023.txt", 1.5, False),
    "idetect-dev": (["gold.jsonl", "extra.jsonl"], None, 1.8, True),
    "incidents-dev": (["gold.jsonl"], "gold/incidents-dev/docs.jsonl", 0.1, False),
    "muc-dev": (["gold.jsonl"], None, 0.3, False),
    "toponyms-dev": ([], None, 0.55, False),
}


def features():
    """Names and numbers of bins, as extract/rules/place_points.h has them."""
    with open(os.path.join(top, "src/extract/rules/place_points.h"), encoding="utf-8") as header:
        return [(name, int(bins)) for name, bins in re.findall(r"FEATURE\((\w+), (\d+)\)", header.read())]


FEATURES = features()
OFFSETS = np.cumsum([0] + [bins for _, bins in FEATURES])


def run(name, scratch):
    """The options of each claim of a set by (document, start, measure), and its claims."""
    given = SETS[name][1]
    source = os.path.join(gold_folder, name, "sources.csv")
    has = os.path.exists(source)
    documents = os.path.join(shared, given) if given else os.path.join(gold_folder, name, "docs")
    rows = subprocess.run([f"{build}/bin/place_rows", os.path.join(build, "share/crossclaim/claims"), source if has else "-", documents],
                          stdout=subprocess.PIPE, check=True).stdout
    options = {}
    for line in rows.splitlines():
        row = json.loads(line)
        options[(row["document"], row["start"], row["measure"])] = row["options"]
    path = os.path.join(scratch, name + ".jsonl")
    with open(path, "wb") as out:
        command = [f"{build}/bin/crossclaim", "extract"] + (["--sources", source] if has else []) + [documents]
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True)
    return options, scorer.read(path)


def fold_of(name, document):
    """What is left out together: a topic, a share of the incidents, a set."""
    if name in ("events-dev", "displacement-dev"):
        return name + "/" + document.split("/")[0]
    if name == "gva-dev":
        return f"{name}/{int(document.split('/')[0]) % 4}"
    if name in ("karabakh",):
        return name
    return f"{name}/{sum(map(ord, document)) % 3}"


def known_claims(name, claims):
    """Claims of a set with a test of the places that are right."""
    files, _, _, only = SETS[name]
    gold = [row for file in files for row in scorer.read(os.path.join(gold_folder, name, file))]
    for i, row in enumerate(gold):
        row["_i"] = i
    if only:
        measures = {m for row in gold for m in scorer.options(row, "measure")}
        claims = [c for c in claims if c["measure"] in measures]
        for i, claim in enumerate(claims):
            claim["_i"] = i
    for g, c in sorted(scorer.align(gold, claims).items()):
        if "place" in gold[g]:
            wanted = scorer.options(gold[g], "place")
            yield claims[c], lambda place, wanted=wanted: any(scorer.right("place", w, place) for w in wanted)


def only_places(claims):
    """Claims whose sentence names one marked place, which is taken to be theirs."""
    names, countries = {}, {}
    with open(os.path.join(top, "claims/world/places.csv"), encoding="utf-8") as table:
        for row in csv.DictReader(line for line in table if not line.startswith("#")):
            for name in [row["name"]] + row["alternatives"].split("|") + row["demonyms"].split("|"):
                if name:
                    names.setdefault(scorer.norm(name), set()).add(scorer.norm(row["name"]))
                    countries.setdefault(scorer.norm(name), set()).add((row["country"], row["kind"] == "country"))
    marked = {}
    for row in scorer.read(os.path.join(gold_folder, "toponyms-dev/toponyms.jsonl")):
        marked.setdefault(row["document"], []).append(row)

    def right(place, toponym):
        p, t = scorer.norm(place), scorer.norm(toponym["text"])
        land = {country for country, is_country in countries.get(t, ()) if is_country}
        same = p in (t, scorer.norm(toponym.get("name"))) or names.get(p, {p}) & names.get(t, {t})
        return bool(p) and bool(same or land & {country for country, _ in countries.get(p, ())})

    for claim in claims:
        if claim.get("within") != "text" or claim["document"] not in marked:
            continue
        with open(os.path.join(gold_folder, "toponyms-dev/docs", claim["document"]), "rb") as file:
            text = file.read()
        evidence = claim["evidence"].encode()
        at = text.rfind(evidence, 0, claim["start"] + len(evidence))
        here = [t for t in marked[claim["document"]] if at <= t["start"] and t["end"] <= at + len(evidence)]
        if at >= 0 and len({scorer.norm(t["text"]) for t in here}) == 1:
            yield claim, lambda place, toponym=here[0]: right(place, toponym)


def samples():
    """Set, fold, weight, places, bins, right ones of each claim that is known and has a choice."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, (_, _, weight, _) in SETS.items():
            options, claims = run(name, scratch)
            known = only_places(claims) if name == "toponyms-dev" else known_claims(name, claims)
            for claim, is_right in known:
                mine = options.get((claim["document"], claim["start"], claim["measure"]))
                if mine:
                    right = np.array([is_right(option[0]) for option in mine])
                    found.append((name, fold_of(name, claim["document"]), weight,
                                  np.array([option[1:] for option in mine]), right))
    return found


def learn(chosen):
    """Points of every bin, in hundredths of a log-odd."""
    chosen = [s for s in chosen if s[4].any() and not s[4].all()]
    group = np.concatenate([np.full(len(s[4]), i) for i, s in enumerate(chosen)])
    right = np.concatenate([s[4] for s in chosen])
    weight = np.array([s[2] for s in chosen])[group]
    bins = np.concatenate([s[3] for s in chosen])
    option, feature = np.nonzero(bins != NO_BIN)
    at = OFFSETS[feature] + bins[option, feature]
    starts = np.concatenate([[0], np.nonzero(np.diff(group))[0] + 1])
    size, points = int(OFFSETS[-1]), np.zeros(int(OFFSETS[-1]))
    mean, square = np.zeros(size), np.zeros(size)
    for step in range(1, ROUNDS + 1):
        sums = np.bincount(option, points[at], len(group))
        sums -= np.maximum.reduceat(sums, starts)[group]
        shares = np.exp(sums)
        wanted = shares * right
        shares = shares / np.add.reduceat(shares, starts)[group]
        wanted = wanted / (np.add.reduceat(wanted, starts) + 1e-12)[group]
        slope = np.bincount(at, ((wanted - shares) * weight)[option], size) - HEAVY * points
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        pace = 0.08 if step < ROUNDS * 0.6 else 0.02
        points += pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return np.round(points * 100).astype(int)


def is_right(points, sample):
    bins = sample[3]
    sums = np.where(bins == NO_BIN, 0, points[np.minimum(OFFSETS[:-1] + bins, len(points) - 1)]).sum(axis=1)
    return bool(sample[4][int(np.argmax(sums))])


def main():
    found = samples()
    hits = {}
    for fold in sorted({s[1] for s in found}):
        points = learn([s for s in found if s[1] != fold])
        for s in found:
            if s[1] == fold:
                hits.setdefault(s[0], []).append(is_right(points, s))
    for name, hit in hits.items():
        print(f"{name:<18} left out {sum(hit)}/{len(hit)} = {sum(hit) / len(hit):.3f}")
    points = learn(found)
    with open(os.path.join(top, "claims/world/place_points.csv"), "w", encoding="utf-8") as out:
        out.write("# Learnt by tools/place_points.py; do not edit. src/extract/place/features.c says what the bins are.\n")
        out.write("feature,bin,points\n")
        for i, (name, bins) in enumerate(FEATURES):
            for k in range(bins):
                if points[OFFSETS[i] + k]:
                    out.write(f"{name},{k},{points[OFFSETS[i] + k]}\n")


main()

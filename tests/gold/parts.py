#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Are parts led to their whole? parts.py SCORE_FOLDER GOLD.jsonl CLAIMS.jsonl

Over the required rows of the gold:
  part_of          the gold names the whole (part_of): the claim's own names the claim of that row,
                   or of one that says the same; of all such rows, found or not
  part_of_subset   the gold says only that it is a part of a total (subset): the claim is a part of
                   something; of all such rows, found or not
  part_of_nothing  the gold marks parts, and this row is none: the claim is part of nothing; of the
                   rows that were found
Prints `name RIGHT of ALL`.
"""
import collections
import sys


def statement(row):
    return (row["document"], str(row.get("repeat_of") or row["_id"]))


def main(folder, gold_path, claims_path):
    sys.path.insert(0, folder)
    import claims as score

    counted = lambda rows: [r for r in rows if r["measure"] not in score.FACT]
    gold, found = counted(score.read(gold_path)), counted(score.read(claims_path))
    for rows in (gold, found):
        for i, row in enumerate(rows):
            row["_i"] = i
    pairs = score.align(gold, found)
    said = collections.defaultdict(set)
    for at, claim_at in pairs.items():
        said[statement(gold[at])].add(found[claim_at]["_id"])
    marks = any("part_of" in row or "subset" in row for row in gold)
    right = collections.Counter()
    of = collections.Counter()
    for at, row in enumerate(gold):
        if row.get("optional"):
            continue
        got = found[pairs[at]].get("part_of") or "" if at in pairs else ""
        if "part_of" in row:
            of["part_of"] += 1
            right["part_of"] += got in said[(row["document"], row["part_of"])]
        elif row.get("subset"):
            of["part_of_subset"] += 1
            right["part_of_subset"] += bool(got)
        elif at in pairs and marks:
            of["part_of_nothing"] += 1
            right["part_of_nothing"] += not got
    for name, count in of.items():
        print(name, right[name], "of", count)


if __name__ == "__main__":
    main(*sys.argv[1:])

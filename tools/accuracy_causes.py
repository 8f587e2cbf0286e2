#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Says why claims of the gold were missed and others reported that it has not: counts by cause.

    accuracy_causes.py [--partial] PROGRAM SCORE_FOLDER GOLD.jsonl CLAIMS.jsonl [DOCUMENTS]

Prints rows of a Markdown table: the cause, how many, and up to four documents. It works by general
signs and copies no text. --partial: the gold is not exhaustive, so nothing is a false alarm.
DOCUMENTS: the folder of the texts, for a gold that holds places in them and no sentences.
"""
import collections
import json
import os
import re
import subprocess
import sys


def sentence_of(row, folder):
    """The row's sentence, or what stands around its place up to a full stop or a new line."""
    if row.get("evidence") or not folder:
        return str(row.get("evidence") or "")
    with open(os.path.join(folder, row["document"]), "rb") as file:
        text = file.read()
    stop = rb"[.?!]\W*\s|\n"
    first = max([m.end() for m in re.finditer(stop, text[:row["start"]])], default=0)
    behind = re.search(stop, text[row["end"]:])
    last = row["end"] + behind.start() if behind else len(text)
    return text[first:last].decode("utf-8", "replace")


def recognised(program, rows):
    """The quantities that the program sees in the sentence of each row."""
    lines = "".join(" ".join(row["evidence"].split()) + "\n" for row in rows)
    done = subprocess.run([program, "explain", "--format", "jsonl", "--lines"], check=True,
                          input=lines.encode(), stdout=subprocess.PIPE)
    return [json.loads(line).get("quantities") or [] for line in done.stdout.decode().splitlines()]


def same_number(score, row, quantity):
    if score.num(row.get("value")) is None:
        return quantity.get("value") is None and score.num(quantity.get("low")) == score.num(row.get("low"))
    return score.num(quantity.get("value")) == score.num(row.get("value"))


def touches(score, one, other):
    return score.overlap(one, other) > 0 or score.same_sentence(one, other)


def why_missed(score, row, claims, quantities):
    near = [c for c in claims if touches(score, row, c)]
    mine = [c for c in near if c["measure"] in score.options(row, "measure")]
    if any(same_number(score, row, c) for c in near if c not in mine):
        return "found under another measure"
    if any(score.overlap(row, c) > 0 for c in mine):
        return "found with another value"
    if any(same_number(score, row, q) for q in quantities):
        return "the number is recognised, no rule counts it"
    if all(score.num(row.get(field)) is None for field in ("value", "low", "high")):
        return "the claim has no figure"
    if score.num(row.get("value")) == 1:
        return "one person or thing, told by an article or a name"
    return "the number is not recognised as the gold has it"


def why_reported(score, claim, gold, missed):
    near = [g for g in gold if touches(score, g, claim)]
    same = [g for g in near if claim["measure"] in score.options(g, "measure")]
    if any(same_number(score, g, claim) for g in same):
        return "told once more than the gold tells it"
    if any(same_number(score, g, claim) for g in near if g in missed):
        return "found under another measure"
    if any(score.overlap(g, claim) > 0 for g in same):
        return "found with another value"
    if near:
        return "a figure beside claims of the gold in one sentence"
    return "a figure in a sentence without a claim"


def wrong_attributes(score, gold, claims, pairs):
    """Documents by attribute and by what is wrong with it, of the matched claims."""
    causes = collections.defaultdict(list)
    for at, claim_at in pairs.items():
        row, claim = gold[at], claims[claim_at]
        for field in (f for f in score.ATTRS if f in row):
            wanted, got = score.options(row, field), claim.get(field)
            if any(score.right(field, want, got) for want in wanted):
                continue
            empty = got in (None, "")
            kind = "none found" if empty else "found where the gold has none" if row[field] in (None, "") else "another"
            causes[f"{field}: {kind}"].append(row["document"])
    return causes


def table(kind, causes):
    for cause, documents in sorted(causes.items(), key=lambda item: (-len(item[1]), item[0])):
        named = sorted(set(documents))
        more = f" and {len(named) - 4} more" if len(named) > 4 else ""
        print(f"| {kind} | {cause} | {len(documents)} | {', '.join(named[:4])}{more} |")


def main(arguments):
    partial = "--partial" in arguments
    program, folder, gold_path, claims_path, *documents = [a for a in arguments if a != "--partial"]
    sys.path.insert(0, folder)
    import claims as score

    counted = lambda rows: [r for r in rows if r["measure"] not in score.FACT]
    gold, claims = counted(score.read(gold_path)), counted(score.read(claims_path))
    known = {m for g in gold for m in score.options(g, "measure")}
    for rows in (gold, claims):
        for i, row in enumerate(rows):
            row["_i"] = i
    pairs = score.align(gold, claims)
    for row in gold:
        row["evidence"] = sentence_of(row, documents and documents[0])
    _, _, missed, spurious = score.score_claims(gold, claims, pairs)
    of_document = collections.defaultdict(list)
    gold_of = collections.defaultdict(list)
    for claim in claims:
        of_document[claim["document"]].append(claim)
    for row in gold:
        gold_of[row["document"]].append(row)
    causes = collections.defaultdict(list)
    for row, quantities in zip(missed, recognised(program, missed)):
        causes[why_missed(score, row, of_document[row["document"]], quantities)].append(row["document"])
    table("missed", causes)
    causes = collections.defaultdict(list)
    for claim in spurious:
        if claim["measure"] in known and not partial:
            causes[why_reported(score, claim, gold_of[claim["document"]], missed)].append(claim["document"])
    table("false alarm", causes)
    table("attribute", wrong_attributes(score, gold, claims, pairs))


if __name__ == "__main__":
    main(sys.argv[1:])

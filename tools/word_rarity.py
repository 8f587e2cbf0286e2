#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learns how rare a word is in news: word_rarity.py PROGRAM SHARED > claims/world/word_rarity.csv

A row is the first six letters of a word, as src/compare/similarity.c cuts it, and twice the binary
logarithm of one over the share of texts that have it. Texts of many outlets and years count, of a
folder on one story only the first few, so that no story's words pass for common ones. A word of
fewer than LEAST texts is left out: the program takes it for RAREST. Numbers only; no sentence of
the texts is kept.
"""
import glob, json, math, re, subprocess, sys
from collections import Counter

LEAST, A_STORY = 8, 2

def texts(program, shared):
    gold = shared + "/gold"
    for name in ("polnear-dev", "toponyms-dev", "muc-dev", "idetect-dev"):
        for path in sorted(glob.glob(f"{gold}/{name}/docs/**/*.txt", recursive=True)):
            yield open(path, encoding="utf-8", errors="replace").read()
    for name in ("events-dev", "gva-dev", "displacement-dev", "timelines-dev"):
        seen = Counter()
        for path in sorted(glob.glob(f"{gold}/{name}/docs/**/*.txt", recursive=True)):
            story = path.rsplit("/", 1)[0]
            seen[story] += 1
            if seen[story] <= A_STORY:
                yield open(path, encoding="utf-8", errors="replace").read()
    pages = subprocess.run([program, "text", "--format", "jsonl", gold + "/pages-dev/pages"],
                           capture_output=True, check=False).stdout.decode()
    for line in filter(None, pages.split("\n")):
        page = json.loads(line)
        if page.get("language") in ("", "en"):
            yield page["title"] + "\n" + page["text"]

def main():
    count, total = Counter(), 0
    for text in texts(sys.argv[1], sys.argv[2]):
        words = {w[:6].lower() for w in re.findall(r"[A-Za-z]{3,}", text)}
        if len(words) > 30:
            count.update(words)
            total += 1
    print("# How rare a word is in news: 0 in every text; made by tools/word_rarity.py, do not edit.")
    print("stem,rarity")
    for stem in sorted(count):
        if count[stem] >= LEAST:
            print(f"{stem},{round(2 * math.log2(total / count[stem]))}")

main()

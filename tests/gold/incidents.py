#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is each incident one happening? incidents.py GOLD.jsonl CLAIMS.jsonl GROUPS.jsonl

The folder of a document tells what it is about: a topic, or one shooting. Of the documents that the
gold knows and that claims of incidents stand in:
  incident_pure   documents that are of their incident's most common folder
  incident_whole  documents of a folder that are in the incident that holds most of it
Prints `name RIGHT of ALL`.
"""
import collections
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def folder(document):
    return document.split("/")[0]


def main(gold_path, claims_path, groups_path):
    known = {row["document"] for row in read(gold_path)}
    document = {claim["id"]: claim["document"] for claim in read(claims_path)}
    told = collections.defaultdict(set)
    for group in read(groups_path):
        if group["incident"]:
            told[group["incident"]] |= {document[claim] for claim in group["members"]} & known
    pure = sum(max(collections.Counter(map(folder, of)).values()) for of in told.values() if of)
    held = collections.defaultdict(collections.Counter)
    whole = collections.defaultdict(set)
    for incident, of in told.items():
        for one in of:
            held[folder(one)][incident] += 1
            whole[folder(one)].add(one)
    print("incident_pure", pure, "of", sum(map(len, told.values())))
    print("incident_whole", sum(max(of.values()) for of in held.values()), "of",
          sum(map(len, whole.values())))


main(*sys.argv[1:])

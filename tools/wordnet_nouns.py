#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the broad nouns of English: persons, buildings, vehicles, weapons, things by class, from WordNet.

    tools/wordnet_nouns.py WORDNET

WORDNET is the folder of WordNet 3.0's database (Debian: wordnet-base, /usr/share/wordnet). Writes
claims/en/subjects_wide.csv; what the hand-made tables and packs name is left out, so that they win.

A noun that means several things is taken only where its first sense is a person (a building ...)
and three of four of its tagged uses are so; a rare one only where it means nothing else. Nouns
stand in the plural alone: "12 dancer shoes" are no people. What is an adjective too is left out,
and so is what WordNet itself calls a slur or offensive. Things are what no measure of persons counts
("five missing pages"): nouns that are used often and never for a person, a group, an animal, a place
or something built.
"""
import collections
import csv
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ENGLISH = os.path.join(HERE, "..", "claims", "en")
# Class of subjects.csv, and the WordNet nouns (lemma, sense) that it takes with all below them.
# The first that fits wins.
NOUNS = [
    ("medics", [("health_professional", 1)]),
    ("workers", [("worker", 1), ("skilled_worker", 1)]),
    ("people", [("person", 1)]),
    ("houses", [("house", 1), ("dwelling", 1)]),
    ("buildings", [("building", 1)]),
    ("weapons", [("gun", 1), ("firearm", 1), ("explosive_device", 1)]),
    ("vehicles", [("motor_vehicle", 1)]),
    ("aircraft", [("aircraft", 1)]),
    ("ships", [("vessel", 2)]),
]
TAGGED_SHARE = 0.75
# What things are not, and how often such a noun is tagged at least.
NO_THINGS = [("person", 1), ("people", 1), ("group", 1), ("animal", 1), ("location", 1), ("structure", 1),
             ("vehicle", 1), ("weapon", 1), ("body_part", 1), ("death", 1)]
THING_USES = 3
PERSON_SENSES = 3  # "relations": of the first senses none is a person
# Beings of myth and belief are no people here.
NOT_BELOW = [("imaginary_being", 1), ("spiritual_being", 1)]
NOTICE = """\
# From WordNet 3.0, Copyright 2006 by Princeton University, used under its licence
# (https://wordnet.princeton.edu/license-and-commercial-use); docs/licences.md has the notice.
# Made by tools/wordnet_nouns.py: change the script, not this table.
class,parent,unit,words
"""


class Wordnet:
    """Senses and what they are kinds of, of one part of speech."""

    def __init__(self, folder, part):
        self.senses, self.above, self.forms, self.slurs = {}, {}, {}, set()
        for line in self.lines(folder, "index." + part):
            cells = line.split()
            self.senses[cells[0]] = cells[-int(cells[2]):]
        for line in self.lines(folder, "data." + part):
            cells = line.split()
            count = int(cells[3], 16)
            self.forms[cells[0]] = [cells[4 + 2 * i] for i in range(count)]
            at = 4 + 2 * count
            if re.search(r"\bslur\b|offensive|disparaging|derogatory", line.partition("|")[2]):
                self.slurs.add(cells[0])
            self.above[cells[0]] = [cells[at + 2 + 4 * i] for i in range(int(cells[at])) if cells[at + 1 + 4 * i] == "@"]
        self.below = collections.defaultdict(list)
        for child, parents in self.above.items():
            for parent in parents:
                self.below[parent].append(child)

    @staticmethod
    def lines(folder, name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return [line for line in file if not line.startswith("  ")]

    def closure(self, roots):
        """All senses below some (lemma, number)."""
        todo, found = [self.senses[lemma][number - 1] for lemma, number in roots], set()
        while todo:
            sense = todo.pop()
            if sense not in found:
                found.add(sense)
                todo += self.below[sense]
        return found


def tag_counts(folder, mark):
    """lemma -> {sense number: uses in the tagged texts}."""
    counts = collections.defaultdict(dict)
    with open(os.path.join(folder, "cntlist.rev"), encoding="utf-8") as file:
        for line in file:
            key, number, uses = line.split()
            lemma, rest = key.split("%")
            if rest[0] == mark:
                counts[lemma][int(number)] = int(uses)
    return counts


def plural(noun):
    head, _, last = noun.rpartition(" ")
    if last.endswith("man") and last not in ("human", "german", "shaman"):
        last = last[:-3] + "men"
    elif re.search(r"(s|x|z|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return (head + " " + last).strip()


def named_by_hand():
    """Every word that subjects.csv, grammar.csv or a rule has; examples aside."""
    packs = os.path.join(ENGLISH, "packs")
    files = [os.path.join(ENGLISH, name) for name in ("subjects.csv", "grammar.csv")]
    files += [os.path.join(packs, name) for name in sorted(os.listdir(packs))]
    words = set()
    for path in files:
        with open(path, encoding="utf-8") as file:
            text = re.sub(r'text: ".*?"|- ".*?\."$|^ *[a-z_]+:', "", file.read(), flags=re.M)
            words.update(re.findall(r"[a-z][a-z-]*", text.lower()))
    return words


def nouns(folder):
    net, counts, hand = Wordnet(folder, "noun"), tag_counts(folder, "1"), named_by_hand()
    adjectives = set(Wordnet(folder, "adj").senses)
    apart = net.closure(NOT_BELOW)
    taken, rows = set(), []
    for name, roots in NOUNS:
        inside = net.closure(roots) - apart
        words = []
        for lemma, senses in net.senses.items():
            word = lemma.replace("_", " ")
            if lemma in taken or senses[0] not in inside or not re.fullmatch(r"[a-z]{3,}( [a-z]{3,})?", word):
                continue
            uses = counts.get(lemma, {})
            good = sum(n for i, n in uses.items() if i <= len(senses) and senses[i - 1] in inside)
            proper = not any(form.split("(")[0] == lemma for form in net.forms[senses[0]])
            rare = not uses and (" " in word or not inside.issuperset(senses))
            if senses[0] in net.slurs or proper or rare or lemma in adjectives or (uses and good < TAGGED_SHARE * sum(uses.values())):
                continue
            taken.add(lemma)
            if word not in hand and word.split()[-1] not in hand:
                words.append(word)
        rows.append((name, sorted(words)))
    return rows + [("/things", things(net, counts, taken, adjectives, hand))]


def things(net, counts, taken, adjectives, hand):
    other, persons, words = net.closure(NO_THINGS), net.closure([("person", 1)]), []
    for lemma, senses in net.senses.items():
        uses = counts.get(lemma, {})
        often = sum(uses.values()) >= THING_USES
        apart = not any(senses[i - 1] in other for i in uses if i <= len(senses)) and senses[0] not in other
        person = any(form.split("(")[0] != lemma for sense in senses for form in net.forms[sense]
                     if form.lower() == lemma and sense in other)  # "swede", "Pole"
        person |= any(sense in persons and lemma in net.forms[sense] for sense in senses[:PERSON_SENSES])
        proper = lemma not in net.forms[senses[0]] or re.search(r"[^s]s$", lemma)
        if (often and apart and not person and not proper and lemma not in taken and lemma not in adjectives and lemma not in hand
                and re.fullmatch(r"[a-z]{3,}", lemma)):
            words.append(lemma)
    return sorted(words)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(os.path.join(ENGLISH, "subjects_wide.csv"), "w", encoding="utf-8") as out:
        out.write(NOTICE)
        for name, words in nouns(sys.argv[1]):
            for at in range(0, len(words), 400):
                out.write(f"{name},,,{'|'.join(plural(word) + '*' for word in words[at:at + 400])}\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes sentences with trees, as CoNLL-U, from the grammar of templates.txt: seeded, the same
bytes each time.

    templates.py [--count N] [--seed N] [--grammar FILE] [--not FILE.conllu]... > OUT.conllu

The grammar, a rule a line:
    list NAME TAG: word word ...        words of one Penn tag; "aid_workers" is a compound
    verb NAME: base present past participle gerund; ...
    Name WEIGHT = part part ...         one way to write Name
A part is `*head` or `part>relation`, with `?` in front where it may be left out: a Name, a `$list`,
a form of a verb `@verb.VBD`, a `word/TAG` (`word/TAG/CLASS` where the tag does not tell), `NAME/NNP`
(a name that is no place's), `#` (a figure), or a mark of punctuation.

--not: sentences whose words stand in that file are not written, so that it stays a test.
"""
import argparse
import os
import random
import re
import sys

CLASSES = {"CD": "NUM", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "MD": "AUX", "IN": "ADP",
           "DT": "DET", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "WRB": "ADV",
           "CC": "CCONJ", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "TO": "PART",
           "POS": "PART"}
FORMS = ["VB", "VBZ", "VBD", "VBN", "VBG"]
MARKS = {",": ",", ".": ".", "?": ".", ";": ":", ":": ":"}
CLASSES.update({tag: "VERB" for tag in FORMS + ["VBP"]})
STARTS = ["B", "Br", "D", "Dar", "F", "G", "Gr", "H", "J", "K", "Kal", "L", "M", "Mar", "N", "P",
          "R", "S", "Sh", "T", "Tr", "V", "Y", "Z"]
MIDDLES = ["a", "e", "i", "o", "u", "ai", "ou", "ara", "ani", "eri", "ola", "umo", "adi", "iko"]
ENDS = ["n", "r", "s", "k", "l", "m", "sk", "bad", "van", "ra", "la", "na", "po", "ti", "berg",
        "ton", "ki", "dor", "mir", "sha"]
MOST_WORDS = 45


class Grammar:
    def __init__(self, path):
        self.lists, self.verbs, self.rules = {}, {}, {}
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            line = line.strip()
            if line and not line.startswith("#"):
                try:
                    self.take(line)
                except ValueError:
                    sys.exit(f"{path}:{number}: not a list, a verb or a rule: {line}")
        for name, ways in self.rules.items():
            for _, parts in ways:
                for part in parts:
                    self.check(name, part)

    def take(self, line):
        kind, _, rest = line.partition(" ")
        if kind == "list":
            head, words = rest.split(": ", 1)
            name, tag = head.split()
            self.lists[name] = (tag, words.split())
        elif kind == "verb":
            name, words = rest.split(": ", 1)
            self.verbs[name] = [verb.split() for verb in words.split("; ")]
            if any(len(verb) != len(FORMS) for verb in self.verbs[name]):
                raise ValueError(name)
        else:
            left, right = line.split(" = ", 1)
            name, _, weight = left.partition(" ")
            parts = [self.part(text) for text in right.split()]
            if sum(part[1] is None for part in parts) != 1:
                raise ValueError("one head")
            self.rules.setdefault(name, []).append((int(weight or 1), parts))

    @staticmethod
    def part(text):
        if text in MARKS:
            return text, "punct", False
        maybe = text.startswith("?") and len(text) > 1
        symbol, _, relation = text.lstrip("?").partition(">")
        if symbol.startswith("*"):
            return symbol[1:], None, maybe
        if not relation:
            raise ValueError(text)
        return symbol, relation, maybe

    def check(self, name, part):
        symbol = part[0]
        known = (symbol in MARKS or "/" in symbol or symbol == "#" or symbol in self.rules or
                 symbol[0] == "$" and symbol[1:] in self.lists or
                 symbol[0] == "@" and symbol[1:].split(".")[0] in self.verbs)
        if not known:
            sys.exit(f"{name}: nothing is named {symbol}")


class Word:
    def __init__(self, form, tag, cls=None):
        self.form, self.tag, self.cls = form, tag, cls or CLASSES[tag]
        self.head, self.relation = None, None


class Writer:
    def __init__(self, grammar, seed):
        self.grammar = grammar
        self.random = random.Random(seed)

    def pick(self, choices):
        return choices[int(self.random.random() * len(choices))]

    def figure(self):
        chance = self.random.random()
        if chance < 0.6:
            return str(self.pick(range(2, 100)))
        if chance < 0.9:
            return str(self.pick(range(100, 1000)))
        return f"{self.pick(range(1, 90))},{self.pick(range(1000)):03d}"

    def name(self):
        middle = self.pick(MIDDLES) if self.random.random() < 0.4 else ""
        return self.pick(STARTS) + self.pick(MIDDLES) + (middle and "n" + middle) + self.pick(ENDS)

    def several(self, text, tag, first):
        """Words of a list's entry: a compound, or a verb with its object."""
        words = [Word(form, tag if i == 0 or not first else "NN")
                 for i, form in enumerate(text.split("_"))]
        main = words[0] if first else words[-1]
        for word in words:
            if word is not main:
                word.head, word.relation = main, "obj" if first else "compound"
                word.tag = "NN"
                word.cls = "NOUN"
        main.tag = tag
        main.cls = CLASSES[tag]
        return words, main

    def expand(self, symbol):
        """The words of a symbol, and the one that the others hang on."""
        grammar = self.grammar
        if symbol in MARKS:
            word = Word(symbol, MARKS[symbol], "PUNCT")
            return [word], word
        if symbol == "#":
            word = Word(self.figure(), "CD")
            return [word], word
        if "/" in symbol:
            form, tag, *cls = symbol.split("/")
            word = Word(self.name() if form == "NAME" else form, tag, *cls)
            return [word], word
        if symbol[0] == "$":
            tag, words = grammar.lists[symbol[1:]]
            return self.several(self.pick(words), tag, False)
        if symbol[0] == "@":
            name, tag = symbol[1:].split(".")
            form = self.pick(grammar.verbs[name])[FORMS.index("VB" if tag == "VBP" else tag)]
            return self.several(form, tag, True)
        return self.rule(symbol)

    def rule(self, symbol):
        ways = self.grammar.rules[symbol]
        at = self.random.random() * sum(weight for weight, _ in ways)
        for weight, parts in ways:
            at -= weight
            if at < 0:
                break
        words, main, hung = [], None, []
        for name, relation, maybe in parts:
            if maybe and self.random.random() < 0.5:
                continue
            below, top = self.expand(name)
            words += below
            if relation is None:
                main = top
            else:
                hung.append((top, relation))
        for word, relation in hung:
            word.head, word.relation = main, relation
        return words, main


def tidy(words, chance):
    """Marks that meet become one; articles fit; a sentence begins with a capital."""
    kept = []
    for word in words:
        if word.tag in (",", ".", ":") and kept and kept[-1].cls == "PUNCT":
            kept[-1] = word if word.tag == "." else kept[-1]
            continue
        if kept and kept[-1].form == "a" and word.form[0] in "aeiou":
            kept[-1].form = "an"
        kept.append(word)
    if kept[0].cls == "PUNCT":
        kept.pop(0)
    kept[0].form = kept[0].form[0].upper() + kept[0].form[1:]
    for word in kept:
        if chance < 0.08:
            word.form = word.form.upper()
        elif chance < 0.14 and len(word.form) > 3:
            word.form = word.form[0].upper() + word.form[1:]
    return kept


def is_tree(words):
    heads = [words.index(w.head) if w.head in words else None for w in words]
    return (heads.count(None) == 1 and all(w.head is None or w.head in words for w in words) and
            all(w.relation or w.head is None for w in words))


def print_sentence(words, number):
    print(f"# sent_id = template-{number}")
    for i, word in enumerate(words):
        head = words.index(word.head) + 1 if word.head else 0
        follows = words[i + 1].form if i + 1 < len(words) else ""
        joined = follows in MARKS or follows.lower() == "'s"
        print(i + 1, word.form, "_", word.cls, word.tag, "_", head, word.relation or "root", "_",
              "SpaceAfter=No" if joined else "_", sep="\t")
    print()


def shape(words):
    """What two sentences share that differ in capitals, figures and stops alone."""
    text = " ".join(words).lower()
    return re.sub(r"\d[\d,]*", "0", text).rstrip(" .?")


def known_shapes(paths):
    shapes = set()
    for path in paths:
        words = []
        for line in open(path, encoding="utf-8"):
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                words.append(cells[1])
            elif words and not line.strip():
                shapes.add(shape(words))
                words = []
        shapes.add(shape(words))
    return shapes


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--not", dest="kept_out", action="append", default=[])
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates.txt")
    parser.add_argument("--grammar", default=beside)
    arguments = parser.parse_args()
    writer = Writer(Grammar(arguments.grammar), arguments.seed)
    seen = known_shapes(arguments.kept_out)
    number = 0
    while number < arguments.count:
        words, _ = writer.expand("S")
        words = tidy(words, writer.random.random())
        key = shape([word.form for word in words])
        if len(words) <= MOST_WORDS and key not in seen and is_tree(words):
            seen.add(key)
            number += 1
            print_sentence(words, number)


if __name__ == "__main__":
    main()

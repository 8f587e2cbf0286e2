#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learns claims/world/link_weights.csv: link_learn.py BIN SHARED [--table] [--jobs N] [--scratch DIR]

BIN is the folder of the built programs (crossclaim, link_learn), SHARED the folder of gold and
scorers. Prints the table that is learnt of all sets; with --table the figures of each set by a
table that was learnt without the set's own topic, crisis or incident. Pairs of claims that the
gold groups are one thing; other pairs of matched claims are not; where the gold is exhaustive, nor
are pairs with a claim that it does not have, nor pairs over pages gathered at random. The program
itself makes the pairs and their bins. The same gold and program give the same bytes.
"""
import argparse, csv, json, math, os, re, subprocess, sys, tempfile, zlib
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

# name: gold file, exhaustive, what an input is, how folds are cut
SETS = {
    "events-dev": ("claims.jsonl", True),
    "gva-dev": ("gold.jsonl", False),
    "timelines-dev": ("gold.jsonl", False),
    "displacement-dev": ("claims.jsonl", True),
    "karabakh": ("claims.jsonl", True),
    "pages-dev": (None, True),
    "sample": ("claims.csv", True),
    "tellings": (None, False),
}
BARS = {"strict": 6, "mean": -8, "loose": -10, "never": -10, "never told": -25, "opposed": -9, "story": 20}
PENALTY = {"story": 4.0, "first": 6.0, "apart": 6.0, "within": 6.0}
EVERY = {"gva-dev": 8, "pages-dev": 4}  # of so many unlike pairs one is learnt from
PARTS = 4  # folds of a set without topics

def fold_of(name, document):
    """What is held out together: a topic, a crisis; a quarter of the incidents or pages."""
    if name in ("gva-dev", "pages-dev"):
        return f"{name}/{zlib.crc32(document.split('/')[0].encode()) % PARTS}"
    if name in ("karabakh", "sample", "tellings"):
        return name
    return name + "/" + document.split("/")[0]

def read_sample(folder, pred):
    """The gold of our own sample pages, in the form of the other sets: a row's sentence is told by its beginning."""
    squeeze = lambda x: " ".join(x.split())
    gold, groups = [], []
    for i, r in enumerate(csv.DictReader(open(f"{folder}/claims.csv", encoding="utf-8"))):
        row = {"_i": i, "_id": r["handle"], "id": r["handle"], "document": r["document"], "measure": r["measure"].split("|")[0],
               "measure_alt": r["measure"].split("|")[1:], "value": r["value"] or None, "low": r["low"] or None, "high": r["high"] or None}
        mine = [p for p in pred if p["document"] == r["document"] and squeeze(p["evidence"]).startswith(squeeze(r["sentence"]))]
        row["evidence"] = mine[0]["evidence"] if mine else r["sentence"]
        if r["optional"]:
            row["optional"] = True
        gold.append(row)
    for r in csv.DictReader(open(f"{folder}/groups.csv", encoding="utf-8")):
        groups.append({"_i": len(groups), "_id": r["handle"], "group": r["handle"], "about": r["about"], "verdict": r["verdict"],
                       "verdict_alt": r["also"].split(), "members": r["members"]})
    return gold, groups

def write_tellings(path, out):
    """Our own short pages, two on one happening, as documents: telling-1 and telling-2."""
    rows = [r.rstrip("\n").split("|") for r in open(path, encoding="utf-8") if r.strip() and r[0] != "#"]
    with open(out, "w", encoding="utf-8") as f:
        for n, r in enumerate(rows, 1):
            for k in (0, 1):
                f.write(json.dumps({"document": f"{n}-{k + 1}", "source": f"{'Post' if k else 'Daily'} {n}",
                                    "published": r[2 + 2 * k], "text": r[3 + 2 * k]}) + "\n")

class Set:
    def __init__(self, name, o, scorer):
        self.name, self.bin = name, o.bin
        gold_file, self.exhaustive = SETS[name]
        folder = f"{o.shared}/gold/{name}"
        tests = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tests")
        self.out = f"{o.scratch}/{name}"
        sources = ["--sources", f"{folder}/sources.csv"] if os.path.exists(f"{folder}/sources.csv") else []
        if name == "sample":
            folder = f"{tests}/golden/derna-2023"
            sources = ["--sources", f"{tests}/data/derna-2023.sources.csv"]
        if name == "tellings":
            write_tellings(f"{tests}/cli/verdicts_told.d/pairs.txt", "tellings.jsonl")
        inputs = {"tellings": "tellings.jsonl", "sample": f"{tests}/data/derna-2023", "karabakh": f"{o.shared}/corpus/karabakh-2023.txt", "pages-dev": f"{folder}/pages"}.get(name, f"{folder}/docs")
        if not os.path.exists(f"{self.out}/case.db"):
            self.run("crossclaim", "compare", *sources, inputs, "-o", self.out, "--skips-ok")
        claims = self.run("crossclaim", "export", "--db", f"{self.out}/case.db", "--table", "claims", "--format", "jsonl")
        path = f"{self.out}/claims.jsonl"
        open(path, "w", encoding="utf-8").write(claims)
        self.pred = scorer.read(path)
        if name == "sample":
            self.gold, self.groups = read_sample(folder, self.pred)
        else:
            self.gold = scorer.read(f"{folder}/{gold_file}") if gold_file else []
            self.groups = scorer.read(f"{folder}/groups.jsonl") if gold_file else []
        self.related = scorer.read(f"{folder}/related.jsonl") if name == "pages-dev" else []
        if name == "displacement-dev":
            known = {m for g in self.gold for m in scorer.options(g, "measure")}
            self.pred = [p for p in self.pred if p["measure"] in known]
            for i, p in enumerate(self.pred):
                p["_i"] = i
        self.by_id = {p["_id"]: p for p in self.pred}
        self.pairs = scorer.align(self.gold, self.pred)
        gold_of = {p: g for g, p in self.pairs.items()}
        row = {g["_id"]: i for i, g in enumerate(self.gold)}
        group_of = {row[m]: n for n, g in enumerate(self.groups) for m in scorer.members(g) if m in row}
        # what each claim is a telling of: a group, else its own statement; None where not known
        self.home = {}
        for p in self.pred:
            i = gold_of.get(p["_i"])
            if i is None:
                self.home[p["_id"]] = ("none", p["_id"]) if self.exhaustive and p["measure"] not in scorer.FACT else None
            elif i in group_of:
                self.home[p["_id"]] = group_of[i]
            elif self.gold[i].get("optional") and not self.exhaustive:
                self.home[p["_id"]] = None
            else:
                root = str(self.gold[i].get("repeat_of") or self.gold[i]["_id"])
                self.home[p["_id"]] = group_of.get(row.get(root)) if row.get(root) in group_of else ("alone", p["document"], root)
        if name == "tellings":  # a page of one figure tells that of its pair
            alone = Counter(p["document"] for p in self.pred if p["measure"] in ("killed", "money"))
            for p in self.pred:
                sure = p["measure"] in ("killed", "money") and alone[p["document"]] == 1
                self.home[p["_id"]] = int(p["document"].split("-")[0]) if sure else None
        number = {h: i + 1 for i, h in enumerate(dict.fromkeys(h for h in self.home.values() if h is not None))}
        with open(f"{self.out}/homes", "w", encoding="utf-8") as f:
            f.writelines(f"{c} {number[h]}\n" for c, h in self.home.items() if h is not None)
        self.size = Counter(h for h in self.home.values() if h is not None)

    def run(self, program, *args, data=None):
        done = subprocess.run([f"{self.bin}/{program}", *args], input=data, capture_output=True, check=False)
        if done.returncode > 1:
            sys.exit(f"{program} {' '.join(args[:3])}: {done.stderr.decode()[:400]}")
        return done.stdout.decode()

    def is_related(self, a, b):
        return any(a["document"] in r["documents"] and b["document"] in r["documents"] for r in self.related)

    def rows(self, table):
        """(model, label, weight, folds, bins) of each pair that the gold tells of."""
        for line in self.run("link_learn", "pairs", f"{self.out}/case.db", table, f"{self.out}/homes", str(EVERY.get(self.name, 1))).splitlines():
            one, other, model, _, bins = line.split(" ", 4)
            if one not in self.by_id or other not in self.by_id:
                continue
            a, b = self.by_id[one], self.by_id[other]
            x, y = self.home[one], self.home[other]
            if x is None or y is None:
                continue
            if self.name == "pages-dev" and (model == "within" or self.is_related(a, b)):
                continue
            label = x == y
            false_both = isinstance(x, tuple) and x[0] == "none" and isinstance(y, tuple) and y[0] == "none"
            if false_both and not label and self.name != "pages-dev":
                continue  # one misreading, made of two copies
            sure = not (isinstance(x, tuple) and x[0] == "none" or isinstance(y, tuple) and y[0] == "none")
            weight = 1.0
            if label and model == "apart":
                weight = min(1.0, 6 / max(1, self.size[x] - 1))
            elif not sure:
                weight = 0.3 if self.name != "pages-dev" else 0.5
            if not label and model == "apart":
                weight *= EVERY.get(self.name, 1)
            yield model, label, weight, {fold_of(self.name, a["document"]), fold_of(self.name, b["document"])}, bins, (one, other)

    def stories(self, table):
        if not hasattr(self, "told"):
            self.told = list(self.find_stories(table))
        return self.told

    def one_story(self, a, b, told):
        """Whether two documents tell of one happening; None where the gold does not say."""
        one, other = a.split("/"), b.split("/")
        if self.name == "pages-dev":
            return None if self.is_related({"document": a}, {"document": b}) else False
        if told[a] & told[b]:
            return True
        if self.name == "events-dev":  # a topic of ECB+ has two happenings, told by the file's name
            kind = ["ecbplus" in x[-1] for x in (one, other)]
            return one[0] == other[0] and kind[0] == kind[1]
        if self.name == "gva-dev":
            return one[0] == other[0]
        if self.name == "tellings":
            return a.split("-")[0] == b.split("-")[0]
        return None if one[0] == other[0] or self.name in ("karabakh", "sample") else False

    def find_stories(self, table):
        key = {p["document_key"]: p["document"] for p in self.pred} if self.pred and "document_key" in self.pred[0] else None
        if key is None:
            key = {}
            for line in self.run("crossclaim", "export", "--db", f"{self.out}/case.db", "--table", "documents", "--format", "jsonl").splitlines():
                d = json.loads(line)
                key[d["id"] if "id" in d else d["key"]] = d["document"] if "document" in d else d["label"]
        told = defaultdict(set)
        for p in self.pred:
            h = self.home[p["_id"]]
            if isinstance(h, int):
                told[p["document"]].add(h)
        seen = set()
        for line in self.run("link_learn", "stories", f"{self.out}/case.db", table).splitlines():
            if line in seen:
                continue
            seen.add(line)
            one, other, bins = line.split(" ", 2)
            a, b = key.get(one), key.get(other)
            if not a or not b:
                continue
            label = self.one_story(a, b, told)
            if label is None:
                continue
            if not label and self.name in EVERY and zlib.crc32((a + b).encode()) % EVERY[self.name]:
                continue
            yield "story", label, 1.0 if label else float(EVERY.get(self.name, 1)), {fold_of(self.name, a), fold_of(self.name, b)}, bins, (a, b)

def write_table(path, weights, names, bars):
    with open(path, "w", encoding="utf-8") as f:
        f.write("# Points for two claims, or two documents, being of one thing: log-odds times ten; made by\n"
                "# tools/link_learn.py of the gold in ../shared, do not edit.\nmodel,feature,bin,points\n")
        for bar, points in bars.items():
            f.write(f"bar,{bar},,{points}\n")
        for model in ("story", "first", "apart", "within"):
            for (feature, bin_), value in sorted(weights.get(model, {}).items()):
                points = round(10 * value)
                if points:
                    f.write(",".join((model, *names[model, feature, bin_], str(points))) + "\n")

def balance(rows):
    """Rows of the gold sets weigh so that no set rules the others."""
    total = Counter()
    for name, row in rows:
        total[name] += row[2]
    mean = sum(math.sqrt(v) for v in total.values()) / max(1, len(total))
    return {name: min(3.0, max(0.1, mean / math.sqrt(v))) for name, v in total.items()}

class Learner:
    def __init__(self, o, scorer):
        self.o = o
        self.sets = {n: Set(n, o, scorer) for n in SETS}
        self.names = {}
        for line in self.sets["karabakh"].run("link_learn", "names").splitlines():
            model, feature, bin_, name, bin_name = line.split("\t")
            self.names[model, int(feature), int(bin_)] = (name, bin_name)

    def fit(self, model, rows, held):
        rows = [(n, r) for n, r in rows if not (r[3] & held)]
        share = balance(rows)
        data = "".join(f"{int(r[1])} {r[2] * share[n]:.4f} {r[4]}\n" for n, r in rows)
        out = self.sets["karabakh"].run("link_learn", "fit", str(PENALTY[model]), data=data.encode())
        return {(int(f), int(b)): float(v) for f, b, v, _ in (line.split() for line in out.splitlines())}

    def learn(self, held, path):
        """A table of all rows but those of the folds held out."""
        weights = {}
        sets = self.sets.items()
        write_table(path, weights, self.names, BARS)
        weights["story"] = self.fit("story", [(n, r) for n, s in sets for r in s.stories(path)], held)
        write_table(path, weights, self.names, BARS)
        rows = [(n, r) for n, s in sets for r in s.rows(path)]
        apart = [(n, r) for n, r in rows if r[0] == "apart"]
        weights["first"] = self.fit("first", [(n, (*r[:4], re.sub(r"\d+$", "0", r[4]), r[5])) for n, r in apart], held)
        weights["within"] = self.fit("within", [(n, r) for n, r in rows if r[0] == "within"], held)
        write_table(path, weights, self.names, BARS)
        rows = [(n, r) for n, s in sets for r in s.rows(path) if r[0] == "apart"]
        weights["apart"] = self.fit("apart", rows, held)
        write_table(path, weights, self.names, BARS)
        return weights

    def folds(self):
        found = {}
        for n, s in self.sets.items():
            for p in s.pred:
                found.setdefault(fold_of(n, p["document"]), n)
        return found

def batches(folds, count):
    """Folds held out together, one of each set, so that fewer tables are learnt."""
    of_set = defaultdict(list)
    for fold in sorted(folds):
        of_set[folds[fold]].append(fold)
    return [{f for v in of_set.values() for f in v[i::count]} for i in range(count)]

def held_out_groups(learner, batch, path, found):
    for name in sorted({learner.folds()[f] for f in batch}):
        s = learner.sets[name]
        for line in s.run("link_learn", "groups", f"{s.out}/case.db", path).splitlines():
            g = json.loads(line)
            members = [s.by_id[m]["document"] for m in g["members"].split() if m in s.by_id]
            folds = Counter(fold_of(name, d) for d in members)
            best = min(folds, key=lambda f: (-folds[f], f)) if folds else None
            if best in batch:
                found[name].append(g)

def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("bin")
    ap.add_argument("shared")
    ap.add_argument("--table", action="store_true")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--scratch", default=None)
    ap.add_argument("--reuse", action="store_true", help="--table by the tables of an earlier run")
    ap.add_argument("--bars", help="other bars for --table: strict=3,opposed=5")
    ap.add_argument("--batches", type=int, default=4, help="so many tables, each learnt without its share of the topics")
    o = ap.parse_args()
    o.bin, o.shared = os.path.abspath(o.bin), os.path.abspath(o.shared)
    o.scratch = os.path.abspath(o.scratch or tempfile.mkdtemp())
    os.makedirs(o.scratch, exist_ok=True)
    os.chdir(o.scratch)
    sys.path.insert(0, o.shared + "/score")
    import claims as scorer
    learner = Learner(o, scorer)
    if not o.table:
        learner.learn(set(), "all.csv")
        sys.stdout.write(open("all.csv", encoding="utf-8").read())
        return 0
    found = defaultdict(list)
    todo = batches(learner.folds(), o.batches)
    def work(i):
        if not o.reuse:
            learner.learn(todo[i], f"fold{i}.csv")
        path = f"fold{i}.csv"
        if o.bars:
            text = open(path, encoding="utf-8").read()
            for bar, points in (b.split("=") for b in o.bars.split(",")):
                text = re.sub(rf"bar,{bar},,.*\n", "", text) + f"bar,{bar},,{points}\n"
            path = f"bars{i}.csv"
            open(path, "w", encoding="utf-8").write(text)
        mine = defaultdict(list)
        held_out_groups(learner, todo[i], path, mine)
        return mine
    with ThreadPoolExecutor(o.jobs) as pool:
        for mine in pool.map(work, range(len(todo))):
            for name, groups in mine.items():
                found[name].extend(groups)
    for name, groups in found.items():
        with open(f"{name}.groups.jsonl", "w", encoding="utf-8") as f:
            for g in groups:
                for k in ("claims", "documents", "sources", "independent"):
                    g[k] = int(g[k])
                f.write(json.dumps(g, ensure_ascii=False) + "\n")
    show(learner, scorer, found, o)
    return 0

def show(learner, scorer, found, o):
    for name, s in learner.sets.items():
        path = f"{name}.groups.jsonl"
        if s.gold:
            with open(f"{name}.pred.jsonl", "w", encoding="utf-8") as f:
                for p in s.pred:
                    f.write(json.dumps({k: v for k, v in p.items() if k[0] != "_"}, ensure_ascii=False) + "\n")
            r = scorer.score_groups(s.gold, s.pred, s.pairs, s.groups, scorer.read(path))
            f = lambda x: "-" if x is None else f"{x:.3f}"
            print(f"{name:17} pairs {f(r['pairs']['precision'])} {f(r['pairs']['recall'])} {f(r['pairs']['f1'])}  B-cubed {f(r['b_cubed']['f1'])} "
                  f"end to end {f(r['end_to_end']['f1'])}  verdicts {r['verdicts_right']}/{r['matched_groups']} {f(r['verdict_accuracy'])}  agree called conflict {f(r['agree_called_conflict'])}")
        folder = f"{o.shared}/gold/{name}"
        args = ["python3", f"{o.shared}/score/shown.py", "--pred-groups", path]
        if name == "pages-dev":
            args += ["--unrelated", "--related", f"{folder}/related.jsonl", "--pred", f"{s.out}/claims.jsonl"]
        elif s.exhaustive and name != "sample":
            args += ["--gold", f"{folder}/claims.jsonl", "--groups", f"{folder}/groups.jsonl", "--pred", f"{name}.pred.jsonl"]
            args += ["--only-gold-measures"] if name == "displacement-dev" else []
        else:
            continue
        print("   ", subprocess.run(args, capture_output=True, check=True).stdout.decode().strip().replace("\n", "\n    "))

if __name__ == "__main__":
    sys.exit(main())

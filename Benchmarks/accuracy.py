"""Accuracy on the gold corpora: our figure, CollateX's, and the ratio of their errors.

Each corpus is collated twice by the release program, through its ordinary doors: from the text files
of its witnesses ("text"), and from the gold's own tokens as CollateX JSON ("tokens"), which is what
CollateX gets, there with folded forms to compare by. All tables are scored by score_alignment.py.

CollateX Python is run within a time limit for each corpus; where it cannot be had or does not finish,
and for CollateX Java, the figures recorded when the algorithm was designed stand in, marked `r`.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import unicodedata

import common
import subsets

# How CollateX may be run: two algorithms in Java; Python with equal words only, and with similar ones.
CONFIGURATIONS = ("Dekker", "N-W", "Python", "near")
# Sum-of-pairs F1 measured when the algorithm was designed, CollateX Java 1.8-SNAPSHOT and Python 2.3, on
# the gold's tokens with folded forms; None where it crashed or did not finish in 15 minutes.
RECORDED = {
    #                      Dekker  N-W     Python  near
    "balex":               (0.9992, 0.9993, None, None),
    "bhl2761":             (0.9286, 0.9145, 0.9420, 0.9662),
    "dominica-b":          (0.9464, 0.9598, 0.9603, 0.9476),
    "florilegium":         (0.9908, 0.9935, 0.9935, 0.9940),
    "frankenstein-c10":    (0.9977, 0.9982, 0.9982, 0.9983),
    "hebrew-lamentations": (0.9994, 1.0, 1.0, 1.0),
    "john-verse":          (0.9647, 0.9400, 0.9638, 0.9660),
    "legend-henry":        (0.9241, 0.8861, 0.9221, 0.9280),
    "matthew-401":         (0.9513, 0.9493, 0.9508, 0.9633),
    "severian-fide":       (None, 0.9961, None, None),
}
# The same on random trees of 5 witnesses and 1,500 tokens, other seeds than those here; best of Java's two.
RECORDED_TREES = {"0.3": 0.948, "0.6": 0.786, "1.0": 0.548}
# Scored, but not in the means: one row is a whole verse, or every program reaches 1.
NOT_IN_MEANS = {"gnt-jude", "gnt-philemon", "hebrew-ruth"}
# Everybody reaches 1.
EASY = {"hebrew-ruth"}
# Two witnesses, and one word that is written twice: whoever leaves out the other one of the two is three
# times worse. The design's own geometric means are without it, so the ratios are printed without it, too.
TWO_WITNESSES = {"hebrew-lamentations"}
# Errors below this count as this in geometric means, so that a perfect score does not decide them.
LEAST_ERROR = 0.0002


def safe(siglum):
    return "".join(c if c.isalnum() or c in "_.+-" else "_" for c in siglum)


def fold(text):
    """What CollateX compares by: no case, no marks, letters and digits only; punctuation as it is."""
    kept = [c for c in unicodedata.normalize("NFKD", text.casefold())
            if unicodedata.category(c)[0] in "LN"]
    return "".join(kept).replace("ς", "σ") or text


def write_json(path, witnesses, folded):
    """The gold's tokens as CollateX reads them."""
    def token(t):
        return {"t": t + " ", "n": fold(t)} if folded else {"t": t + " "}

    document = {"witnesses": [{"id": s, "tokens": [token(t) for t in tokens]}
                              for s, tokens in witnesses.items()]}
    with open(path, "w", encoding="utf-8") as f:
        json.dump(document, f, ensure_ascii=False)


def score(gold, table):
    """The scorer's figures for a table, or None where it refuses the table."""
    path = os.path.join(common.WORK, "table.json")
    with open(path, "wb") as f:
        f.write(table)
    got = subprocess.run([sys.executable, common.tool("score_alignment.py"), gold, path, "--json"],
                         capture_output=True, text=True)
    if got.returncode != 0:
        print("  scorer: " + got.stderr.strip()[-300:])
        return None
    return json.loads(got.stdout)


class Corpus:
    def __init__(self, name, folder, gold):
        self.name, self.folder, self.gold = name, folder, gold
        sys.path.insert(0, os.path.dirname(common.tool("goldlib.py")))
        from goldlib import load_gold
        self.witnesses, _ = load_gold(gold)

    def files(self):
        return ["%s=%s" % (s, os.path.join(self.folder, safe(s) + ".txt")) for s in self.witnesses]


def corpora(names):
    """The corpora with gold, diplomatic versions included."""
    home = os.path.join(common.SHARED, "corpora")
    found = []
    for name in sorted(os.listdir(home)):
        for inner in ("", "diplomatic"):
            folder = os.path.join(home, name, inner)
            gold = os.path.join(folder, "gold.json")
            if not os.path.exists(gold):
                continue
            label = name + ("/dipl" if inner else "")
            texts = os.path.join(folder, "witnesses")
            if not names or name in names or label in names:
                found.append(Corpus(label, texts if os.path.isdir(texts) else folder, gold))
    return found


def golds(folder):
    """The gold tables of a folder; their texts are written out, unspaced where all tokens are characters."""
    found = []
    for file in sorted(os.listdir(folder)):
        name, ending = os.path.splitext(file)
        if ending != ".tsv":
            continue
        texts = os.path.join(common.WORK, "golds", name)
        os.makedirs(texts, exist_ok=True)
        corpus = Corpus(name, texts, os.path.join(folder, file))
        tokens = [t for row in corpus.witnesses.values() for t in row]
        blank = "" if all(len(t) == 1 for t in tokens) else " "
        for siglum, row in corpus.witnesses.items():
            with open(os.path.join(texts, safe(siglum) + ".txt"), "w", encoding="utf-8") as out:
                out.write(blank.join(row) + "\n")
        found.append(corpus)
    return found


def synthetic():
    """Random trees of five witnesses, 1,500 tokens, at three rates of change; three of each."""
    made = []
    for rate in (0.3, 0.6, 1.0):
        for seed in (1, 2, 3):
            folder = os.path.join(common.WORK, "tree-5-1500-%s-%d" % (rate, seed))
            if not os.path.exists(os.path.join(folder, "manifest.json")):
                subprocess.run([sys.executable, common.tool("bench_data.py"), "tree", folder, "-k", "5",
                                "-n", "1500", "-r", str(rate), "-s", str(seed)],
                               check=True, stdout=subprocess.DEVNULL)
            gold = os.path.join(folder, "plain.tsv")
            with open(os.path.join(folder, "gold.tsv"), encoding="utf-8") as f, \
                    open(gold, "w", encoding="utf-8") as out:
                for line in f:
                    out.write("\t".join(line.rstrip("\n").split("\t")[2:]) + "\n")
            made.append(Corpus("tree %s #%d" % (rate, seed), folder, gold))
    return made


def ours(program, corpus, limit):
    """Our scores from text and from tokens, and whether turning the witnesses around changes them."""
    tail = ["-f", "json", "-q"]
    files = corpus.files()
    runs = [common.run([program] + files + ["--marks", "none"] + tail, limit, keep=True),
            common.run([program] + files[::-1] + ["--marks", "none"] + tail, limit, keep=True)]
    path = os.path.join(common.WORK, "tokens.json")
    write_json(path, corpus.witnesses, folded=False)
    runs.append(common.run([program, "-", "--marks", "none"] + tail, limit, stdin=path, keep=True))
    scores = []
    for run in runs:
        if run is None or run.code != 0:
            why = "over %d s" % limit if run is None else "exit %d: %s" % (run.code, run.errors[-300:])
            print("  %s: collate %s" % (corpus.name, why), flush=True)
            scores.append(None)
        else:
            scores.append(score(corpus.gold, run.output))
    text, turned, tokens = scores
    return text, tokens, "-" if not text or not turned else "yes" if text == reordered(
        turned, text) else "NO"


def reordered(score, like):
    """Scores without what names witnesses in the order given."""
    same = dict(score)
    for key in ("missing_witnesses", "extra_witnesses", "reconstruction"):
        same[key] = like[key]
    return same


def peer(python, corpus, limit, near):
    """CollateX Python's score, or None."""
    source = os.path.join(common.WORK, "peer-in.json")
    target = os.path.join(common.WORK, "peer-out.json")
    write_json(source, corpus.witnesses, folded=True)
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "collatex_peer.py")
    run = common.run([python, script, source, target] + (["near"] if near else []), limit)
    if run is None or run.code != 0:
        return None
    with open(target, "rb") as f:
        return score(corpus.gold, f.read())


def score_trees(program, limit):
    """Random trees. In them a comma may turn into a word, as in no text, so they are scored with marks
    among the words (`--punctuation inline`), too."""
    print("\nrandom trees, 5 witnesses of 1,500 tokens, rate of change #seed")
    trees = synthetic()
    made = compare(trees, program, None, limit)
    for rate in RECORDED_TREES:
        f1 = [r[1]["f1"] for r in made if r[1] and r[0].split()[1] == rate]
        inline = []
        for tree in (c for c in trees if c.name.split()[1] == rate):
            run = common.run([program] + tree.files() + ["--marks", "none", "--punctuation", "inline",
                                                         "-f", "json", "-q"], limit, keep=True)
            if run and run.code == 0:
                inline.append(score(tree.gold, run.output)["f1"])
        if f1 and inline:
            print("  mean at rate %s: %.4f, marks inline %.4f, CollateX %.3fr" % (
                rate, mean(f1), mean(inline), RECORDED_TREES[rate]))


def score_subsets(program, group, limit, count, seed):
    """Means over random choices of the witnesses of each corpus; the geometric mean over corpora."""
    rows, errors = [], []
    for corpus in group:
        made = subsets.drawn(corpus, count, seed)
        found = []
        for name, gold in made:
            run = common.run([program] + Corpus(name, corpus.folder, gold).files()
                             + ["--marks", "none", "-f", "json", "-q"], limit, keep=True)
            found.append(score(gold, run.output) if run and run.code == 0 else None)
        if not made or None in found:
            if made:
                common.skip("subsets of " + corpus.name, "a run failed")
            continue
        f1 = mean([s["f1"] for s in found])
        if corpus.name not in EASY:
            errors.append(1 - f1)
        variants = [s["recall_variant"] for s in found if s["recall_variant"] is not None]
        rows.append([corpus.name, len(found), "%.5f" % f1,
                     "%.5f" % min(s["f1"] for s in found),
                     figure(mean([s["column_score"] for s in found])),
                     figure(mean(variants) if variants else None)])
    common.table(["corpus", "choices", "mean F1", "least", "columns", "variants"], rows)
    if errors:
        print("  error of the means, geometric: %.4f %%" % (100 * geometric(errors)))


def geometric(errors):
    return math.exp(sum(math.log(max(e, LEAST_ERROR)) for e in errors) / len(errors))


def mean(values):
    return sum(values) / len(values)


def figure(value, mark=""):
    return "-" if value is None else "%.4f%s" % (value, mark)


def best_of_peer(corpus, python, limit):
    """CollateX's figures by configuration, each with `r` where recorded and its score where run."""
    recorded = RECORDED.get(corpus.name, (None,) * 4)
    found = {"Dekker": (recorded[0], "r"), "N-W": (recorded[1], "r")}
    for at, (name, near) in enumerate((("Python", False), ("near", True))):
        got = peer(python, corpus, limit, near) if python else None
        found[name] = (got["f1"], " ") if got else (recorded[2 + at], "r")
    return found


def compare(group, program, python, limit):
    """Scores one group of corpora, prints its table, and returns a row of figures for each."""
    rows, results = [], []
    for corpus in group:
        text, tokens, ordered = ours(program, corpus, limit)
        found = best_of_peer(corpus, python, limit)
        known = [f for f, _ in found.values() if f is not None]
        best = max(known) if known else None
        f1 = text["f1"] if text else None
        ratio = "-" if best is None or f1 is None else "%.2f" % (
            max(1 - best, LEAST_ERROR) / max(1 - f1, LEAST_ERROR))
        rows.append([corpus.name, len(corpus.witnesses), sum(map(len, corpus.witnesses.values())),
                     figure(f1), figure(tokens["f1"] if tokens else None)]
                    + [figure(*found[n]) for n in CONFIGURATIONS]
                    + [ratio, figure(text["column_score"]) if text else "-",
                       figure(text["recall_variant"]) if text else "-", ordered])
        print("  ... " + corpus.name, flush=True)
        results.append((corpus.name, text, tokens, found, best, ordered))
    print()
    common.table(["corpus", "wits", "tokens", "text", "tokens", "Dekker", "N-W", "Python", "near",
                  "err ratio", "columns", "variants", "order-free"], rows)
    return results


def summary(results):
    """Means over the corpora that all can be compared on."""
    done = [r for r in results if r[1] and r[0] not in NOT_IN_MEANS]
    if not done:
        return
    f1 = [r[1]["f1"] for r in done]
    left_out = sorted(NOT_IN_MEANS & {r[0] for r in results})
    print("\nmeans over %d corpora%s:" % (
        len(done), " (without %s)" % ", ".join(left_out) if left_out else ""))
    print("  F1 %.4f   error, geometric %.3f %%   exact columns %.3f   variant pairs %.3f" % (
        mean(f1), 100 * geometric([1 - f for f in f1]), mean([r[1]["column_score"] for r in done]),
        mean([r[1]["recall_variant"] for r in done if r[1]["recall_variant"] is not None])))
    for name in CONFIGURATIONS:
        both = [(r[1]["f1"], r[3][name][0]) for r in done if r[3][name][0] is not None]
        if both:
            print("  against CollateX %-6s on %2d: F1 %.4f / %.4f   error, geometric %s" % (
                name, len(both), mean([a for a, _ in both]), mean([b for _, b in both]), errors(both)))
    both = [(r[1]["f1"], r[4]) for r in done if r[4] is not None]
    if both:
        print("  against the best of them on each, %d: error, geometric %s" % (len(both), errors(both)))
    without_two_witnesses(done)
    behind = ["%s by %.4f" % (r[0], r[4] - r[1]["f1"]) for r in done
              if r[4] is not None and r[4] - r[1]["f1"] > 0.002]
    print("  more than .002 behind the best: " + (", ".join(behind) or "none"))
    turned = [r[0] for r in results if r[5] == "NO"]
    print("  score changes when the witnesses are turned around: " + (", ".join(turned) or "none"))


def without_two_witnesses(done):
    """The ratios over the corpora that the design's geometric means are made of."""
    rest = [r for r in done if r[0] not in TWO_WITNESSES]
    if len(rest) in (0, len(done)):
        return
    found = []
    for name in CONFIGURATIONS + ("the best",):
        both = [(r[1]["f1"], r[4] if name == "the best" else r[3][name][0]) for r in rest]
        both = [pair for pair in both if pair[1] is not None]
        if both:
            found.append("%s %.2f" % (name, ratio(both)))
    print("  the same ratios without %s: %s" % (", ".join(sorted(TWO_WITNESSES)), ", ".join(found)))


def ratio(both):
    """Their error by ours, geometric means, of pairs of our F1 and theirs."""
    return geometric([1 - b for _, b in both]) / geometric([1 - a for a, _ in both])


def errors(both):
    """Both geometric means of the error and their ratio, in words."""
    mine, theirs = geometric([1 - a for a, _ in both]), geometric([1 - b for _, b in both])
    return "%.3f %% / %.3f %%   ratio %.2f" % (100 * mine, 100 * theirs, theirs / mine)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="*", help="only these (default: all)")
    parser.add_argument("--limit", type=float, default=60, help="seconds for each run (default 60)")
    parser.add_argument("--no-peer", action="store_true", help="recorded figures of CollateX only")
    parser.add_argument("--golds", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "golds"),
                        metavar="DIR", help="folder of further gold tables (default: those beside this)")
    parser.add_argument("--synthetic", action="store_true", help="random trees besides")
    parser.add_argument("--subsets", type=int, default=0, metavar="N",
                        help="besides N random choices of the witnesses of each corpus")
    parser.add_argument("--seed", type=int, default=1, help="seed of the choices (default 1)")
    arguments = parser.parse_args()
    if not common.tool("score_alignment.py") or not common.tool("goldlib.py"):
        sys.exit("no scorer: expected %s; set SHARED" % os.path.join(common.SHARED, "tools"))
    program = common.build()
    os.makedirs(common.WORK, exist_ok=True)
    python = None if arguments.no_peer else common.venv_collatex()
    print("F1 of pairs; `r` is a recorded figure, `err ratio` CollateX's best error by ours\n")
    results = compare(corpora(arguments.corpus), program, python, arguments.limit)
    summary(results)
    further = [c for c in golds(arguments.golds) if not arguments.corpus or c.name in arguments.corpus]
    if further:
        print("\nfurther golds")
        more = compare(further, program, python, arguments.limit)
        summary(more)
        results += more
    if arguments.synthetic:
        score_trees(program, arguments.limit)
    if arguments.subsets:
        print("\nrandom choices of 2 to 5 witnesses, seed %d" % arguments.seed)
        score_subsets(program, corpora(arguments.corpus), arguments.limit, arguments.subsets,
                      arguments.seed)
    common.say_skipped()
    failed = [r[0] for r in results if not r[1] or not r[2]]
    if failed:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()

"""Many small corpora out of few: random witnesses of each corpus, with the gold table cut down to them.

A rule that was made for one table of 25 witnesses shows here: each choice of 2 to 5 of them has another guide
tree, other majorities and other gaps. Choices follow from the seed and the name of the corpus alone.
"""
import json
import os
import random

import common

# Witnesses of a choice, in turn.
SIZES = (3, 4, 5, 2)


def choices(sigla, name, count, seed):
    """Different choices of witnesses, each in the order of the corpus; fewer where there are no more."""
    source = random.Random("%s %d" % (name, seed))
    found = []
    for at in range(4 * count):
        size = min(SIZES[at % len(SIZES)], len(sigla) - 1)
        chosen = set(source.sample(sigla, size))
        taken = [s for s in sigla if s in chosen]
        if taken not in found:
            found.append(taken)
        if len(found) == count:
            break
    return found


def restricted(gold, sigla):
    """The gold table of some witnesses only."""
    rows = [{s: cell for s, cell in row.items() if s in sigla} for row in gold["rows"]]
    return {"witnesses": {s: gold["witnesses"][s] for s in sigla}, "rows": [r for r in rows if r]}


def drawn(corpus, count, seed):
    """Gold files for random choices of the witnesses of a corpus of three or more: (name, path)."""
    with open(corpus.gold, encoding="utf-8") as f:
        gold = json.load(f)
    sigla = list(corpus.witnesses)
    if len(sigla) < 3:
        return []
    made = []
    for at, chosen in enumerate(choices(sigla, corpus.name, count, seed)):
        folder = os.path.join(common.WORK, "subsets", "%s-%d" % (corpus.name.replace("/", "-"), at))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "gold.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(restricted(gold, chosen), f, ensure_ascii=False)
        made.append(("%s #%d" % (corpus.name, at), path))
    return made

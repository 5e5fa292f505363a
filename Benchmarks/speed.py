"""Speed and memory of whole processes, beside peers, as tables; see README.md for what was found.

Every figure is wall time of a whole process (read, tokenize, align, write TEI and JSON unless said
otherwise): least, median and greatest of several runs; `cpu` is the least processor time, which other
work on the machine disturbs less. `align` is the alignment alone, as the program
itself reports it with -v, of the quickest run. `peak` is the kernel's peak memory of the process; the
budget is 100 MB and 120 bytes a token.
"""
import argparse
import math
import os
import random
import re
import shutil
import statistics
import subprocess
import sys

import common

BUDGET_MB, BUDGET_BYTES = 100, 120
failures = []


class Bench:
    def __init__(self, program, runs, limit, quick):
        self.program, self.runs, self.limit, self.quick = program, runs, limit, quick
        self.out = os.path.join(common.WORK, "out")
        os.makedirs(self.out, exist_ok=True)

    def collate(self, files, outputs=("x.json", "x.xml")):
        """The command for some witnesses; an output is a file name."""
        command = [self.program] + files + ["-v"]
        for name in outputs:
            command += ["-o", os.path.join(self.out, name)]
        return command

    def time(self, what, command, runs=None):
        """Runs a command several times; None, said aloud, where it fails or takes too long."""
        done = []
        for _ in range(runs or self.runs):
            run = common.run(command, self.limit)
            if run is None or run.code not in (0, 1):
                why = "over %d s" % self.limit if run is None else "exit %d: %s" % (
                    run.code, run.errors.strip()[-300:])
                print("  FAILED %s: %s" % (what, why), flush=True)
                failures.append(what)
                return None
            done.append(run)
            if run.seconds > 10:  # long runs need no repetition to be told apart
                break
        return Timing(done)


class Timing:
    """Several runs of one command."""

    def __init__(self, runs):
        seconds = [r.seconds for r in runs]
        self.least, self.median, self.greatest = min(seconds), statistics.median(seconds), max(seconds)
        self.cpu = min(r.cpu for r in runs)
        self.peak = max(r.peak for r in runs)
        quickest = min(runs, key=lambda r: r.seconds)
        found = re.search(r"\balign ([0-9.]+) ms", quickest.errors)
        self.align = float(found.group(1)) / 1e3 if found else None
        found = re.search(r"(read [0-9.]+ ms.*)", quickest.errors)
        self.stages = found.group(1) if found else ""

    def cells(self):
        return [ms(self.least), ms(self.median), ms(self.greatest), ms(self.cpu)]


def ms(seconds):
    return "-" if seconds is None else "%.1f" % (seconds * 1e3)


def ratio(a, b):
    return "-" if a is None or b is None or b == 0 else "%.2f" % (a / b)


def make(kind, name, *arguments):
    """Data of the generator, kept between runs; the folder, or None without the generator."""
    generator = common.tool("bench_data.py")
    folder = os.path.join(common.WORK, "data", name)
    if os.path.exists(os.path.join(folder, "manifest.json")):
        return folder
    if generator is None:
        return None
    made = subprocess.run([sys.executable, generator, kind, folder] + [str(a) for a in arguments],
                          capture_output=True, text=True)
    if made.returncode != 0:
        common.skip(name, "the generator failed: " + made.stderr.strip()[-200:])
        return None
    return folder


def tree(k, n, rate, seed=1):
    return make("tree", "tree-%d-%d-%s" % (k, n, rate), "-k", k, "-n", n, "-r", rate, "-s", seed)


def pair(kind, n):
    return make("pair", "%s-%d" % (kind, n), "--kind", kind, "-n", n)


def witnesses(folder):
    return sorted(os.path.join(folder, f) for f in os.listdir(folder) if re.fullmatch(r"W\d+\.txt", f))


def tokens(files):
    """Words between blanks, all files together; marks of punctuation are not counted apart."""
    total = 0
    for path in files:
        with open(path, "rb") as f:
            total += len(f.read().split())
    return total


HEAD = ["input", "words", "wits", "min ms", "median", "max", "cpu", "align ms", "us/word", "peak MB", "budget"]


def row(name, count, wits, timing):
    budget = BUDGET_MB + BUDGET_BYTES * count / 1e6
    over = " OVER" if timing.peak > budget else ""
    return [name, count, wits] + timing.cells() + [
        ms(timing.align), "%.2f" % (timing.least * 1e6 / max(1, count)),
        "%.0f" % timing.peak, "%.0f%s" % (budget, over)]


def measure(bench, name, folder, rows):
    """Appends a row for the witnesses of a folder; returns the timing."""
    if folder is None:
        common.skip(name, "no data: %s is missing" % os.path.join(common.SHARED, "tools/bench_data.py"))
        return None
    files = witnesses(folder)
    timing = bench.time(name, bench.collate([folder] if len(files) > 200 else files))
    if timing:
        rows.append(row(name, tokens(files), len(files), timing))
        print("  ... %s: %s" % (name, timing.stages), flush=True)
    return timing


def startup(bench):
    """A 200-word pair against an empty program that imports Foundation."""
    empty = os.path.join(common.WORK, "empty")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "empty.swift")
    commands = {}
    for name, path, flags in (("empty, Foundation", empty, []),
                              ("empty, Foundation, static", empty + "-static", ["-static-stdlib"])):
        made = subprocess.run(["swiftc", "-O", "-parse-as-library"] + flags + [source, "-o", path],
                              capture_output=True, text=True)
        if made.returncode != 0:
            common.skip(name, "does not compile: " + made.stderr.strip()[-200:])
            continue
        commands[name] = [path]
    linked = "static" if is_static(bench.program) else "dynamic"
    commands["collate --version"] = [bench.program, "--version"]
    folder = tree(2, 200, 0.1)
    if folder:
        commands["collate, 2 x 200 words, TEI and JSON"] = bench.collate(witnesses(folder))
        commands["collate, 2 x 200 words, text"] = [bench.program] + witnesses(folder)
    timings = in_turn(bench, "startup", commands, times=bench.runs * 10) or {}
    reference = timings.get("empty, Foundation")
    rows = [[name] + timing.cells() + [ratio(timing.least, reference.least if reference else None),
                                       "%.0f" % timing.peak] for name, timing in timings.items()]
    print("\n  collate is linked: %s; ratio is to the empty program linked dynamically, since a static one\n"
          "  that uses nothing of Foundation carries nothing of it" % linked)
    common.table(["process", "min ms", "median", "max", "cpu", "ratio", "peak MB"], rows)


def is_static(program):
    """Whether the program carries the standard library within."""
    reader = shutil.which("ldd") or shutil.which("otool")
    if not reader:
        return False
    listed = subprocess.run([reader] + (["-L"] if reader.endswith("otool") else []) + [program],
                            capture_output=True, text=True)
    return "libswiftCore" not in listed.stdout


def growth(bench):
    """Growth with the length of the text, and with the number of witnesses."""
    lengths = [1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000]
    counts = [2, 5, 10, 20, 50, 100, 200, 500]
    for title, points in (
        ("two witnesses of n words, 10 % change", [(2, n) for n in lengths]),
        ("k witnesses of 1,000 words, 10 % change", [(k, 1000) for k in counts]),
    ):
        rows, before, exponents = [], None, []
        for k, n in points[:5] if bench.quick else points:
            timing = measure(bench, "%d x %d" % (k, n), tree(k, n, 0.1), rows)
            if timing and before and timing.align and before[1]:
                step = (n / before[0] if title.startswith("two") else k / before[0])
                exponents.append(power(timing.align / before[1], step))
            if timing:
                before = (n if title.startswith("two") else k, timing.align)
        print("\n  " + title)
        if rows:
            common.table(HEAD, rows)
        if exponents:
            print("  alignment grows from row to row with the power " + ", ".join(exponents))


def power(times, steps):

    return "%.2f" % (math.log(max(times, 1e-9)) / math.log(steps))


def targets(bench):
    """The sizes that the design names, with the time it asks of the alignment."""
    wanted = [  # name, witnesses, words, rate, seconds
        ("25 x 200", 25, 200, 0.1, 0.010), ("15 x 1,700", 15, 1700, 0.1, 0.040),
        ("5 x 14k", 5, 14000, 0.02, 0.020), ("5 x 140k", 5, 140000, 0.05, 0.8),
        ("6 x 150k, 2 %", 6, 150000, 0.02, 0.5), ("6 x 150k, 10 %", 6, 150000, 0.1, 1.5),
        ("500 x 2,000", 500, 2000, 0.1, 3.0), ("5,000 x 20", 5000, 20, 0.1, 0.5),
    ]
    rows = []
    for name, k, n, rate, seconds in wanted[:3] if bench.quick else wanted:
        made = []
        timing = measure(bench, name, tree(k, n, rate), made)
        if timing and timing.align:
            whole = 2 * seconds + 0.03  # the process: twice the alignment, and start-up
            rows.append(made[0] + ["%.0f" % (seconds * 1e3), ratio(timing.align, seconds),
                                   ratio(timing.least, whole)])
    print("\n  sizes of the design; the last two are align / target and process / (2 target + 30 ms)")
    if rows:
        common.table(HEAD + ["target", "align/", "process/"], rows)


def against_git(bench):
    """Pairs of token lists, one a line, against git diff; the programs take turns."""
    if not shutil.which("git"):
        return common.skip("git", "not installed")
    alone = common.build_pairwise()
    rows = []
    for n in (10000,) if bench.quick else (10000, 100000):
        for rate in (0.02, 0.1):
            folder = tree(2, n, rate)
            name = "%d, %d %%" % (n, rate * 100)
            if folder is None:
                common.skip("git, " + name, "no data generator")
                continue
            lines = [os.path.join(folder, "lines", f) for f in ("W001.tok", "W002.tok")]
            copies = []
            for path in lines:  # our program goes by the ending of the name
                copies.append(os.path.join(folder, os.path.basename(path)[:-4] + "-lines.txt"))
                shutil.copyfile(path, copies[-1])
            commands = {"collate": [bench.program] + copies + ["--marks", "none", "-v"],
                        "library": [alone] + lines if alone else None,
                        "git": ["git", "diff", "--no-index", "--histogram"] + lines}
            # A process of five milliseconds has to be run often before its least time is known.
            timings = in_turn(bench, name, {k: c for k, c in commands.items() if c},
                              times=bench.runs * (1 if n > 10000 else 10))
            if not timings:
                continue
            git = timings["git"]
            for key, timing in timings.items():
                rows.append([name + "  " + key] + timing.cells() + [
                    ms(timing.align), ratio(timing.least, git.least), ratio(timing.align, git.least),
                    "%.0f" % timing.peak])
            print("  ... %s: %s" % (name, timings["collate"].stages), flush=True)
    print("""
  two token lists, one a line; whole processes that print what they found:
    collate  the whole pipeline, to a plain-text apparatus
    library  the pairwise difference alone (Benchmarks/pairwise)
    git      git diff --no-index --histogram""")
    if rows:
        common.table(["n, change, program", "min ms", "median", "max", "cpu", "align ms", "process/git",
                      "align/git", "peak MB"], rows)


def in_turn(bench, what, commands, times=None):
    """Runs several commands one after the other, again and again, so that all meet the same noise."""
    runs = {key: [] for key in commands}
    for _ in range(times or bench.runs):
        for key, command in commands.items():
            run = common.run(command, bench.limit)
            if run is None or run.code not in (0, 1):
                print("  FAILED %s, %s: %s" % (what, key, run.errors[-300:] if run else "too long"))
                failures.append("%s, %s" % (what, key))
                return None
            runs[key].append(run)
    return {key: Timing(found) for key, found in runs.items()}


def hard(bench):
    """Inputs on which difference programs become slow."""
    rows = []
    small = bench.quick
    for kind, n in (("disjoint", 50000), ("alien", 50000), ("half", 100000), ("move", 50000),
                    ("repeat3", 50000)):
        measure(bench, "%s %d" % (kind, n // 10 if small else n), pair(kind, n // 10 if small else n), rows)
    for name, first, second in repeated(small):
        files = []
        for siglum, text in (("A", first), ("B", second)):
            files.append(os.path.join(common.WORK, siglum + ".txt"))
            with open(files[-1], "w", encoding="utf-8") as f:
                f.write(text)
        timing = bench.time(name, bench.collate(files))
        if timing:
            rows.append(row(name, tokens(files), 2, timing))
            print("  ... %s: %s" % (name, timing.stages), flush=True)
    print("\n  hard pairs")
    if rows:
        common.table(HEAD, rows)


def repeated(small):
    """One word again and again, and a text written twice."""
    n = 10000 if small else 100000
    yield "a word %d times" % n, "word " * n + "\n", "word " * (n - 1) + "\n"
    folder = tree(2, 20000, 0.02)
    if folder:
        with open(witnesses(folder)[0], encoding="utf-8") as f:
            text = f.read()
        yield "a text and itself twice", text, text + "\n" + text


def collatex(bench):
    """CollateX Python on small inputs, and what was recorded for CollateX Java."""
    python = common.venv_collatex()
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "collatex_peer.py")
    rows = []
    for k, n in [(2, 200), (5, 200), (2, 1000)] if python else []:
        folder = tree(k, n, 0.1)
        if folder is None:
            continue
        mine = bench.time("%d x %d" % (k, n), bench.collate(witnesses(folder)))
        theirs = bench.time("CollateX %d x %d" % (k, n), [
            python, script, os.path.join(folder, "collatex.json"),
            os.path.join(bench.out, "collatex.json")], 2)
        if mine and theirs:
            rows.append(["%d x %d" % (k, n)] + mine.cells() + [ms(theirs.least), ratio(
                theirs.least, mine.least)])
    print("\n  CollateX Python 2.3, whole processes; ratio is theirs to ours")
    if rows:
        common.table(["input", "min ms", "median", "max", "cpu", "CollateX min", "ratio"], rows)
    darwin = os.path.join(common.SHARED, "corpora", "balex", "witnesses")
    if not os.path.isdir(darwin):
        return common.skip("corpora against CollateX Java", "no corpora")
    # seconds when the algorithm was designed, on a machine of this kind, already running
    recorded = [("bhl2761", 1.5, 0.8), ("frankenstein-c10", 18, 12), ("balex", 104, 153),
                ("darwin", 178, 314)]
    rows = []
    for name, dekker, needleman in recorded:
        folder = os.path.join(common.SHARED, "corpora", name, "witnesses")
        files = sorted(os.path.join(folder, f) for f in os.listdir(folder))
        timing = bench.time(name, bench.collate(files))
        if timing:
            rows.append([name, tokens(files)] + timing.cells() + [
                ms(timing.align), "%.1f" % dekker, "%.1f" % needleman,
                "%.0f" % (min(dekker, needleman) / timing.least)])
    print("\n  corpora; seconds of CollateX Java (Dekker, Needleman-Wunsch) are RECORDED, not run here")
    if rows:
        common.table(["corpus", "words", "min ms", "median", "max", "cpu", "align ms", "Dekker s", "N-W s",
                      "ratio"], rows)


def tei(bench):
    """A large TEI transcription as a witness: reading alone, and a whole collation with a small witness."""
    rows = []
    small = os.path.join(common.WORK, "small.txt")
    with open(small, "w", encoding="utf-8") as f:
        f.write("a small witness\n")
    for each_word in (False, True):
        before = None
        for size in (1, 2) if bench.quick else (5, 20, 50):
            name = "%d MB, %s" % (size, "w for each word" if each_word else "running text")
            xml, plain = transcription(size, each_word)
            reading, copy = read_alone(bench, xml, small), read_alone(bench, plain, small)
            whole = bench.time(name, bench.collate([xml, small], ("x.json",)), 1)
            if not (reading and copy and whole):
                continue
            letters = os.path.getsize(plain)
            rows.append([name, "%.1f" % (letters / 1e6)] + reading.cells() + [
                "%.0f" % reading.peak, "%.0f" % copy.peak, "%.1f" % (reading.peak * 2**20 / letters),
                power(reading.cpu / before[1], size / before[0]) if before else "-",
                ms(whole.cpu), "%.0f" % whole.peak])
            before = (size, reading.cpu)
            print("  ... %s: %s" % (name, whole.stages), flush=True)
    print("""
  a TEI transcription read as a witness, in a run that a missing third witness ends when it has been read;
  `plain MB` is the peak of reading the same text as plain text, `B/byte` peak memory for each byte of text;
  the power is that of processor time from row to row; the last two are of a whole collation with three words""")
    if rows:
        common.table(["input", "text MB", "min ms", "median", "max", "cpu", "peak MB", "plain MB", "B/byte",
                      "power", "all cpu", "all MB"], rows)


def read_alone(bench, path, small):
    """Timing of runs that read a witness and a small one and end there, since a third is missing."""
    missing = os.path.join(common.WORK, "missing.txt")
    done = []
    for _ in range(bench.runs):
        run = common.run([bench.program, path, small, missing], bench.limit)
        if run is None or "missing.txt" not in run.errors:
            print("  FAILED reading %s: %s" % (path, run.errors[-300:] if run else "too long"), flush=True)
            failures.append("reading " + path)
            return None
        done.append(run)
    return Timing(done)


def transcription(megabytes, each_word):
    """A TEI file of a size with corrections, lines and pages, and its text as plain text; their paths.

    Written piece by piece: what this script holds counts as memory of the processes that it starts.
    """
    stem = os.path.join(common.WORK, "tei-%d-%s" % (megabytes, "w" if each_word else "text"))
    if os.path.exists(stem + ".txt"):
        return stem + ".xml", stem + ".txt"
    dice = random.Random(megabytes)
    words = ["".join(dice.choices("abcdefghilmnoprstuvéω", k=dice.randint(2, 9))) for _ in range(20000)]
    page = 0
    with open(stem + ".xml", "w", encoding="utf-8") as xml, open(stem + ".part", "w", encoding="utf-8") as plain:
        xml.write('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Large</title>'
                  "</titleStmt></fileDesc></teiHeader><text><body>\n")
        while xml.tell() < megabytes * 1e6:
            page += 1
            lines = [dice.choices(words, k=10) for _ in range(8)]
            tagged = ['<lb n="%d"/>%s' % (i + 1, " ".join("<w>%s</w>" % w if each_word else w for w in line))
                      for i, line in enumerate(lines)]
            xml.write('<p><pb n="%d"/>%s <del>old</del><add place="above">new</add></p>\n' % (
                page, "\n".join(tagged)))
            plain.write(" ".join(" ".join(line) for line in lines) + " new\n\n")
        xml.write("</body></text></TEI>\n")
    os.rename(stem + ".part", stem + ".txt")  # the last step: files that are there are whole
    return stem + ".xml", stem + ".txt"


SECTIONS = {"startup": startup, "growth": growth, "targets": targets, "git": against_git,
            "hard": hard, "tei": tei, "collatex": collatex}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes only")
    parser.add_argument("--runs", type=int, default=5, help="runs of each process (default 5)")
    parser.add_argument("--limit", type=float, default=120, help="seconds for a process (default 120)")
    parser.add_argument("--static", action="store_true", help="link Swift's libraries into the program")
    parser.add_argument("--only", nargs="*", choices=list(SECTIONS), help="sections (default: all)")
    arguments = parser.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    bench = Bench(common.build(arguments.static), arguments.runs, arguments.limit, arguments.quick)
    for name, section in SECTIONS.items():
        if not arguments.only or name in arguments.only:
            print("\n== " + name, flush=True)
            section(bench)
    common.say_skipped()
    if failures:
        sys.exit("failed: " + ", ".join(failures))


if __name__ == "__main__":
    main()

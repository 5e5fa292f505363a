"""What the benchmark scripts share: where things are, timing of whole processes, peers.

Only Python's standard library is used. The data generator, the scorer and the corpora stand in a folder
beside the repository, ../shared, or where SHARED says; what needs them is skipped aloud without.
"""
import os
import shutil
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get("SHARED") or os.path.join(os.path.dirname(ROOT), "shared")
WORK = os.environ.get("BENCH_WORK") or os.path.join(ROOT, ".build", "benchmarks")
SCRATCH = os.environ.get("BENCH_SCRATCH") or os.path.join(ROOT, ".build")

skipped = []


def skip(what, why):
    """Says aloud that something is not measured; the end of the run says it again."""
    skipped.append((what, why))
    print("SKIPPED %s: %s" % (what, why), flush=True)


def say_skipped():
    if skipped:
        print("\nNot measured in this run:")
        for what, why in skipped:
            print("  %s: %s" % (what, why))


def tool(name):
    """Path of a script in the shared folder, or None."""
    path = os.path.join(SHARED, "tools", name)
    return path if os.path.exists(path) else None


def build(static=False):
    """Builds the release program and returns its path; ends the script where that fails.

    `static` links Swift's libraries into it, as for a program that is handed to others.
    """
    if os.environ.get("COLLATE"):
        return os.environ["COLLATE"]
    scratch = os.path.join(WORK, "static") if static else SCRATCH
    command = ["swift", "build", "-c", "release", "--product", "collate",
               "--package-path", ROOT, "--scratch-path", scratch]
    if static:
        command.append("--static-swift-stdlib")
    print("building the release program ...", flush=True)
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if made.returncode != 0:
        sys.exit("the release build failed:\n" + made.stdout[-4000:])
    where = subprocess.run(command + ["--show-bin-path"], stdout=subprocess.PIPE, text=True)
    return os.path.join(where.stdout.strip().splitlines()[-1], "collate")


def build_pairwise():
    """Builds the program that only compares lines, by the library; its path, or None."""
    package = os.path.join(ROOT, "Benchmarks", "pairwise")
    scratch = os.path.join(WORK, "pairwise")
    command = ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch,
               "--static-swift-stdlib"]
    print("building the line-comparing program ...", flush=True)
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if made.returncode != 0:
        # SwiftPM does not see files that are new in a package it depends on by path
        shutil.rmtree(scratch, ignore_errors=True)
        made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if made.returncode != 0:
        skip("the pairwise library alone", "does not build: " + made.stdout[-300:])
        return None
    return os.path.join(scratch, "release", "pairwise")


class Run:
    """One finished process: wall and processor seconds, peak memory in MB, exit code, what it wrote."""

    def __init__(self, seconds, usage, code, errors, output=b""):
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        self.seconds, self.peak = seconds, usage.ru_maxrss / unit
        self.cpu = usage.ru_utime + usage.ru_stime
        self.code, self.errors, self.output = code, errors, output


def run(command, limit, stdin=None, keep=False):
    """Runs a process once; None where it takes longer than `limit` seconds.

    Peak memory is the kernel's figure for this process alone (ru_maxrss of wait4). It is never below
    that of this script, some 16 to 27 MB, which the process inherits for the moment it is started.
    """
    os.makedirs(WORK, exist_ok=True)
    errors_path = os.path.join(WORK, "stderr.txt")
    output_path = os.path.join(WORK, "stdout.txt")
    with open(errors_path, "wb") as errors, open(output_path if keep else os.devnull, "wb") as out:
        source = open(stdin, "rb") if stdin else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=out, stderr=errors)
        expired = []
        timer = threading.Timer(limit, lambda: (expired.append(1), process.kill()))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if stdin:
            source.close()
    if expired:
        return None
    with open(errors_path, encoding="utf-8", errors="replace") as f:
        text = f.read()
    output = b""
    if keep:
        with open(output_path, "rb") as f:
            output = f.read()
    return Run(seconds, usage, process.returncode, text, output)


def venv_collatex():
    """The Python of an environment of its own that has CollateX, or None."""
    home = os.path.join(WORK, "collatex")
    python = os.path.join(home, "bin", "python")
    probe = [python, "-c", "import collatex; print(collatex.__version__)"]
    if not os.path.exists(python):
        made = subprocess.run([sys.executable, "-m", "venv", home], capture_output=True, text=True)
        if made.returncode != 0:
            skip("CollateX Python", "no virtual environment: " + made.stderr.strip()[-200:])
            return None
    if subprocess.run(probe, capture_output=True).returncode != 0:
        try:
            # CollateX 2.3 does not name all that it imports
            subprocess.run([python, "-m", "pip", "install", "-q", "collatex==2.3", "Levenshtein"],
                           capture_output=True, timeout=300)
        except subprocess.TimeoutExpired:
            pass
    got = subprocess.run(probe, capture_output=True, text=True)
    if got.returncode != 0:
        skip("CollateX Python", "cannot be had from PyPI here: " + got.stderr.strip()[-200:])
        return None
    return python


def table(head, rows):
    """Prints rows of strings under a head, numbers to the right."""
    widths = [max(len(str(r[i])) for r in [head] + rows) for i in range(len(head))]
    for row in [head] + rows:
        cells = [str(c).ljust(w) if i == 0 else str(c).rjust(w)
                 for i, (c, w) in enumerate(zip(row, widths))]
        print("  " + "  ".join(cells).rstrip(), flush=True)

#!/usr/bin/env python3
"""Measures the author's loop: how long a build takes after nothing, little or everything changed.

    python3 Benchmarks/speed.py                                      the book of this repository
    python3 Benchmarks/speed.py --chapters 1000 --experiments 5      a generated one
    python3 Benchmarks/speed.py --only warm,prose --runs 3

The chapters are copied to a temporary folder, so nothing here is touched. Build the tool first; the
machine should have nothing else to do. For each kind of build the median of the wall time is given, then
the fastest and slowest, the processor time of regbook and everything that it started, and the largest
memory of one of these processes.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import large_book

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Book:
    """A copy of a book that is built again and again."""

    def __init__(self, folder, regbook, jobs):
        self.folder = folder
        self.command = [regbook, "build", "--folder", str(folder), "-j", str(jobs)]
        files = sorted(folder.glob("chapters/*/*.md"))
        self.texts = {file: file.read_text(encoding="utf-8") for file in files}
        self.edits = 0

    def build(self):
        """Builds; wall and processor seconds, MiB, and the seconds that experiments ran."""
        start = time.perf_counter()
        process = subprocess.Popen(self.command, stderr=subprocess.PIPE, text=True)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit("The build failed:\n" + said[-3000:])
        ran = sum(float(seconds) for seconds in re.findall(r"^(?:\[\d+/\d+\] )?run \S+ ([\d.]+) s$", said, re.M))
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, ran

    def forget(self):
        """Removes everything that builds made."""
        shutil.rmtree(self.folder / ".regbook", ignore_errors=True)
        shutil.rmtree(self.folder / "output", ignore_errors=True)

    def edit_prose(self):
        """Adds a sentence at the end of a chapter in the middle."""
        self.edits += 1
        file = list(self.texts)[len(self.texts) // 2]
        file.write_text(self.texts[file] + f"\nEdited {self.edits} times.\n", encoding="utf-8")

    def edit_experiment(self):
        """Adds a comment to the first experiment in the middle of the book."""
        self.edits += 1
        with_code = [file for file, text in self.texts.items() if "```swift experiment " in text]
        file = with_code[len(with_code) // 2]
        fence = re.compile(r"^(```swift experiment .*\n)", re.M)
        text = fence.sub(rf"\g<1>// Edited {self.edits} times.\n", self.texts[file], count=1)
        file.write_text(text, encoding="utf-8")


def measure(name, book, prepare, runs):
    """Builds so many times, each after `prepare`, and prints a line."""
    found = []
    for _ in range(runs):
        prepare()
        found.append(book.build())
    walls = [wall for wall, _, _, _ in found]
    own = statistics.median(wall - ran for wall, _, _, ran in found)
    line = f"{name:11} {statistics.median(walls):8.3f} s  ({min(walls):.3f} to {max(walls):.3f}, {runs} runs)"
    line += f"  processor {statistics.median(cpu for _, cpu, _, _ in found):.2f} s"
    line += f"  memory {max(memory for _, _, memory, _ in found):.0f} MiB"
    if name == "experiment":
        line += f"  without its own run {own:.3f} s"
    print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--book", default=ROOT, type=pathlib.Path, help="the folder that holds chapters/")
    parser.add_argument("--chapters", type=int, help="generate a book of so many chapters instead")
    parser.add_argument("--experiments", type=int, default=5, help="in each generated chapter")
    parser.add_argument("--regbook", default=ROOT / ".build/release/regbook", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--cold-runs", type=int, default=1, help="cold builds take long")
    parser.add_argument("--only", default="cold,warm,prose,experiment")
    parser.add_argument("--keep", type=pathlib.Path, help="where the copy lies and stays; used again if it is there")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary) / "book"
        if not (folder / "chapters").exists():
            if options.chapters:
                large_book.write(folder, options.chapters, options.experiments)
            else:
                shutil.copytree(options.book / "chapters", folder / "chapters")
        book = Book(folder, options.regbook.resolve(), options.jobs)
        kinds = {
            "cold": (book.forget, options.cold_runs), "warm": (lambda: None, options.runs),
            "prose": (book.edit_prose, options.runs), "experiment": (book.edit_experiment, options.runs),
        }
        wanted = options.only.split(",")
        if "cold" not in wanted:
            book.build()
        for name, (prepare, runs) in kinds.items():
            if name in wanted:
                measure(name, book, prepare, runs)


if __name__ == "__main__":
    main()

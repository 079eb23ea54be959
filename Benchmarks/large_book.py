#!/usr/bin/env python3
"""Writes a book of any size, for measuring how the tool grows.

    python3 Benchmarks/large_book.py FOLDER --chapters 1000 --experiments 5

Every chapter has the same number of experiments that compute next to nothing, and around each of them
what real chapters hold: prose, a formula, a recorded value, a claim, a figure, a table of pipes, a link to
another chapter. No two chapters have the same text, so nothing is remembered that a real book would
not let be remembered.
"""

import argparse
import pathlib

CHAPTERS_A_PART = 50

EXPERIMENT = """## What number {number} shows

A price of {number} on the length of the weights pays for itself in a book that is never read. In the sum
$\\sum_{{k=1}}^{{{number}}} k^2$ the last term is **{number}** squared, and `sum` is its value: it came out as
{{{{{id}.sum}}}}. *Nobody* has to believe that; the experiment below computes it again.

| price | weights | who says so |
|---:|:---|:---|
| {number} | short | the code |
| 0 | long | [another chapter]({link}) |

```swift experiment {id}
let squares = (1...{number}).map {{ Double($0 * $0) }}
let sum = squares.reduce(0, +)
record("sum", sum)
claim("The sum is positive.", sum > 0)
figure("squares", "Squares up to {number}.", x: Axis(label: "k"), y: Axis(label: "square")) {{
  Line("square", x: [1, {number}], y: [1, squares[{number} - 1]])
}}
```

"""


def chapter(index, chapters, experiments):
    """The text of the chapter with this index, from 0."""
    target = (index * 7 + 1) % chapters
    text = f"---\ntitle: Chapter {index + 1} of many\nsummary: It says little, {experiments} times.\n---\n\n"
    for experiment in range(experiments):
        number = index * experiments + experiment + 2
        text += EXPERIMENT.format(
            number=number, id=f"c{index + 1}-e{experiment + 1}", link="../" + path(target).removeprefix("chapters/"))
    return text


def path(index):
    """Where a chapter is, relative to the book's folder."""
    part, place = divmod(index, CHAPTERS_A_PART)
    return f"chapters/{part + 1:02}-part/{place + 1:02}-chapter.md"


def write(folder, chapters, experiments):
    """Writes the book."""
    folder = pathlib.Path(folder)
    for index in range(chapters):
        file = folder / path(index)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(chapter(index, chapters, experiments), encoding="utf-8")
    (folder / "chapters/index.md").write_text("# Many chapters\n\nThey are all alike.\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--chapters", type=int, default=1000)
    parser.add_argument("--experiments", type=int, default=5, help="in each chapter")
    options = parser.parse_args()
    write(options.folder, options.chapters, options.experiments)

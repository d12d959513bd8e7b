"""Time expressions of a folder of texts, as TIMEX3: `python -m benchmarks.timex --text DIR --dct dct.tsv --out OUT`.

DIR holds `*.txt`; dct.tsv a line `doc<TAB>date` each, the date as "1998-02-27", "1998-02-27T08:12" or "19980227".
OUT gets one JSON object a line: {"doc", "timexes": [{"start", "end", "type", "value"}]}. With `--speed` nothing is
written: the finder reads the texts, held in memory, five times on one core, and the last line tells the median speed.
"""

import argparse
import json
import re
import statistics
import sys
import time
from pathlib import Path

from legation.documents.document import Document
from legation.reading.times.finding import find_atoms

ROUNDS = 5


def main(arguments: list[str] | None = None) -> None:
    """Read the texts, write the predictions, and tell the speed on stderr."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--dct", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="where the predictions go; not needed with --speed")
    parser.add_argument("--speed", action="store_true", help="measure instead of writing")
    options = parser.parse_args(arguments)
    if options.out is None and not options.speed:
        parser.error("say where the predictions go (--out FILE), or measure (--speed)")
    dates = read_dates(options.dct)
    texts = {path.stem: read_text(path) for path in sorted(options.text.glob("*.txt"))}
    if options.speed:
        report_speed(texts, dates)
        return
    with options.out.open("w", encoding="utf-8") as out:
        for name, text in texts.items():
            out.write(json.dumps({"doc": name, "timexes": find_timexes(name, text, dates.get(name))}) + "\n")


def read_text(path: Path) -> str:
    """Return a file's characters with its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def report_speed(texts: dict[str, str], dates: dict[str, str]) -> None:
    """Print how many words the finder reads a second: the median of `ROUNDS`, and the slowest and fastest."""
    words = sum(len(text.split()) for text in texts.values())
    rates = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        for name, text in texts.items():
            find_timexes(name, text, dates.get(name))
        rates.append(words / (time.perf_counter() - began))
    # The first round also loads the lexicon.
    measured = sorted(rates[1:])
    median, slowest, fastest = statistics.median(measured), measured[0], measured[-1]
    sys.stdout.write(f"words {words}  words/s {median:.0f}  slowest {slowest:.0f}  fastest {fastest:.0f}\n")


def read_dates(path: Path) -> dict[str, str]:
    """Return the publication date of each document, in ISO form."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {row[0]: iso(row[1].strip()) for row in rows if row[1].strip()}


def iso(date: str) -> str:
    """Return "19980227…" as "1998-02-27"; other dates as they are, without a time of day."""
    match = re.match(r"(\d{4})(\d\d)(\d\d)", date)
    return "-".join(match.groups()) if match else date.split("T")[0]


def find_timexes(name: str, text: str, published: str | None) -> list[dict[str, object]]:
    """Return the TIMEX3 expressions of one text."""
    atoms = find_atoms(Document(id=name, text=text, published=published))
    # TIMEX3 does not mark named periods such as wars; their values are ranges.
    atoms = [atom for atom in atoms if "/" not in (atom.value or "")]
    return [
        {"start": atom.span.start, "end": atom.span.end, "type": atom.type.value, "value": atom.value or ""}
        for atom in atoms
    ]


if __name__ == "__main__":
    main()

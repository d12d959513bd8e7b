"""Times a question over a year of events between two states: found in a record, weighed, tried in every way, drawn.

    python -m benchmarks.weighing [--events 200] [--rounds 5] [--record PATH]

Makes a record of that many reports (kept at PATH, if given), then asks the pattern of a question that comes with
Legation. Last line: `events N  first S  seconds S  sheet S`: the first weighing with lexicons still to load, the median
of later ones (evidence loaded anew each time), and the writing of the sheet.
"""

import argparse
import datetime as dt
import statistics
import tempfile
import time
from io import BytesIO
from pathlib import Path

from legation.reporting.sheets import write_html
from legation.reporting.weighings import make_sheet
from legation.workspace.questions import Inquiry, load_question
from legation.workspace.workspace import Workspace

FIRST = dt.date(2026, 1, 1)
# What the reports tell, by turns; {day} is written out, {n} a number.
SENTENCES = (
    "Chile's foreign minister met Peru's foreign minister in Lima on {day}, the ministry said.",
    "Peru's navy seized {n} Chilean fishing boats on {day}.",
    "Chile sent Peru {n} tents on {day} after floods in the north.",
    "Peru accused Chile of fishing in its waters on {day}.",
    "The presidents of Chile and Peru spoke by telephone on {day}.",
    "Chile said on {day} that it had not seized {n} Peruvian boats.",
)


def write_reports(folder: Path, number: int) -> None:
    """Write one report for each event, spread over a year."""
    for place in range(number):
        day = FIRST + dt.timedelta(days=place * 364 // max(number, 1))
        words = f"{day.day} {day:%B %Y}"
        text = SENTENCES[place % len(SENTENCES)].format(day=words, n=20 + place)
        (folder / f"{place:04}.txt").write_text(
            f"Published: {words}\nSource: Paper {place % 17}\n\n{text}\n", encoding="utf-8"
        )


def fill(record: Workspace, number: int) -> None:
    """Take the reports in."""
    with tempfile.TemporaryDirectory() as folder:
        write_reports(Path(folder), number)
        for added in record.add([folder]):
            if added.problem:
                raise SystemExit(f"{added.source}: {added.problem}")


def main() -> None:
    """Run the rounds and print their figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--events", type=int, default=200)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--record", type=Path)
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.record or Path(folder) / "record.db"
        with Workspace(str(place)) as record:
            if not record.count().documents:
                fill(record, args.events)
            start = time.perf_counter()
            question = load_question("pattern")
            weighing = Inquiry(record, question).weigh(question.window[1])
            first = time.perf_counter() - start
            seconds = []
            for _ in range(args.rounds):
                start = time.perf_counter()
                inquiry = Inquiry(record, question)
                weighing = inquiry.weigh(question.window[1])
                seconds.append(time.perf_counter() - start)
            start = time.perf_counter()
            write_html(make_sheet(weighing, inquiry.tell(weighing)), BytesIO())
            sheet = time.perf_counter() - start
            events = record.count().events
    pieces = sum(len(finding.exhibits) for finding in weighing.findings)
    print(f"{pieces} of {events} events count, in {len(weighing.case.items)} items")
    print(f"events {events}  first {first:.2f}  seconds {statistics.median(seconds):.2f}  sheet {sheet:.2f}")


if __name__ == "__main__":
    main()

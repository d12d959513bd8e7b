"""Rolling-origin backtest of the base-rate forecasts on a file of event data.

    python -m benchmarks.forecast --data FOLDER|FILE.csv [--horizons 7 30 90] [--actors states|all] [--out FILE.csv]

FOLDER is in the layout of temporal knowledge graphs (benchmarks/eventdata.py); a CSV has a row for each event with
date, source, target and type (CAMEO code or name, or PLOVER type), its columns named as for `legation import` or by
--column. Of a folder only acts between states count, by name in the actor lexicon; of a CSV all actors as they stand.

Prints for each horizon how many forecasts there were and how often they came true, Brier of the dyads' own climatology,
skill of (b), (c) and (d) against it with the 95 % interval of (d), its calibration error (ECE), the same for what would
have been published, and skill by type. --out writes every forecast. Statements (no PLOVER type) are left out.
"""

import argparse
import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import monotonic

import numpy as np

from benchmarks.eventdata import codes_by_name, load_facts
from legation.actors.registry import load_registry
from legation.documents.eventdata import find_columns
from legation.judgement.backtest import Outcome, Plan, backtest, make_plan
from legation.judgement.learning import Flags
from legation.judgement.scores import Scores, score
from legation.judgement.tallies import Tally, make_tally
from legation.lexicon.plover import load_ontology
from legation.reading.claim import ActorType

LEFT_OUT = ("STATEMENT", "OTHER")
HORIZONS = (7, 30, 90)
DIGITS = re.compile(r"\d{6}|\d{8}")
# Two-digit years from here on are of the last century.
CENTURY = 50

Row = tuple[int, str, str, str]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--horizons", type=int, nargs="+", default=HORIZONS, metavar="DAYS")
    parser.add_argument("--actors", choices=("states", "all"), help="states of a folder, all of a CSV unless said")
    parser.add_argument("--column", action="append", default=[], metavar="FIELD=NAME", help="which column holds what")
    parser.add_argument("--out", type=Path, help="write every forecast here, as CSV")
    options = parser.parse_args()
    columns = dict(pair.split("=", 1) for pair in options.column)
    rows = read_folder(options.data) if options.data.is_dir() else read_table(options.data, columns)
    actors = options.actors or ("states" if options.data.is_dir() else "all")
    tally = make_tally(keep_states(rows) if actors == "states" else rows)
    print(
        f"{options.data}: {len(tally.days):,} event-days of {len(tally.pairs):,} directed dyads on {tally.span:,} days"
    )
    for number, horizon in enumerate(options.horizons):
        run(tally, make_plan(tally.span, horizon), options.out, is_first=number == 0)


def run(tally: Tally, plan: Plan, out: Path | None, *, is_first: bool) -> None:
    """Backtest one horizon and print what came of it."""
    if not plan.is_possible:
        print(f"\n{plan.horizon} days: {tally.span} days are too few")
        return
    begun = monotonic()
    kept, outcome = backtest(tally, plan)
    if not len(outcome.p):
        print(f"\n{plan.horizon} days: no dyad has events enough")
        return
    print_horizon(kept, outcome, plan, monotonic() - begun)
    if out is not None:
        write(out, kept, outcome, plan.horizon, is_first=is_first)


# --- what is read ----------------------------------------------------------------------------------------------------


def read_folder(folder: Path) -> Iterator[Row]:
    """Yield the rows of a folder."""
    for fact in load_facts(folder):
        if fact.type not in LEFT_OUT and fact.source != fact.target:
            yield fact.day, fact.source, fact.target, fact.type


def read_table(path: Path, columns: Mapping[str, str]) -> list[Row]:
    """Return the rows of a CSV or tab-separated file; says how many could not be used, and why."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = "\t" if "\t" in file.readline() else ","
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        places = find_columns(next(reader), columns, str(path))
        rows = [{field: cell(row, place) for field, place in places.items()} for row in reader]
    unused: Counter[str] = Counter()
    found = [row for values in rows if (row := read_row(values, unused)) is not None]
    for reason, count in unused.most_common():
        print(f"  {count:,} rows left out: {reason}")
    first = min((row[0] for row in found), default=0)
    return [(day - first, source, target, kind) for day, source, target, kind in found]


def cell(row: list[str], place: int) -> str:
    """Return a cell without blanks around it; empty if the row is too short."""
    return row[place].strip() if place < len(row) else ""


def read_row(values: Mapping[str, str], unused: Counter[str]) -> Row | None:
    """Return a row with its day as a number; None, and why, where it is of no use."""
    day, kind = read_day(values["date"]), read_type(values["type"])
    source, target = values.get("source", ""), values.get("target", "")
    reason = None
    if day is None:
        reason = "no date"
    elif not source or not target or source == target:
        reason = "no two parties"
    elif kind is None:
        reason = "no type of CAMEO or PLOVER"
    elif kind in LEFT_OUT:
        reason = "statements"
    if reason is not None:
        unused[reason] += 1
        return None
    assert day is not None
    assert kind is not None
    return day, source, target, kind


def read_day(text: str) -> int | None:
    """Return the number of a day written 2018-03-31, 20180331, 180331 or with a time behind it."""
    digits = text[:10].replace("-", "").replace("/", "").strip()
    if not DIGITS.fullmatch(digits):
        return None
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= CENTURY else "20") + digits
    try:
        return dt.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=dt.UTC).date().toordinal()
    except ValueError:
        return None


def read_type(text: str) -> str | None:
    """Return the PLOVER type of a CAMEO code or name, or of its own name."""
    ontology = load_ontology()
    if text.upper() in ontology.types:
        return text.upper()
    found = ontology.convert(codes_by_name().get(text.casefold(), text))
    return found[0] if found else None


def keep_states(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows between two states, which the actor lexicon knows by their names."""
    registry, known = load_registry(None), dict[str, str | None]()

    def state_of(name: str) -> str | None:
        if name not in known:
            actor = registry.find_actor(name)
            known[name] = actor.id if actor and actor.type is ActorType.STATE else None
        return known[name]

    for day, source, target, kind in rows:
        one, other = state_of(source), state_of(target)
        if one and other and one != other:
            yield day, one, other, kind


# --- what is printed -------------------------------------------------------------------------------------------------


def print_horizon(tally: Tally, outcome: Outcome, plan: Plan, seconds: float) -> None:
    """Print the figures of a horizon."""
    length = -(-plan.horizon // plan.step)
    every = score_rows(outcome, np.ones(len(outcome.p), dtype=bool), length)
    plain, poisson = (score(values, outcome.happened, outcome.climate) for values in (outcome.plain, outcome.poisson))
    origins = np.unique(outcome.origins)
    print(
        f"\n{plan.horizon} days: {every.count:,} forecasts of {len(np.unique(outcome.dyads))} dyads at {len(origins)} "
        f"origins, one in {plan.step} days from day {origins[0]}; base rate {every.base:.3f}; {seconds:.0f} s"
    )
    climate = float(np.mean((outcome.climate - outcome.happened) ** 2))
    print(f"  Brier: climatology {climate:.4f}, (d) {every.brier:.4f}; log score (d) {every.log:.4f}")
    print(f"  skill against the dyads' own climatology: (b) {show(poisson)}  (c) {show(plain)}  (d) {show(every)}")
    terms = every.murphy
    print(
        f"  ECE {every.ece:.4f}; reliability {terms.reliability:.5f}, resolution {terms.resolution:.4f}, "
        f"uncertainty {terms.uncertainty:.4f}"
    )
    chosen = outcome.published
    if chosen.any():
        shown = score_rows(outcome, chosen, length)
        print(f"  published {chosen.mean():.0%} of the forecasts: skill {show(shown)}, ECE {shown.ece:.4f}")
    print_types(tally, outcome, length)


def score_rows(outcome: Outcome, rows: Flags, length: int) -> Scores:
    """Return the scores of some forecasts of (d)."""
    columns = outcome.p[rows], outcome.happened[rows], outcome.climate[rows]
    return score(*columns, outcome.origins[rows], length)


def print_types(tally: Tally, outcome: Outcome, length: int) -> None:
    """Print skill by type, of all forecasts and of those that would have been published."""
    print(f"  {'type':<10} {'forecasts':>9} {'base':>6}  {'skill (d) [95 %]':<24} {'published':>9}  skill of these")
    negative = []
    for kind, name in enumerate(tally.kinds):
        rows = outcome.types == kind
        chosen = rows & outcome.published
        every = score_rows(outcome, rows, length)
        shown = score_rows(outcome, chosen, length) if chosen.any() else None
        head = f"  {name:<10} {every.count:>9,} {every.base:>6.3f}  {show(every):<24}"
        print(f"{head} {chosen.sum() / rows.sum():>9.0%}  {show(shown) if shown else 'not published'}")
        if shown is not None and shown.skill is not None and shown.skill < 0:
            negative.append(name)
    print(f"  published with negative skill: {', '.join(negative) or 'none'}")


def show(found: Scores) -> str:
    """Return skill with its interval: "+.047 [.036, .056]"."""
    assert found.skill is not None
    interval = f" [{found.interval[0]:+.3f}, {found.interval[1]:+.3f}]" if found.interval else ""
    return f"{found.skill:+.4f}{interval}"


def write(out: Path, tally: Tally, outcome: Outcome, horizon: int, *, is_first: bool) -> None:
    """Write the forecasts of a horizon behind those of the ones before."""
    with out.open("w" if is_first else "a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if is_first:
            writer.writerow("horizon day source target type p climatology published happened".split())
        for row in zip(
            *(outcome.origins, outcome.dyads, outcome.types, outcome.p, outcome.climate, outcome.published),
            outcome.happened,
            strict=True,
        ):
            day, dyad, kind, p, climate, published, happened = row
            names = (*tally.pairs[dyad], tally.kinds[kind])
            writer.writerow([horizon, day, *names, f"{p:.5f}", f"{climate:.5f}", int(published), int(happened)])


if __name__ == "__main__":
    main()

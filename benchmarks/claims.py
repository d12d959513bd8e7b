"""Claims of our own sentences, against what careful coders expect.

    python -m benchmarks.claims [--gold FILE]... [--errors]

Prints precision, recall and F1 of the type, of type and agents, of type, agents and recipients, of type and status, and
of everything a row expects; how far "happened" can be trusted; and how often agent and recipient stand swapped.

A gold row is a `text` with the `claims` a coder expects, the main one first, and those that he `may` find as well. A
claim has `type`, `mode`, `by`, `to`, `status`, `outcome`, `source` and `time`; "a|b" takes either, a party with a "?"
may be left out, `together` are parties that may stand on either side, `or` lists whole other readings.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.claims_gold import Case, Expected, Judge, Level, load_cases
from benchmarks.common import plain_document
from legation.reading.claim import Claim, Status
from legation.reading.reader import Reader, load_reader

GOLD = Path(__file__).parents[1] / "tests" / "gold"
# Rows of the second file are never looked at: their errors are not printed, whatever is asked.
DEV, HELD = GOLD / "claims.yml", GOLD / "claims_held.yml"


@dataclass(slots=True)
class Count:
    """Right claims, claims found and claims expected at one level."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """Return the share of the claims found that are right, 0.0 to 1.0."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the claims expected that were found, 0.0 to 1.0."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 0.0 to 1.0."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else 0.0


@dataclass(slots=True)
class Score:
    """What the cases of one file come to."""

    levels: dict[Level, Count] = field(default_factory=lambda: {level: Count() for level in Level})
    by_type: dict[str, Count] = field(default_factory=dict)
    main: Counter[Level] = field(default_factory=Counter)
    with_main: int = 0
    happened: int = 0  # claims read as happened
    happened_right: int = 0  # of them, those that did, with the right type
    happened_typed: int = 0  # of them, those with the right type
    directed: int = 0  # claims found whose agents and recipients are both expected
    swapped: int = 0
    silent: int = 0  # rows without an event that give none
    eventless: int = 0
    errors: list[str] = field(default_factory=list)


def main(arguments: list[str] | None = None) -> None:
    """Read the gold files and print their scores."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, action="append", help="a gold file; both of the project unless given")
    ask.add_argument("--errors", action="store_true", help="also list what was missed or wrong, held rows excepted")
    options = ask.parse_args(arguments)
    reader = load_reader()
    for path in options.gold or [DEV, HELD]:
        score = score_cases(load_cases(path), reader)
        if options.errors and path.resolve() != HELD:
            print("\n".join(score.errors), end="\n\n")
        print(f"{path.name}\n{report(score)}\n")


def score_cases(cases: Sequence[Case], reader: Reader) -> Score:
    """Return the score of a reader on these cases."""
    score = Score()
    documents = [plain_document(case.text, case.published) for case in cases]
    for case, reading in zip(cases, reader.read_many(documents), strict=True):
        add_case(score, case, Judge(reading))
    return score


def add_case(score: Score, case: Case, judge: Judge) -> None:
    """Add one case to the score."""
    found = judge.counted(case)
    pairs = {level: pair_up(case.claims, found, judge.test(level)) for level in Level}
    for level, pairing in pairs.items():
        accepted = pair_up(case.may, [c for c in found if c.id not in pairing.values()], judge.test(level))
        count = score.levels[level]
        count.right += len(pairing)
        count.found += len(found) - len(accepted)
        count.expected += len(case.claims)
        score.main[level] += 0 in pairing
    score.with_main += bool(case.claims)
    score.eventless += not case.claims and not case.may
    score.silent += not case.claims and not case.may and not found
    add_types(score, case, pairs[Level.TYPE])
    add_trust(score, case, found, judge)
    add_errors(score, case, found, pairs, judge)


def add_types(score: Score, case: Case, pairing: Mapping[int, str]) -> None:
    """Count for each type, by the first that is expected, how many were found."""
    for number, claim in enumerate(case.claims):
        count = score.by_type.setdefault(claim[0].types[0], Count())
        count.expected += 1
        count.right += number in pairing


def add_trust(score: Score, case: Case, found: Sequence[Claim], judge: Judge) -> None:
    """Count what is shown as done and what stands the wrong way round; readings that may be found count as well."""
    wanted = (*case.claims, *case.may)
    done = [claim for claim in found if claim.status is Status.HAPPENED]
    score.happened += len(done)
    score.happened_typed += len(pair_up(wanted, done, judge.test(Level.TYPE)))
    score.happened_right += len(pair_up(wanted, done, judge.test(Level.STATUS)))
    by_id = {claim.id: claim for claim in found}
    for number, key in pair_layers(wanted, found, judge).items():
        directed = [reading for reading in wanted[number] if reading.by and reading.to]
        score.directed += bool(directed)
        score.swapped += any(judge.swapped(reading, by_id[key]) for reading in directed)


def add_errors(
    score: Score, case: Case, found: Sequence[Claim], pairs: Mapping[Level, Mapping[int, str]], judge: Judge
) -> None:
    """Note what was missed or read wrongly, if anything was."""
    whole = pairs[Level.WHOLE]
    missed = [number for number in range(len(case.claims)) if number not in whole]
    accepted = pair_up(case.may, [c for c in found if c.id not in whole.values()], judge.test(Level.WHOLE))
    extra = [claim for claim in found if claim.id not in {*whole.values(), *accepted.values()}]
    if missed or extra:
        rows = [f"  expected {show_expected(case.claims[number][0])}" for number in missed]
        score.errors.append("\n".join([case.text, *rows, *(f"  read     {judge.show(claim)}" for claim in extra)]))


def show_expected(wanted: Expected) -> str:
    """Return an expected claim in one line."""
    sides = [wanted.together, ()] if wanted.together else [wanted.by, wanted.to]
    names = ["+".join("|".join(party.names) for party in side) or "-" for side in sides]
    return f"{'|'.join(wanted.types)} {' > '.join(names)} {'|'.join(wanted.statuses)} {wanted.time or ''}"


def pair_layers(wanted: Sequence[Sequence[Expected]], found: Sequence[Claim], judge: Judge) -> dict[int, str]:
    """Pair each expected claim with the claim found that comes nearest to it."""
    done: dict[int, str] = {}
    for level in (Level.WHOLE, Level.PARTIES, Level.AGENTS, Level.TYPE):
        left = [claim for claim in found if claim.id not in done.values()]
        open_ = [readings if number not in done else () for number, readings in enumerate(wanted)]
        done |= pair_up(open_, left, judge.test(level))
    return done


def pair_up(
    wanted: Sequence[Sequence[Expected]], found: Sequence[Claim], fits: Callable[[Expected, Claim], bool]
) -> dict[int, str]:
    """Return the largest pairing of expected claims with claims found: number → claim id, each used once."""
    edges = [[c.id for c in found if any(fits(reading, c) for reading in readings)] for readings in wanted]
    taken: dict[str, int] = {}

    def place(number: int, seen: set[str]) -> bool:
        for key in edges[number]:
            if key not in seen:
                seen.add(key)
                if key not in taken or place(taken[key], seen):
                    taken[key] = number
                    return True
        return False

    for number in range(len(wanted)):
        place(number, set())
    return {number: key for key, number in taken.items()}


def report(score: Score) -> str:
    """Return the figures as lines to print."""
    return "\n".join(lines(score))


def lines(score: Score) -> Iterator[str]:
    """Yield the figures, a line each."""
    for level, count in score.levels.items():
        main_right = score.main[level] / score.with_main if score.with_main else 0.0
        yield (
            f"  {level:<24} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            f"  main claim {main_right:.3f}"
        )
    yield f"  shown as happened: {share(score.happened_right, score.happened)} did, with the right type"
    yield f"  of those with the right type: {share(score.happened_right, score.happened_typed)} did"
    yield f"  swapped agent and recipient: {share(score.swapped, score.directed)}"
    yield f"  rows without an event that give none: {share(score.silent, score.eventless)}"
    yield "  recall by type: " + "  ".join(f"{kind} {c.recall:.2f}" for kind, c in sorted(score.by_type.items()))


def share(part: int, whole: int) -> str:
    """Return a share with its counts."""
    return f"{part / whole if whole else 0.0:.3f} ({part} of {whole})"


if __name__ == "__main__":
    main()

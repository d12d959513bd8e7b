"""The scorer of claims: what counts as right at each level, what is left out of the count, what is swapped."""

from typing import Any

import pytest

from benchmarks.claims import Score, add_case, report
from benchmarks.claims_gold import Case, Judge, Level, expect, readings
from legation.reading.claim import Reading
from tests.builders import CHILE, PERU, ReadingBuilder, make_document

TEXT = "Peru accused Chile of spying on 3 February 2026."


def read(kind: str = "ACCUSE", agents: str = "Peru", recipients: str = "Chile", **fields: Any) -> Reading:
    builder = ReadingBuilder(make_document(TEXT))
    ids = {"Peru": builder.mention("Peru", PERU), "Chile": builder.mention("Chile", CHILE), "": None}
    time = builder.time("3 February 2026", "2026-02-03", "2026-02-04")
    sides = [[key for key in (ids[side],) if key] for side in (agents, recipients)]
    builder.claim(kind, "accused", *sides, time=time, **fields)
    return builder.build()


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ({"by": ["PER"], "to": ["CHL"]}, list(Level)),
        ({"by": ["peru"], "to": ["Chile"], "time": "2026-02-03..2026-02-04"}, list(Level)),
        ({"together": ["CHL", "PER"]}, list(Level)),
        ({"by": ["PER"], "to": ["CHL", "BOL?"]}, list(Level)),
        ({"by": ["PER"], "to": ["BOL|CHL"], "time": "2026-02-04"}, list(Level)[:4]),
        ({"by": ["PER"], "to": ["BOL"]}, [Level.TYPE, Level.AGENTS, Level.STATUS]),
        ({"by": ["PER"], "to": ["CHL"], "mode": "allege"}, list(Level)[:4]),
        ({"by": ["PER"], "to": ["CHL"], "status": "planned"}, list(Level)[:3]),
        ({"by": ["CHL"], "to": ["PER"]}, [Level.TYPE, Level.STATUS]),
        ({"type": "REJECT", "by": ["PER"], "to": ["CHL"]}, []),
        (
            {"type": "REJECT", "or": [{"type": "ACCUSE", "status": "happened", "by": ["PER"], "to": ["CHL"]}]},
            list(Level),
        ),
    ],
)
def test_levels(row: dict[str, Any], right: list[Level]) -> None:
    judge = Judge(read())
    wanted = readings({"type": "ACCUSE", "status": "happened", **row})
    claim = judge.claims[0]
    assert [level for level in Level if any(judge.test(level)(reading, claim) for reading in wanted)] == right


def score(claims: list[dict[str, Any]], may: list[dict[str, Any]], reading: Reading) -> Score:
    total = Score()
    case = Case(TEXT, None, tuple(readings(row) for row in claims), tuple(readings(row) for row in may))
    add_case(total, case, Judge(reading))
    return total


ACCUSED = {"type": "ACCUSE", "status": "happened", "by": ["PER"], "to": ["CHL"]}


def test_a_claim_that_may_be_found_is_neither_right_nor_wrong() -> None:
    count = score([], [ACCUSED], read()).levels[Level.WHOLE]
    assert (count.right, count.found, count.expected) == (0, 0, 0)


def test_speech_counts_only_where_it_is_expected_or_nothing_is() -> None:
    speech = read("STATEMENT")
    assert score([ACCUSED], [], speech).levels[Level.TYPE].found == 0
    assert score([{**ACCUSED, "type": "STATEMENT"}], [], speech).levels[Level.TYPE].right == 1
    assert score([], [], speech).silent == 0


def test_what_is_shown_as_done_but_was_only_planned_is_counted() -> None:
    total = score([{**ACCUSED, "status": "planned"}], [], read())
    assert (total.happened, total.happened_typed, total.happened_right) == (1, 1, 0)


def test_swapped_parties_are_told_from_parties_that_are_merely_wrong() -> None:
    assert score([ACCUSED], [], read(agents="Chile", recipients="Peru")).swapped == 1
    assert score([ACCUSED], [], read(agents="Chile", recipients="")).swapped == 0


def test_errors_show_both_sides_and_the_report_every_level() -> None:
    total = score([{**ACCUSED, "type": "REJECT"}], [], read())
    assert "expected REJECT PER > CHL happened" in total.errors[0]
    assert "read     ACCUSE/None PER > CHL happened 2026-02-03 [by hand]" in total.errors[0]
    assert all(level in report(total) for level in Level)


def test_a_row_without_a_status_is_refused() -> None:
    with pytest.raises(KeyError):
        expect({"type": "ACCUSE"})

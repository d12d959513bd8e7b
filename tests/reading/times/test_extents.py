"""What an expression takes in of the words around it, in TimeML's cut."""

import pytest

from legation.reading.claim import Time
from legation.reading.times.finding import find_atoms
from tests.builders import make_document

TUESDAY = "2024-06-18"


def atoms(text: str, published: str = TUESDAY) -> list[Time]:
    return find_atoms(make_document(text, published=published, published_source=None))


def shown(text: str, published: str = TUESDAY) -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in atoms(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A factor in the second-quarter loss was oil.", [("second-quarter", "2024-Q2")]),
        ("It fell in the second quarter.", [("the second quarter", "2024-Q2")]),
        ("He left for the late-March talks.", [("late-March", "2024-03")]),
        ("It ended a several-year dispute.", [("several-year", "PXY")]),
        ("She was held for four years and ten months.", [("four years and ten months", "P4Y10M")]),
        ("It took 5 hours 37 minutes.", [("5 hours 37 minutes", "PT5H37M")]),
        ("It took one day and six hours.", [("one day and six hours", "P1DT6H")]),
        ("It took two weeks and three months.", [("two weeks", "P2W"), ("three months", "P3M")]),
        ("He had left two years and she three weeks ago.", [("two years", "P2Y"), ("three weeks ago", "2024-W22")]),
        ("The flight took two-and-a-half hours.", [("two-and-a-half hours", "PT2H30M")]),
        ("It took a minute and a half.", [("a minute and a half", "PT1M30S")]),
        ("The siege could last several months.", [("several months", "PXM")]),
        ("It has lasted the last several months.", [("the last several months", "PXM")]),
        ("The blast came at 21:34 (UTC) on June 16.", [("21:34 (UTC) on June 16", "2024-06-16T21:34")]),
        ("He showed Plan '09 and Atlas '12.", []),
        ("He was of the class of '68.", [("'68", "1968")]),
        ("A century ago it was a port.", [("A century ago", "1924")]),
        ("A quarter of a century ago it was a port.", [("A quarter of a century ago", "1999")]),
        ("It lasted a quarter-century.", [("a quarter-century", "P25Y")]),
        ("It has twice as many as a year ago.", [("a year ago", "2023")]),
        ("It fell in the last quarter of 2022.", [("the last quarter of 2022", "2022-Q4")]),
        ("They met on January the 5th.", [("January the 5th", "2024-01-05")]),
        ("In March the third quarter began.", [("March", "2024-03"), ("the third quarter", "2023-Q3")]),
        ("It closed at 7.30 in the morning.", [("7.30 in the morning", "2024-06-18T07:30")]),
        ("He said on June 3 so; later that day he left.", [("June 3", "2024-06-03"), ("later that day", "2024-06-03")]),
        ("Three quarters of the voters agreed.", []),
        ("After three quarters of losses it closed.", [("three quarters", "P3Q")]),
        ("Vision 2030 and the Russell 2000 were named.", []),
        ("It came two years later than planned.", [("two years", "P2Y")]),
        ("It shrank in the final quarter of last year.", [("the final quarter of last year", "2023-Q4")]),
        ("The bank published minutes of its meeting. Minutes are short.", []),
        ("Minutes later the ship sank.", [("Minutes", "PTXM")]),
        ("Its six-monthly report is late.", []),
        ("It will take a week or so.", [("a week or so", "P1W")]),
        ("It will close over the next two years or so.", [("the next two years or so", "P2Y")]),
        ("The 2023 fiscal year was poor.", [("The 2023 fiscal year", "2023")]),
        ("Exports grew last financial year.", [("last financial year", "2023")]),
        ("Exports grew in the January-March quarter.", [("the January-March quarter", "2024-Q1")]),
        ("Exports grew in the July to September period.", [("the July to September period", "2023-Q3")]),
        ("It met in the February-April period.", [("February", "2024-02"), ("April", "2024-04")]),
        ("He called it off before a Monday-night vote.", [("Monday-night", "2024-06-17TNI")]),
        ("They will meet in the coming week.", [("the coming week", "2024-W26")]),
        ("They will meet in the year ahead.", [("the year ahead", "FUTURE_REF")]),
        ("They denied it as recently as April.", [("April", "2024-04")]),
        ("They may deny it as early as July.", [("July", "2024-07")]),
        ("The index ended the week lower.", [("the week", "2024-W25")]),
        ("The week before last they met.", [("The week before last", "2024-W23")]),
        ("The year before last they met.", [("The year before last", "2022")]),
        ("The night before last they met.", [("The night before last", "2024-06-16TNI")]),
        ("The week before last Sunday it rained.", [("The week", "P1W"), ("last Sunday", "2024-06-16")]),
    ],
)
def test_cut(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in April from the same month last year.", ("the same month last year", "2023-04")),
        ("Profit for the third quarter fell from the same period of 2007.", ("the same period of 2007", "2007-Q3")),
        ("It lost less in the corresponding quarter last year.", ("the corresponding quarter last year", "2023-Q1")),
        ("In the first quarter it lost more than in the quarter a year ago.", ("the quarter a year ago", "2023-Q1")),
        ("Exports in May beat those of the same month a year earlier.", ("the same month a year earlier", "2023-05")),
        ("Trade shrank from the same period last year.", ("the same period last year", "2023")),
        ("It fell more than on the same day last week.", ("the same day last week", "2024-06-11")),
        (
            "The first quarter was poor; the second quarter will be so. It fell from a year ago.",
            ("a year ago", "2023-Q1"),
        ),
        ("It fell in the third quarter a year ago.", ("the third quarter a year ago", "2022-Q3")),
        ("In the comparable year-earlier quarter it lost.", ("the comparable year-earlier quarter", "2023")),
        ("It reported fiscal 2008 fourth quarter sales.", ("fiscal 2008 fourth quarter", "2008-Q4")),
    ],
)
def test_compared(text: str, expected: tuple[str, str]) -> None:
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "value", "from_", "to"),
    [
        ("Profit rose in the quarter ended March 31.", "2024-Q1", "2024-01-01", "2024-04-01"),
        ("Profit rose in the quarter to May.", "2024-Q2", "2024-03-01", "2024-06-01"),
        ("It will lose money in the quarter ending 31 July.", "2024-Q2", "2024-05-01", "2024-08-01"),
    ],
)
def test_quarter_is_the_one_that_ends_so(text: str, value: str, from_: str, to: str) -> None:
    quarter = atoms(text)[0]
    assert quarter.text == "the quarter"
    assert (quarter.value, str(quarter.from_), str(quarter.to)) == (value, from_, to)


@pytest.mark.parametrize(
    ("text", "value", "from_", "to"),
    [
        ("It fell in the first half of March 2007.", "2007-03", "2007-03-01", "2007-03-16"),
        ("It fell in the second half of the month.", "2024-06", "2024-06-16", "2024-07-01"),
        ("It fell in the second half of the 1990s.", "199", "1995-01-01", "2000-01-01"),
        ("It fell in the first half of the 20th century.", "19", "1900-01-01", "1950-01-01"),
        ("It fell in the second half of last year.", "2023-H2", "2023-07-01", "2024-01-01"),
        ("They meet on the first weekend of May 2023.", "2023-W18-WE", "2023-05-06", "2023-05-08"),
        ("They meet on the last weekend in May 2023.", "2023-W21-WE", "2023-05-27", "2023-05-29"),
    ],
)
def test_part_of_a_longer_time(text: str, value: str, from_: str, to: str) -> None:
    (time,) = atoms(text)
    assert (time.value, str(time.from_), str(time.to)) == (value, from_, to)


def test_hours_later_are_a_length_of_time_on_the_day_told_of() -> None:
    _, later = atoms("It took off on June 3, 2024 and landed three hours later.")
    assert (later.text, later.value, str(later.from_), str(later.to)) == (
        "three hours",
        "PT3H",
        "2024-06-03",
        "2024-06-04",
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The plane left at 10:30 p.m. on Sunday and was to land at 9:15 a.m.", "2024-06-17T09:15"),
        ("The plane left at 7 a.m. on Sunday and landed at 9:15 a.m.", "2024-06-16T09:15"),
        ("The plane left on Sunday. The press meets at 9:15 a.m.", "2024-06-18T09:15"),
        ("The plane left at 7 a.m. on Sunday. It was down by 15:55.", "2024-06-16T15:55"),
        ("It fell at 3 p.m. on Sunday, after a rise at 11 a.m.", "2024-06-16T11:00"),
    ],
)
def test_time_of_day_is_of_the_day_its_sentence_tells(text: str, value: str) -> None:
    assert shown(text)[-1][1] == value

"""Notes on any item: kept with author and time, found again by item, taken back, and never longer than a page."""

import datetime as dt
from collections.abc import Iterator

import pytest

from legation.record.decision import LONGEST_NOTE, Kind
from legation.record.event import short_id
from legation.record.view import NotInRecordError
from legation.workspace.forecasting import Order, make_forecast
from legation.workspace.noting import add_note, list_notes, notes_by_item
from legation.workspace.workspace import Workspace
from tests.record.histories import add, moment

TENTS = "PER AID CHL 2026-02-03 happened tents"


class Clock:
    """A clock that goes on by a step whenever it is looked at."""

    step = 10

    def __call__(self) -> dt.datetime:
        self.step += 1
        return moment(self.step)


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place, clock=Clock()) as workspace:
        yield workspace


@pytest.mark.parametrize(
    ("named", "kind", "subject"),
    [
        ("{document}.c1", Kind.CLAIM, "{document}.c1"),
        ("{document}.e1", Kind.EVENT, "{document}.e1"),
        ("{document}", Kind.DOCUMENT, None),
        ("Reuters", Kind.OUTLET, "reuters"),
        ("actor:Reuters", Kind.ACTOR, "reuters"),
        ("Peru", Kind.ACTOR, "PER"),
        ("PER/CHL", Kind.DYAD, "CHL/PER"),
        ("Chile/Peru", Kind.DYAD, "CHL/PER"),
        ("question:gulf-detente", Kind.QUESTION, "gulf-detente"),
        ("scenario:grain-corridor", Kind.SCENARIO, "grain-corridor"),
    ],
)
def test_a_note_is_found_on_its_item(record: Workspace, named: str, kind: Kind, subject: str | None) -> None:
    (document,) = add(record.engine, [TENTS])
    item = named.format(document=short_id(document))
    note = add_note(record, item, "  ask the embassy ", "ann")
    assert (note.kind, note.author, note.words) == (kind, "ann", "ask the embassy")
    assert note.subject == (subject.format(document=short_id(document)) if subject else document)
    assert list_notes(record, item) == [note]
    assert list_notes(record) == [note]


def test_a_forecast_takes_a_note_by_the_first_digits_of_its_id(record: Workspace) -> None:
    add(record.engine, [TENTS])
    days = (dt.date(2026, 3, 1), dt.date(2026, 4, 1))
    order = Order("PER", "CHL", "AID", None, *days, p=0.3, text="More tents by April?")
    made = make_forecast(record, order, "ann")
    note = add_note(record, f"forecast:{made.uid[:6]}", "too low", "bob")
    assert (note.kind, note.subject, note.about) == (Kind.FORECAST, made.uid, "More tents by April?")
    assert notes_by_item(record, Kind.FORECAST) == {made.uid: [note]}
    assert notes_by_item(record, Kind.QUESTION) == {}
    with record.as_of("2025-12-31") as past:
        assert notes_by_item(past, Kind.FORECAST) == {}


def test_notes_are_listed_the_newest_first_and_can_be_taken_back(record: Workspace) -> None:
    add(record.engine, [TENTS])
    first, second = (add_note(record, "PER", words, "ann") for words in ("one", "two"))
    assert [note.uid for note in list_notes(record, limit=1)] == [second.uid]
    record.undo(second.uid, author="bob")
    assert list_notes(record, "PER") == list_notes(record) == [first]


def test_a_note_on_a_claim_shows_on_its_document_and_not_on_another_item(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    note = add_note(record, f"{short_id(document)}.c1", "a drill?", "ann")
    assert list_notes(record, document) == [note]
    assert list_notes(record, "PER") == list_notes(record, "PER/CHL") == []


def test_the_record_as_of_a_day_shows_the_notes_of_then(record: Workspace) -> None:
    add(record.engine, [TENTS])
    note = add_note(record, "PER", "one", "ann")
    add_note(record, "PER", "two", "ann")
    with record.as_of(note.at) as past:
        assert list_notes(past, "PER") == list_notes(past) == [note]


@pytest.mark.parametrize(("words", "error"), [(" ", "say what"), ("x" * (LONGEST_NOTE + 1), "4,001 characters")])
def test_a_note_has_words_and_no_more_than_a_page(record: Workspace, words: str, error: str) -> None:
    add(record.engine, [TENTS])
    with pytest.raises(ValueError, match=error):
        add_note(record, "PER", words, "ann")


@pytest.mark.parametrize(
    "name",
    [
        "nobody at all",
        "PER/PER",
        "PER/nobody at all",
        "actor:nobody at all",
        "question:nobody at all",
        "question:pattern",
        "scenario:../pyproject",
        "forecast:",
        "forecast:0123456",
    ],
)
def test_a_note_on_nothing_is_refused(record: Workspace, name: str) -> None:
    add(record.engine, [TENTS])
    with pytest.raises(NotInRecordError, match="called so"):
        add_note(record, name, "what is it?", "ann")


@pytest.mark.parametrize(
    ("ruling", "item"), [("accept", "Peru"), ("unsure", "PER/CHL"), ("grade", "question:gulf-detente")]
)
def test_what_only_takes_notes_is_not_ruled_on(record: Workspace, ruling: str, item: str) -> None:
    add(record.engine, [TENTS])
    with pytest.raises(ValueError, match="there it can be note"):
        record.decide(ruling, item, author="ann")

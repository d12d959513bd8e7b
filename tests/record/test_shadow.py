"""The record as of a moment equals a record really built only of what had arrived by then."""

import random
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from legation.cli.record import encode_shown
from legation.record import tables
from legation.record.event import short_id
from legation.record.session import open_engine
from legation.record.shadow import parse_moment
from legation.record.view import NotInRecordError
from legation.reporting.chronology import encode_line
from legation.reporting.rulings import encode_conflict, encode_source
from legation.workspace.workspace import Workspace
from tests.builders import make_document
from tests.record.histories import add, moment

NAMES = ("PER", "CHL", "KEN", "OSO")
TYPES = ("AID", "CONSULT", "ACCUSE", "AGREE", "COOPERATE")
THEMES = ("tents", "blankets", "border", "treaty talks", "maize for the north")
LATER = ("", "", "", " v2:gone", " v2:status=planned", " v2:type=AID", " v2:status=denied", " v2:type=ASSAULT")
STEPS = 12
# A step of a history: "add" with texts, "read" (a newer reading of a text added before), or a decision.
Step = tuple[Any, ...]


def draw_line(draw: random.Random) -> str:
    agent, recipient = draw.sample(NAMES, 2)
    day = draw.choice(("2026-02-03", "2026-02-03", "2026-02-04", "2026-02-11", "-"))
    status = draw.choice(("happened", "happened", "planned", "denied"))
    words = f"{agent} {draw.choice(TYPES)} {recipient} {day} {status} {draw.choice(THEMES)}"
    return words + draw.choice(LATER)


def draw_text(draw: random.Random) -> str:
    """Return lines whose types differ, so that each can be told from the others, padded so that texts can be copies."""
    lines = {line.split()[1]: line for line in (draw_line(draw) for _ in range(draw.randint(1, 3)))}
    return "\n".join(lines.values())


def draw_decision(draw: random.Random, claims: list[str]) -> Step:
    ruling = draw.choice(("accept", "reject", "amend", "same", "different", "note", "grade", "undo", "mention"))
    one, other = draw.choice(claims), draw.choice(claims)
    author = draw.choice(("ann", "bob"))
    if ruling == "undo":
        return ("undo", draw.randrange(STEPS))
    if ruling == "mention":
        return ("decide", "amend", one.replace(".c", ".m"), None, {"actor": draw.choice(NAMES[:3])}, author)
    changes: dict[str, dict[str, str]] = {
        "amend": draw.choice(
            [{"status": "possible"}, {"recipients": draw.choice(NAMES[:3])}, {"type": "AID"}, {"time": "2026-02-03"}]
        ),
        "grade": {"grade": draw.choice("123")},
    }
    if ruling in {"same", "different"} and one == other:
        return ("decide", "note", one, None, None, author)
    second = other if ruling in {"same", "different"} else None
    return ("decide", ruling, one, second, changes.get(ruling), author)


def play(place: str, engine: Engine, steps: list[Step]) -> None:
    """Make a record of these steps, each at its moment; what a decision cannot be made on is left out in any record."""
    made: list[str] = []
    for number, step in enumerate(steps):
        if step[0] in {"add", "read"}:
            add(engine, step[1], number, version=2 if step[0] == "read" else 1)
            continue
        clock = partial(moment, number)
        with Workspace(place, clock=clock) as record, suppress(ValueError, NotInRecordError):
            if step[0] == "undo" and made:
                made.append(record.undo(made[step[1] % len(made)], author="ann").uid)
            elif step[0] == "decide":
                _, ruling, subject, other, changes, author = step
                decided = record.decide(ruling, subject, other, changes=changes, author=author, reason="why")
                made.append(decided.uid)


def content(record: Workspace) -> dict[str, Any]:
    """Return what every view shows, without the numbers of rows."""
    pairs = [(one, other) for place, one in enumerate(NAMES[:3]) for other in NAMES[place + 1 : 3]]
    with record.looking() as session:
        documents = sorted(session.scalars(select(tables.documents.c.id)))
    return {
        "chronologies": {
            pair: sorted((encode_line(line) for line in record.chronology(*pair).lines), key=str) for pair in pairs
        },
        "documents": [encode_shown(record.show(document)) for document in documents],
        "decisions": [(listed.decision, listed.stands) for listed in record.decisions()],
        "conflicts": sorted(str(encode_conflict(conflict)) for conflict in record.conflicts()),
        "sources": [encode_source(source) for source in record.sources()],
        "counts": record.count(),
        "queue": sorted((item.account.key, item.event.id, item.salience) for item in record.review_queue(999).items),
        "search": sorted((hit.kind, hit.ref) for hit in record.search("happened")),
    }


def draw_steps(draw: random.Random) -> list[Step]:
    """Return a history: documents, some of them copies, newer readings, decisions of every kind."""
    steps: list[Step] = []
    texts: list[str] = []
    while len(steps) < STEPS:
        choice = draw.random()
        if choice < 0.4 or not texts:
            fresh = [text for text in (draw_text(draw) for _ in range(draw.randint(1, 3))) if text not in texts]
            if texts and draw.random() < 0.5:
                fresh.append(f"{draw.choice(texts)}\n{draw_line(draw)}")
            texts += fresh
            steps.append(("add", fresh))
        elif choice < 0.55:
            steps.append(("read", [draw.choice(texts)]))
        else:
            names = {text: short_id(make_document(text).id) for text in texts}
            claims = [f"{names[text]}.c{number + 1}" for text in texts for number in range(len(text.splitlines()))]
            steps.append(draw_decision(draw, claims))
    return steps


@pytest.mark.parametrize("seed", range(6))
def test_what_was_known_then_is_what_a_record_of_then_shows(place: str, tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    steps = draw_steps(draw)
    engine = open_engine(place)
    play(place, engine, steps)
    engine.dispose()
    for cut in sorted(draw.sample(range(1, STEPS), 2)):
        built = str(tmp_path / f"{cut}.db")
        part = open_engine(built)
        play(built, part, steps[:cut])
        part.dispose()
        with Workspace(place, as_of=moment(cut - 1).isoformat()) as past, Workspace(built) as record:
            assert content(past) == content(record), cut
            assert past.check() == []
    with Workspace(place) as record:
        assert record.check() == []


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-03-01", "2026-03-01T23:59:59.999999+00:00"),
        ("2026-02", "2026-02-28T23:59:59.999999+00:00"),
        ("2025", "2025-12-31T23:59:59.999999+00:00"),
        ("2026-03-01T12:30", "2026-03-01T12:30:00+00:00"),
        ("2026-03-01T12:30+09:00", "2026-03-01T03:30:00+00:00"),
        ("2026-03-01 12:30Z", "2026-03-01T12:30:00+00:00"),
    ],
)
def test_a_day_ends_with_its_last_moment(words: str, moment: str) -> None:
    assert parse_moment(words) == moment


@pytest.mark.parametrize("words", ["yesterday", "2026-13", "2026-03-01T99:00", ""])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(words)


def test_the_past_cannot_be_changed(place: str) -> None:
    engine = open_engine(place)
    (document,) = add(engine, ["PER AID CHL 2026-02-03 happened tents"])
    engine.dispose()
    with Workspace(place) as record, record.as_of("2026-03-01T02:00") as past:
        for change in (
            lambda: past.decide("reject", f"{short_id(document)}.c1", author="ann"),
            lambda: past.undo("abcd", author="ann"),
            lambda: past.add(["x.txt"]),
            past.read_again,
        ):
            with pytest.raises(ValueError, match="as of"):
                change()
        assert len(past.chronology("PER", "CHL").lines) == len(record.chronology("PER", "CHL").lines) == 1

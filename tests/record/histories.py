"""Small histories for tests: a reader that reads one claim off each line, and units of work at given moments."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Engine

from legation.documents.document import Document
from legation.reading.claim import ActorRef, Reading
from legation.record import derive, writer
from legation.record.session import writing
from tests.builders import CHILE, KENYA, OSORIO, PERU, ReadingBuilder, make_document

ACTORS: dict[str, ActorRef] = {"PER": PERU, "CHL": CHILE, "KEN": KENYA, "OSO": OSORIO}
START = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def moment(number: int) -> dt.datetime:
    """Return the moment of a step of a history: an hour after the one before."""
    return START + dt.timedelta(hours=number)


def read_lines(document: Document, version: int = 1) -> Reading:
    """Read one claim off each line "PER AID CHL 2026-02-03 happened tents [v2:status=planned]".

    What stands behind "v2:" is how version 2 reads the line: "gone" not at all, "type=COOPERATE", "status=planned".
    """
    builder = ReadingBuilder(document)
    for line in document.text.splitlines():
        words, _, later = line.partition(" v2:")
        agent, kind, recipient, day, status, *theme = words.split()
        change, _, value = later.partition("=")
        if version > 1 and change == "gone":
            continue
        start = document.text.index(line)
        sides = [builder.mention(name, ACTORS[name]) for name in (agent, recipient)]
        builder.claim(
            value if version > 1 and change == "type" else kind,
            line.split(" ", 1)[1] if document.text.count(kind) > 1 else kind,
            sides[:1],
            sides[1:],
            time=None if day == "-" else builder.time(day, day, str(dt.date.fromisoformat(day) + dt.timedelta(days=1))),
            status=value if version > 1 and change == "status" else status,
            theme=" ".join(theme) or None,
            evidence=document.text[start : start + len(line)],
        )
    return builder.build()


def add(engine: Engine, texts: Sequence[str], number: int = 0, version: int = 1) -> list[str]:
    """Add documents of these lines, read by a version of the reader, at a step of the history; return their ids."""
    documents = [make_document(text) for text in texts]
    with writing(engine) as session:
        numbers = []
        for document in documents:
            writer.add_document(session, document, document.text.encode(), f"{document.id[7:19]}.txt", moment(number))
            found = read_lines(document, version)
            numbers.append(writer.add_reading(session, found, f"lines/{version}", moment(number)))
        derive.adopt_readings(session, [number for number in numbers if number is not None])
    return [document.id for document in documents]

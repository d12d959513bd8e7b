"""Traits made of a sketch are those of the account, whoever takes part and whose word it is."""

import datetime as dt
from typing import Any

from legation.documents.span import Span
from legation.reading.claim import (
    ActorRef,
    ActorType,
    Attribution,
    Claim,
    Form,
    Mention,
    Modifier,
    Outcome,
    Quantity,
    Reading,
    Speech,
    Status,
    Theme,
    Time,
    TimeType,
)
from legation.record.accounts import make_account, sketch_claim, store_reading
from legation.record.traits import make_traits, sketched_traits
from tests.builders import make_document

TEXT = "Oslo said in a statement that Ana Diaz of Peru sent 40 tents to Chile, Kenya and the valley in Lima on Monday."
ACTORS = {
    "Oslo": ActorRef("NOR", "Norway", ActorType.STATE, "NOR"),
    "Ana Diaz": ActorRef("ana-diaz", "Ana Diaz", ActorType.PERSON, "PER"),
    "Chile": ActorRef("CHL", "Chile", ActorType.STATE, None),
    "Kenya": ActorRef("KEN", "Kenya", ActorType.STATE, "KEN"),
    "the valley": None,
    "Lima": ActorRef("lima", "Lima", ActorType.PLACE, "PER"),
}


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def draw_claim(number: int, **fields: Any) -> Claim:
    values: dict[str, Any] = {
        "agents": ("m2",), "recipients": ("m4", "m3", "m5", "m99"), "theme": Theme(span_of("tents"), "tents", "aid"),
        "quantity": "q1", "time": "t1", "place": "m6", "status": Status.HAPPENED, "outcome": Outcome.SUCCESS,
        "attribution": "a1", "mode": "material",
    }  # fmt: skip
    return Claim(
        id=f"c{number}", type="AID", likelihood=None, condition=None, trigger=span_of("sent"),
        evidence=Span(0, len(TEXT)), rule="made", score=0.9, **{**values, **fields},
    )  # fmt: skip


def draw_reading() -> Reading:
    bare = {"theme": None, "quantity": None, "time": None, "place": None, "outcome": None, "attribution": None}
    return Reading(
        make_document(TEXT, published="2026-02-03", outlet="The Courier"),
        tuple(
            Mention(f"m{number}", span_of(words), words, Form.NAME, actor)
            for number, (words, actor) in enumerate(ACTORS.items(), start=1)
        ),
        (Time("t1", span_of("Monday"), "Monday", None, dt.date(2026, 2, 2), None, "day", TimeType.DATE, None),),
        (Quantity("q1", span_of("40"), "40", 40, None, "people", "tents", Modifier.EXACTLY),),
        (Attribution("a1", (span_of("Oslo"),), (), (), "m1", "Oslo", Speech.INDIRECT, None),),
        (draw_claim(1), draw_claim(2, status=Status.PLANNED, **bare), draw_claim(3, agents=(), recipients=(), **bare)),
    )


def test_a_sketch_and_an_account_have_the_same_traits() -> None:
    reading = draw_reading()
    stored = store_reading(reading, "made/1", ("sha256:0", "a copy", None))
    sketched = [sketched_traits(sketch_claim(stored, claim)) for claim in reading.claims]
    assert sketched == [make_traits(make_account(stored, claim.id)) for claim in reading.claims]
    assert sketched[0].agents == (("ana-diaz", "PER", "pe"),)
    assert sketched[0].recipients == (("CHL", "CHL", "st"), ("KEN", "KEN", "st"))
    assert sketched[0].place == ("lima", "PER", "pl")
    assert sketched[0].origin.key == "from:release:NOR"
    assert sketched[2].agents == ()


def test_texts_of_traits_are_plain() -> None:
    # Members of an enumeration could not be handed over by another process.
    reading = draw_reading()
    stored = store_reading(reading, "made/1", ("sha256:0", "a copy", None))
    traits = sketched_traits(sketch_claim(stored, reading.claims[0]))
    assert {type(traits.status), type(traits.outcome), type(traits.agents[0][2])} == {str}

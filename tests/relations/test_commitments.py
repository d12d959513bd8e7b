"""Instruments from proposal to end under one name, pledges with what touches them."""

from typing import Any

from legation.lexicon.relations import load_relations
from legation.record.event import Event
from legation.relations.commitments import Stage, find_commitments
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen

BOOK = load_relations()
BOTH = ((KENYA, CHILE), ())


def act(text: str, trigger: str, theme: str, day: tuple[str, str, str], kind: str = "SUPPORT", **fields: Any) -> Event:
    return happen(text, kind, trigger, BOTH, theme=theme, when=day, **fields)


PROPOSED = act(
    "Kenya proposed a fisheries treaty in May 2024.",
    "proposed",
    "a fisheries treaty",
    ("May 2024", "2024-05-01", "2024-06-01"),
    "CONSULT",
)
SIGNED = act(
    "They signed the fisheries treaty on 2 May 2025.",
    "signed",
    "the fisheries treaty",
    ("2 May 2025", "2025-05-02", "2025-05-03"),
)
FORCE = act("The treaty entered into force in 2026.", "entered", "The treaty", ("2026", "2026-01-01", "2027-01-01"))
LEFT = act(
    "Kenya withdrew from the treaty on 1 May 2027.",
    "withdrew",
    "the treaty",
    ("1 May 2027", "2027-05-01", "2027-05-02"),
    "SANCTION",
)
OTHER = act(
    "They signed a visa treaty on 9 May 2025.", "signed", "a visa treaty", ("9 May 2025", "2025-05-09", "2025-05-10")
)
PLANNED = act(
    "They will sign the fisheries treaty in April 2025.",
    "sign",
    "the fisheries treaty",
    ("April 2025", "2025-04-01", "2025-05-01"),
    status="planned",
)


def test_acts_on_one_instrument_stand_together_in_order() -> None:
    (found,) = find_commitments([LEFT, SIGNED, FORCE, PROPOSED], BOOK).instruments
    assert [item.stage for item in found.acts] == [Stage.PROPOSED, Stage.SIGNED, Stage.IN_FORCE, Stage.ENDED]
    assert found.name == "fisheries treaty"
    assert found.signed == SIGNED


def test_the_standing_is_that_of_the_last_act_that_took_place() -> None:
    assert find_commitments([SIGNED, FORCE], BOOK).instruments[0].standing is Stage.IN_FORCE
    assert find_commitments([PLANNED], BOOK).instruments[0].standing is None


def test_a_planned_signature_belongs_to_the_one_that_follows() -> None:
    assert len(find_commitments([PLANNED, SIGNED], BOOK).instruments) == 1


def test_another_name_is_another_instrument() -> None:
    names = {item.name for item in find_commitments([SIGNED, OTHER], BOOK).instruments}
    assert names == {"fisheries treaty", "visa treaty"}


def pledge(text: str, theme: str) -> Event:
    return happen(
        text, "AGREE", "pledged", ((KENYA,), (CHILE,)), theme=theme, when=("May 2025", "2025-05-01", "2025-06-01")
    )


def test_a_pledge_not_to_act_is_told_from_one_to_act() -> None:
    never = pledge("Kenya pledged never to arm rebels in May 2025.", "never to arm rebels")
    give = pledge("Kenya pledged to give Chile tents in May 2025.", "to give Chile tents")
    found = find_commitments([never, give], BOOK).pledges
    assert {item.words: item.is_negative for item in found} == {
        "never to arm rebels": True,
        "to give Chile tents": False,
    }


def test_later_acts_of_the_promised_kind_touch_a_pledge() -> None:
    text = "Kenya pledged to give Chile tents in May 2025."
    promise = pledge(text, "to give Chile tents")
    inner = happen(text, "AID", "give", ((KENYA,), (CHILE,)), status="planned")
    given = happen(
        "Kenya gave Chile tents on 1 July 2025.",
        "AID",
        "gave",
        ((KENYA,), (CHILE,)),
        when=("1 July 2025", "2025-07-01", "2025-07-02"),
    )
    before = happen(
        "Kenya gave Chile tents on 1 July 2024.",
        "AID",
        "gave",
        ((KENYA,), (CHILE,)),
        when=("1 July 2024", "2024-07-01", "2024-07-02"),
    )
    (found,) = find_commitments([promise, inner, given, before], BOOK).pledges
    assert found.touched_by == (given,)

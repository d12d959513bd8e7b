"""Contacts: form and rank of a meeting, and how long after the last of its rank."""

import datetime as dt
from collections.abc import Sequence

from legation.lexicon.relations import load_relations
from legation.reading.claim import ActorRef, ActorType
from legation.relations.contacts import Rank, find_contacts
from legation.relations.spacing import Gap
from tests.builders import CHILE, KENYA
from tests.relations.builders import BORIC, RUTO, happen

BOOK = load_relations()
MINISTER = ActorRef("a-minister", "A Minister", ActorType.PERSON, "CHL")
TITLES = {"william-ruto": ["president"], "gabriel-boric": ["president"], "a-minister": ["foreign minister"]}


def titles_of(person: str, _: dt.date) -> Sequence[str]:
    return TITLES.get(person, [])


SUMMIT = happen(
    "Ruto met Boric on 2 May 2026.",
    "CONSULT",
    "met",
    ((RUTO,), (BORIC,)),
    when=("2 May 2026", "2026-05-02", "2026-05-03"),
)
BEFORE = happen(
    "Ruto visited Boric on 2 April 2026.",
    "CONSULT",
    "visited",
    ((RUTO,), (BORIC,)),
    mode="visit",
    when=("2 April 2026", "2026-04-02", "2026-04-03"),
)
LOWER = happen(
    "Ruto met the minister on 20 April 2026.",
    "CONSULT",
    "met",
    ((RUTO,), (MINISTER,)),
    when=("20 April 2026", "2026-04-20", "2026-04-21"),
)
NAMELESS = happen("Kenya and Chile held talks.", "CONSULT", "held", ((KENYA, CHILE), ()))
GIFT = happen("Kenya sent Chile tea.", "AID", "sent", ((KENYA,), (CHILE,)))


def test_the_lower_side_sets_the_rank() -> None:
    found = {contact.event.id: contact.rank for contact in find_contacts([SUMMIT, LOWER, NAMELESS], titles_of, BOOK)}
    assert found == {SUMMIT.id: Rank.LEADER, LOWER.id: Rank.MINISTER, NAMELESS.id: Rank.STATE}


def test_the_last_contact_of_the_same_rank_is_measured_from() -> None:
    found = {contact.event.id: contact for contact in find_contacts([SUMMIT, LOWER, BEFORE], titles_of, BOOK)}
    assert found[SUMMIT.id].gap == Gap(30, 30)
    assert found[BEFORE.id].since_last is not None
    assert found[BEFORE.id].gap is None


def test_forms_come_from_modes_and_other_types_are_no_contacts() -> None:
    found = find_contacts([BEFORE, NAMELESS, GIFT], titles_of, BOOK)
    assert [contact.form for contact in found] == ["visit", "meeting"]


def test_a_person_known_by_office_alone_has_its_rank() -> None:
    other = ActorRef("CHL/foreign-minister", "foreign minister of Chile", ActorType.PERSON, "CHL")
    event = happen("Ruto met the Chilean foreign minister.", "CONSULT", "met", ((RUTO,), (other,)))
    (contact,) = find_contacts([event], titles_of, BOOK)
    assert contact.rank is Rank.MINISTER

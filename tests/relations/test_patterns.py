import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from legation.lexicon.patterns import PatternEntry
from legation.reading.claim import ActorRef, ActorType
from legation.record.event import Event, make_event
from legation.relations.looks import look_at, make_lens
from legation.relations.patterns import Pattern, make_pattern
from tests.builders import CHILE, KENYA, PERU
from tests.relations.builders import BORIC, happen, on, tell

LENS = make_lens()
SHOIGU = ActorRef("sergei-shoigu", "Sergei Shoigu", ActorType.PERSON, "RUS")
SHIPPED = happen(
    "Peru shipped 300 howitzers to Chile on 3 May.",
    "AID",
    "shipped",
    ([PERU], [CHILE]),
    mode="military",
    theme="howitzers",
    item="artillery",
    when=on("2026-05-03", "2026-05-04", "3 May"),
    number=("300", 300),
)
MET = happen("Peru and Chile met.", "CONSULT", "met", ([PERU, CHILE], []))
SIGNED = happen("Peru signed a treaty with Chile.", "SUPPORT", "signed", ([PERU], [CHILE]), theme="a treaty")
CONDEMNED = happen("Peru and Chile condemned Kenya.", "ACCUSE", "condemned", ([PERU, CHILE], [KENYA]))


def matches(event: Event, pair: tuple[str, str] | None = None, **fields: Any) -> bool:
    pattern = make_pattern(PatternEntry.model_validate(fields), LENS)
    found = (pattern.between(*pair) if pair else pattern).matches(event) is not None
    # What fits is never left out beforehand.
    assert not found or may_match(pattern, event)
    return found


def may_match(pattern: Pattern, event: Event) -> bool:
    tokens = [look.tokens for look in look_at(event, LENS)]
    return pattern.tokens is None or any(not pattern.tokens.isdisjoint(some) for some in tokens)


def test_of_a_claim_without_any_of_its_words_a_pattern_need_not_be_asked() -> None:
    pattern = make_pattern(PatternEntry.model_validate({"contexts": ["military"]}), LENS)
    assert may_match(pattern, SHIPPED)
    assert not may_match(pattern, SIGNED)


@pytest.mark.parametrize(
    ("event", "fields", "fits"),
    [
        (SHIPPED, {"types": ["AID"]}, True),
        (SHIPPED, {"types": ["AID", "COOPERATE"], "modes": "military"}, True),
        (SHIPPED, {"types": ["COOPERATE"]}, False),
        (SHIPPED, {"types": "AID", "goods": ["artillery"]}, True),
        (SHIPPED, {"goods": ["food"]}, False),
        (SHIPPED, {"contexts": ["economic", "military"]}, True),
        (SHIPPED, {"contexts": ["economic"]}, False),
        (SHIPPED, {"theme": ["howitzers"]}, True),
        (SHIPPED, {"theme": ["3 May"]}, False),
        (SHIPPED, {"words": ["3 May"]}, True),
        (SHIPPED, {"types": "AID", "without": ["howitzers"]}, False),
        (SHIPPED, {"types": "AID", "statuses": ["planned"]}, False),
        (SHIPPED, {"types": "AID", "outcomes": ["failure"]}, False),
        (SHIPPED, {"types": "AID", "from": "Peru", "to": "CHL"}, True),
        (SHIPPED, {"types": "AID", "from": "Chile", "to": "Peru"}, False),
        (SHIPPED, {"types": "AID", "with": "Kenya"}, False),
        (SHIPPED, {"types": "AID", "at_least": 300}, True),
        (SHIPPED, {"types": "AID", "at_least": 301}, False),
        (SHIPPED, {"types": "AID", "since": dt.date(2026, 5, 3), "until": dt.date(2026, 5, 4)}, True),
        (SHIPPED, {"types": "AID", "until": dt.date(2026, 5, 3)}, False),
        (MET, {"types": "CONSULT", "since": dt.date(2026, 5, 3)}, False),
        (SHIPPED, {"types": "AID", "origins": 2}, False),
        (SHIPPED, {"types": "AID", "sides": "across"}, True),
        (MET, {"types": "CONSULT", "from": "Chile", "to": "Peru"}, True),
        (MET, {"types": "CONSULT", "from": "Chile", "to": "Kenya"}, False),
        (MET, {"types": "CONSULT", "sides": "together"}, True),
        (MET, {"levels": ["state"]}, True),
        (SHIPPED, {"levels": ["state"]}, False),
        (SIGNED, {"stages": ["signed"]}, True),
        (SIGNED, {"stages": ["ratified"]}, False),
    ],
)
def test_a_pattern_holds_every_field_against_one_claim(event: Event, fields: dict[str, Any], fits: bool) -> None:
    assert matches(event, **fields) is fits


def test_the_fields_of_a_pattern_are_held_against_the_same_claim() -> None:
    sides = ([PERU], [CHILE])
    sent = tell("Peru sent rice.", "AID", "sent", sides, theme="rice", item="food")
    denied = tell("Peru sent no shells.", "AID", "sent", sides, theme="shells", item="munitions", status="denied")
    both = make_event([sent, denied])
    assert matches(both, types="AID", goods="food")
    assert not matches(both, types="AID", goods="munitions")
    assert matches(both, types="AID", goods="munitions", statuses="denied".split())


@pytest.mark.parametrize(
    ("pair", "sides", "fits"),
    [
        (("PER", "CHL"), "together", True),
        (("PER", "CHL"), "across", False),
        (("KEN", "CHL"), "across", True),
        (("KEN", "CHL"), "together", False),
    ],
)
def test_sides_are_those_of_the_pair(pair: tuple[str, str], sides: str, fits: bool) -> None:
    assert matches(CONDEMNED, pair, types="ACCUSE", sides=sides) is fits


def test_a_third_party_is_neither_of_the_pair() -> None:
    assert matches(CONDEMNED, ("PER", "CHL"), types="ACCUSE", third=True)
    assert not matches(CONDEMNED, ("PER", "KEN"), types="ACCUSE", third=True)


def test_a_pattern_bound_to_a_pair_passes_others_by() -> None:
    assert not matches(SHIPPED, ("PER", "KEN"), types="AID")
    assert not matches(CONDEMNED, ("KEN", "BRA"), types="ACCUSE")


@pytest.mark.parametrize(("day", "fits"), [("2023-07-26", True), ("2008-07-26", False)])
def test_the_office_held_on_the_day_tells_what_a_contact_is_about(day: str, fits: bool) -> None:
    after = str(dt.date.fromisoformat(day) + dt.timedelta(days=1))
    met = happen("Shoigu met Boric.", "CONSULT", "met", ([SHOIGU], [BORIC]), when=on(day, after, "met"))
    assert matches(met, contexts="military") is fits


def test_a_match_says_why_from_whom_to_whom_and_on_how_many_origins() -> None:
    first = tell("Peru sent Chile rice.", "AID", "sent", ([PERU], [CHILE]), theme="rice", item="food")
    second = tell("Rice was sent by Peru to Chile.", "AID", "sent", ([PERU], [CHILE]), theme="Rice", item="food")
    found = make_pattern(PatternEntry(types=("AID",), goods=("food",)), LENS).matches(make_event([first, second]))
    assert found is not None
    assert found.reasons == ("type AID", "status happened", "goods food")
    assert (found.senders, found.receivers, found.origins) == (("PER",), ("CHL",), 2)
    assert set(found.claims) == {first.key, second.key}


def test_claims_of_one_origin_count_once() -> None:
    sides = ([PERU], [CHILE])
    one, other = (tell(words, "AID", "sent", sides) for words in ("Peru sent rice.", "Rice was sent."))
    event = make_event([one, replace(other, origin=one.origin)])
    found = make_pattern(PatternEntry(types=("AID",)), LENS).matches(event)
    assert found is not None
    assert found.origins == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"contexts": ["cookery"]}, "cookery is no context"),
        ({"goods": ["hats"]}, "hats is no class of goods"),
        ({"types": ["AID"], "from": "Atlantis"}, "Atlantis is no known actor"),
    ],
)
def test_what_the_lexicons_do_not_know_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_pattern(PatternEntry.model_validate(fields), LENS)

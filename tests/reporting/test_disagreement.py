"""Rival values, statuses by report date, and who said what when."""

from dataclasses import replace
from typing import Any

from legation.reading.claim import Attribution, Speech
from legation.record.event import Account, Event, make_event
from legation.record.origin import Origin, OriginKind
from legation.reporting.disagreement import (
    carrier_words,
    encode_disagreement,
    find_carriers,
    find_stances,
    find_values,
)
from tests.builders import CHILE, PERU, find
from tests.record.test_merge import make_account

ATTRIBUTION = Attribution("a1", (), (), (find("word", "word"),), None, "x", Speech.INDIRECT, None)


def account(document: str, published: str, speaker: str | None = None, **fields: Any) -> Account:
    made = make_account("AID", [PERU], [CHILE], document=document, **fields)
    voices = {"attributions": (ATTRIBUTION,), "speakers": (speaker,)} if speaker else {}
    return replace(made, published=published, **voices)


EVENT: Event = make_event(
    [
        account("1", "2026-05-01", when="9 June 2026", status="planned"),
        account("2", "2026-06-10", "Lima", when="9 June 2026", status="denied"),
        account("3", "2026-06-12", "Santiago", when="May 2026"),
        account("4", "2026-06-20", "Lima", when="9 June 2026"),
    ]
)


def test_statuses_stand_under_the_day_of_their_report() -> None:
    history = [(standing.day, standing.status.value) for standing in EVENT.history]
    assert history == [
        ("2026-05-01", "planned"), ("2026-06-10", "denied"), ("2026-06-12", "happened"), ("2026-06-20", "happened"),
    ]  # fmt: skip
    assert (EVENT.first_seen, EVENT.last_seen) == ("2026-05-01", "2026-06-20")


def test_every_value_stands_with_its_claims_and_origins() -> None:
    dates = find_values(EVENT)["date"]
    assert [(item.value, len(item.claims), item.origins) for item in dates] == [
        ("9 June 2026", 3, 3),
        ("May 2026", 1, 1),
    ]
    assert [item.value for item in find_values(EVENT)["agent"]] == ["Peru"]


def test_who_denied_and_when_that_changed() -> None:
    lima, santiago = find_stances(EVENT)
    assert (lima.source, lima.denies, lima.acknowledges, lima.changed) == ("Lima", True, True, "2026-06-20")
    assert (santiago.source, santiago.denies, santiago.changed) == ("Santiago", False, None)


def test_json_names_the_claims_of_every_value() -> None:
    encoded = encode_disagreement(EVENT)
    assert set(encoded) == {
        "origins", "history", "first_seen", "last_seen", "values", "stances", "joins",
    }  # fmt: skip
    keys = {item.key for item in EVENT.accounts}
    assert {key for given in encoded["values"]["status"] for key in given["claims"]} == keys


def test_each_report_of_an_origin_says_why_it_is_of_it() -> None:
    own, copy, taken, other = (account(document, f"2026-05-0{document}") for document in ("1", "2", "3", "4"))
    origins = {
        own: Origin(own.origin.key, wording="w"),
        copy: Origin(own.origin.key, OriginKind.COPY, "a copy of the report in Lima Post: 80% of the words in common"),
        taken: Origin(taken.origin.key, wording="w"),
        other: Origin(other.origin.key),
    }
    event = make_event([replace(one, origin=origin) for one, origin in origins.items()])
    found = sorted(([carrier_words(one) for one in some] for some in find_carriers(event)), key=len)
    assert found == [
        [f"its own words ({other.key})"],
        [
            f"its own words ({own.key})",
            f"has a sentence of theirs unchanged ({taken.key})",
            f"a copy of the report in Lima Post: 80% of the words in common ({copy.key})",
        ],
    ]

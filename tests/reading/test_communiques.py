"""Communiqués and live reports: honours and second names, sets kept before the mind, and who a named government is."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_from_text(text, Details(published="2026-05-14")))


def claim_of(reading: Reading, trigger: str) -> Claim:
    return next(claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger)


def actors(reading: Reading, keys: tuple[str, ...]) -> set[str | None]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return {(actor.name if (actor := mentions[key].actor) else None) for key in keys}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("H.E. Yoweri Kaguta Museveni met Rossi on Monday.", "Yoweri Museveni"),
        ("Emmanuel Jean Macron met Rossi on Monday.", "Emmanuel Macron"),
        ("Hon. Abelardo de la Cuesta met Rossi on Monday.", "Abelardo de la Cuesta"),
        ("Overnight Ghana met Rossi on Monday.", "Ghana"),
    ],
)
def test_honours_and_second_names(reader: Reader, text: str, who: str) -> None:
    reading = read(reader, text)
    assert actors(reading, claim_of(reading, "met").agents) == {who}


def test_a_set_is_kept_over_states_told_of_since(reader: Reader) -> None:
    text = (
        "Gunmen crossed into Togo on Monday.\n\nTogo and Ghana traded fire. Both countries denied it on Friday.\n\n"
        "Accra’s trade ministry is urging traders to send goods through Benin, and Cotonou has cut the duties.\n\n"
        "The United Nations called on both governments to talk, and asked Nigeria for tents.\n"
    )
    reading = read(reader, text)
    assert actors(reading, claim_of(reading, "called").recipients) == {"Ghana", "Togo"}


def test_of_three_who_welcome_an_accord_of_two_the_two_are_told(reader: Reader) -> None:
    text = (
        "Peru, Chile and Bolivia met in Lima. They deplored that Peruvian guards had fired on Bolivian soldiers, and "
        "welcomed the decision of the two governments."
    )
    reading = read(reader, text)
    meant = [mention.id for mention in reading.mentions if mention.text == "the two governments"]
    assert actors(reading, tuple(meant)) == {"Peru", "Bolivia"}
    assert actors(reading, claim_of(reading, "welcomed").agents) == {"Peru", "Chile", "Bolivia"}


def test_a_government_of_a_kind_is_the_one_named_so_before(reader: Reader) -> None:
    text = (
        "The Transitional Government of Chad asked for talks. Niger hosted them, its president told envoys in Niamey, "
        "and the Transitional Government withdrew from them."
    )
    reading = read(reader, text)
    assert actors(reading, claim_of(reading, "withdrew").agents) == {"Chad"}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Togo noted the incident of 28 July 2025, in which guards of Benin killed two herders, and thanked Ghana.",
            "killed",
            "2025-07-28",
        ),
        (
            "Togo noted the incident of 28 July 2025, in which guards of Benin killed two herders, and thanked Ghana.",
            "thanked",
            None,
        ),
        ("Uganda urged Kenya to respect the arrangement of 1967.", "respect", None),
        ("Peru and Chile signed the treaty of 1929.", "signed", "1929-01-01"),
        ("Rossi served as Peru's ambassador from 2020 to 2022 and resigned over the vote.", "resigned", None),
    ],
)
def test_the_date_of_a_thing_is_not_that_of_what_is_done_to_it(
    reader: Reader, text: str, trigger: str, day: str | None
) -> None:
    reading = read(reader, text)
    times = {time.id: time for time in reading.times}
    dated = times.get(claim_of(reading, trigger).time or "")
    assert (None if dated is None else str(dated.from_)) == day


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("What has changed since Chad expelled the envoy?", "expelled", "happened"),
        ("Has Chad expelled the envoy?", "expelled", "possible"),
        ("Rossi, receiving the envoy of Chad, thanked Niger.", "receiving", "happened"),
        ("The militia, fighting the army of Chad since May, thanked Niger.", "fighting", "ongoing"),
    ],
)
def test_what_a_clause_takes_for_granted_happened(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert claim_of(read(reader, text), trigger).status.value == status


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("It was recalled in response that Chad had expelled the envoy.", "expelled", None),
        ("Peru spoke of the lands which, according to Quito, were seized by Chilean troops.", "seized", "Quito"),
        ("The envoy raised the case of two pilots, who were jailed by a court in Lima.", "jailed", "nobody"),
    ],
)
def test_whose_word_a_passive_a_clause_and_an_aside_are(
    reader: Reader, text: str, trigger: str, source: str | None
) -> None:
    reading = read(reader, text)
    made = {made.id: made for made in reading.attributions}.get(claim_of(reading, trigger).attribution or "")
    assert ("nobody" if made is None else made.source_text) == source

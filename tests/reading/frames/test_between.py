"""Whose an act is that names nobody, in a report on two states. Texts are our own."""

import pytest

from legation.reading.claim import Reading
from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model
NEIGHBOURS = "Peru and Chad are neighbours. "


def parties(reading: Reading, text: str, word: str) -> tuple[list[str], list[str]]:
    """Return the states on both sides of the last claim that a word opens."""
    mentions = {mention.id: mention for mention in reading.mentions}
    claims = [claim for claim in reading.claims if claim.trigger.of(text) == word]
    sides = (claims[-1].agents, claims[-1].recipients) if claims else ((), ())
    agents, recipients = (sorted({a.country or a.name for key in side if (a := mentions[key].actor)}) for side in sides)
    return agents, recipients


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("A truce was signed in 1884.", "signed"),
        ("A ceasefire was negotiated on Friday.", "negotiated"),
        ("The accord was signed by video link.", "signed"),
        ("Talks were resumed in May, behind closed doors.", "resumed"),
        ("The dispute was settled in December.", "settled"),
        ("A joint commission was set up in 2002.", "set"),
        ("A road map of ten points was agreed.", "agreed"),
        ("The talks produced a protocol in May.", "produced"),
        ("The protocol was drafted in May; it was initialled a month later.", "initialled"),
        ("The treaty was ratified by both parliaments.", "ratified"),
        ("Consultations between the two foreign ministries were held in Oslo.", "held"),
        ("The fourteenth meeting of the joint commission was held in Oslo.", "held"),
        ("The mixed committee is due to meet in Oslo.", "meet"),
        ("The two presidents met in Oslo.", "met"),
    ],
)
def test_made_by_two(reader: Reader, told: str, word: str) -> None:
    text = NEIGHBOURS + told
    assert parties(read(reader, text), text, word) == (["PER", "TCD"], [])


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("The crossings were shut in 2021.", "shut"),
        ("Flights were suspended.", "suspended"),
        ("Air service was restored in May.", "restored"),
    ],
)
def test_done_to_what_lies_between_two(reader: Reader, told: str, word: str) -> None:
    text = NEIGHBOURS + told
    assert parties(read(reader, text), text, word) == ([], ["PER", "TCD"])


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("A truce was signed with rebels in 1884.", "signed"),
        ("The treaty was concluded by two generals.", "concluded"),
        ("An accord of the African Union was signed.", "signed"),
        ("Ghana fought Mali. A truce was signed with it in 1884.", "signed"),
        ("The quarrel did not begin with oil.", "quarrel"),
        ("It was agreed that rain was near.", "agreed"),
    ],
)
def test_nobody_is_named(reader: Reader, told: str, word: str) -> None:
    text = NEIGHBOURS + told
    agents, _ = parties(read(reader, text), text, word)
    assert agents != ["PER", "TCD"]


def test_a_report_on_three(reader: Reader) -> None:
    text = "Peru, Chad and Mali are neighbours. A truce was signed in 1884."
    assert parties(read(reader, text), text, "signed") == ([], [])


def test_the_deal_just_told_of(reader: Reader) -> None:
    text = "Peru signed a deal with Chad, and Mali complained to Niger and Togo. The deal was frozen in January."
    assert parties(read(reader, text), text, "frozen") == ([], ["PER", "TCD"])


def test_the_ban_is_lifted_by_who_imposed_it(reader: Reader) -> None:
    text = "In July Peru suspended its aid to Chad; the ban was lifted a month later."
    assert parties(read(reader, text), text, "lifted") == (["PER"], ["TCD"])


def test_a_treaty_signed_on_a_visit_of_one(reader: Reader) -> None:
    text = (
        "Mozambique and Rwanda are close. Filipe Nyusi flew to Kigali, "
        "and a treaty was signed during his visit of June 2022."
    )
    assert parties(read(reader, text), text, "signed") == (["MOZ"], ["RWA"])


def test_the_body_of_two_named_states(reader: Reader) -> None:
    text = "Mali and Niger watch it. The Peru-Chad commission met in Oslo."
    assert parties(read(reader, text), text, "met") == (["PER", "TCD"], [])

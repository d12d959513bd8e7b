"""Clauses of headlines, which leave out "is", "that" and articles. Texts are our own."""

import pytest
from spacy.language import Language

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Reading
from legation.reading.reader import Reader
from tests.reading.claims.test_making import names
from tests.reading.trees import grow

pytestmark = pytest.mark.model


def read_title(reader: Reader, title: str) -> Reading:
    text = f"{title}\n\nThe weather stayed dry.\n"
    zones = (Zone(ZoneKind.TITLE, Span(0, len(title))), Zone(ZoneKind.BODY, Span(len(title) + 2, len(text))))
    return reader.read(Document("sha256:0", text, published="2026-03-04", zones=zones))


@pytest.mark.parametrize(
    ("title", "links"),
    [
        ("Sweden urged to halt arms exports to Emirates", {"Sweden": ("nsubjpass", "urged")}),
        ("Kenya threatened to leave pact", {"Kenya": ("nsubj", "threatened")}),
        ("No troops for Haiti, says Kenya", {"troops": ("ccomp", "says"), "Kenya": ("nsubj", "says")}),
        ("Minister denies Togo funded rebels in Mali", {"Togo": ("nsubj", "funded"), "rebels": ("dobj", "funded")}),
        ("Ex-Armenian PM: Moscow betrayed us", {"PM": ("dep", "betrayed"), "Moscow": ("nsubj", "betrayed")}),
        ("Turkey lifts veto on Finland's NATO bid", {"veto": ("dobj", "lifts"), "lifts": ("ROOT", "lifts")}),
        ("Paraguay president cancels trip to Taiwan", {"trip": ("dobj", "cancels")}),
        ("Police seize Beninese ship as Togo protests", {"Togo": ("nsubj", "protests")}),
    ],
)
def test_what_hangs_on_what(nlp: Language, title: str, links: dict[str, tuple[str, str]]) -> None:
    tree = grow(nlp, title)
    found = {word: tree.words.index(word) for word in links}
    assert {word: (tree.deps[at], tree.words[tree.heads[at]]) for word, at in found.items()} == links


@pytest.mark.parametrize(
    ("title", "act", "told"),
    [
        ("Saudi, Iranian ministers to meet in Baghdad, says Iraqi official", "meet", ("planned", "Iraqi official")),
        ("Minister denies Togo funded rebels in Mali", "funded", ("denied", "Minister")),
        ("Pakistan says India planning strike within 36 hours", "strike", ("planned", "Pakistan")),
        ("Nigerian navy seizes Ghanaian trawler, Accra protests", "seizes", ("happened", None)),
        ("Police seize Beninese ship as Togo protests", "seize", ("happened", None)),
        ("Sweden urged to halt arms exports to Emirates", "halt", ("called_for", None)),
        ("Ex-Armenian PM: Moscow betrayed us", "betrayed", ("happened", "Ex-Armenian PM")),
        ("German minister's visit to Beijing postponed as China refuses meetings", "visit", ("planned", None)),
    ],
)
def test_how_real_and_whose_word(reader: Reader, title: str, act: str, told: tuple[str, str | None]) -> None:
    reading = read_title(reader, title)
    sources = {made.id: made.source_text for made in reading.attributions}
    (claim,) = [claim for claim in reading.claims if claim.trigger.of(reading.document.text) == act]
    assert (claim.status.value, sources[claim.attribution] if claim.attribution else None) == told


def test_who_is_asked_asks_nobody(reader: Reader) -> None:
    reading = read_title(reader, "Ghana told to leave Malian mission")
    assert not any(claim.type == "REQUEST" and "Ghana" in names(reading, claim.agents) for claim in reading.claims)


def test_a_death_row_is_no_quarrel(reader: Reader) -> None:
    claims = read_title(reader, "Indonesia hands over Filipina on death row").claims
    assert [claim.type for claim in claims] == ["COOPERATE"]

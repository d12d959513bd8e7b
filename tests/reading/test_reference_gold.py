"""Accuracy of reference on our own sentences (tests/gold/reference.yml), with a floor for each class of mention."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Mention
from legation.reading.mentions import find_mentions
from legation.reading.names.gazetteer import Gazetteer
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import grow_trees

GOLD = Path(__file__).parents[1] / "gold" / "reference.yml"
# Shares of right answers below which the build fails; measured 2026-11: 460 of 466 right.
FLOORS = {"pronoun": 0.90, "name": 0.95, "metonym": 0.95, "place": 0.95}
FLOOR = 0.90
FEWEST_CASES = 450

pytestmark = pytest.mark.model


def test_reference_reaches_its_floors(nlp: Language, gazetteer: Gazetteer) -> None:
    right, asked, wrong = Counter[str](), Counter[str](), list[str]()
    for row in yaml.safe_load(GOLD.read_text(encoding="utf-8")):
        document = make_document(row["text"], row.get("published"))
        mentions = find_mentions(grow_trees(parse_passages(document, nlp), load_lemmatizer()), gazetteer, document)
        for words, kind, wanted, *number in row["ask"]:
            start = find_words(document.text, str(words), number[0] if number else 1)
            found = [m for m in mentions if m.span == Span(start, start + len(str(words)))]
            asked[kind] += 1
            if answers(found, kind, wanted):
                right[kind] += 1
            else:
                wrong.append(f"{kind} {words!r}: {[m.actor.id if m.actor else None for m in found]}: {row['text']}")
    shares = {kind: right[kind] / asked[kind] for kind in asked}
    assert sum(asked.values()) >= FEWEST_CASES
    assert all(share >= FLOORS.get(kind, FLOOR) for kind, share in shares.items()), (shares, wrong)


def make_document(text: str, published: str | None) -> Document:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    return Document(id="sha256:0", text=text, published=published, zones=zones)


def find_words(text: str, words: str, number: int) -> int:
    edges = r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""
    places = [match.start() for match in re.finditer(edges[0] + re.escape(words) + edges[1], text)]
    return places[number - 1]


def answers(found: list[Mention], kind: str, wanted: Any) -> bool:
    if kind == "none":
        return not found
    if wanted is None:
        return all(mention.actor is None for mention in found)
    ids = sorted(mention.actor.id if mention.actor else "" for mention in found)
    return ids == sorted(wanted if isinstance(wanted, list) else [wanted])

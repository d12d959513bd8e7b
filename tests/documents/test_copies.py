"""Copies are told by their words, whatever the outlet wraps around them; look-alikes are not copies."""

import pytest

from legation.documents.copies import (
    band_signatures,
    find_agency,
    find_bands,
    find_likeness,
    find_runs,
    group_copies,
    make_print,
    sign_runs,
)
from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.grounds import Ground, read_ground
from legation.documents.span import Span
from tests.builders import make_document

STORY = (
    "The foreign ministers of Peru and Chile met in Lima on Tuesday to discuss a shared railway across the desert. "
    "They agreed to set up a commission that will report within six months on the route and its cost. "
    "Peru wants the line to end at its northern port, while Chile prefers a terminal closer to the border. "
    "Engineers from both countries have argued for years over which of the two would be cheaper to build."
)
LEAD = STORY[: STORY.index("Engineers")]
OTHER = (
    "The foreign ministers of Peru and Chile met in Santiago in March and spoke of fishing rights off the coast. "
    "No agreement came of it, and both delegations left without a word to the reporters who had waited all night. "
    "A further round is planned for the autumn, when the quotas of the season are to be set by both parliaments."
)


def report(text: str, **fields: object) -> Document:
    return make_document(text, **fields)


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        (STORY, f"{STORY} The Courier has added this line.", Ground.SHARED),
        (STORY, STORY.replace("Tuesday", "Tuesday this week").replace("cheaper", "easier"), Ground.SHARED),
        (STORY, LEAD, Ground.SHARED),
        (STORY, OTHER, None),
        ("Short text here.", "Short text here.", None),
    ],
)
def test_copies_are_told_from_look_alikes(one: str, other: str, ground: Ground | None) -> None:
    found = find_likeness(make_print(report(one, outlet="A")), make_print(report(other, outlet="B")))
    assert (found.ground if found else None) is ground


def test_bylines_and_boilerplate_are_no_words_of_the_report() -> None:
    text = f"{STORY}\n\nSubscribe to our newsletter for all the news of the day, every day."
    zones = (Zone(ZoneKind.BODY, Span(0, len(STORY))), Zone(ZoneKind.BOILERPLATE, Span(len(STORY), len(text))))
    assert find_runs(report(text, zones=zones)) == find_runs(report(STORY))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"LIMA (Reuters) - {STORY}", "Reuters"),
        (f"{STORY} — AFP", "AFP"),
        (f"{STORY}\nSource: Xinhua", "Xinhua"),
        (f"LIMA, 3 March. /TASS/. {STORY}", "TASS"),
        (f"LIMA — AFP\n(Reuters) {STORY}", "AFP"),
        (f"(Reuters) /TASS/ {STORY}", "Reuters"),
        (f"By Xinhua (Lima, Reuters) {STORY}", "Xinhua"),
        (f"Nearby Xinhua (Lima) {STORY}", None),
        (f"Reuters said so. {STORY}", None),
    ],
)
def test_agencies_are_known_by_their_signature(text: str, agency: str | None) -> None:
    assert find_agency(report(text)) == agency


def test_bands_find_near_copies_and_do_not_change() -> None:
    one, other = (set(find_bands(find_runs(report(text)))) for text in (STORY, STORY + " A last line of its own here."))
    assert one & other
    assert one == set(find_bands(find_runs(report(STORY))))
    assert not one & set(find_bands(find_runs(report(OTHER))))


def test_signatures_are_banded_together_as_one_by_one() -> None:
    texts = (STORY, "Short.", OTHER, LEAD)
    runs = [find_runs(report(text)) for text in texts]
    assert band_signatures([sign_runs(each) for each in runs]) == [find_bands(each) for each in runs]
    assert find_bands(runs[1]) == []


def test_the_earliest_of_a_group_is_the_origin_in_any_order() -> None:
    texts = [STORY, f"{STORY} Added by B.", f"{STORY} Added by C, at some length."]
    days = ["2026-03-03", "2026-03-02", "2026-03-04"]
    prints = [make_print(report(text, outlet=day, published=day)) for text, day in zip(texts, days, strict=True)]
    alone = make_print(report(OTHER))
    found = group_copies([*prints, alone])
    assert {item.origin for name, item in found.items() if name != alone.document_id} == {prints[1].document_id}
    assert found[prints[1].document_id].reason is None
    because = read_ground(str(found[prints[0].document_id].reason))
    assert because is not None
    assert because.values["source"] == "2026-03-02"
    assert found[alone.document_id].origin == alone.document_id
    assert group_copies([alone, *prints[::-1]]) == found

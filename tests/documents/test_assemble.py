"""Texts → documents: metadata and its provenance."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import Document, Translation, content_id
from tests.documents.builders import PARAGRAPHS

BODY = "\n\n".join(PARAGRAPHS)


def read(*lines: str, **details: Any) -> Document:
    """Return the document of a text with these lines around three paragraphs; "…" marks where they stand."""
    return document_from_text("\n".join(BODY if line == "…" else line for line in lines), Details(**details))


def test_a_report_with_everything() -> None:
    document = read(
        " date 2026-03-03 Border to reopen in May",
        "Published: 3 Mar. 2026, 19:03 Updated: 3 Mar. 2026, 19:56",
        "…",
        "This article was originally written in Spanish and translated by a bilingual reporter with the help of AI. "
        "It was reviewed by an editor.",
        "BY ANA OSORIO, JUAN RÍO [ana@wire.example]",
        "with the Andes Daily News",
        "This work is licensed under Creative Commons Attribution-NonCommercial 4.0 International.",
    )
    assert (document.title, document.outlet) == ("Border to reopen in May", "Andes Daily News")
    assert document.authors == ("ANA OSORIO", "JUAN RÍO")
    assert (document.published, document.published_source) == ("2026-03-03T19:03", "text")
    assert (document.updated, document.language) == ("2026-03-03T19:56", "en")
    assert document.original_language == "es"
    assert document.translation == Translation("machine-assisted", reviewed=True)
    assert document.licence == "CC BY-NC 4.0"
    assert set(document.provenance) == {
        *("title", "outlet", "authors", "published", "updated", "language", "original_language", "translation"),
        "licence",
    }


@pytest.mark.parametrize(
    ("lines", "published", "where"),
    [
        (("Border to reopen", "Published: 3 March 2026", "…"), "2026-03-03", "line “Published”"),
        (("Border to reopen", "March 3, 2026", "…"), "2026-03-03", "date line above the body"),
        (("Border to reopen", "LIMA, March 3, 2026 (Andes Wire) — …", "…"), "2026-03-03", "dateline"),
        (("Border to reopen", "March 2026", "…"), "2026-03", "date line above the body"),
        (("2026-03-03 Border to reopen in May", "…"), "2026-03-03", "first line of the text"),
        (("Border to reopen", "…", "Published on 3 March 2026"), "2026-03-03", "line “Published on”"),
        (("Border to reopen", "5 March 2026", "Published 3 March 2026", "…"), "2026-03-03", "line “Published”"),
    ],
)
def test_published_in_the_text(lines: tuple[str, ...], published: str, where: str) -> None:
    document = read(*lines)
    assert (document.published, document.published_source) == (published, "text")
    assert document.provenance["published"] == where


@pytest.mark.parametrize(
    "lines",
    [
        ("Border to reopen", "…"),
        ("…", "The accord of March 3, 2026 was the third."),
        ("…", "March 3, 2019"),
        ("Border to reopen", "LIMA, March 3 (Andes Wire) — Talks opened.", "…"),
    ],
)
def test_no_date_is_made_up(lines: tuple[str, ...]) -> None:
    assert read(*lines).published is None


def test_text_goes_before_metadata_and_takes_its_detail() -> None:
    stated = ("Border to reopen", "3 March 2026", "…")
    assert read(*stated, dated="2026-03-05").published == "2026-03-03"
    assert read(*stated, dated="2026-03-03T10:00").published == "2026-03-03T10:00"
    assert read("…", dated="2026-03-05").published_source == "metadata"


def test_the_option_must_be_a_date() -> None:
    assert read("…", published="2026-03").published_source == "option"
    with pytest.raises(ValueError, match="published must be a date"):
        read("…", published="last Friday")


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("Border to reopen", "from Andes Quarterly", "…"), "Andes Quarterly"),
        (("Border to reopen", "…", "Source: Andes Wire"), "Andes Wire"),
        (("Border to reopen", "…", "© 2026 Andes Media. All rights reserved."), "Andes Media"),
        (("Border to reopen", "LIMA (Andes Wire) — Talks opened in Lima on Tuesday.", "…"), "Andes Wire"),
        (
            ("Ministry of Foreign Affairs", "3 March 2026", "Readout of the talks with Chile", "…"),
            "Ministry of Foreign Affairs",
        ),
        (("Border to reopen", "from Andes Quarterly", "…", "© 2026 Andes Media."), "Andes Quarterly"),
        (("Border to reopen", "…"), None),
    ],
)
def test_outlet(lines: tuple[str, ...], outlet: str | None) -> None:
    assert read(*lines).outlet == outlet


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ana Osorio", ("Ana Osorio",)),
        ("By Ana Osorio and Juan Río, Andes Wire", ("Ana Osorio", "Juan Río")),
        ("By Ana Osorio in Lima", ("Ana Osorio",)),
        ("Author: Ana Osorio", ("Ana Osorio",)),
        ("By Ana Osorio, staff writer", ("Ana Osorio",)),
        ("Written by Hans van der Berg | 3 March 2026", ("Hans van der Berg",)),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    assert read("Border to reopen", line, "…").authors == authors


@pytest.mark.parametrize(
    ("note", "language", "method", "reviewed"),
    [
        ("Translated from the Russian by Ana Osorio.", "ru", "human", None),
        ("This text was machine-translated from Arabic and has not been reviewed.", "ar", "machine", False),
        ("This report was translated automatically with DeepL.", None, "machine", None),
        ("The article was first published in Chinese; it was translated by a human translator.", "zh", "human", None),
        ("Translation: Ana Osorio", None, "human", None),
    ],
)
def test_translation_notes(note: str, language: str | None, method: str, reviewed: bool | None) -> None:
    document = read("Border to reopen", "…", note)
    assert document.original_language == language
    assert document.translation == Translation(method, reviewed)


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 Unported License.", "CC BY-SA 3.0"),
        ("Available under CC BY-NC-ND 4.0", None),
        ("Licence: CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0"),
        ("Contains public sector information licensed under the Open Government Licence v3.0.", "OGL 3.0"),
        ("This work is in the public domain.", "public domain"),
        ("Licence: CC0", "CC0"),
    ],
)
def test_licence(line: str, licence: str | None) -> None:
    assert read("Border to reopen", "…", line).licence == licence


def test_the_details_of_a_caller_are_kept() -> None:
    document = read("…", title="Given", outlet="Andes Wire", language="en", path="x.txt", id="sha256:0")
    assert (document.title, document.outlet, document.path, document.id) == ("Given", "Andes Wire", "x.txt", "sha256:0")
    assert document.provenance["title"] == "given by the caller"


@settings(deadline=None)  # the first foreign text loads a model
@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    document = document_from_text(text)
    assert document.text == text
    assert document.id == content_id(text.encode("utf-8", "surrogatepass"))

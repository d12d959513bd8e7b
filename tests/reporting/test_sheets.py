"""Sheets as Markdown and as a page: signs are text, cells open their quotes, nothing runs."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

import pytest

from legation.reporting.sheets import (
    Bullets,
    Cell,
    Quote,
    Quotes,
    Section,
    Sheet,
    Table,
    write_html,
    write_markdown,
)

SHEET = Sheet(
    title="Who <pays> the *toll*?",
    subtitle="For 1 March 2026.",
    sections=(
        Section(
            "Answer",
            (
                "Lima & Quito | both",
                Bullets(("first", "second")),
                Table(("item", "dB"), ((Cell("aid", "i-aid"), Cell("+1.2", "i-aid")), (Cell("sum"), Cell("")))),
                Quotes(
                    "i-aid",
                    "aid: Is it sent?",
                    "1 event.",
                    (Quote("It was <not>.", "The Wire", "3f.c1", "3f.e1", denies=True),),
                ),
            ),
        ),
    ),
)


def written(writer: Callable[[Sheet, BinaryIO], None]) -> str:
    file = BytesIO()
    writer(SHEET, file)
    return file.getvalue().decode("utf-8")


def test_markdown_escapes_signs_and_links_cells() -> None:
    text = written(write_markdown)
    assert text.startswith("# Who \\<pays\\> the \\*toll\\*?\n")
    assert "Lima & Quito \\| both" in text
    assert "| [aid](#i-aid) | [+1.2](#i-aid) |" in text
    assert '<a id="i-aid"></a>**aid: Is it sent?** 1 event.' in text
    assert "> Denied: “It was \\<not\\>.”" in text


def test_a_page_escapes_what_reports_say_and_needs_nothing_from_elsewhere() -> None:
    page = written(write_html)
    assert "It was &lt;not&gt;." in page
    assert "<li>first</li>" in page
    assert '<a href="#i-aid">+1.2</a>' in page
    assert '<h3 id="i-aid">' in page
    for word in ("<script", "http://", "https://", "@import", "url("):
        assert word not in page


@pytest.mark.parametrize("writer", [write_markdown, write_html])
def test_every_section_is_there(writer: object) -> None:
    assert "Answer" in written(writer)

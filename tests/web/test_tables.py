"""Tables as cards: every cell of a body carries the head of its column, and the rest stays as it was."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.web.tables import stacked
from tests.web.test_words import TEMPLATES

HEAD = """<thead><tr><th scope="col">Who &amp; <a href="/">whom</a></th><th>So
  "often"</th><td></td></tr></thead>"""
ROWS = """<tbody><tr><th scope="row">A &lt; B</th><td class="number">1</td><td></td></tr>
<tr><td>C</td><td><b>2</b></td><td>&#39;</td></tr></tbody>"""


def cell(label: str, content: str, rest: str = "") -> str:
    return f'<td data-label="{label}"{rest}><div>{content}</div></td>'


def test_cells_carry_the_head_of_their_column() -> None:
    who, often = "Who &amp; whom", "So &quot;often&quot;"
    first = '<th scope="row">A &lt; B</th>' + cell(often, "1", ' class="number"') + cell("", "")
    second = cell(who, "C") + cell(often, "<b>2</b>") + cell("", "&#39;")
    body = f"<tbody><tr>{first}</tr>\n<tr>{second}</tr></tbody>"
    assert stacked(f'<table class="x">{HEAD}{ROWS}</table>') == f'<table data-stacks class="x">{HEAD}{body}</table>'


def test_what_a_report_is_called_heads_a_column_and_breaks_nothing() -> None:
    hostile = "&lt;script&gt;&quot; onclick=&quot;x"
    table = f"<table><thead><tr><th>{hostile}</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>"
    assert f'<td data-label="{hostile}"><div>x</div></td>' in stacked(table)


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_every_table_is_stacked(page: Path) -> None:
    # The words of a parse are few and short: they fit.
    text = page.read_text(encoding="utf-8").replace('<table class="parse">', "")
    assert text.count("<table") == text.count("{% filter stacked %}<table") == text.count("</table>{% endfilter %}")


@pytest.mark.model
def test_a_page_labels_its_cells_in_its_language(reading_client: TestClient) -> None:
    page = reading_client.get("/reports", headers={"Accept-Language": "ko"}).text
    assert '<td data-label="매체"><div>' in page

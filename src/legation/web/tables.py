"""Tables that become cards on a narrow screen: each cell carries the words that its column is headed with.

Style sheets can show an attribute before a cell (`parts.css`), but cannot look up the head of a column. The markup is
ours and well formed: every tag of a table is closed, and no other is looked at, for a parser of HTML takes ten times
as long.
"""

import re
from html import escape, unescape
from itertools import count

from markupsafe import Markup

ROWS = re.compile(r"(.*?<table)(.*?<thead.*?</thead>)(.*)", re.DOTALL)
HEAD = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
ANY_TAG = re.compile(r"<[^>]*>")
# The beginning of a row, of a cell or of a row's head, or the end of a cell; what is quoted may hold any sign.
TAG = re.compile(r"""<(tr|td|th|/td)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""")


def stacked(table: str) -> Markup:
    """Return the markup of one table with the head of its column as `data-label` on every cell of its body.

    A cell's content is put into a `div`, so that label and content can stand side by side. Heads of rows stay as they
    are: they head a card. Columns are told by their place, so no cell may span several. Raises ValueError for a table
    without a head.
    """
    found = ROWS.match(table)
    if found is None:
        raise ValueError("a table needs a head for its cells to be told apart")
    begun, head, body = found.groups()
    labels = [label_of(words) for words in HEAD.findall(head)]
    columns = count()

    def put(tag: re.Match[str]) -> str:
        nonlocal columns
        name, rest = tag.groups()
        if name == "/td":
            return "</div></td>"
        if name == "tr":
            columns = count()
            return tag[0]
        column = next(columns)
        return tag[0] if name == "th" else f'<td data-label="{labels[column]}"{rest}><div>'

    return Markup(f"{begun} data-stacks{head}{TAG.sub(put, body)}")


def label_of(head: str) -> str:
    """Return the words of a head without its markup, fit for an attribute."""
    return escape(" ".join(unescape(ANY_TAG.sub("", head)).split()))

"""Tables that become cards on a narrow screen: each cell carries the words that its column is headed with.

Style sheets can show an attribute before a cell (`parts.css`), but cannot look up the head of a column.
"""

from html import escape
from html.parser import HTMLParser
from itertools import accumulate

from markupsafe import Markup


def stacked(table: str) -> Markup:
    """Return the markup of one table with the head of its column as `data-label` on every cell of its body.

    A cell's content is put into a `div`, so that label and content can stand side by side. Heads of rows stay as they
    are: they head a card. Columns are told by their place, so no cell may span several.
    """
    cells = Cells(table)
    cells.feed(table)
    cells.close()
    parts, done = [], 0
    for place, words in cells.found:
        parts += [table[done:place], words]
        done = place
    return Markup("".join((*parts, table[done:])))


class Cells(HTMLParser):
    """Finds what is to be put into the markup of a table: `found` has places in it, each with the words to put there.

    The markup is ours and well formed: every tag of a table is closed.
    """

    def __init__(self, table: str) -> None:
        """Begin with nothing found."""
        super().__init__(convert_charrefs=True)
        self.starts = [0, *accumulate(len(line) + 1 for line in table.split("\n"))]
        self.found: list[tuple[int, str]] = []
        self.heads: list[str] = []
        self.column = 0
        self.is_head = self.is_named = False

    @property
    def place(self) -> int:
        """Where the tag that is looked at begins."""
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Note heads, and what a cell is to be given."""
        if tag == "table":
            self.found.append((self.place + len("<table"), " data-stacks"))
        elif tag == "thead":
            self.is_head = True
        elif tag == "tr":
            self.column = 0
        elif tag in ("td", "th"):
            if self.is_head:
                self.heads.append("")
                self.is_named = True
            elif tag == "td":
                label = escape(" ".join(self.heads[self.column].split()))
                self.found.append((self.place + len("<td"), f' data-label="{label}"'))
                self.found.append((self.place + len(self.get_starttag_text() or ""), "<div>"))
            self.column += 1

    def handle_endtag(self, tag: str) -> None:
        """Note the end of the heads, of one of them, and of a cell."""
        if tag == "thead":
            self.is_head = False
        elif tag == "td" and not self.is_head:
            self.found.append((self.place, "</div>"))
        if tag in ("td", "th"):
            self.is_named = False

    def handle_data(self, data: str) -> None:
        """Note the words of a head."""
        if self.is_named:
            self.heads[-1] += data

"""A hostile report, and a record that holds it: every text anybody can put into a record tries to become markup."""

import html
from dataclasses import replace
from pathlib import Path

from legation.documents.document import Document
from legation.reading.reader import Reader
from legation.workspace.noting import add_note
from legation.workspace.workspace import Workspace

# Each runs, or leaves an element of its own name, where it is not escaped: in text, in attributes of either quotes, in
# script data, in SVG, in templates, in addresses.
ATTACKS = (
    "<x-pwn></x-pwn><script>window.pwned=1;alert(1)</script>",
    '"><img src=x onerror="window.pwned=1;alert(2)"><x-pwn a="',
    "'><svg onload='window.pwned=1;alert(3)'><x-pwn a='",
    "</title></textarea></script><x-pwn><script>window.pwned=1</script>",
    "{{ 7*7 }}{% raw %}${7*7}<x-pwn>",
    "]]></text><x-pwn xmlns='http://www.w3.org/1999/xhtml'>",
    "[a](javascript:window.pwned=1)<x-pwn>",
)
ALL = " ".join(ATTACKS)
ADDRESS = "javascript:window.pwned=1//<x-pwn>"


def write_report(folder: Path) -> Path:
    """Write a page whose every text is hostile under a name that is."""
    title = f"Russia and North Korea {ALL}"
    sentences = [
        f"Russia sent North Korea 200 tents “{attack}” on Monday, the ministry {attack} said." for attack in ATTACKS
    ]
    sentences += [
        "Vladimir Putin met Kim Jong Un in Pyongyang on 19 June 2024.",
        f"Russia denied that it had shipped {ALL} to North Korea, “{ALL}”.",
        "Russia may send North Korea satellites in 2027 if the war goes on.",
        "China condemned North Korea on 3 March 2026.",
    ]
    escape = html.escape
    paragraphs = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    page = (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>'
        f'<meta name="author" content="{escape(ALL)}">'
        f'<meta property="og:site_name" content="{escape(ATTACKS[1])}"><meta name="keywords" content="{escape(ALL)}">'
        f'<meta property="article:published_time" content="2026-03-04"><link rel="canonical" href="{escape(ADDRESS)}">'
        f'<meta name="copyright" content="{escape(ALL)}"></head><body><article><h1>{escape(title)}</h1>'
        f"{paragraphs}</article></body></html>"
    )
    file = folder / '"><img src=x onerror=window.pwned=1><x-pwn>.html'
    file.write_text(page, encoding="utf-8")
    return file


def make_hostile(place: Path, folder: Path, reader: Reader) -> None:
    """Make a record of two hostile reports, with hostile notes, reasons and searches."""

    def poison(document: Document) -> Document:
        return replace(
            document, url=ADDRESS, outlet=ATTACKS[2], authors=(ALL,), licence=ALL, topics=(ALL,), translation=None
        )

    file = write_report(folder)
    with Workspace(str(place), reader=reader) as workspace:
        assert [added.problem for added in workspace.add([str(file)], amend=poison)] == [None]
        other = folder / "other.txt"
        other.write_text(
            f"Published: 5 March 2026\n{ALL}\nRussia sent North Korea 300 tents on Monday.\n", encoding="utf-8"
        )
        assert [added.problem for added in workspace.add([str(other)])] == [None]
        list(workspace.add([str(folder / "no such <x-pwn> file.txt")]))
        claims = [item.account.key for item in workspace.review_queue(limit=4).items]
        for claim, ruling in zip(claims, ("accept", "unsure", "accept"), strict=False):
            workspace.decide(ruling, claim, author=ATTACKS[0], reason=ALL)
        add_note(workspace, claims[0], ALL, ATTACKS[1])

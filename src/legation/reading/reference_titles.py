"""Offices and titles as texts put them, in the words of the lexicon."""

from legation.lexicon.titles import TitleBook, plain_title
from legation.reading.mentions_found import Classes, Found
from legation.reading.mentions_words import JOINTS


def find_offices(noun: str, state: str | None, book: TitleBook) -> tuple[str, ...]:
    """Return the offices of the lexicon that a noun phrase means, the likeliest first; itself if there are none."""
    return book.find_titles(noun, state) or (plain_title(noun),)


def title_before(item: Found, classes: Classes) -> str:
    """Return the title that stands before a person's name ("defense minister"); "" if there is none."""
    line, at = item.line, item.start - 1
    while at >= 0 and (line.lows[at] in classes["title-word"] or line.texts[at] in JOINTS):
        at -= 1
    if line.low(at) == "state" and line.low(at - 1) == "of" and line.low(at - 2) in classes["title-word"]:
        at -= 3
    return " ".join(line.lows[i] for i in range(at + 1, item.start) if line.texts[i] not in JOINTS)

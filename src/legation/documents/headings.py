"""Titles, decks and mastheads: the lines above the body."""

import re
from collections.abc import Mapping, Sequence

from legation.documents.document import ZoneKind
from legation.documents.facts import Mark
from legation.documents.lines import Line, capitalised_share, fold

TITLE_WORDS = 32
TITLE_CHARACTERS = 220
# A first line that ends with a full stop is a title only if it is written like one.
TITLE_CASE = 0.7
DECK_WORDS = 75
OUTLET_WORDS = re.compile(
    r"\b(?:news|times|post|herald|daily|agency|ministry|department|office|embassy|council|government|white house"
    r"|kremlin|"
    r"gazette|tribune|guardian|journal|telegraph|press|observer|review|magazine|broadcasting|radio|television"
    r"|institute|"
    r"secretariat|presidency|mission|commission|centre|center|foundation|bulletin|monitor|today|online|network)\b",
    re.IGNORECASE,
)
VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|will|says?|said|to|urges?|calls?|holds?|meets?|warns?)\b", re.IGNORECASE
)


def find_title(lines: Sequence[Line], marked: frozenset[int], head: int, known: str | None) -> int | None:
    """Return the index of the title: the line equal to the title of the metadata, else the first if it is like one."""
    free = [line for line in lines[: max(head, 1)] if line.index not in marked]
    if known:
        for line in free[:8]:
            if fold(line.plain) == fold(known):
                return line.index
    if not free:
        return None
    rest = [line for line in lines if line.index not in marked and line.index > free[0].index]
    return free[0].index if rest and is_title(free[0], rest) else None


def is_title(line: Line, rest: Sequence[Line]) -> bool:
    """Tell whether a first line reads as a title of the lines that follow."""
    plain = line.plain
    if line.words > TITLE_WORDS or len(plain) > TITLE_CHARACTERS or plain.endswith((":", ",", "—", "-", "…")):
        return False
    longer = any(later.words > line.words or later.words >= 10 for later in rest)
    if not longer or not any(letter.isalpha() for letter in plain):
        return False
    bare = plain.rstrip("\"')]")
    if bare.endswith("."):
        return capitalised_share(plain) >= TITLE_CASE and not re.search(r"[a-z)]{2}\. [A-Z]", plain)
    return not (plain.startswith('"') and re.search(r"[,.?!]\" \w", plain))


def find_deck(lines: Sequence[Line], marks: Mapping[int, Mark], title: int | None, head: int) -> list[int]:
    """Return the lines between the title and a byline, date or caption below it, if the body only begins after that."""
    if title is None:
        return []
    if lines[title].plain.endswith(";"):
        after = title + 1
        return [after] if after < len(lines) - 1 and after not in marks and lines[after].words <= 25 else []
    below = above_body(lines[title + 1 : head + 1], marks)
    last = max((line.index for line in below if line.index in marks and closes_deck(marks[line.index])), default=-1)
    deck = [line for line in below if line.index < last and line.index not in marks]
    body_left = any(line.is_prose and line.index not in marks for line in lines[last + 1 :])
    return [line.index for line in deck if line.words <= DECK_WORDS] if body_left and len(deck) <= 2 else []


def above_body(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Line]:
    """Return the lines before the second paragraph of prose: the first may be the deck."""
    prose = [place for place, line in enumerate(lines) if line.is_prose and line.index not in marks]
    return list(lines[: prose[1]] if len(prose) > 1 else lines)


def closes_deck(mark: Mark) -> bool:
    """Tell whether a line stands between deck and body: a caption, or a byline that names someone or a date."""
    return mark.kind is ZoneKind.CAPTION or (mark.kind is ZoneKind.BYLINE and bool(mark.facts))


def split_masthead(lines: Sequence[Line], marked: frozenset[int]) -> int | None:
    """Return the index of a first line that names an outlet or office above the title; None if there is none."""
    free = [line for line in lines[:8] if line.index not in marked]
    if len(free) < 3 or free[0].index > 2:
        return None
    first, second = free[0], free[1]
    names = first.words <= 6 and OUTLET_WORDS.search(first.plain) and not VERBISH.search(first.plain)
    titled = 4 <= second.words <= TITLE_WORDS and not second.plain.endswith(".")
    if names and titled and capitalised_share(first.plain) >= TITLE_CASE and not first.ends:
        return first.index
    return None


def outlet_in_title(plain: str) -> tuple[int, str] | None:
    """Return where a title ends and the outlet's name after its last bar: "Talks stall | The Lima Post"; else None."""
    title, bar, name = plain.rpartition(" | ")
    named = 2 <= len(name.split()) <= 6 and OUTLET_WORDS.search(name) and capitalised_share(name) >= TITLE_CASE
    return (len(title), name.strip()) if bar and named and len(title.split()) > 2 else None

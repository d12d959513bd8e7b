"""Zones: what each line of a text is for, and what such lines tell about the document.

Zones mark text, they never delete it. Whatever no rule claims is body, so that a rule that misses costs little; the
rules match whole lines and are written so that a sentence of a report is never taken for furniture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from legation.documents.bylines import (
    ROLE_LINE,
    read_byline,
    read_credit,
    read_dateline,
    read_outlet,
    read_rights,
    read_signature,
)
from legation.documents.captions import has_credit, is_dated, repeats
from legation.documents.dates import find_dates
from legation.documents.document import Zone, ZoneKind
from legation.documents.facts import DayOnly, Fact, Mark
from legation.documents.headings import find_deck, find_title, outlet_in_title, split_masthead
from legation.documents.lines import Line, fold, split_lines
from legation.documents.notes import licence_of, read_translation_note
from legation.documents.span import Span
from legation.documents.stamps import read_headline_stamp, read_stamp, read_title_label
from legation.lexicon.lines import LineHabit, load_line_habits
from legation.lexicon.overlay import kept_by_folder

# The head of a text ends with its third paragraph of prose (a deck may be one), the foot is its last lines.
HEAD_LINES = 30
HEAD_PROSE = 3
# Lines in which labels such as "Title:" may stand.
LABELS = 6
FOOT_LINES = 14
LONGEST_HABIT = 1300
# What may stand in a list of topics or of links: a name or a headline, not a sentence of a report.
TOPIC_WORDS = 6
LINK_WORDS = 22
LIST_LINES = 40
# At the very top a label opens the headline; further down it opens a link to another piece.
LABELLED = re.compile(r"(?:opinion|analysis|explain(?:er|ed)|exclusive|editorial|comment(?:ary)?): \S", re.IGNORECASE)
DECORATION = re.compile(r"^[#>]+ |(?<![^\W_])[*_]{1,3}(?=[^\W_])|(?<=[^\W_])[.!?]?[*_]{1,3}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Survey:
    """The zones of a text and the facts its lines tell, in text order."""

    zones: tuple[Zone, ...]
    facts: tuple[Fact | DayOnly, ...]


@dataclass(slots=True)
class Page:
    """The lines of one text while they are being told apart; `marks` grows rule by rule."""

    lines: list[Line]
    marks: dict[int, Mark] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """The number of lines in which titles, dates and bylines may stand."""
        prose = [line.index for line in self.lines[:HEAD_LINES] if line.is_prose and line.index not in self.marks]
        return prose[HEAD_PROSE - 1] if len(prose) >= HEAD_PROSE else min(len(self.lines), HEAD_LINES)

    def free(self, start: int = 0, end: int | None = None) -> Iterator[Line]:
        """Yield the lines no rule has claimed."""
        return (line for line in self.lines[start:end] if line.index not in self.marks)


def find_zones(text: str) -> tuple[Zone, ...]:
    """Return the zones of a text, in order, without overlap; what lies between them is white space."""
    return survey(text).zones


def survey(text: str, title: str | None = None) -> Survey:
    """Tell the lines of a text apart; `title` is the title metadata gives, if any."""
    page = Page(split_lines(text))
    if not page.lines:
        return Survey((), ())
    for rule in (mark_single_lines, mark_lists, mark_captions, mark_outlets):
        rule(page)
    mark_title(page, title)
    mark_repeats(page)
    mark_signatures(page)
    for index in find_deck(page.lines, page.marks, title_of(page), page.head):
        page.marks[index] = Mark(ZoneKind.DECK)
    mark_dateline(page)
    return Survey(tuple(zones_of(page)), facts_of(page))


def mark_single_lines(page: Page) -> None:
    """Mark the lines that tell by themselves what they are."""
    if stamped := read_headline_stamp(page.lines[0].plain):
        page.marks[0] = stamped
    head, foot = page.head, len(page.lines) - FOOT_LINES
    labelled = ((line.index, read_title_label(line.plain)) for line in page.lines[:LABELS])
    page.marks.update({index: mark for index, mark in labelled if mark is not None})
    for line in page.free():
        if len(line.plain) > LONGEST_HABIT or (line.index == 0 and LABELLED.match(line.plain)):
            continue
        above, below = line.index < head, line.index >= foot
        if mark := single_line(undecorated(line.plain), above=above, below=below):
            page.marks[line.index] = mark


def single_line(plain: str, *, above: bool, below: bool) -> Mark | None:
    """Return what one line is for, if the line itself tells; `above` and `below`: it is in the head, in the foot."""
    if (above or below) and (mark := read_byline(plain)):
        return mark
    if mark := read_stamp(plain, in_head=above) or read_translation_note(plain):
        return mark
    if (below or plain.startswith(("(", "-", "–", "—"))) and (mark := read_credit(plain)):
        return mark
    return read_habit(plain, above=above, below=below)


def undecorated(plain: str) -> str:
    """Return a line without the marks of Markdown around its words."""
    if plain[:1] not in "#*_>" and "**" not in plain:
        return plain
    return DECORATION.sub("", plain).strip() or plain


def read_habit(plain: str, *, above: bool, below: bool) -> Mark | None:
    """Return the mark of the first line habit the line follows, with the licence, topics or outlet it names."""
    places = {"any"} | ({"head"} if above else set()) | ({"foot"} if below else set())
    for habit in habits():
        if habit.where in places and habit.matches(plain):
            return Mark(ZoneKind(habit.zone), told_by(habit, plain), opens=habit.opens)
    return None


def told_by(habit: LineHabit, plain: str) -> tuple[Fact, ...]:
    """Return the facts that a line of such a habit tells."""
    facts = read_rights(plain) if habit.name == "copyright" else ()
    if habit.zone == "licence" and (licence := licence_of(plain)):
        facts = (*facts, Fact("licence", licence, "licence line"))
    if habit.name == "topic-line":
        names = plain.split(":", 1)[1].replace(";", ",").replace("|", ",").split(",")
        facts = tuple(Fact("topics", name.strip(), "topic list") for name in names if name.strip())
    return facts


@kept_by_folder
def habits(folder: Path | None) -> tuple[LineHabit, ...]:
    """Return the line habits of the lexicon."""
    return tuple(load_line_habits(folder))


def mark_lists(page: Page) -> None:
    """Let a heading such as "More on:" or "Related articles" claim the short lines below it."""
    for opener in [line for line in page.lines if (mark := page.marks.get(line.index)) and mark.opens]:
        opens = page.marks[opener.index].opens
        longest = TOPIC_WORDS if opens == "topics" else LINK_WORDS
        for line in page.lines[opener.index + 1 : opener.index + 1 + LIST_LINES]:
            if line.index in page.marks:
                break
            if line.words > longest or line.ends or line.plain.endswith(":"):
                break
            facts = (Fact("topics", line.plain, "topic list"),) if opens == "topics" else ()
            page.marks[line.index] = Mark(ZoneKind.BOILERPLATE, facts)


def mark_captions(page: Page) -> None:
    """Mark captions; of one said twice the first is the caption and the second, with its credit, furniture."""
    free, head = list(page.free()), page.head
    for line, following in zip_longest(free, free[1:]):
        if line.index in page.marks:
            continue
        if following and following.index == line.index + 1 and repeats(following, line):
            if has_credit(following) or following.words > line.words or is_dated(line):
                page.marks[line.index] = Mark(ZoneKind.CAPTION)
                page.marks[following.index] = Mark(ZoneKind.BOILERPLATE)
        elif has_credit(line) or (0 < line.index < head and is_dated(line)):
            page.marks[line.index] = Mark(ZoneKind.CAPTION)


def mark_outlets(page: Page) -> None:
    """Mark the lines that name the outlet: below the title, or below the text."""
    head, foot = page.head, len(page.lines) - FOOT_LINES
    body = next((line.index for line in page.free() if line.is_prose), head)
    last = max((line.index for line in page.free() if line.is_prose), default=-1)
    # A first line may be the title, unless a label says which line is.
    top = 0 if any(mark.titled for mark in page.marks.values()) else 1
    for line in list(page.free()):
        in_foot = line.index >= foot and line.index > max(body, last)
        if (top <= line.index < min(head, body + 1) or in_foot) and (mark := read_outlet(line.plain)):
            page.marks[line.index] = mark


def mark_title(page: Page, title: str | None) -> None:
    """Mark the title, and the outlet's name where it stands above the title."""
    if title_of(page) is not None:
        return
    if (masthead := split_masthead(page.lines, frozenset(page.marks))) is not None:
        name = page.lines[masthead].plain
        page.marks[masthead] = Mark(ZoneKind.BYLINE, (Fact("outlet", name, "line above the title"),))
    index = find_title(page.lines, frozenset(page.marks), page.head, title)
    if index is not None:
        plain = page.lines[index].plain
        closed = outlet_in_title(plain)
        split = closed[0] if closed else None
        words = undecorated(plain[:split])
        where = "first line of the text" if title is None else "line above the body"
        told = (Fact("outlet", closed[1], "end of the title"),) if closed else ()
        page.marks[index] = Mark(ZoneKind.TITLE, (Fact("title", words, where), *told, *dated_letter(words)), split)


def dated_letter(title: str) -> tuple[Fact, ...]:
    """Return the date that the title of an official letter gives ("Letter dated 3 March 2026 from …")."""
    if not re.match(r"(?:identical )?(?:letters?|notes? verbales?) dated ", title, re.IGNORECASE):
        return ()
    value = next((found.value for found in find_dates(title) if found.value), None)
    return (Fact("published", value, "line “Letter dated”"),) if value else ()


def title_of(page: Page) -> int | None:
    """Return the index of the line that holds the title."""
    found = (index for index, mark in page.marks.items() if mark.kind is ZoneKind.TITLE or mark.titled)
    return min(found, default=None)


def mark_repeats(page: Page) -> None:
    """Mark a second and later copy of the title as furniture."""
    index = title_of(page)
    if index is None:
        return
    title = fold(page.lines[index].plain)
    for line in page.free(index + 1):
        if len(title) >= 12 and fold(line.plain) == title:
            page.marks[line.index] = Mark(ZoneKind.BOILERPLATE)


def mark_signatures(page: Page) -> None:
    """Mark the names, roles and offices that stand beside a byline or date between the title and the body."""
    title = title_of(page)
    if title is None:
        return
    for line in list(page.free(title + 1, page.head)):
        if line.is_prose:
            return
        beside = [page.marks.get(line.index - 1), page.marks.get(line.index + 1)]
        signed = any(mark is not None and mark.kind is ZoneKind.BYLINE for mark in beside)
        following = page.lines[line.index + 1].plain if line.index + 1 < len(page.lines) else ""
        if (signed or ROLE_LINE.fullmatch(following)) and (mark := read_signature(line.plain, following)):
            page.marks[line.index] = mark


def mark_dateline(page: Page) -> None:
    """Split the dateline off the first paragraph of the body."""
    for line in list(page.free(0, page.head))[:3]:
        mark = read_dateline(line.plain)
        if mark and mark.split:
            whole = mark.split >= len(line.plain)
            page.marks[line.index] = Mark(mark.kind, mark.facts, None if whole else mark.split)
            return


def zones_of(page: Page) -> Iterator[Zone]:
    """Yield the zones: runs of body lines as one, every other line for itself, lines with a dateline in two."""
    start: int | None = None
    end = 0
    for line in page.lines:
        mark = page.marks.get(line.index)
        if mark is not None:
            if start is not None:
                yield Zone(ZoneKind.BODY, Span(start, end))
            start = None
            if mark.split is None:
                yield Zone(mark.kind, line.span)
                continue
            yield from stamp_zone(line, mark)
            if mark.kind is ZoneKind.TITLE:
                yield Zone(ZoneKind.BYLINE, Span(line.span.start + mark.split, line.span.end))
                continue
            if mark.titled:
                yield Zone(ZoneKind.TITLE, Span(line.span.start + mark.split, line.span.end))
                continue
        if start is None:
            start = line.span.start + (mark.split if mark and mark.split else 0)
        end = line.span.end
    if start is not None:
        yield Zone(ZoneKind.BODY, Span(start, end))


def stamp_zone(line: Line, mark: Mark) -> Iterator[Zone]:
    """Yield the zone of a dateline or date before the words it introduces."""
    words = line.plain[: mark.split].rstrip()
    if words:
        yield Zone(mark.kind, Span(line.span.start, line.span.start + len(words)))


def facts_of(page: Page) -> tuple[Fact | DayOnly, ...]:
    """Return the facts of all marks, in text order."""
    facts: list[Fact | DayOnly] = []
    for index in sorted(page.marks):
        mark = page.marks[index]
        facts.extend(mark.facts)
        if mark.titled:
            where = "first line of the text" if index == 0 else "line “title”"
            facts.append(Fact("title", page.lines[index].plain[mark.split :].strip(), where))
    return tuple(facts)

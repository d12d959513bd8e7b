"""Offices and titles as texts put them, in the words of the lexicon."""

from legation.lexicon.titles import TitleBook, plain_title
from legation.lexicon.wordlists import words_of
from legation.reading.names.found import SUBJECT_LABELS, Classes, Found, lemma
from legation.reading.names.words import JOINTS, Line, office_before


def find_offices(noun: str, state: str | None, book: TitleBook) -> tuple[str, ...]:
    """Return the offices of the lexicon that a noun phrase means, the likeliest first; itself if there are none."""
    return book.find_titles(noun, state) or (plain_title(noun),)


def title_before(item: Found, classes: Classes) -> str:
    """Return the title that stands before a person's name ("defense minister"); "" if there is none."""
    line, at = item.line, item.start - 1
    office = office_before(line, item.start)
    at = at if office is None else office
    while at >= 0 and (line.lows[at] in classes["title-word"] or line.texts[at] in JOINTS):
        at -= 1
    if line.low(at) == "state" and line.low(at - 1) == "of" and line.low(at - 2) in classes["title-word"]:
        at -= 3
    return " ".join(line.lows[i] for i in range(at + 1, item.start) if line.texts[i] not in JOINTS)


def served_as(line: Line, name: int, classes: Classes) -> list[int]:
    """Return the offices that the clause says its subject holds or held: "Rossi was Peru's envoy, served as consul"."""
    if line.deps[name] not in SUBJECT_LABELS:
        return []
    verb = line.heads[name]
    said = [kid for kid in line.children[verb] if line.deps[kid] == "attr"]
    serves = [kid for kid in line.children[verb] if line.lows[kid] == "as" and line.deps[kid] == "prep"]
    if lemma(line, verb) in words_of("holding office"):
        said += [kid for joint in serves for kid in line.children[joint] if line.deps[kid] == "pobj"]
    return [noun for noun in said if lemma(line, noun) in classes["office"]]


def holder_of(line: Line, noun: int) -> list[int]:
    """Return the subject of whom a clause says that this is the office: the other way of `served_as`."""
    verb = line.heads[noun]
    if (
        line.lows[verb] == "as"
        and line.deps[noun] == "pobj"
        and lemma(line, line.heads[verb]) in words_of("holding office")
    ):
        verb = line.heads[verb]
    elif line.deps[noun] != "attr":
        return []
    return [kid for kid in line.children[verb] if line.deps[kid] in SUBJECT_LABELS]

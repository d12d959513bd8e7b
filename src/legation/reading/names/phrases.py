"""Noun phrases that may describe a party: where they begin and end, what noun heads them, whose they say they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from legation.lexicon.titles import SPELLINGS
from legation.lexicon.wordlists import words_of
from legation.reading.names.found import Classes, Found, Sort
from legation.reading.names.words import JOINTS, NOUN_TAGS, Line

# The noun phrase that names an office or body is at most this long ("deputy foreign ministry spokesman").
LONGEST_NOUN = 4
LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "npadvmod", "case", "predet"})
# Prefixes that make a group another than the one the modifier names ("pro-Russian", "anti-Kremlin").
AGAINST = frozenset({"pro", "anti", "non", "ex"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first word, its head, its end, and the noun that says what it is ("foreign minister")."""

    line: Line
    start: int
    head: int
    end: int
    noun: str
    plural: bool
    modifier: Found | None = None

    @property
    def word(self) -> str:
        """The last word of the noun; the whole of "secretary of state"."""
        return self.noun if " of " in self.noun else self.noun.split()[-1]

    @property
    def left(self) -> list[str]:
        """The folded words before the head."""
        return self.line.lows[self.start : self.head]

    @property
    def first(self) -> str:
        """The folded first word, if it is not the head."""
        return self.line.lows[self.start] if self.start < self.head else ""

    @property
    def dep(self) -> str:
        """The dependency label of the head."""
        return self.line.deps[self.head]

    @property
    def capital(self) -> bool:
        """Whether the head is written with a capital."""
        return self.line.texts[self.head][0].isupper()

    @property
    def owned(self) -> bool:
        """Whether the phrase says whose it is."""
        return self.modifier is not None or any(tag == "PRP$" for tag in self.line.tags[self.start : self.head])

    @property
    def definite(self) -> bool:
        """Whether one certain party is meant."""
        return self.first in ("the", "this", "that") or self.owned


def read_phrase(line: Line, head: int, word: str, tag: str, classes: Classes) -> Phrase:
    """Return the phrase around a head noun, with the longest noun of office or body that it ends with."""
    noun, start, end = word, head, head + 1
    names = classes["phrases"]
    longer = SPELLINGS.get(word, word)
    for i in range(head - 1, max(head - LONGEST_NOUN, -1), -1):
        if line.texts[i] in JOINTS or line.tags[i] not in (*NOUN_TAGS, "JJ"):
            break
        longer = f"{SPELLINGS.get(line.lows[i], line.lows[i])} {longer}"
        if longer in names:
            noun, start = longer, i
    if line.low(head + 1) == "of" and f"{word} of {line.low(head + 2)}" in names:
        noun, end = f"{word} of {line.low(head + 2)}", head + 3
    elif word in words_of("bodies of a matter") and line.low(head + 1) in ("of", "for"):
        noun, end = read_matter(line, head, word) or (noun, end)
    if end > head + 1 and line.low(head - 1) in words_of("deputies"):
        # "The deputy minister of foreign affairs" is not the minister.
        noun, start = f"deputy {noun}", head - 1
    for kid in line.children[head]:
        if kid < start and line.deps[kid] in LEFT:
            start = min(start, leftmost(line, kid))
    return Phrase(line, start, head, end, noun, plural=tag in ("NNS", "NNPS") or word == "police")


def read_matter(line: Line, head: int, word: str) -> tuple[str, int] | None:
    """Return "Ministry of Foreign Affairs" as "foreign affairs ministry", and its end; None if of something else."""
    at, words = head + 2, []
    if line.low(at) == "the":
        at += 1
    while line.low(at) in words_of("matters of bodies"):
        words.append(line.low(at))
        at += 1
    return (" ".join([*words, word]), at) if words else None


def leftmost(line: Line, index: int) -> int:
    """Return the first word of what depends on a word from the left."""
    low = index
    for kid in line.children[index]:
        if kid < low and line.deps[kid] in LEFT:
            low = leftmost(line, kid)
    return low


def find_modifier(
    phrase: Phrase, covered: Mapping[int, Found], by_head: Mapping[int, Found]
) -> tuple[Found | None, int]:
    """Return the actor the phrase belongs to, and where the phrase ends: "Russian …", "Iran's …", "… of Peru"."""
    line, last = phrase.line, None
    for i in range(phrase.start, phrase.head):
        item = covered.get(i)
        if item is not None and not (item.start >= 2 and line.low(item.start - 2) in AGAINST):
            last = item if last is None or item.end > last.end else last
            if line.low(item.end) in JOINTS and line.tag(item.end + 1) in ("VBN", "VBD", "JJ", "VBG"):
                last = last if line.low(item.end + 1) in ("based", "led") else None
    if last is not None:
        return last, phrase.head + 1
    if phrase.word in ("counterpart", "number") and line.low(phrase.head + 1) in ("from", "in"):
        # "Met his counterpart from Malawi": the parser hangs the state on the verb.
        return covered.get(phrase.head + 2) or covered.get(phrase.head + 3), phrase.head + 1
    if line.low(phrase.head + 1) == "loyal" and line.low(phrase.head + 2) == "to":
        # "Troops loyal to Rossi" are his.
        loyal = next((item for at, item in by_head.items() if item.start == phrase.head + 3), None)
        return loyal, phrase.head + 1
    return find_owner_after(phrase, by_head)


def whose_place(item: Found, by_head: Mapping[int, Found]) -> Found:
    """Return the state whose part of a place is meant: "herders in the Kenyan Rift Valley"; else what is named."""
    before = by_head.get(item.start - 1)
    return before if before is not None and before.sort == Sort.ADJECTIVE and item.sort == Sort.KNOWN else item


def find_owner_after(phrase: Phrase, by_head: Mapping[int, Found]) -> tuple[Found | None, int]:
    """Return the actor right after a noun that names no owner before it, and where the phrase ends: "… of Peru"."""
    line = phrase.line
    if any(line.deps[kid] == "poss" for kid in line.children[phrase.head]):
        return None, phrase.head + 1
    for kid in line.children[phrase.head]:
        if line.lows[kid] in ("of", "from", "in", "for") and line.deps[kid] == "prep" and kid == phrase.head + 1:
            for grandkid in line.children[kid]:
                item = by_head.get(grandkid)
                if item is not None and line.deps[grandkid] == "pobj":
                    item = whose_place(item, by_head)
                    return item, item.end if line.lows[kid] == "of" else phrase.head + 1
    return find_owner_behind(phrase, by_head)


def find_owner_behind(phrase: Phrase, by_head: Mapping[int, Found]) -> tuple[Found | None, int]:
    """Return the actor behind the matter of an office, or behind a noun joined to this one.

    "The ministers of defence of Peru", "the government and people of Peru".
    """
    line, at = phrase.line, phrase.end
    if line.low(phrase.head + 1) == "and" and line.low(phrase.head + 2) in words_of("joined before owners"):
        at = phrase.head + 3
    if at == phrase.head + 1 or line.low(at) != "of":
        return None, phrase.head + 1
    first = at + 2 if line.low(at + 1) == "the" else at + 1
    owner = next((item for item in by_head.values() if item.start in (first, at + 1)), None)
    joined = at == phrase.head + 3 and line.low(phrase.head + 1) == "and"
    return (owner, phrase.head + 1 if joined else owner.end) if owner is not None else (None, phrase.head + 1)

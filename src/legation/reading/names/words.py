"""The words of a passage as the finders of names see them: plain lists, folded, joined names taken apart.

A token the tokenizer leaves whole but that joins names ("U.S.-Japan") is given as several words; the extra ones
depend on the last.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from legation.documents.document import ZoneKind
from legation.documents.span import Span
from legation.lexicon.folding import LETTERS, strip_marks
from legation.lexicon.wordlists import words_of
from legation.reading.parse.trees import Tree, kids_of

JOINTS = frozenset("-–—/")
# A passage of at least this many long words, nearly all with a capital, is in headline case.
SHORTEST_HEADLINE = 3
# Folded words that are kept; past that they are forgotten and made anew.
MOST_WORDS = 20_000
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
PROPER_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True)
class Line:
    """One passage: parallel lists over its words.

    texts, lows    the word, and its folded form (lower case, no accents, no full stops)
    starts, ends   characters within the document
    tags, deps     Penn tag and dependency label
    heads          index of the head word; a root is its own head
    children       for every word the words that depend on it, in text order
    sentences      number of the sentence within the passage
    label          whether it is the name of who speaks the next passage of a transcript
    spoken         whether the passage before it is such a name, or it answers a question of an interview
    asked          whether it is such a question
    """

    number: int
    zone: ZoneKind
    texts: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    sentences: list[int]
    label: bool = False
    spoken: bool = False
    asked: bool = False

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.texts)

    def span(self, start: int, end: int) -> Span:
        """Return where words `start` to `end` (not included) stand in the document."""
        return Span(self.starts[start], self.ends[end - 1])

    def joined(self, index: int) -> bool:
        """Tell whether no space stands between this word and the next."""
        return index + 1 < len(self.texts) and self.ends[index] == self.starts[index + 1]

    def text(self, start: int, end: int) -> str:
        """Return the words with one space where the text has any."""
        parts = [self.texts[start]]
        for i in range(start + 1, end):
            parts.append(self.texts[i] if self.ends[i - 1] == self.starts[i] else f" {self.texts[i]}")
        return "".join(parts)

    def low(self, index: int) -> str:
        """Return the folded word at this place, and "" outside of the passage."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def tag(self, index: int) -> str:
        """Return the tag at this place, and "" outside of the passage."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    @cached_property
    def headline(self) -> bool:
        """Whether the passage is written in headline case, where a capital does not mark a name.

        There verbs have capitals too: a short sentence that is nearly all titles and names has one without.
        """
        words = [text for text in self.texts if text[0].isalpha() and len(text) > 3]
        if any(tag in FINITE_TAGS and text.islower() for text, tag in zip(self.texts, self.tags, strict=True)):
            return False
        return len(words) >= SHORTEST_HEADLINE and sum(text[0].isupper() for text in words) >= 0.8 * len(words)

    @cached_property
    def all_caps(self) -> bool:
        """Whether the passage is written in capitals only."""
        words = [text for text in self.texts if text.isalpha() and len(text) > 1]
        return len(words) >= SHORTEST_HEADLINE and sum(text.isupper() for text in words) >= 0.8 * len(words)

    @cached_property
    def quotes(self) -> list[int]:
        """For every word the number of the quotation it stands in, from 1; 0 outside of quotation marks."""
        found, number, inside = [], 0, False
        for text in self.texts:
            mark = text in ('"', "``", "''")
            inside = inside != mark
            number += mark and inside
            found.append(number if inside and not mark else 0)
        return found


def read_line(tree: Tree, number: int, *, spoken: bool = False, asked: bool = False) -> Line:
    """Return the words of a parsed passage; `number` is its place in the document."""
    start = tree.passage.start
    firsts = {low: place for place, low in enumerate(dict.fromkeys(low for low, _ in tree.sentence))}
    line = Line(
        number=number,
        zone=tree.passage.zone,
        texts=tree.words,
        lows=[FOLDED[word] for word in tree.words],
        starts=[start + place for place in tree.starts],
        ends=[start + place for place in tree.ends],
        tags=tree.tags,
        deps=tree.deps,
        heads=tree.heads,
        children=tree.kids,
        sentences=[firsts[low] for low, _ in tree.sentence],
        label=tree.passage.label,
        spoken=spoken,
        asked=asked,
    )
    joints = any(mark in tree.passage.text for mark in JOINTS)
    return split_joined(line) if joints and any(joins_names(word) for word in tree.words) else line


class Folded(dict[str, str]):
    """Words as `fold` makes them; the same few make up most of a text."""

    def __missing__(self, word: str) -> str:
        """Fold a word that has not been met yet."""
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = fold_letters(word)
        return found


FOLDED = Folded()


def fold(word: str) -> str:
    """Return the word in lower case, without accents and without full stops ("U.S." → "us")."""
    return FOLDED[word]


def fold_letters(word: str) -> str:
    """Return what `fold` keeps."""
    low = word.lower()
    if not low.isascii():
        low = strip_marks(low).translate(LETTERS).strip() or low
    if "." in low:
        low = low.replace(".", "") or low
    return low


def joins_names(word: str) -> bool:
    """Tell whether a joint stands inside the word."""
    return len(word) > 2 and ("-" in word or "–" in word or "/" in word or "—" in word) and word[0].isalpha()


def split_joined(line: Line) -> Line:
    """Return the words with every token that joins names split at its joints."""
    parts = [split_word(word) if joins_names(word) else [word] for word in line.texts]
    lasts, total = [], 0
    for pieces in parts:
        total += len(pieces)
        lasts.append(total - 1)
    rows: list[tuple[str, int, str, str, int, int]] = []
    for i, pieces in enumerate(parts):
        place = line.starts[i]
        for piece in pieces[:-1]:
            tag, dep = ("HYPH", "punct") if piece in JOINTS else (line.tags[i], "compound")
            rows.append((piece, place, tag, dep, lasts[i], line.sentences[i]))
            place += len(piece)
        rows.append((pieces[-1], place, line.tags[i], line.deps[i], lasts[line.heads[i]], line.sentences[i]))
    texts, heads = [row[0] for row in rows], [row[4] for row in rows]
    return Line(
        number=line.number,
        zone=line.zone,
        texts=texts,
        lows=[fold(text) for text in texts],
        starts=[row[1] for row in rows],
        ends=[row[1] + len(row[0]) for row in rows],
        tags=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=heads,
        children=kids_of(heads),
        sentences=[row[5] for row in rows],
        label=line.label,
        spoken=line.spoken,
        asked=line.asked,
    )


def split_word(word: str) -> list[str]:
    """Return the word's parts and the joints between them: "U.S.-Japan" → "U.S.", "-", "Japan"."""
    cuts = [0]
    for i, mark in enumerate(word):
        if mark in JOINTS:
            cuts += [i, i + 1]
    return [word[low:high] for low, high in pairwise([*cuts, len(word)]) if low < high]


def office_before(line: Line, index: int) -> int | None:
    """Return where the noun of an office with its matter stands that ends before a word: "Minister of Trade Rossi"."""
    at = index - 1
    while at > 0 and line.low(at) in words_of("matters of bodies"):
        at -= 1
    at -= line.low(at) == "the"
    told = at < index - 1 and line.low(at) in ("of", "for") and line.low(at - 1) in words_of("bodies of a matter")
    return at - 1 if told and line.texts[at - 1][0].isupper() else None

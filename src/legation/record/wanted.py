"""What a search asks for: phrases of words, matched as they stand, by their beginning ("sanction*") or their stem."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from operator import attrgetter

from legation.documents.span import Span
from legation.record.search import CJK, IDEOGRAPHS, TOKEN, find_words, index_words
from legation.record.stems import CYRILLIC, find_stem

# The letters and digits of a word that is no run of ideographs, and what stands between two words.
LETTERS, GAP = re.compile(rf"[^\W_{CJK}]+"), re.compile(rf"(?:(?![{CJK}])[\W_])+")
PART = re.compile(r'"([^"]*)"(\*?)|(\S+)')


class Form(StrEnum):
    """How a word of a query is matched."""

    EXACT = "exact"
    BEGINNING = "beginning"
    STEM = "stem"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query as the index has it, with how it is matched."""

    text: str
    form: Form

    @property
    def choices(self) -> tuple[str, ...]:
        """What to look up: words, or one beginning if the word `is_open`."""
        if self.form is Form.STEM and self.text.isascii():
            stem = find_stem(self.text)
            return (stem, f"{stem}s")
        if self.form is Form.STEM:
            stem = find_stem(self.text)
            # Written with "ё" or without, a word keeps what stands before it.
            return (stem if self.text.startswith(stem) else self.text.partition("ё")[0],)
        return (self.text,)

    @property
    def is_open(self) -> bool:
        """Tell whether `choices` are beginnings of words."""
        return self.form is Form.BEGINNING or (self.form is Form.STEM and not self.text.isascii())

    def matches(self, word: str) -> bool:
        """Tell whether a word of the index is meant."""
        if self.form is Form.EXACT:
            return word == self.text
        if self.form is Form.BEGINNING:
            return word.startswith(self.text)
        return find_stem(word) == find_stem(self.text)


Phrase = tuple[Word, ...]


def parse_query(query: str) -> list[Phrase]:
    """Return the phrases a query asks for: quoted words stand together as they are, others match in any form.

    A run of Chinese, Japanese or Korean characters is the phrase of its pairs; "*" ends the beginning of a word.
    """
    phrases = []
    for quoted, quoted_star, bare in PART.findall(query):
        words = list(find_words(quoted or bare))
        if words:
            is_open = bool(quoted_star) or bare.endswith("*")
            last = Form.BEGINNING if is_open else find_form(words, is_quoted=bool(quoted))
            phrases.append((*(Word(word, Form.EXACT) for word in words[:-1]), Word(words[-1], last)))
    return phrases


def find_form(words: Sequence[str], *, is_quoted: bool) -> Form:
    """Return how words are matched: a word alone in any form, several in one ("Al-Shabaab") and quoted ones as is."""
    alone = len(words) == 1 and not is_quoted and words[0].isalpha()
    return Form.STEM if alone and (words[0].isascii() or CYRILLIC.fullmatch(words[0])) else Form.EXACT


def counter_of(phrase: Phrase) -> Callable[[str], int]:
    """Return what counts how often a phrase stands in a line of words from the index, between two spaces."""
    *before, last = phrase
    lead = "".join(f" {word.text}" for word in before)
    if last.form is Form.BEGINNING:
        return partial(occurrences, (f"{lead} {last.text}",))
    if last.is_open:
        beginning = re.compile(f"(?<= ){re.escape(last.choices[0])}[^ ]*")
        return lambda line: sum(map(last.matches, beginning.findall(line)))
    return partial(occurrences, tuple(f"{lead} {choice} " for choice in last.choices))


def occurrences(sought: Sequence[str], line: str) -> int:
    """Return how often any of these stands in a line."""
    return sum(map(line.count, sought))


def holds(text: str, query: str) -> bool:
    """Tell whether a text has every word of a query, as the search finds them."""
    line, phrases = f" {index_words(text)} ", parse_query(query)
    return bool(phrases) and all(counter_of(phrase)(line) for phrase in phrases)


def find_spot(text: str, phrases: Sequence[Phrase]) -> Span | None:
    """Return the first place in a text where one of the phrases stands; None if none does."""
    folded = text.casefold()
    is_kept = len(folded) == len(text) and unicodedata.is_normalized("NFKC", text)
    if not is_kept or any(IDEOGRAPHS.match(word.text) for phrase in phrases for word in phrase):
        return find_among(list(find_spots(text)), phrases)
    found = [spot for phrase in phrases if (spot := find_phrase(folded, phrase))]
    return min(found, key=attrgetter("end"), default=None)


def find_phrase(folded: str, phrase: Phrase) -> Span | None:
    """Return the first place in a folded text where a phrase stands; None if it does not.

    A pattern of each phrase would take longer to be made than all texts of a search to be looked through.
    """
    lead = phrase[0].text if len(phrase) > 1 else phrase[-1].choices[0]
    start = folded.find(lead)
    while start >= 0:
        is_inside = start > 0 and LETTERS.match(folded, start - 1) is not None
        end = None if is_inside else find_end(folded, start, phrase)
        if end is not None:
            return Span(start, end)
        word = LETTERS.match(folded, start)
        start = folded.find(lead, word.end() if word else start + 1)
    return None


def find_end(folded: str, start: int, phrase: Phrase) -> int | None:
    """Return where a phrase ends that begins with the word at this place of a text; None if it does not stand there."""
    end = start
    for place, word in enumerate(phrase):
        gap = GAP.match(folded, end) if place else None
        if place and gap is None:
            return None
        letters = LETTERS.match(folded, gap.end() if gap else end)
        if letters is None or not word.matches(letters.group()):
            return None
        end = letters.end()
    return end


def find_among(spots: Sequence[tuple[str, int, int]], phrases: Sequence[Phrase]) -> Span | None:
    """Return the first place among the words of a text where one of the phrases stands; None if none does."""
    words = [word for word, _, _ in spots]
    for place, (word, _, end) in enumerate(spots, start=1):
        for phrase in phrases:
            # Most words are not the last of a phrase.
            if not phrase[-1].matches(word) or place < len(phrase):
                continue
            if all(map(Word.matches, phrase, words[place - len(phrase) : place])):
                return Span(spots[place - len(phrase)][1], end)
    return None


def find_spots(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as the index has them, each with where it stands."""
    for run in re.finditer(r"\S+", text):
        folded = unicodedata.normalize("NFKC", run.group()).casefold()
        # Where folding changes the length, offsets inside the run are lost: the run as a whole is marked.
        is_kept = len(folded) == len(run.group())
        for token in TOKEN.finditer(folded):
            for word, start, end in split_token(token):
                yield word, *((run.start() + start, run.start() + end) if is_kept else run.span())


def split_token(token: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the words of one token with their offsets: itself, or its pairs of characters."""
    word, start = token.group(), token.start()
    if IDEOGRAPHS.match(word) and len(word) > 1:
        yield from ((word[place : place + 2], start + place, start + place + 2) for place in range(len(word) - 1))
    else:
        yield word, start, token.end()


def fts5_query(phrases: Sequence[Phrase]) -> str:
    """Return what is looked up in SQLite's language; some of what it finds has other stems."""
    return " AND ".join(
        f"({' OR '.join(f'{quote_phrase(phrase, choice)}{star}' for choice in phrase[-1].choices)})"
        for phrase in phrases
        for star in ("*" if phrase[-1].is_open else "",)
    )


def quote_phrase(phrase: Phrase, last: str) -> str:
    """Return the words of a phrase in quotes."""
    return f'"{" ".join([*(word.text for word in phrase[:-1]), last])}"'


def tsquery(phrases: Sequence[Phrase]) -> str:
    """Return what is looked up in PostgreSQL's language; some of what it finds has other stems."""
    return " & ".join(
        f"({' | '.join(follow_words(phrase, choice) for choice in phrase[-1].choices)})" for phrase in phrases
    )


def follow_words(phrase: Phrase, last: str) -> str:
    """Return the words of a phrase, each behind the other."""
    star = ":*" if phrase[-1].is_open else ""
    quoted = [f"'{word}'" for word in (*(word.text for word in phrase[:-1]), last)]
    return f"({' <-> '.join(quoted)}{star})"

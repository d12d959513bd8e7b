"""What an assessment's draft does against ICD 203: likelihood and confidence mixed, bare numbers, words off the scale.

    for remark in lint(text, load_estimates()):
        print(remark.line, remark.rule, remark.words, remark.advice)

Quoted words, code and links are not the author's and are left alone; what a source is said to have said is its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from legation.lexicon.estimates import EstimateEntry


class Rule(StrEnum):
    """What a remark is about."""

    MIXED = "mixed"
    NUMBER = "bare number"
    BAND = "wrong band"
    OFF_SCALE = "off the scale"
    CERTAIN = "certain"
    ROWS = "two scales"
    SOURCE = "no source"


@dataclass(frozen=True, slots=True)
class Remark:
    """One fault: line and column (from 1), the words it is about, and what to do."""

    line: int
    column: int
    rule: Rule
    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the lexicon in a text: where it stands, and its entry."""

    start: int
    words: str
    entry: EstimateEntry


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it begins, its words with what is quoted blanked out, and whether its source is named."""

    start: int
    text: str
    is_sourced: bool


# What is not the author's own prose: code, comments, links' targets, quotations.
FOREIGN = re.compile(
    r"```.*?```|<!--.*?-->|`[^`\n]*`|(?<=\])\([^)\n]*\)|https?://\S+|“[^”]*”|\"[^\"\n]*\"|«[^»]*»", re.DOTALL
)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Headings, tables, rules and list marks: lines that hold no sentences, or begin with no word.
NO_PROSE = re.compile(r"^\s*(?:#{1,6}\s.*|\|.*|[-*_]{3,}\s*|\[\^[^\]]+\]:.*|>.*)$", re.MULTILINE)
NOTE = re.compile(
    r"\[\^?[\w-]+\]|\[[^\]]+\]\(|\((?:[^()]*\b(?:19|20)\d\d[^()]*|see [^()]*)\)|[¹²³⁴-⁹]|https?://", re.IGNORECASE
)
END = re.compile(r"[.!?][”\"’')\]]*(?:\[\^?[\w-]+\])*(?=\s+[\"“(\[A-Z0-9]|\s*$)")
NUMBER = re.compile(
    r"(?<![\w.])(\d{1,3}(?:\.\d+)?)(?:\s*(?:–|-|to)\s*(\d{1,3}(?:\.\d+)?))?\s?(?:%|percent\b|per cent\b)"
)
ODDS = re.compile(
    r"\b(?:\d+ (?:in|out of) \d+|\d+(?:\.\d+)?\s?(?::|to)\s?\d+(?= odds| on| against)|0?\.\d+ probability"
    r"|probability of 0?\.\d+)\b"
)
# Between two terms of an interval: "unlikely to likely".
BETWEEN = re.compile(r"\s+to\s+")
# A name or a figure: what makes a sentence a claim about the world.
NAMED = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+|\b[A-Z]{2,}\b|\d")
CONDITION = re.compile(r"\b(?:if|unless|provided that|in case|were|should)\b", re.IGNORECASE)
FEWEST_WORDS = 5
# A number says what a word means only close by.
NEAR = 60


def lint(text: str, entries: Sequence[EstimateEntry]) -> list[Remark]:
    """Return what a draft does against the rules, in order of the text."""
    linter = Linter(text, entries)
    found = chain.from_iterable(rule(sentence) for sentence in linter.sentences for rule in linter.rules)
    remarks = [*found, *linter.check_rows()]
    return sorted(remarks, key=lambda remark: (remark.line, remark.column, remark.rule))


class Linter:
    """A draft cut into sentences, with the rules each is held against."""

    def __init__(self, text: str, entries: Sequence[EstimateEntry]) -> None:
        """Cut the text into sentences."""
        self.text = text
        kinds: list[str] = [one.kind for one in entries]
        self.entries = {kind: [one for one in entries if one.kind == kind] for kind in kinds}
        self.patterns = {kind: compile_words(some) for kind, some in self.entries.items()}
        self.sentences = list(self.cut())
        self.rules: tuple[Callable[[Sentence], Iterator[Remark]], ...] = (
            self.check_mixed,
            self.check_numbers,
            self.check_off_scale,
            self.check_source,
        )

    def cut(self) -> Iterator[Sentence]:
        """Yield the sentences of the author's own prose; a note at the end of a paragraph sources all of it."""
        masked = blank(FOREIGN, blank(FRONT, self.text))
        prose = blank(NO_PROSE, masked)
        for paragraph in re.finditer(r"(?:(?!\n\s*\n|\n\s*(?:[-*·]|\d+\.)\s).)+", prose, re.DOTALL):
            if not paragraph[0].strip():
                continue
            original = self.text[paragraph.start() : paragraph.end()]
            ends = self.find_ends(paragraph[0])
            last = original[(ends[-2] if len(ends) > 1 else 0) :]
            noted = NOTE.search(last) is not None
            for start, end in zip([0, *ends], ends, strict=False):
                words = paragraph[0][start:end]
                sourced = noted or self.is_sourced(original[start:end], words)
                if words.strip():
                    lead = len(words) - len(words.lstrip(" \n\t-*·"))
                    yield Sentence(paragraph.start() + start + lead, words[lead:], sourced)

    def find_ends(self, text: str) -> list[int]:
        """Return where sentences end; the last at the end of the text."""
        short = {word for entry in self.entries["abbreviation"] for word in entry.words}
        ends = []
        for match in END.finditer(text):
            before = re.search(r"([\w.]+)$", text[: match.start()])
            word = before[1].lower() if before else ""
            if match[0][0] == "." and (word in short or (len(word) == 1 and word.isalpha())):
                continue
            ends.append(match.end())
        return ends if ends and ends[-1] == len(text) else [*ends, len(text)]

    def is_sourced(self, original: str, words: str) -> bool:
        """Tell whether a sentence names its source: a note, a verb of saying, or words in quotation marks."""
        return NOTE.search(original) is not None or self.find("citation", words) != []

    def find(self, kind: str, text: str) -> list[Found]:
        """Return the words of a kind in a text, the longer one where two begin alike."""
        owners = {word.casefold(): entry for entry in self.entries[kind] for word in entry.words}
        return [
            Found(m.start(), m[0], owners[" ".join(m[0].casefold().split())])
            for m in self.patterns[kind].finditer(text)
        ]

    def find_likelihoods(self, text: str) -> list[Found]:
        """Return terms of the scale and words off it, none inside another ("likely" in "more likely than not")."""
        found = sorted(
            (*self.find("band", text), *self.find("off-scale", text)), key=lambda one: (one.start, -len(one.words))
        )
        kept: list[Found] = []
        for one in found:
            if not kept or one.start >= kept[-1].start + len(kept[-1].words):
                kept.append(one)
        return kept

    def is_theirs(self, sentence: Sentence) -> bool:
        """Tell whether a sentence hands on what a source says, and is no judgement of the author's."""
        return bool(self.find("citation", sentence.text)) and not self.find("cue", sentence.text)

    # --- the rules -----------------------------------------------------------------------------------------------

    def check_mixed(self, sentence: Sentence) -> Iterator[Remark]:
        """Likelihood and confidence are two matters, and take two sentences."""
        likelihoods = [one for one in self.find_likelihoods(sentence.text) if "confiden" not in one.words.casefold()]
        confidences = self.find("confidence", sentence.text)
        likelihoods = [one for one in likelihoods if not any(overlaps(one, other) for other in confidences)]
        if likelihoods and confidences:
            words = f"{likelihoods[0].words} … {confidences[0].words}"
            yield self.remark(sentence, min(likelihoods[0].start, confidences[0].start), Rule.MIXED, words,
                              "say how likely in one sentence, and how well founded that is in another")  # fmt: skip

    def check_numbers(self, sentence: Sentence) -> Iterator[Remark]:
        """A likelihood in numbers stands beside its term, within its band, and is never certain."""
        terms = self.find("band", sentence.text)
        if not terms and not self.find("chance", sentence.text):
            return
        for match in NUMBER.finditer(sentence.text):
            low, high = float(match[1]), float(match[2] or match[1])
            near = [term for term in terms if abs(term.start - match.start()) <= NEAR]
            if high >= 100 or (low == high == 0):
                advice = "nothing is that sure: the scale ends at 1 and 99 %"
                yield self.remark(sentence, match.start(), Rule.CERTAIN, match[0], advice)
            elif not near:
                yield self.remark(sentence, match.start(), Rule.NUMBER, match[0], self.name_band(low, high))
            elif not any(fits(some, low, high) for some in spans(near, sentence.text)):
                term = min(near, key=lambda one: abs(one.start - match.start()))
                is_, means = f"{term.words} … {match[0]}", f"“{term.words}” means {term.entry.low}–{term.entry.high} %"
                yield self.remark(sentence, match.start(), Rule.BAND, is_, f"{means}; {self.name_band(low, high)}")
        for match in ODDS.finditer(sentence.text):
            if not terms:
                yield self.remark(sentence, match.start(), Rule.NUMBER, match[0], "put the term of the scale beside it")

    def name_band(self, low: float, high: float) -> str:
        """Return which term a number asks for."""
        middle = (low + high) / 2
        bands = sorted((one for one in self.entries["band"] if one.row == 1), key=lambda one: one.low or 0)
        entry = next((one for one in reversed(bands) if middle >= (one.low or 0)), bands[0])
        return f"put the term beside it: “{entry.words[0]}” ({entry.low}–{entry.high} %)"

    def check_off_scale(self, sentence: Sentence) -> Iterator[Remark]:
        """A likelihood is said with a term of the scale."""
        if self.is_theirs(sentence):
            return
        likelihoods = self.find_likelihoods(sentence.text)
        off = [one for one in likelihoods if one.entry.kind == "off-scale"]
        for one in off:
            yield self.remark(sentence, one.start, Rule.OFF_SCALE, one.words, one.entry.advice or "")
        if likelihoods or CONDITION.search(sentence.text):
            return
        for one in self.find("modal", sentence.text):
            if one.words.islower():
                yield self.remark(sentence, one.start, Rule.OFF_SCALE, one.words, one.entry.advice or "")

    def check_source(self, sentence: Sentence) -> Iterator[Remark]:
        """What is claimed of the world has a source; a judgement has reasons instead."""
        text = sentence.text.strip()
        if sentence.is_sourced or text.endswith("?") or len(text.split()) < FEWEST_WORDS:
            return
        judging = ("cue", "confidence", "modal", "band", "off-scale")
        if self.find("chance", text) and (NUMBER.search(text) or ODDS.search(text)):
            return
        if any(self.find(kind, text) for kind in judging) or CONDITION.search(text) or not NAMED.search(text):
            return
        words = " ".join(text.split())
        advice = "name who says so, or put a note (a note at the end of a paragraph sources all of it)"
        yield self.remark(sentence, 0, Rule.SOURCE, f"{words[:60]}…" if len(words) > 61 else words, advice)

    def check_rows(self) -> Iterator[Remark]:
        """One text keeps to one row of terms."""
        seen: set[int] = set()
        for sentence in self.sentences:
            for one in () if self.is_theirs(sentence) else self.find_likelihoods(sentence.text):
                row = one.entry.row
                if row is None:
                    continue
                seen.add(row)
                if len(seen) > 1:
                    advice = "the text uses terms of both published rows: keep to one"
                    yield self.remark(sentence, one.start, Rule.ROWS, one.words, advice)
                    return

    def remark(self, sentence: Sentence, start: int, rule: Rule, words: str, advice: str) -> Remark:
        """Return a remark on a place of a sentence."""
        place = sentence.start + start
        line = self.text.count("\n", 0, place) + 1
        column = place - (self.text.rfind("\n", 0, place) + 1) + 1
        return Remark(line, column, rule, " ".join(words.split()), advice)


def compile_words(entries: Iterable[EstimateEntry]) -> re.Pattern[str]:
    """Return the pattern of all words of some entries, longer ones first, blanks as wide as they come."""
    words = sorted((word for entry in entries for word in entry.words), key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with matches replaced by blanks of the same length; lines stay."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def overlaps(one: Found, other: Found) -> bool:
    """Tell whether two words share a character."""
    return one.start < other.start + len(other.words) and other.start < one.start + len(one.words)


def spans(terms: Sequence[Found], text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each term, and of two that make an interval ("unlikely to likely"), in percent."""
    for place, term in enumerate(terms):
        yield term.entry.low or 0, term.entry.high or 0
        following = terms[place + 1] if place + 1 < len(terms) else None
        if following and BETWEEN.fullmatch(text[term.start + len(term.words) : following.start]):
            yield term.entry.low or 0, following.entry.high or 0


def fits(bounds: tuple[int, int], low: float, high: float) -> bool:
    """Tell whether a number, or a range, lies within bounds."""
    return bounds[0] <= low and high <= bounds[1]

"""Cuts text into the tokens of which time expressions are made, each of one kind, a letter of `KINDS`.

A text becomes a string of such letters, one a token, over which the grammar (expressions.py) is matched: that is
fast, because most tokens are plain words (`w`), and the rules stay readable.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.times import TimeWord, load_time_words
from legation.reading.times.numerals import CARDINALS, NUMBER_WORDS, ORDINALS, SCALES, parse_words, parse_year

# One letter for each kind of the lexicon, and for what digits, small words and marks are.
KINDS = {
    "month": "M", "weekday": "D", "unit": "u", "units": "U", "season": "S", "part": "P", "noon": "p", "deictic": "y",
    "this": "n", "last": "l", "next": "x", "following": "X", "that": "T", "ago": "g", "earlier": "e", "later": "L",
    "phase": "f", "approx": "q", "some": "k", "every": "v", "set": "s", "fiscal": "c", "half": "H", "weekend": "W",
    "period": "b", "vague": "V", "meridiem": "m", "zone": "z", "oclock": "K", "decadeword": "B", "holiday": "h",
    "named": "I", "year_end": "Z", "full": "J", "often": "5",
    "era": "0",
    "year": "Y", "number": "N", "small": "d", "ordinal": "o", "decade": "E", "clock": "C", "date": "F", "quarter": "Q",
    "a": "a", "the": "t", "of": "O", "in": "i", "at": "A", "on": "j", "and": "&", "or": "|", "to": ">", "from": "<",
    "more": "r", "old": "G", "so": "1", "long": "2", "before": "R", "times": "6", "per": "7",
    "comma": ",", "hyphen": "-", "possessive": "'", "slash": "/", "break": "\n", "mark": "_", "word": "w",
}  # fmt: skip
SMALL = {
    "a": "a", "an": "a", "the": "the", "of": "of", "in": "in", "at": "at", "on": "on", "and": "and", "or": "or",
    "to": "to", "until": "to", "till": "to", "through": "to", "from": "from", "between": "from", "more": "more",
    "additional": "more", "further": "more", "extra": "more", "another": "a", "old": "old", "so": "so", "long": "long",
    "before": "before", "times": "times", "per": "per",
}  # fmt: skip
MARKS = {",": "comma", "-": "hyphen", "–": "hyphen", "/": "slash", "‑": "hyphen", "‐": "hyphen",
         "‒": "hyphen", "−": "hyphen"}  # fmt: skip
# Plain words come first, and spaces are taken along: that spares most tokens the way through all the other forms.
TOKEN = re.compile(
    r"""
    [ ]*( [^\W\d_]{2,}
    | \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])
    | \d{4}\.[ ]\d{1,2}\.[ ]\d{1,2}\b\.?
    | \d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]) | \d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-])
    | \d{1,2}\.\d{1,2}\.\d{4}(?!\d)
    | \d{4}/\d{1,2}/\d{1,2}(?![\d/])
    | \d{1,2}[:.]\d{2}(?=\s?[ap]\.?m\b) | \d{1,2}:\d{2}(?::\d{2})?(?!\d)
    | ['’]?(?:\d{4}|\d{2})['’]?s\b | (?<![\w'’`])['’]\d{2}\b(?![ ][A-Z])
    | \d{1,3}[ ]\d/\d(?!\d)
    | \d{1,2}(?:st|nd|rd|th)\b
    | \b9/11\b
    | \b(?:Q[1-4]|[1-4]Q|H[12])\b
    | \d+(?:,\d{3})+(?:\.\d+)? | \d+\.\d+ | \d+
    | \b[ap]\.\s?m\b\.?
    | o['’]clock
    | [^\W\d_]+
    | ['’]s\b
    | \n(?:[ \t]*\n)+ | \n
    | [^\s] )
    """,
    re.VERBOSE,
)
# A hyphen where it stands between figures ("3—5 May"), else a mark that parts clauses.
DASHES = frozenset("—―")
# What may not follow a vague reference: "the past" is one, "the past three months" is none.
BOUND = "dNkuUaDMSWP"
LONGEST_ERA = 200
# Words whose kind is kept; numbers and names would add up for ever.
MOST_FORMS = 40_000
# Kinds of words that may be something else by their neighbours.
DOUBTFUL = frozenset("qMDSu")
# The kinds of "in", "to", "until" and the like, and of phases, before the season "the fall".
IN_SEASON = "i>f"
# A wrapped line is longer than this; a shorter one ends its paragraph, or is a heading.
WRAPPED = 50


class TimeToken(NamedTuple):
    """One token: `kind` is its letter, `value` what the lexicon or the digits give, `text` lower case."""

    kind: str
    value: str
    text: str
    start: int
    end: int


class Forms(dict[str, tuple[str, str, str]]):
    """Kind, value and lower case of each word, number or mark, told when it is first met.

    The same few words make up most of a text. A kind of "" is for what stands around to tell.
    """

    def __init__(self, single: Mapping[str, TimeWord]) -> None:
        super().__init__()
        self.single = single

    def __missing__(self, shown: str) -> tuple[str, str, str]:
        """Tell what a form is that has not been met yet."""
        if len(self) >= MOST_FORMS:
            self.clear()
        kind, value, word = classify(shown, self.single)
        found = self[shown] = ("" if word[0] == "\n" or word in DASHES else KINDS[kind], value, word)
        return found


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The lexicon by words: single words, and for each two first words the longer phrases, longest first.

    `openers` are the first words of phrases, `short` the words that are written with a full stop.
    """

    single: dict[str, TimeWord]
    phrases: dict[tuple[str, str], tuple[tuple[tuple[str, ...], TimeWord], ...]]
    openers: frozenset[str]
    short: frozenset[str]
    holidays: dict[str, tuple[TimeWord, ...]]
    forms: Forms


@kept_by_folder
def default_index(folder: Path | None) -> WordIndex:
    """Return the index of the lexicon, with an analyst's folder laid over it."""
    return build_index(load_time_words(folder))


def build_index(entries: Iterable[TimeWord]) -> WordIndex:
    """Return the lexicon by words. Of two entries for the same words the later stands, but holidays add up by place."""
    single: dict[str, TimeWord] = {}
    phrases: dict[tuple[str, str], dict[tuple[str, ...], TimeWord]] = {}
    short = set()
    holidays: dict[str, tuple[TimeWord, ...]] = {}
    for entry in entries:
        for word in entry.words:
            parts = tuple(part[1].lower().replace("’", "'") for part in TOKEN.finditer(word.rstrip(".")))
            if entry.kind == "holiday":
                name = " ".join(parts)
                holidays[name] = (*holidays.get(name, ()), entry)
            if word.endswith(".") and "." not in word[:-1]:
                short.add(parts[0])
            if len(parts) == 1:
                single.setdefault(parts[0], entry)
            else:
                phrases.setdefault((parts[0], parts[1]), {}).setdefault(parts, entry)
    ordered = {first: tuple(sorted(of.items(), key=lambda item: -len(item[0]))) for first, of in phrases.items()}
    openers = frozenset(first for first, _ in phrases)
    return WordIndex(single, ordered, openers, frozenset(short), holidays, Forms(single))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[TimeToken]:
    """Return the tokens of `text[start:end]`; offsets are those of the whole text."""
    index = default_index()
    raw = list(find_tokens(text, start, len(text) if end is None else end, index.forms))
    return join_eras(join_numbers(join_phrases(settle_doubtful(raw, text, index), text, index)))


def find_tokens(text: str, start: int, end: int, forms: Forms) -> Iterator[TimeToken]:
    """Yield the tokens, each judged by itself alone; the ends of wrapped lines are none."""
    for match in TOKEN.finditer(text, start, end):
        kind, value, word = forms[match[1]]
        if kind or (kind := classify_break(match, text)):
            yield TimeToken(kind, value, word, *match.span(1))


def join_eras(tokens: list[TimeToken]) -> list[TimeToken]:
    """Turn "Juche 113" and "Heisei 31" into years; a number behind an era that is too great for it is left alone."""
    if not any(token.kind == KINDS["era"] for token in tokens):
        return tokens
    out: list[TimeToken] = []
    for token in tokens:
        era = out[-1] if out else None
        if era is not None and era.kind == KINDS["era"] and token.value.isdigit() and int(token.value) < LONGEST_ERA:
            year = str(int(token.value) + int(era.value))
            out[-1] = TimeToken(KINDS["year"], year, f"{era.text} {token.text}", era.start, token.end)
        else:
            out.append(token)
    return [token._replace(kind=KINDS["word"]) if token.kind == KINDS["era"] else token for token in out]


def classify(shown: str, single: Mapping[str, TimeWord]) -> tuple[str, str, str]:
    """Return kind, value and lower case of a word, a number or a mark; `single` are the words of the lexicon."""
    word = shown.lower().replace("’", "'")
    if word in single and (shown[0].isupper() or not single[word].proper):
        entry = single[word]
        return str(entry.kind), word if entry.kind == "holiday" else entry.value, word
    if word[0].isdigit() or (word[0] == "'" and len(word) > 2):
        return *classify_digits(word), word
    if word[0].isalpha():
        return *classify_word(word), word
    return *(("possessive", word) if word == "'s" else (MARKS.get(shown, "mark"), shown)), word


def classify_word(word: str) -> tuple[str, str]:
    """Return kind and value of a word that is not in the lexicon."""
    if word in SMALL:
        return SMALL[word], word
    if word in NUMBER_WORDS:
        return "number", word
    if word in ORDINALS:
        return "ordinal", str(ORDINALS[word])
    if re.fullmatch(r"q[1-4]|h[12]", word):
        return "quarter", word.upper()
    if re.fullmatch(r"[ap]\.\s?m\.?", word):
        return "meridiem", word[0] + "m"
    return ("oclock" if word == "o'clock" else "word"), word


# What a token that begins with a digit is, by its form; the first that fits counts.
DIGIT_FORMS = (
    (re.compile(r"'?\d+'?s"), "decade"),
    (re.compile(r"'\d\d"), "year"),
    (re.compile(r"\d+(?:st|nd|rd|th)"), "ordinal"),
    (re.compile(r"[1-4]q"), "quarter"),
    (re.compile(r"\d+ \d/\d"), "number"),
    (re.compile(r"\d{1,2}:\d\d(?::\d\d)?"), "clock"),
    (re.compile(r".*\d[/-]\d.*|\d+\.\s?\d+\.\s?\d+\.?"), "date"),
    (re.compile(r"1[5-9]\d\d|20\d\d|2100"), "year"),
    (re.compile(r"0?[1-9]|[12]\d|3[01]"), "small"),
)


def classify_digits(word: str) -> tuple[str, str]:
    """Return kind and value of a token that begins with a digit."""
    kind = next((kind for form, kind in DIGIT_FORMS if form.fullmatch(word)), "number")
    return kind, digit_value(word, kind)


def digit_value(word: str, kind: str) -> str:
    """Return the value of a token that begins with a digit."""
    if kind == "decade":
        digits = word.strip("'s")
        return digits[:3] if len(digits) == 4 else f"{'20' if digits < '30' else '19'}{digits[0]}"
    if kind == "year" and word[0] == "'":
        return f"{'20' if word[1:] < '50' else '19'}{word[1:]}"
    if kind == "number" and " " in word:
        whole, part = word.split(" ")
        return f"{int(whole) + int(part[0]) / max(int(part[2]), 1):g}"
    forms = {"ordinal": word[:-2], "quarter": f"Q{word[0]}", "date": word.upper()}
    return forms.get(kind, word)


def classify_break(match: re.Match[str], text: str) -> str:
    """Return the letter of a line end or a dash, which hangs on what stands around it; "" for a wrapped line's end."""
    mark, start, end = match[1], match.start(1), match.end()
    if mark[0] == "\n":
        before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
        open_end = len(mark) == 1 and before != "" and before[-1] not in ".!?:\"”'"
        wrapped = open_end and (len(before) >= WRAPPED or text[end : end + 1].islower())
        return "" if wrapped else KINDS["break"]
    joined = text[end : end + 1].isdigit() and text[start - 1 : start].isdigit()
    return KINDS["hyphen" if joined else "mark"]


def settle_doubtful(tokens: list[TimeToken], text: str, index: WordIndex) -> list[TimeToken]:
    """Take in the stops of abbreviations, and judge doubtful words by their neighbours."""
    out: list[TimeToken] = []
    for number, token in enumerate(tokens):
        if token.kind not in DOUBTFUL and token.text != ".":
            out.append(token)
            continue
        before = out[-1] if out else None
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if after and after.text == "." and number + 2 < len(tokens) and token.text in index.short:
            after = tokens[number + 2]
        if token.text == "." and before and closes(before, token, index):
            out[-1] = before._replace(end=token.end)
            continue
        if token.kind == "q" and after is not None and after.kind in "tkn":
            token = token._replace(kind=KINDS["word"])
        if token.text == "fall" and before and before.kind == "t" and (len(out) < 2 or out[-2].kind not in IN_SEASON):
            # "six days from the fall": a fall of something, unless it is "in the fall".
            token = token._replace(kind=KINDS["word"])
        if token.kind in "MDSu" and is_other_word(token, before, after, index, text):
            token = token._replace(kind=KINDS["ordinal" if token.text in ORDINALS else "word"])
        out.append(token)
    return out


def closes(before: TimeToken, stop: TimeToken, index: WordIndex) -> bool:
    """Tell whether a full stop belongs to the abbreviation of a month or weekday."""
    return before.kind in "MD" and before.text in index.short and before.end == stop.start


def is_other_word(
    token: TimeToken, before: TimeToken | None, after: TimeToken | None, index: WordIndex, text: str
) -> bool:
    """Tell whether a month, weekday or season word stands for something else here ("may", "Sun", "fall")."""
    near_number = bool((after and after.kind in "doY") or (before and before.kind in "doO" and before.kind != "O"))
    if token.text in index.short and token.kind in "MD":
        near_number = near_number or bool(token.kind == "D" and after and after.kind == "M")
        dotted = text[token.end : token.end + 1] == "."
        if token.text in {"sun", "sat", "mon", "wed", "mar"}:
            return not (near_number or (dotted and after is not None and after.kind in "Mdo"))
        return not (near_number or dotted)
    entry = index.single.get(token.text)
    if entry is None or not entry.doubtful:
        return False
    if token.kind == "S":
        dated = after is not None and after.kind == "Y"
        return not dated and (before is None or before.kind not in "nlxtvfiOT'")
    if near_number or (before and before.text in {"by", "since", "until", "till", "before", "after", "through"}):
        return False
    if before is None or before.kind in "\n_" or before.text in {".", '"', "“"}:
        return not (after is not None and after.kind in "&>")
    return before.kind == "w" and (text[before.start].isupper() or before.text in {"i", "you", "we", "they", "who"})


def join_phrases(tokens: Sequence[TimeToken], text: str, index: WordIndex) -> list[TimeToken]:
    """Join the tokens of phrases of the lexicon ("more than", "the Cold War") into one."""
    out: list[TimeToken] = []
    number = 0
    while number < len(tokens):
        opens = tokens[number].text in index.openers and number + 1 < len(tokens)
        found = find_phrase(tokens, number, text, index) if opens else None
        if found is None:
            out.append(tokens[number])
            number += 1
        else:
            token, length = found
            out.append(token)
            number += length
    return out


def find_phrase(tokens: Sequence[TimeToken], number: int, text: str, index: WordIndex) -> tuple[TimeToken, int] | None:
    """Return the longest phrase of the lexicon that begins at this token, and how many tokens it takes."""
    first = tokens[number]
    for parts, entry in index.phrases.get((first.text, tokens[number + 1].text), ()):
        last = number + len(parts) - 1
        if last < len(tokens) and all(tokens[number + i].text == part for i, part in enumerate(parts)):
            follower = tokens[last + 1] if last + 1 < len(tokens) else None
            if entry.proper and not text[first.start].isupper():
                continue
            if entry.kind == "vague" and follower is not None and follower.kind in BOUND:
                continue
            value = " ".join(parts) if entry.kind == "holiday" else entry.value
            return TimeToken(KINDS[entry.kind], value, " ".join(parts), first.start, tokens[last].end), len(parts)
    return None


def join_numbers(tokens: Sequence[TimeToken]) -> list[TimeToken]:
    """Join number words ("twenty-four", "a hundred and six", "nineteen ninety-one") into one token each."""
    out: list[TimeToken] = []
    number = 0
    while number < len(tokens):
        first = tokens[number]
        opens = first.text in NUMBER_WORDS or (first.kind in "dNY" and is_scaled(tokens, number))
        length = number_length(tokens, number) if opens else 0
        if length:
            out.append(number_token(tokens[number : number + length]))
            number += length
        else:
            out.append(first)
            number += 1
    return out


def is_scaled(tokens: Sequence[TimeToken], number: int) -> bool:
    """Tell whether a scale stands behind the digits: "6 million"."""
    return number + 1 < len(tokens) and tokens[number + 1].text in SCALES


def number_length(tokens: Sequence[TimeToken], number: int) -> int:
    """Return how many tokens the number that begins here takes."""
    end = number + 1
    while end < len(tokens):
        step = 2 if tokens[end].text in {"-", "and"} else 1
        part = tokens[end + step - 1] if end + step <= len(tokens) else None
        if part is None or part.text not in NUMBER_WORDS:
            break
        if step == 2 and tokens[end].text == "and" and tokens[end - 1].text not in SCALES:
            break
        if step == 2 and tokens[end].text == "-" and tokens[end - 1].text in SCALES:
            break
        if parse_number(tokens[number : end + step]) is None:
            break
        end += step
    return end - number


def parse_number(tokens: Sequence[TimeToken]) -> float | None:
    """Return the value of number tokens, a spoken year included."""
    words = [token.text for token in tokens if token.text != "-"]
    year = parse_year(words)
    if year is not None:
        return year
    if len(words) == 2 and words[0] in CARDINALS and 13 <= CARDINALS[words[0]] <= 20 and words[1] in CARDINALS:
        return CARDINALS[words[0]] * 100 + CARDINALS[words[1]] if CARDINALS[words[1]] >= 10 else parse_words(words)
    return parse_words(words)


def number_token(tokens: Sequence[TimeToken]) -> TimeToken:
    """Return the one token that stands for these number words."""
    text = " ".join(token.text for token in tokens)
    value = parse_number(tokens) or 0.0
    spoken = parse_year([token.text for token in tokens if token.text != "-"])
    kind = "year" if spoken else "small" if value.is_integer() and 1 <= value <= 31 else "number"
    shown = f"{value:g}" if value < 1e6 else str(int(value))
    return TimeToken(KINDS[kind], str(spoken or shown), text, tokens[0].start, tokens[-1].end)

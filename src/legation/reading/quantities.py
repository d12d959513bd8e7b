"""Finds quantities: numbers with their bounds, their unit and what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from legation.documents.span import Span
from legation.lexicon.quantities import QuantityWord, load_quantity_words
from legation.reading.claim import Modifier, Quantity, Time
from legation.reading.numerals import NUMBER_WORDS, SCALE_SHORT, SCALES, parse_digits
from legation.reading.passages import Passage
from legation.reading.timewords import KINDS, TimeToken, tokenise

NUMBERS = {KINDS[kind] for kind in ("small", "number", "year")}
PERCENT = {"%", "percent", "per cent", "pct", "percentage"}
# Tags of words that may stand between a number and the noun it counts.
INNER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "RB", "AFX"})
LONGEST_NAME = 7
# A bare number is a quantity where it stands for those counted ("12 were killed", "killing 30").
BARE_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as read: bounds, modifier, and the places of its tokens in the token list."""

    low: float | None
    high: float | None
    modifier: Modifier
    first: int
    last: int
    unit: str | None = None
    bare: bool = True


@cache
def words_of(kind: str) -> dict[str, QuantityWord]:
    """Return the lexicon's words of a kind."""
    return {word: entry for entry in load_quantity_words() if entry.kind == kind for word in entry.words}


@cache
def hint() -> re.Pattern[str]:
    """Return what every passage with a quantity holds: a digit, a number word, a vague number or a fraction."""
    words = {*NUMBER_WORDS, *words_of("vague"), *words_of("fraction")}
    return re.compile(rf"\d|\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b", re.IGNORECASE)


@cache
def first_words(kind: str) -> frozenset[str]:
    """Return the words that phrases of a kind begin with."""
    return frozenset(re.split(r"[\s-]", word)[0] for word in words_of(kind))


def find_quantities(passages: Sequence[Passage], times: Sequence[Time]) -> list[Quantity]:
    """Return the quantities of the passages, in text order, with ids q1 onward; what belongs to a time is none."""
    taken = [time.span for time in times]
    found = [quantity for passage in passages for quantity in find_in_passage(passage, taken)]
    return [replace(quantity, id=f"q{number}") for number, quantity in enumerate(found, start=1)]


def find_in_passage(passage: Passage, taken: Sequence[Span]) -> Iterator[Quantity]:
    """Yield the quantities of one passage."""
    text = passage.text
    if hint().search(text) is None:
        return
    extent = passage.extent
    spans = [span for span in taken if span.overlaps(extent)]
    tokens = tokenise(text)
    place = 0
    while place < len(tokens):
        amount = read_amount(tokens, place, text)
        place += 1
        if amount is None:
            continue
        span = Span(passage.start + tokens[amount.first].start, passage.start + tokens[amount.last].end)
        if any(span.overlaps(other) for other in spans):
            continue
        place = amount.last + 1
        quantity = describe(passage, amount, tokens, span)
        if quantity is not None:
            yield quantity


def read_amount(tokens: Sequence[TimeToken], place: int, text: str) -> Amount | None:
    """Return the number, range, vague number or fraction that begins at this token; None if there is none."""
    phrase = read_phrase(tokens, place)
    if phrase is not None:
        return phrase
    value, last = read_number(tokens, place, text)
    if value is None or is_label(tokens, place, text) or is_length(tokens, last):
        return None
    low: float | None = value
    high: float | None = value
    second = read_range(tokens, last)
    if second is not None:
        high, last, scale = second
        low = value * scale if value < high / max(scale, 1) + 1 and value < 1000 and scale > 1 else value
        if low is not None and low >= high:
            return None
    amount = Amount(low, high, Modifier.EXACTLY, place, last)
    return with_money(with_modifier(amount, tokens), tokens)


def is_length(tokens: Sequence[TimeToken], last: int) -> bool:
    """Tell whether a unit of time follows a number by a hyphen, as in "45-year-old" and "two-day"."""
    return [token.kind for token in tokens[last + 1 : last + 3]] in (["-", "u"], ["-", "U"])


def read_phrase(tokens: Sequence[TimeToken], place: int) -> Amount | None:
    """Return the vague number or fraction of the lexicon that begins here."""
    for kind in ("vague", "fraction"):
        if re.split(r"[\s-]", tokens[place].text)[0] not in first_words(kind):
            continue
        entry, last = longest(tokens, place, words_of(kind))
        if entry is None:
            continue
        if kind == "fraction" and tokens[last].text == "half" and not follows_the(tokens, last):
            return None
        modifier = Modifier.EXACTLY if entry.high is not None else Modifier.AT_LEAST
        amount = Amount(entry.low, entry.high, modifier, place, last, bare=False)
        return with_modifier(amount, tokens) if kind == "fraction" or modifier is Modifier.EXACTLY else amount
    return None


def follows_the(tokens: Sequence[TimeToken], last: int) -> bool:
    """Tell whether "half" is followed by what it halves."""
    return last + 1 < len(tokens) and tokens[last + 1].text in {"the", "its", "their", "his", "of", "all"}


def longest(tokens: Sequence[TimeToken], place: int, words: dict[str, QuantityWord]) -> tuple[QuantityWord | None, int]:
    """Return the entry of the longest run of tokens from here that is in the lexicon, and where it ends."""
    best: tuple[QuantityWord | None, int] = (None, place)
    shown = ""
    for last in range(place, min(place + 5, len(tokens))):
        shown += ("" if not shown or tokens[last].text == "-" or shown.endswith("-") else " ") + tokens[last].text
        if shown in words:
            best = (words[shown], last)
    return best


def read_number(tokens: Sequence[TimeToken], place: int, text: str) -> tuple[float | None, int]:
    """Return the value of the number at this token, a short scale ("50m") included, and the place of its last token."""
    token = tokens[place]
    if token.kind not in NUMBERS or (token.text == "one" and not is_counting_one(tokens, place)):
        return None, place
    value = parse_digits(token.value)
    if value is None or glued(text, token) or in_series(tokens, place):
        return None, place
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.start == token.end and after.text in SCALE_SHORT:
        return value * SCALE_SHORT[after.text], place + 1
    if after is not None and after.text in {"bn", "mln", "tn"}:
        return value * SCALE_SHORT[after.text], place + 1
    return value, place


def in_series(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a number stands right beside another one, as in a telephone number."""
    around = [*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]]
    return any(token.kind in NUMBERS and token.text[0].isdigit() for token in around)


def is_counting_one(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether "one" counts, as in "at least one soldier", rather than picks ("one of the", "no one")."""
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return before in words_of("modifier") and after not in {"of", "another"}


def glued(text: str, token: TimeToken) -> bool:
    """Tell whether a number is part of a longer sign: "G7", "F-16", "+82-2-555", "(0/250)", "4.0.1"."""
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    if before[-1:].isalpha() or (before[-1:] in "-./:+" and (before[:1].isalnum() or before[-1:] == "+")):
        return True
    if after[:1] in "/:." and after[1:].isdigit():
        return True
    return after[:1].isalpha() and text[token.end : token.end + 4].split(" ")[0].rstrip(",.)") not in SCALE_SHORT


def read_range(tokens: Sequence[TimeToken], last: int) -> tuple[float, int, float] | None:
    """Return the upper number of "10-15", "10 to 15", "between 10 and 15", its place, and a scale both share."""
    if last + 2 >= len(tokens) or tokens[last + 1].kind not in "->&":
        return None
    joint = tokens[last + 1].kind
    if joint == "&" and not (last and tokens[last - 1].text == "between"):
        return None
    high = parse_digits(tokens[last + 2].value) if tokens[last + 2].kind in NUMBERS else None
    if high is None:
        return None
    scale = next((SCALES[word] for word in tokens[last + 2].text.split() if word in SCALES), 1)
    return high, last + 2, float(scale)


def is_label(tokens: Sequence[TimeToken], place: int, text: str) -> bool:
    """Tell whether the word before a number makes it a name ("Resolution 1718", "No. 7")."""
    if place == 0:
        return False
    before = tokens[place - 1]
    if before.text == "." and place > 1:
        before = tokens[place - 2]
        return before.text in {"no", "nos", "art", "vol", "tel"}
    if before.text in words_of("label"):
        return True
    return before.kind == "w" and text[before.start].isupper() and before.start > 0 and before.text not in SPEECH_HEADS


# Capitalised words before a number that do not make it a name, because they begin a sentence.
SPEECH_HEADS = frozenset(
    "nearly some over only another all these those its their when while after before with the in on and but of".split()
)


def with_modifier(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with the modifier before it taken in, and the bounds that gives."""
    for length in (4, 3, 2, 1):
        first = amount.first - length
        shown = " ".join(token.text for token in tokens[max(first, 0) : amount.first])
        entry = words_of("modifier").get(shown) if first >= 0 else None
        if entry is not None:
            return bounded(replace(amount, first=first, bare=False), entry.value)
    if amount.first and tokens[amount.first - 1].text == "between":
        return replace(amount, first=amount.first - 1, bare=False)
    return amount


def bounded(amount: Amount, value: str) -> Amount:
    """Return the amount with the bounds a modifier leaves: "nearly 500" has 500 above it, "more than 500" below."""
    if value == "below":
        return replace(amount, low=None, modifier=Modifier.ABOUT)
    modifier = Modifier(value)
    if modifier in {Modifier.MORE_THAN, Modifier.AT_LEAST}:
        return replace(amount, high=None, modifier=modifier)
    if modifier is Modifier.UP_TO:
        return replace(amount, low=None, modifier=modifier)
    return replace(amount, modifier=modifier)


def with_money(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with a currency or percent sign beside it as its unit."""
    currencies = words_of("currency")
    first = amount.first
    before = tokens[first - 1] if first else None
    if before is not None and before.text in currencies and not before.text.isalpha():
        led = replace(amount, first=first - 1, unit=currencies[before.text].value, bare=False)
        return with_modifier(led, tokens) if amount.modifier is Modifier.EXACTLY else led
    symbol = tokens[first + 1] if first + 1 <= amount.last else None
    entry, last = longest(tokens, amount.last + 1, currencies)
    if entry is not None:
        return replace(amount, unit=entry.value, last=last, bare=False)
    if symbol is not None and symbol.text in currencies:
        return replace(amount, unit=currencies[symbol.text].value, bare=False)
    return with_percent(amount, tokens)


def with_percent(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with "%" as its unit if a word for it follows."""
    following = [token.text for token in tokens[amount.last + 1 : amount.last + 3]]
    if following[:1] and following[0] in PERCENT:
        return replace(amount, unit="%", last=amount.last + 1, bare=False)
    if following == ["per", "cent"]:
        return replace(amount, unit="%", last=amount.last + 2, bare=False)
    return amount


def describe(passage: Passage, amount: Amount, tokens: Sequence[TimeToken], span: Span) -> Quantity | None:
    """Return the quantity with its unit and what it counts; None for a number that counts nothing."""
    doc = passage.doc
    piece = doc.char_span(tokens[amount.first].start, tokens[amount.last].end, alignment_mode="expand")
    if piece is None:
        return None
    noun, after = (None, piece.end) if amount.unit else counted_noun(piece.end, doc)
    unit, of = amount.unit, None
    if amount.unit or (noun is not None and tokens[amount.last].text != "of"):
        of = complement(doc, after)
    if noun is not None and amount.unit is None:
        people = noun.split(" ")[-1].lower() in words_of("people")
        unit, of = ("people", noun) if people else (noun, of)
    if unit is None and amount.bare and not any(token.dep_ in BARE_ROLES and token.tag_ == "CD" for token in piece):
        return None
    return Quantity("", span, passage_text(passage, span), amount.low, amount.high, unit, of, amount.modifier)


def passage_text(passage: Passage, span: Span) -> str:
    """Return the words of a span of a passage."""
    return passage.text[span.start - passage.start : span.end - passage.start]


def counted_noun(place: int, doc: Doc) -> tuple[str | None, int]:
    """Return the noun phrase counted from token `place` on ("failed attempts" gives "attempts"), and where it ends."""
    end, last = place, None
    while end < len(doc) and end - place < LONGEST_NAME:
        token = doc[end]
        if token.tag_ not in INNER_TAGS and not (token.tag_ == "DT" and end == place):
            break
        if token.tag_ in {"NNS", "NNPS"} and last is not None and doc[last].tag_ == "NNS":
            break
        if token.tag_.startswith("NN"):
            last = end
        end += 1
    return (None, place) if last is None else (doc[last].text, last + 1)


def complement(doc: Doc, place: int) -> str | None:
    """Return the phrase of "of …" at a token ("military supplies"); None if there is none."""
    if place >= len(doc) or doc[place].lower_ != "of":
        return None
    end, last = place + 1, None
    while end < len(doc) and end - place <= LONGEST_NAME:
        token = doc[end]
        if token.tag_ not in INNER_TAGS and token.tag_ not in {"DT", "PRP$"}:
            break
        if token.tag_.startswith("NN"):
            last = end
        end += 1
    if last is None:
        return None
    first = place + 1 + (doc[place + 1].tag_ in {"DT", "PRP$"})
    return str(doc[first : last + 1])

"""Reads amounts off tokens: numbers, ranges, vague numbers and fractions, with their modifier and currency."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.quantities import QuantityWord, load_quantity_words
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Modifier
from legation.reading.times.numerals import SCALE_SHORT, SCALES, parse_digits
from legation.reading.times.timewords import KINDS, TimeToken

NUMBERS = {KINDS[kind] for kind in ("small", "number", "year")}
PERCENT = {"%", "percent", "per cent", "pct", "percentage"}
# "Several hundred", "a few dozen": what a vague number may multiply.
MULTIPLES = {**SCALES, "dozen": 12}


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


@kept_by_folder
def quantity_words(folder: Path | None, kind: str) -> dict[str, QuantityWord]:
    """Return the lexicon's words of a kind."""
    return {word: entry for entry in load_quantity_words(folder) if entry.kind == kind for word in entry.words}


@kept_by_folder
def first_words(_: Path | None, kind: str) -> frozenset[str]:
    """Return the words that phrases of a kind begin with."""
    return frozenset(re.split(r"[\s-]", word)[0] for word in quantity_words(kind))


def read_amount(
    tokens: Sequence[TimeToken], place: int, text: str, named: Container[int] = frozenset()
) -> Amount | None:
    """Return the number, range, vague number or fraction that begins at this token; None if there is none.

    `named` are the offsets at which names of actors end.
    """
    phrase = read_phrase(tokens, place)
    if phrase is not None:
        return phrase
    value, last = read_number(tokens, place, text)
    if (
        value is None
        or is_length(tokens, last)
        or (is_label(tokens, place, text) and not is_given(tokens, place, named))
    ):
        return None
    if is_ratio(tokens, place, last) or is_label_part(tokens, last):
        return None
    if place and tokens[place - 1].text == "a" and tokens[place].text.split()[0] in SCALES:
        place -= 1
    low: float | None = value
    high: float | None = value
    second = read_range(tokens, last)
    if second is not None:
        high, last, scale = second
        low = value * scale if value < high / max(scale, 1) + 1 and value < 1000 and scale > 1 else value
        if low is not None and low >= high:
            return None
    amount = Amount(low, high, Modifier.EXACTLY, place, last)
    return with_money(with_postfix(with_modifier(amount, tokens), tokens), tokens)


def is_length(tokens: Sequence[TimeToken], last: int) -> bool:
    """Tell whether a unit of time follows a number by a hyphen, as in "45-year-old" and "two-day"."""
    return [token.kind for token in tokens[last + 1 : last + 3]] in (["-", "u"], ["-", "U"])


def is_label_part(tokens: Sequence[TimeToken], last: int) -> bool:
    """Tell whether a hyphen makes a number part of an adjective that counts nothing ("two-track", "five-point")."""
    after = tokens[last + 1 : last + 3]
    glued_on = len(after) == 2 and after[0].kind == "-" and after[0].start == tokens[last].end
    return (
        glued_on
        and after[0].end == after[1].start
        and after[1].kind == "w"
        and after[1].text not in quantity_words("measure")
    )


def is_ratio(tokens: Sequence[TimeToken], place: int, last: int) -> bool:
    """Tell whether a number tells a share or a growth, as in "one in five schools" and "five-fold"."""
    share = [token.text for token in tokens[max(place - 2, 0) : place]] == ["one", "in"]
    return share or [token.text for token in tokens[last + 1 : last + 3]] == ["-", "fold"]


def read_phrase(tokens: Sequence[TimeToken], place: int) -> Amount | None:
    """Return the vague number or fraction of the lexicon that begins here."""
    for kind in ("vague", "fraction"):
        if re.split(r"[\s-]", tokens[place].text)[0] not in first_words(kind):
            continue
        entry, last = longest(tokens, place, quantity_words(kind))
        if entry is None:
            continue
        if kind == "fraction" and tokens[last].text == "half" and not follows_the(tokens, last):
            return None
        modifier = Modifier.EXACTLY if entry.high is not None else Modifier.AT_LEAST
        amount = multiplied(Amount(entry.low, entry.high, modifier, place, last, bare=False), tokens)
        return with_modifier(amount, tokens) if kind == "fraction" or modifier is Modifier.EXACTLY else amount
    return None


def multiplied(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount of "several hundred", "a few dozen", the number behind taken in."""
    after = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    size = MULTIPLES.get(after.text) if after is not None else None
    if size is None:
        return amount
    low = None if amount.low is None else amount.low * size
    high = None if amount.high is None else amount.high * size
    return replace(amount, low=low, high=high, last=amount.last + 1)


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
    spaced = spaced_digits(tokens, place)
    if spaced is not None:
        return spaced
    value = parse_digits(token.value)
    if value is None or glued(text, token) or in_series(tokens, place):
        return None, place
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.start == token.end and after.text in SCALE_SHORT:
        return value * SCALE_SHORT[after.text], place + 1
    if after is not None and after.text in {"bn", "mln", "tn"}:
        return value * SCALE_SHORT[after.text], place + 1
    return value, place


def spaced_digits(tokens: Sequence[TimeToken], place: int) -> tuple[float, int] | None:
    """Return the value of digits in groups of three ("1 250 000") and the place of the last group; None if none."""
    group, end = tokens[place].text, place + 1
    if not (group.isdigit() and len(group) <= 3 and group[0] != "0") or (place and tokens[place - 1].text[0].isdigit()):
        return None
    while end < len(tokens) and is_group(tokens[end - 1], tokens[end]):
        group, end = group + tokens[end].text, end + 1
    counts = end > place + 1 and end < len(tokens) and tokens[end].kind not in {*NUMBERS, "-", "/"}
    return (float(group), end - 1) if counts else None


def is_group(before: TimeToken, token: TimeToken) -> bool:
    """Tell whether a token is three digits, one space behind the token before."""
    return re.fullmatch(r"\d{3}", token.text) is not None and token.start == before.end + 1


def in_series(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a number stands right beside another one, as in a telephone number."""
    around = [*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]]
    return any(token.kind in NUMBERS and token.text[0].isdigit() for token in around)


def is_counting_one(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether "one" counts, as in "at least one soldier", rather than picks ("one of the", "no one")."""
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return before in quantity_words("modifier") and after not in {"of", "another"}


def glued(text: str, token: TimeToken) -> bool:
    """Tell whether a number is part of a longer sign: "G7", "F-16", "+82-2-555", "(0/250)", "4.0.1"."""
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    if before[-1:].isalpha() or (before[-1:] in "-./:+" and (before[:1].isalnum() or before[-1:] == "+")):
        return True
    if after[:1] in "/:." and after[1:].isdigit():
        return True
    letters = re.match(r"[^\W\d_]+", text[token.end :])
    return letters is not None and letters.group() not in SCALE_SHORT


def read_range(tokens: Sequence[TimeToken], last: int) -> tuple[float, int, float] | None:
    """Return the upper number of "10-15", "10 to 15", "between 10 and 15", its place, and a scale both share."""
    if last + 2 >= len(tokens) or tokens[last + 1].kind not in "->&":
        return None
    joint = tokens[last + 1].kind
    if joint == "&" and "between" not in [token.text for token in tokens[max(last - 2, 0) : last]]:
        return None
    if tokens[last + 2].text in quantity_words("currency") and last + 3 < len(tokens):
        # "between $2 billion and $3 billion" names the currency twice.
        last += 1
    high = parse_digits(tokens[last + 2].value) if tokens[last + 2].kind in NUMBERS else None
    if high is None:
        return None
    scale = next((SCALES[word] for word in tokens[last + 2].text.split() if word in SCALES), 1)
    after = tokens[last + 3] if last + 3 < len(tokens) else None
    if after is not None and after.start == tokens[last + 2].end and after.text in SCALE_SHORT:
        return high * SCALE_SHORT[after.text], last + 3, float(SCALE_SHORT[after.text])
    return high, last + 2, float(scale)


def is_label(tokens: Sequence[TimeToken], place: int, text: str) -> bool:
    """Tell whether the word before a number makes it a name ("Resolution 1718", "No. 7")."""
    if place == 0:
        return False
    before = tokens[place - 1]
    if before.text == "." and place > 1:
        before = tokens[place - 2]
        return before.text in {"no", "nos", "art", "vol", "tel"}
    if before.text in quantity_words("label") or [token.text for token in tokens[max(place - 2, 0) : place]] == [
        "group",
        "of",
    ]:
        return True
    if before.text in quantity_words("currency") or (text.isupper() and len(text) > len(before.text)):
        return False
    return before.kind == "w" and text[before.start].isupper() and before.start > 0 and before.text not in SPEECH_HEADS


def is_given(tokens: Sequence[TimeToken], place: int, named: Container[int]) -> bool:
    """Tell whether a number counts what the actor named before it gets or does: "sent Sudan 200 drones"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place - 1].end in named and after is not None and after.kind == "w"


# Capitalised words before a number that do not make it a name, because they begin a sentence.
SPEECH_HEADS = frozenset(
    "nearly some over only another all these those its their when while after before with the in on and but of".split()
)


def with_modifier(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with the modifier before it taken in, and the bounds that gives."""
    for length in (4, 3, 2, 1):
        first = amount.first - length
        shown = " ".join(token.text for token in tokens[max(first, 0) : amount.first])
        entry = quantity_words("modifier").get(shown) if first >= 0 else None
        if shown == "over" and first and tokens[first - 1].text in words_of("over verbs"):
            # "Handed over 50 men": that many.
            return amount
        if entry is not None:
            return bounded(replace(amount, first=first, bare=False), entry.value)
    if amount.first and tokens[amount.first - 1].text == "between":
        return replace(amount, first=amount.first - 1, bare=False)
    return amount


# Words behind a number that bound it.
POSTFIXES = {
    ("or", "so"): "about", ("or", "more"): "at_least", ("or", "fewer"): "up_to", ("or", "less"): "up_to",
    ("-", "odd"): "about", ("-", "plus"): "at_least", ("+",): "at_least", ("at", "least"): "at_least",
}  # fmt: skip


def with_postfix(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with the modifier behind it taken in ("150 or so", "20-odd", "100+")."""
    if amount.modifier is not Modifier.EXACTLY:
        return amount
    for length in (2, 1):
        shown = tuple(token.text for token in tokens[amount.last + 1 : amount.last + 1 + length])
        if shown in POSTFIXES:
            return bounded(replace(amount, last=amount.last + len(shown), bare=False), POSTFIXES[shown])
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
    currencies = quantity_words("currency")
    first = amount.first
    before = tokens[first - 1] if first else None
    if before is not None and leads_money(before):
        letters = tokens[first - 2] if first > 1 and tokens[first - 2].end == before.start else None
        sign = f"{letters.text}{before.text}" if letters is not None else ""
        unit = currencies.get(sign, currencies[before.text]).value
        led = replace(amount, first=first - 1 - (sign in currencies), unit=unit, bare=False)
        return with_modifier(led, tokens) if amount.modifier is Modifier.EXACTLY else led
    symbol = tokens[first + 1] if first + 1 <= amount.last else None
    entry, last = longest(tokens, amount.last + 1, currencies)
    if entry is not None:
        return replace(amount, unit=entry.value, last=last, bare=False)
    if symbol is not None and symbol.text in currencies:
        return replace(amount, unit=currencies[symbol.text].value, bare=False)
    return with_percent(amount, tokens)


def leads_money(token: TimeToken) -> bool:
    """Tell whether a token before a number is a currency's sign or code ("$", "USD"); "won 20 percent" is none."""
    entry = quantity_words("currency").get(token.text)
    return entry is not None and (not token.text.isalpha() or token.text == entry.value.lower())


def with_percent(amount: Amount, tokens: Sequence[TimeToken]) -> Amount:
    """Return the amount with "%" as its unit if a word for it follows."""
    following = [token.text for token in tokens[amount.last + 1 : amount.last + 3]]
    if following in (["percentage", "points"], ["percentage", "point"]):
        return replace(amount, unit="percentage points", last=amount.last + 2, bare=False)
    if following[:1] and following[0] in PERCENT:
        return replace(amount, unit="%", last=amount.last + 1, bare=False)
    if following == ["per", "cent"]:
        return replace(amount, unit="%", last=amount.last + 2, bare=False)
    return amount

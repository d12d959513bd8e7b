"""Finds quantities: numbers with their bounds, their unit and what they count."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, Token

from legation.documents.document import Document
from legation.documents.span import Span
from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.wordlists import words_of
from legation.reading.amounts.amounts import NUMBERS, Amount, first_words, quantity_words, read_amount
from legation.reading.claim import ActorType, Mention, Quantity, Time
from legation.reading.parse.passages import Passage
from legation.reading.times.finding import cut_tokens
from legation.reading.times.timewords import TimeToken

# Tags of words that may stand between a number and the noun it counts.
INNER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "RB", "AFX"})
LONGEST_NAME = 7
# Actors whose name a number behind it is no part of.
RECEIVING = frozenset({ActorType.STATE, ActorType.PERSON, ActorType.GROUP})
# A bare number is a quantity where it stands for those counted ("12 were killed", "killing 30").
BARE_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})


@kept_by_folder
def openers(_: Path | None) -> frozenset[str]:
    """Return the words that vague numbers and fractions begin with."""
    return first_words("vague") | first_words("fraction")


def find_quantities(
    passages: Sequence[Passage],
    times: Sequence[Time],
    document: Document,
    tokens: Sequence[Sequence[TimeToken]] | None = None,
    mentions: Sequence[Mention] = (),
) -> list[Quantity]:
    """Return the quantities of a document, in text order, with ids q1 onward; what belongs to a time is none.

    `tokens` are those of each passage (`times.cut_tokens`), if they have been cut already; a number right behind one of
    the `mentions` of an actor is no part of a name.
    """
    taken = [time.span for time in times]
    named = frozenset(one.span.end for one in mentions if one.actor is not None and one.actor.type in RECEIVING)
    cut = tokens if tokens is not None else cut_tokens(document, [passage.extent for passage in passages])
    found = [
        quantity
        for passage, own in zip(passages, cut, strict=True)
        for quantity in find_in_passage(passage, own, taken, (document.text, named))
    ]
    # Passages are read with plain spaces and marks: the words shown are the document's own.
    return [
        replace(quantity, id=f"q{number}", text=document.quote(quantity.span))
        for number, quantity in enumerate(found, start=1)
    ]


def find_in_passage(
    passage: Passage, tokens: Sequence[TimeToken], taken: Sequence[Span], around: tuple[str, Container[int]]
) -> Iterator[Quantity]:
    """Yield the quantities of one passage; `taken` are spans that belong to times.

    `around` is the text of the document, with the offsets at which names end that a number may stand behind.
    """
    words, extent = openers(), passage.extent
    spans: list[Span] | None = None
    past = 0
    for place, token in enumerate(tokens):
        if place < past or (token.kind not in NUMBERS and token.text.partition(" ")[0].partition("-")[0] not in words):
            continue
        amount = read_amount(tokens, place, *around)
        if amount is None:
            continue
        if spans is None:
            spans = [span for span in taken if span.overlaps(extent)]
        span = Span(tokens[amount.first].start, tokens[amount.last].end)
        if any(span.overlaps(other) for other in spans):
            continue
        past = amount.last + 1
        quantity = describe(passage, amount, tokens, span)
        if quantity is not None:
            yield quantity


def describe(passage: Passage, amount: Amount, tokens: Sequence[TimeToken], span: Span) -> Quantity | None:
    """Return the quantity with its unit and what it counts; None for a number that counts nothing."""
    doc = passage.doc
    piece = passage.slice(span)
    if piece is None:
        return None
    noun, after = (None, piece.end) if amount.unit else counted_noun(past_of_the(piece.end, doc), doc)
    unit, of = amount.unit, None
    if amount.unit or (noun is not None and not tokens[amount.last].text.endswith("of")):
        of = complement(doc, after)
    if noun is not None and amount.unit is None:
        people = noun.split(" ")[-1].lower() in quantity_words("people")
        unit, of = ("people", noun) if people else (noun, of)
    if unit is None and amount.bare and not any(token.tag_ == "CD" and stands_alone(token) for token in piece):
        return None
    return Quantity("", span, "", amount.low, amount.high, unit, of, amount.modifier)


def stands_alone(number: Token) -> bool:
    """Tell whether a number stands for what it counts ("12 were killed", "the toll rose to 120")."""
    grown = number.dep_ == "pobj" and number.head.lower_ == "to" and number.head.head.lower_ in words_of("growth")
    return number.dep_ in BARE_ROLES or grown


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
    if last is None:
        return None, place
    sized = last > place and doc[last - 1].lower_ in words_of("sized")
    return (str(doc[last - 1 : last + 1]) if sized else doc[last].text), last + 1


def past_of_the(place: int, doc: Doc) -> int:
    """Return the token behind "of the" in "40 of the hostages", else the same place."""
    partitive = place + 1 < len(doc) and doc[place].lower_ == "of" and doc[place + 1].tag_ in {"DT", "PRP$"}
    return place + 2 if partitive else place


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

"""Quotations that run on over paragraphs: the next paragraph opens with a mark and names no speaker of its own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from legation.documents.span import Span
from legation.reading.claim import Attribution, Speech
from legation.reading.parse.passages import Passage
from legation.reading.parse.quotemarks import DOUBLE

# A closing mark may stand before these, or behind them.
TAIL = " .,!?;:"


def carry_over(passages: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield an attribution without cue for each quoted paragraph that continues the quotation before it.

    A paragraph continues one if it begins with a quotation mark, has no words outside the quotation, holds no
    attribution of its own to someone outside it, and the paragraph before quotes someone it names.
    """
    speaker: Attribution | None = None
    starts = [passage.start for passage in passages]
    by_passage: dict[int, list[Attribution]] = {}
    for made in found:
        by_passage.setdefault(bisect_right(starts, made.content[0].start) - 1, []).append(made)
    for number, passage in enumerate(passages):
        own = by_passage.get(number, [])
        words = passage.text
        if speaker is not None and is_quotation(words) and not any(names_speaker(made, words, passage) for made in own):
            yield carried(speaker, passage)
        else:
            speaker = last_speaker(own)


def is_quotation(words: str) -> bool:
    """Tell whether a paragraph is one quotation, closed at its end or not at all."""
    if words[:1] not in DOUBLE and words[:2] not in DOUBLE:
        return False
    inside = words.strip("\"'`" + TAIL)
    return not any(mark in inside for mark in DOUBLE)


def names_speaker(made: Attribution, words: str, passage: Passage) -> bool:
    """Tell whether an attribution is to someone outside the quotation: then its content begins the paragraph."""
    lead = len(words) - len(words.lstrip("\"'`"))
    return bool(made.cue) and made.content[0].start <= passage.start + lead < made.cue[0].start


def last_speaker(own: Sequence[Attribution]) -> Attribution | None:
    """Return the last attribution of the paragraph that quotes, if its source is named."""
    named = [made for made in own if made.source and made.kind is not Speech.INDIRECT and made.parent is None]
    return max(named, key=lambda made: (made.content[-1].end, sum(map(len, made.content))), default=None)


def carried(speaker: Attribution, passage: Passage) -> Attribution:
    """Return the attribution of a whole quoted paragraph to the speaker of the one before."""
    words = passage.text
    low = len(words) - len(words.lstrip("\"'`"))
    high = len(words.rstrip("\"'`"))
    content = (Span(passage.start + low, passage.start + high),)
    return Attribution(
        "", speaker.source, (), content, speaker.source_mention, speaker.source_text, Speech.DIRECT, None
    )

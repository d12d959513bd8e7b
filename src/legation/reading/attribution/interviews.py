"""Interviews whose questions stand in paragraphs of their own: what is asked, what is answered, and by whom.

"You closed the embassy. What followed?" asks; the paragraphs below, up to the next question, are the word of whoever
the paragraphs above the first question tell of most. An explainer asks too, but it asks nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legation.reading.claim import ActorRef, ActorType
from legation.reading.parse.passages import Passage

# So many questions make an interview; so many of them, and of the answers, must speak from one person to another.
LEAST_QUESTIONS, LEAST_ADDRESSED = 3, 2
LONGEST_QUESTION = 70
ADDRESSED = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
ANSWERED = re.compile(r"\b(?:I|[Mm][ey]|[Ww]e|[Uu]s|[Oo]ur)\b")
QUOTED = re.compile(r'"[^"]*"')
# "Q:" and "A:" name nobody, and say who speaks all the same.
ASKS, ANSWERS = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
# How an interview ends that tells how it was held.
CLOSING = re.compile(r"\b(?:interview|conversation)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turns:
    """The numbers of the passages that ask and that answer, and that of the first question; none in other texts."""

    first: int = 0
    asked: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()


def find_turns(passages: Sequence[Passage]) -> Turns:
    """Return who speaks when in an interview."""
    labels = {number: passage.text for number, passage in enumerate(passages) if passage.label}
    marked = {number for number, label in labels.items() if label in ASKS | ANSWERS}
    if marked:
        asked = frozenset(number + 1 for number in marked if labels[number] in ASKS)
        return Turns(min(marked), asked, frozenset(number + 1 for number in marked if labels[number] in ANSWERS))
    return find_unmarked([passage.text for passage in passages]) if not labels else Turns()


def find_unmarked(texts: Sequence[str]) -> Turns:
    """Return who speaks when where only question marks tell the questions from the answers."""
    asked = list(find_questions(texts))
    if len(asked) < LEAST_QUESTIONS or asked[0] == 0:
        return Turns()
    told = [number for number in range(asked[0], len(texts)) if number not in asked]
    if told and CLOSING.search(texts[told[-1]]) and not speaks(texts[told[-1]], ANSWERED):
        told.pop()
    addressed = sum(speaks(texts[number], ADDRESSED) for number in asked)
    answered = sum(speaks(texts[number], ANSWERED) for number in told)
    if min(addressed, answered) < LEAST_ADDRESSED:
        return Turns()
    return Turns(asked[0], frozenset(asked), frozenset(told))


def find_questions(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the paragraphs that end in a question; after a question there is an answer."""
    last = -2
    for number, text in enumerate(texts):
        if text.endswith("?") and len(text.split()) <= LONGEST_QUESTION and last != number - 1:
            last = number
            yield number


def speaks(text: str, words: re.Pattern[str]) -> bool:
    """Tell whether one of the words stands in a text, outside of its quotations."""
    return words.search(QUOTED.sub("", text)) is not None


def most_told_of(refs: Iterable[ActorRef]) -> ActorRef | None:
    """Return the person named most often, the first of several; None where there is nobody."""
    people = [ref for ref in refs if ref.type is ActorType.PERSON and ref.id != "author"]
    return max(Counter(people).items(), key=lambda entry: entry[1], default=(None, 0))[0]

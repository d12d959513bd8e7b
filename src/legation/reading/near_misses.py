"""Frames that nearly held: for each word of a passage, what it could have opened and what it lacked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from legation.lexicon.frames import FrameEntry
from legation.reading.claims.making import Context
from legation.reading.frames.coding import Coding, candidates, is_actor_noun
from legation.reading.frames.conditions import holds
from legation.reading.frames.framebook import Classes, Frame
from legation.reading.frames.idle import is_idle
from legation.reading.frames.retold import is_retold
from legation.reading.parse.trees import VERB, Tree

# What each condition says when it is not met; the words it asks for follow.
CONDITIONS = {
    "particle": "no particle",
    "voice": "not in the voice",
    "before": "does not stand before",
    "object": "no object of the class or word",
    "subject": "no subject of the class or word",
    "complement": "no complement of the kind",
    "aim": "no infinitive of the verb",
    "prep": "no phrase with",
}
BLANK: dict[str, Any] = {
    "particle": (),
    "voice": None,
    "before": (),
    "object": (),
    "subject": (),
    "aim": (),
    "complement": None,
    "prep": {},
}
MOST_WORDS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A frame that a word could open and did not, or that made no claim; `lacking` counts its unmet conditions."""

    token: int
    frame: Frame
    reason: str
    lacking: int


def find_near_misses(tree: Tree, context: Context, claimed: frozenset[int]) -> Iterator[NearMiss]:
    """Yield the frames of the passage's words that made no claim, word by word, the nearest first.

    `claimed` are the tokens whose coding became a claim.
    """
    for token in range(len(tree.words)):
        found = [*misses_of_word(tree, token, context, claimed)]
        yield from sorted(found, key=lambda miss: miss.lacking)


def misses_of_word(tree: Tree, token: int, context: Context, claimed: frozenset[int]) -> Iterator[NearMiss]:
    """Yield the frames of one word that made no claim."""
    chosen = context.codings.get(token)
    blocked = blocked_word(tree, token, context)
    for frame in candidates(tree, token, context.rules.book):
        unmet = unmet_conditions(tree, token, frame.entry, context.rules.book.classes)
        if blocked:
            yield NearMiss(token, frame, blocked, len(unmet))
        elif unmet:
            yield NearMiss(token, frame, "; ".join(unmet), len(unmet))
        elif chosen is None or frame is not chosen.frame:
            yield NearMiss(token, frame, lost_to(frame, chosen), 0)
        elif token not in claimed:
            yield NearMiss(token, frame, no_claim(tree, chosen, context.codings), 0)


def blocked_word(tree: Tree, token: int, context: Context) -> str | None:
    """Return why a word may open no frame at all, if so."""
    if tree.deps[token] in ("aux", "auxpass"):
        return "an auxiliary opens no frame"
    mentions = context.parties.by_head.get(token, ())
    if mentions and is_actor_noun(mentions):
        return f"“{mentions[0].text}” names a party"
    if tree.deps[token] == "compound" and is_actor_noun(context.parties.by_head.get(tree.heads[token], ())):
        return f"part of the party “{context.parties.by_head[tree.heads[token]][0].text}”"
    return None


def unmet_conditions(tree: Tree, token: int, entry: FrameEntry, classes: Classes) -> list[str]:
    """Return in words each condition of a frame that is not met, each tested alone; none if the frame holds."""
    if holds(tree, token, entry, classes):
        return []
    asked = [name for name, blank in BLANK.items() if getattr(entry, name) != blank]
    unmet = [name for name in asked if not holds(tree, token, alone(entry, name), classes)]
    return [say(entry, name) for name in unmet] or ["its conditions do not hold together"]


def alone(entry: FrameEntry, name: str) -> FrameEntry:
    """Return the entry with one condition only."""
    return entry.model_copy(update={other: blank for other, blank in BLANK.items() if other != name})


def say(entry: FrameEntry, name: str) -> str:
    """Return an unmet condition in words."""
    wanted = getattr(entry, name)
    if isinstance(wanted, Mapping):
        parts = [f"“{word}”" + (f" ({shorten(nouns)})" if nouns else "") for word, nouns in wanted.items()]
        return f"{CONDITIONS[name]} {', '.join(parts)}"
    return f"{CONDITIONS[name]} {wanted if isinstance(wanted, str) else shorten(wanted)}"


def shorten(words: tuple[str, ...]) -> str:
    """Return the first words of a list, with a mark where more follow."""
    return "|".join(words[:MOST_WORDS_SHOWN]) + ("|…" if len(words) > MOST_WORDS_SHOWN else "")


def lost_to(frame: Frame, chosen: Coding | None) -> str:
    """Return why a frame whose conditions hold was not taken."""
    if chosen is None:
        doer = "nobody of a state's does it, or " if frame.entry.doer else ""
        return f"{doer}no recipient is named, and the text around gives none"
    if frame.entry.party and frame.conditions >= chosen.frame.conditions:
        return f"no recipient is named: {chosen.frame.rule} was taken"
    more = chosen.frame.conditions > frame.conditions
    return f"lost to {chosen.frame.rule}, which is {'more particular' if more else 'as particular and no lighter'}"


def no_claim(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> str:
    """Return why a frame that was taken makes no claim."""
    if coding.frame.entry.silent:
        return "a silent sense: it is no event of its own"
    if coding.pending:
        return "no recipient is named, and the text around gives none"
    if not coding.agents and not coding.recipients:
        return "no party stands in its slots"
    if is_retold(tree, coding, codings):
        above = next(at for at in tree.ancestors(coding.trigger) if tree.word_class(at) == VERB)
        return f"says again what “{tree.words[above]}” says"
    if is_idle(tree, coding):
        return "nobody asks or says it" if tree.word_class(coding.trigger) == VERB else "tells nothing of its own"
    return "its noun was used up by the word it belongs to"

"""Acronyms that the text gives to somebody else than the lexicon does: "NIS, Serbia's largest oil company"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorType
from legation.reading.names.found import Found, Sort

LONGEST = 6
# Words between an acronym and the state that says whose it is.
REACH = 4
PHRASE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "POS", "DT", "VBN", "CD"})
BODIES = (ActorType.ORGAN, ActorType.ORGANISATION, ActorType.GROUP, ActorType.MEDIA)


def rename(names: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """Return the names of each line with an acronym that is introduced as another's unknown wherever it stands.

    It is introduced by a state before it ("the Serbian company NIS"), by one in apposition, or in brackets behind a
    name that shares no word with what the lexicon knows by it.
    """
    meant: dict[str, str | None] = {}
    own: set[str] = set()
    for items in names:
        for item in items:
            if not is_acronym(item) or item.actor is None:
                continue
            text = item.line.texts[item.start]
            given = list(introductions(item, items))
            if item.actor.country in given:
                own.add(text)
            elif given:
                meant.setdefault(text, given[0])
    if not meant.keys() - own:
        return [list(items) for items in names]
    return [[renamed(item, meant, own) for item in items] for items in names]


def renamed(item: Found, meant: dict[str, str | None], own: set[str]) -> Found:
    """Return a name as an unknown one of another state, if that is what its acronym stands for."""
    text = item.line.texts[item.start]
    behind_it = " ".join(item.line.texts[item.end : item.end + 2])
    if item.sort == Sort.UNKNOWN and behind_it.strip("( ") in meant.keys() - own:
        # The name before the brackets has its state from what the lexicon knows by the acronym.
        return replace(item, country=None)
    if text not in meant or text in own or not is_acronym(item):
        return item
    return replace(item, sort=Sort.UNKNOWN, senses=(), guess=ActorType.ORGANISATION, country=meant[text])


def is_acronym(item: Found) -> bool:
    """Tell whether a name is an acronym of a body that belongs to a state."""
    text = item.line.texts[item.start]
    short = item.end - item.start == 1 and text.isupper() and 1 < len(text) <= LONGEST
    actor = item.actor
    return short and item.sort == Sort.KNOWN and actor is not None and actor.type in BODIES and bool(actor.country)


def introductions(item: Found, items: Sequence[Found]) -> Iterator[str | None]:
    """Yield the states that the words around an acronym give it to; None for a body of no state known."""
    line = item.line
    for other in items:
        state = other.actor is not None and other.actor.type == ActorType.STATE and not other.place
        if state and before(item, other) | behind(item, other):
            yield other.actor.country if other.actor else None
        bracketed = (
            item.start > 0
            and line.texts[item.start - 1] == "("
            and other.end == item.start - 1
            and other.end - other.start > 1
        )
        if bracketed and other.sort == Sort.UNKNOWN and not alike(other, item):
            yield None


def before(item: Found, state: Found) -> bool:
    """Tell whether a state stands before a name in one noun phrase: "the Serbian company NIS", "Serbia's NIS"."""
    between = item.line.tags[state.end : item.start]
    if item.dep in ("compound", "nmod", "amod"):
        # "The Syrian IRGC commander" is a Syrian, or a commander in Syria.
        return False
    return state.end <= item.start and len(between) <= REACH and PHRASE_TAGS.issuperset(between)


def behind(item: Found, state: Found) -> bool:
    """Tell whether a state stands in the apposition to a name: "NIS, Serbia's largest oil company"."""
    line = item.line
    between = line.tags[item.end + 1 : state.start]
    apposed = any(line.deps[kid] == "appos" for kid in line.children[item.head])
    near = line.low(item.end) == "," and item.end < state.start and len(between) <= REACH
    return near and apposed and PHRASE_TAGS.issuperset(between)


def alike(other: Found, item: Found) -> bool:
    """Tell whether a long name shares a word with what the lexicon knows by the acronym."""
    words = set(other.line.lows[other.start : other.end])
    return item.actor is not None and any(word in words for word in fold_name(item.actor.name).split() if len(word) > 3)

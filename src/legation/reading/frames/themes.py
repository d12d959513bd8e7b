"""Themes: the words of what an act is about, and how many or how much of it.

What stands beside an act is no part of what it is about: "halts talks amid a row", in a headline also "recalls envoy as
dispute deepens". Of "nine men, among them two officers" the act is done to nine.
"""

from collections.abc import Sequence

from legation.documents.document import ZoneKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Quantity, Theme
from legation.reading.frames.coding import Coding
from legation.reading.frames.framebook import FrameBook
from legation.reading.grammar import clauses
from legation.reading.parse.trees import NOUN, VERB, Tree

# The links of a noun phrase to what belongs to it.
THEME_PARTS = frozenset(
    "det amod compound nummod poss nmod quantmod case prep pobj advmod conj cc punct predet".split()
)
LONGEST_THEME = 160


def theme_of(tree: Tree, coding: Coding, book: FrameBook, text: str) -> Theme | None:
    """Return the words of the theme and its item class."""
    if coding.theme is None:
        return None
    low, high = phrase(tree, coding.theme)
    low = behind_receiver(tree, coding, low)
    span = tree.span(low, high)
    item = coding.frame.entry.item
    if item is None and tree.word_class(coding.theme) == NOUN:
        item = book.classes.item(tree, low, coding.theme + 1, coding.theme)
    return Theme(span, span.of(text), item)


def behind_receiver(tree: Tree, coding: Coding, low: int) -> int:
    """Return where a theme begins behind the name of who is given it: "refused Rabat visas"."""
    if tree.lemmas[coding.trigger] not in words_of("giving to") or low != coding.trigger + 1:
        return low
    for mention in coding.recipients:
        first, end = tree.tokens(mention.span)
        if first == low and tree.tags[low] == "NNP" and not tree.words[low].isupper() and end <= (coding.theme or 0):
            return low if tree.tags[end] == "POS" else end
    return low


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return a noun phrase without its relative clauses; of a clause everything, up to `LONGEST_THEME` characters."""
    if tree.word_class(head) == VERB:
        low, high = tree.subtree(head)
    else:
        low = high = head
        stack = [head]
        while stack:
            at = stack.pop()
            low, high = min(low, at), max(high, at)
            stack.extend(kid for kid in tree.kids[at] if tree.deps[kid] in THEME_PARTS and not is_outside(tree, kid))
        high += 1
    while high - low > 1 and (
        tree.deps[high - 1] in ("punct", "cc")
        or ((tree.tags[high - 1] == "IN" or tree.words[high - 1] == "worth") and high - 1 != head)
        or len(tree.span(low, high)) > LONGEST_THEME
    ):
        high -= 1
    while high - low > 1 and tree.deps[low] == "punct":
        low += 1
    return low, high


def is_outside(tree: Tree, kid: int) -> bool:
    """Tell whether what hangs on a noun is no part of its phrase: a circumstance, the comma behind its clause."""
    if tree.deps[kid] == "punct":
        return any(tree.deps[clause] == "relcl" and clause < kid for clause in tree.kids[tree.heads[kid]])
    return is_beside(tree, kid) or (tree.deps[kid] == "prep" and tree.has(kid, "pcomp"))


def is_beside(tree: Tree, preposition: int) -> bool:
    """Tell whether a preposition behind a noun opens what was so when something was done: "amid", "after"."""
    word = tree.words[preposition].lower()
    if tree.deps[preposition] == "prep" and word == "over":
        # "Expels two consuls over seizure": over it they are expelled; "control over the port" is control of it.
        return tree.lemmas[tree.heads[preposition]].lower() not in words_of("held over")
    if tree.deps[preposition] != "prep" or word not in words_of("circumstances"):
        return False
    return word != "as" or tree.passage.zone is ZoneKind.TITLE


def quantity_of(tree: Tree, coding: Coding, quantities: Sequence[Quantity]) -> str | None:
    """Return the quantity inside the theme, else the number before what is acted on, else that of the trigger."""
    trigger, theme = coding.trigger, coding.theme
    acted_on = clauses.logical_objects(tree, trigger)[:1] if tree.word_class(trigger) == VERB else []
    stretches = [counted(tree, theme)] if theme is not None else []
    stretches += [(counted(tree, head)[0], head + 1) for head in acted_on if head != theme]
    for low, high in (*stretches, counted(tree, trigger)):
        span = tree.span(low, high)
        for quantity in quantities:
            if span.start <= quantity.span.start < span.end and not is_part(tree, quantity, low):
                return quantity.id
    return None


def counted(tree: Tree, head: int) -> tuple[int, int]:
    """Return the stretch of words that a quantity of what a word heads stands in."""
    return phrase(tree, head) if tree.word_class(head) != VERB else (head, head + 1)


def is_part(tree: Tree, quantity: Quantity, start: int) -> bool:
    """Tell whether a quantity counts some of those named before it: "among them two officers"."""
    at, _ = tree.tokens(quantity.span)
    return any(word.lower() in words_of("naming some") for word in tree.words[max(start, at - 3) : at])

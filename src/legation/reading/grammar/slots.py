"""Slots: from the names frames use for places in a clause to the words that stand there."""

from collections.abc import Iterator
from typing import NamedTuple

from legation.lexicon.wordlists import words_of
from legation.reading.grammar import clauses
from legation.reading.grammar.prepositions import prepositions
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import ADJECTIVE, NOUN, SUBJECTS, VERB, Tree

NOMINAL_KIN = ("compound", "nmod", "amod")
# The slots that are no prepositions.
DIRECT = frozenset({"subj", "obj", "iobj", "clause", "poss", "mod"})
# Words that merely carry a noun's event: their subject is the noun's doer ("made a visit", "carried out an attack").
SUPPORT_LABELS = ("dobj", "attr", "nsubjpass", "oprd")


class Place(NamedTuple):
    """A word around which slots are looked up, with the noun's support verb if it has one; made by `place_at`.

    `filled` keeps what has been found in its slots, since every frame of a word asks for the same ones.
    """

    tree: Tree
    at: int
    word_class: str | None
    support: int | None
    support_role: str | None
    filled: dict[str, list[int]]


def place_at(
    tree: Tree, at: int, word_class: str | None, support: int | None = None, support_role: str | None = None
) -> Place:
    """Return the place of a word, read as a verb or a noun, with what has been found in its slots before."""
    filled = tree.slots.setdefault((at, word_class, support, support_role), {})
    return Place(tree, at, word_class, support, support_role, filled)


def fill(place: Place, slot: str) -> list[int]:
    """Return the head words that stand in a slot, none if it is empty."""
    found = place.filled.get(slot)
    if found is None:
        found = place.filled[slot] = find_in_slot(place, slot)
    return found


def find_in_slot(place: Place, slot: str) -> list[int]:
    """Return what `fill` keeps."""
    if slot in DIRECT:
        return fill_simple(place, slot)
    first, _, rest = slot.partition(".")
    if not rest:
        return after_preposition(place, slot)
    tree, heads = place.tree, fill(place, first)
    if first == "obj":
        # "Bought $2 billion worth of Saudi oil": whose it is stands inside.
        heads = [*heads, *clauses.stood_for(tree, place.at)] if place.word_class == VERB else heads
        heads = [inner for head in heads for inner in clauses.inside_of(tree, head)]
    if first == "clause" and rest == "any":
        inside = [(at, head) for head in heads for at in range(*tree.subtree(head)) if not is_told(tree, at, head)]
        kept = [at for at, head in inside if not is_in_aside(tree, at, head) and not is_venue(tree, at)]
        return without_foes(tree, kept)
    return [found for head in heads for found in fill(place_at(tree, head, tree.word_class(head)), rest)]


def is_told(tree: Tree, at: int, top: int) -> bool:
    """Tell whether a word stands in what is told, or helps to say when: "declined to go in 2013, when France asked".

    What stands between the ends of a subtree need not hang on its top once the parse is set right: the root ends it.
    """
    while at != top and tree.heads[at] != at:
        if tree.deps[at] == "relcl" and at != top:
            # "Proposed that a firm lease the road that Peru wants": nobody proposes it to Peru.
            return True
        if tree.deps[at] == "acl" and tree.tags[at] == "VBG" and at != top:
            # "Refused to sign a text condemning Peru": it is not Peru that is refused.
            return True
        # "Declined to say whether Chad had called Lima": nobody there is declined anything.
        if tree.deps[at] in ("ccomp", "acl") and tree.has(at, *SUBJECTS) and at != top:
            return True
        at = tree.heads[at]
    return False


def is_venue(tree: Tree, at: int) -> bool:
    """Tell whether a name says where one is to meet: "agreed to hold talks in Peru"."""
    preposition = tree.heads[at]
    if tree.deps[at] != "pobj" or tree.words[preposition].lower() not in ("in", "at"):
        return False
    above = tree.heads[preposition]
    return any(tree.lemmas[noun] in words_of("gatherings") for noun in (above, *tree.children(above, "dobj")))


def without_foes(tree: Tree, found: list[int]) -> list[int]:
    """Return what stands in a clause less whom others stand together against: "to work with Lima against Quito"."""
    over = {at: tree.words[tree.heads[at]].lower() for at in found if tree.deps[at] == "pobj"}
    if words_of("side by side").isdisjoint(over.values()):
        return found
    foes = [range(*tree.subtree(at)) for at, word in over.items() if word == "against"]
    return [at for at in found if not any(at in foe for foe in foes)]


def fill_simple(place: Place, slot: str) -> list[int]:
    """Return the heads in a slot that is no preposition."""
    tree, at = place.tree, place.at
    if slot == "subj":
        return subjects(place)
    if slot == "obj":
        return clauses.logical_objects(tree, at) if place.word_class == VERB else []
    if slot == "iobj":
        return clauses.datives(tree, at)
    if slot == "clause":
        return clauses.clauses_under(tree, at)
    if slot == "poss":
        return [
            own for top in nominal_tops(tree, at) for kid in tree.children(top, "poss") for own in owners(tree, kid)
        ]
    return modifiers(tree, at)


def owners(tree: Tree, noun: int) -> list[int]:
    """Return whose something is, "whose" being who the clause is about: "Chad, whose parliament refused"."""
    if tree.tags[noun] != "WP$":
        return list(tree.coordinated(noun))
    clause = next((at for at in tree.ancestors(noun) if tree.deps[at] == "relcl"), None)
    return [] if clause is None else [tree.heads[clause]]


def subjects(place: Place) -> list[int]:
    """Return the doers: of a verb its logical subject, of a predicate its copula's, of a noun its support verb's."""
    tree, at = place.tree, place.at
    if place.word_class == VERB:
        return clauses.logical_subjects(tree, at)
    copula = clauses.copula_of(tree, at)
    if copula is not None:
        objects = clauses.logical_objects(tree, copula) if tree.deps[at] == "oprd" else []
        return objects or clauses.surface_subjects(tree, copula)
    if place.word_class == ADJECTIVE:
        return list(tree.coordinated(tree.heads[at])) if tree.deps[at] == "amod" else clauses.surface_subjects(tree, at)
    if place.support is not None and place.support_role == "agent":
        return clauses.logical_subjects(tree, place.support)
    return []


def nominal_tops(tree: Tree, at: int) -> list[int]:
    """Return the noun and the nouns it merely modifies ("war" in "Russia's war efforts": war, efforts)."""
    tops = [at]
    while tree.deps[at] in ("compound", "nmod") and tree.word_class(tree.heads[at]) == NOUN:
        at = tree.heads[at]
        tops.append(at)
    while tree.deps[at] == "conj" and tree.word_class(tree.heads[at]) == NOUN:
        at = tree.heads[at]
        tops.append(at)
    return tops


def modifiers(tree: Tree, at: int) -> list[int]:
    """Return the words before a noun that could name an actor, hyphenated parts included."""
    found: list[int] = []
    for top in nominal_tops(tree, at):
        stack = [*tree.children(top, *NOMINAL_KIN), *chained(tree, top)]
        while stack:
            kid = stack.pop()
            if tree.words[kid].lower() in words_of("origin") or is_gapped(tree, kid):
                # "American-made radars" say where they come from, not whose they are.
                continue
            if kid != at and kid not in found:
                found.append(kid)
                stack.extend(
                    k
                    for k in tree.kids[kid]
                    if tree.deps[k] in (*NOMINAL_KIN, "conj", "npadvmod", "appos", "punct", "nsubj")
                )
    return sorted(found)


def is_gapped(tree: Tree, name: int) -> bool:
    """Tell whether a name opens a part whose verb is left out: "Denmark will send two jets, France three"."""
    return tree.tags[name + 1 : name + 2] == ["CD"] and tree.words[name - 1].lower() in (",", "and")


def chained(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the names that hyphens join before a noun, however the parser hangs them: "the Oslo-Lima-Quito axis"."""
    at = noun - 1
    while at > 1 and tree.words[at - 1] == "-" and tree.tags[at][:3] == "NNP" and tree.tags[at - 2][:3] == "NNP":
        yield from (at, at - 2)
        at -= 2


def after_preposition(place: Place, word: str) -> list[int]:
    """Return the heads after this preposition: under the word, its objects, its noun phrase, its support verb."""
    key = (place.at, place.word_class, place.support)
    found = place.tree.governed.get(key)
    if found is None:
        found = place.tree.governed[key] = find_governed(place)
    return found.get(word, [])


def find_governed(place: Place) -> dict[str, list[int]]:
    """Return for each preposition around a word the heads after it."""
    tree, at = place.tree, place.at
    found: dict[str, list[int]] = {}
    for spot in spots_of(place):
        for said, preposition in prepositions(tree, spot):
            others = said == "by" and spot == at and is_of_others(place, preposition)
            if not others and not (said == "by" and tree.deps[preposition] == "agent" and spot != at):
                heads = clauses.complements_of(tree, preposition, spot)
                # "Sold shells to Chad, to the fury of Mali": it was not sold to Mali.
                felt = said == "to" and any(tree.lemmas[head] in words_of("reactions") for head in heads)
                found.setdefault(said, []).extend([] if felt else heads)
    return found


def is_of_others(place: Place, by: int) -> bool:
    """Tell whether "by" says who did what the noun is about: "Togo kept up criticism of games by Ghana"."""
    tree, verb = place.tree, place.support
    if verb is None or place.support_role != "agent" or is_passive(tree, verb):
        return False
    between = any(kid < by for kid in tree.children(place.at, "prep"))
    return between and tree.has(verb, *SUBJECTS)


def spots_of(place: Place) -> list[int]:
    """Return the words whose prepositions count as the word's own."""
    tree, at = place.tree, place.at
    spots = [at]
    if place.word_class == NOUN:
        spots = nominal_tops(tree, at)
        spots += [name for spot in tuple(spots) for name in names_below(tree, spot)]
        if place.support is not None:
            spots.append(place.support)
    elif place.word_class == VERB:
        objects = clauses.logical_objects(tree, at)
        spots += [
            inner for noun in objects for inner in clauses.inside_of(tree, noun) if tree.word_class(inner) == NOUN
        ]
        spots += tree.children(at, "acomp", "attr", "oprd")
    else:
        copula = clauses.copula_of(tree, at)
        spots += [copula] if copula is not None else []
    if place.word_class == VERB:
        spots += names_below(tree, at)
    return spots


def names_below(tree: Tree, at: int) -> list[int]:
    """Return the proper names after the word's prepositions: a preposition after a name is the word's own.

    The parser hangs "against Seoul" in "threats by Pyongyang against Seoul" on the name; names take no complements.
    """
    return [
        name
        for _, preposition in prepositions(tree, at)
        for name in tree.children(preposition, "pobj")
        if tree.tags[name] == "NNP"
    ]


def is_in_aside(tree: Tree, at: int, top: int) -> bool:
    """Tell whether a word stands in a relative clause behind a comma, below `top`, and does nothing there.

    "Sold Peru guns, which angered Chad": Chad has no part in the sale; "which Chad paid for" may tell that it has.
    """
    below = at
    while tree.heads[below] != below and below != top:
        if tree.deps[below] in SUBJECTS:
            return False
        if tree.deps[below] == "relcl" and tree.words[tree.subtree(below)[0] - 1] == ",":
            return True
        below = tree.heads[below]
    return False

"""Conditions: whether what a frame asks for stands around its word."""

from collections.abc import Collection, Iterator, Sequence

from legation.lexicon.frames import FrameEntry
from legation.lexicon.wordlists import words_of
from legation.reading.frames.framebook import Classes, Frame
from legation.reading.grammar import clauses
from legation.reading.grammar.prepositions import prepositions
from legation.reading.grammar.slots import NOMINAL_KIN, fill, nominal_tops, place_at, spots_of
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import VERB, Tree
from legation.reading.status import moods
from legation.reading.status.infinitives import is_to_be_done

# What a clause says is to be done, by the word in a frame's `complement`.
DUTIES = {
    "obligation": moods.is_obliged,
    "demand": moods.is_demanded,
    "passive": is_to_be_done,
    "undertaking": moods.is_undertaken,
}


def within_reach(tree: Tree, token: int, frames: Sequence[Frame], classes: Classes) -> Iterator[Frame]:
    """Yield the frames whose objects and prepositions are there at all: a quick look before `holds` tells.

    Common verbs have dozens of frames, and nearly all of them fail on these.
    """
    objects = object_names(tree, token, classes) if tree.classes[token] == VERB and frames else None
    said: frozenset[str] | None = None
    for frame in frames:
        if objects is not None and frame.objects and frame.objects.isdisjoint(objects):
            continue
        if frame.prepositions:
            said = prepositions_around(tree, token) if said is None else said
            if not frame.prepositions <= said:
                continue
        yield frame


def prepositions_around(tree: Tree, token: int) -> frozenset[str]:
    """Return every preposition that `has_preposition` may count as the word's."""
    spots = [token, *clauses.logical_objects(tree, token)] if tree.classes[token] == VERB else nominal_tops(tree, token)
    spots += spots_of(place_at(tree, token, tree.classes[token]))
    return frozenset(word for spot in spots for word, _ in prepositions(tree, spot))


def holds(tree: Tree, token: int, entry: FrameEntry, classes: Classes) -> bool:
    """Tell whether every condition of a frame is met."""
    verb = tree.classes[token] == VERB
    if entry.object and verb and object_names(tree, token, classes).isdisjoint(entry.object):
        return False
    if entry.particle and not has_particle(tree, token, entry.particle):
        return False
    if (entry.voice or entry.before) and not in_form(tree, token, entry, classes):
        return False
    if entry.subject:
        doers = fill(place_at(tree, token, tree.word_class(token)), "subj")
        if not any(classes.has(tree, noun, entry.subject) for noun in doers):
            return False
    if entry.complement and not has_complement(tree, token, entry.complement):
        return False
    if entry.aim and not any(tree.lemmas[at] in entry.aim for at in aims_of(tree, token)):
        return False
    return not entry.prep or all(has_preposition(tree, token, asked, entry, classes) for asked in entry.prep.items())


def in_form(tree: Tree, token: int, entry: FrameEntry, classes: Classes) -> bool:
    """Tell whether a verb stands in the voice a frame asks for, a noun before the head it asks for."""
    if entry.voice and tree.word_class(token) == VERB and is_passive(tree, token) != (entry.voice == "passive"):
        return False
    modifies = tree.deps[token] in NOMINAL_KIN and tree.heads[token] > token
    return not entry.before or (modifies and classes.has(tree, tree.heads[token], entry.before))


def object_names(tree: Tree, token: int, classes: Classes) -> frozenset[str]:
    """Return all that a condition may call the objects of a verb."""
    found = tree.objects_named.get(token)
    if found is None:
        objects = [*clauses.logical_objects(tree, token), *clauses.stood_for(tree, token)]
        names = [classes.names(tree, inner) for noun in objects for inner in clauses.inside_of(tree, noun)]
        found = tree.objects_named[token] = frozenset().union(*names)
    return found


def has_complement(tree: Tree, token: int, wanted: str) -> bool:
    """Tell whether the word has the kind of complement that is wanted.

    "none" means neither clause nor predicate, "obligation" a clause that says what somebody must or should do, "demand"
    that or what is to be done, "passive" what is to be done to something, "undertaking" a clause that says what will
    be, "predicate" what somebody or something is called.
    """
    if wanted in ("none", "predicate") and is_predicated(tree, token):
        return wanted == "predicate"
    found, infinitives = clauses.clauses_under(tree, token), infinitives_under(tree, token)
    if wanted == "none":
        return not found
    if wanted in DUTIES:
        return any(DUTIES[wanted](tree, at) for at in found)
    if wanted == "predicate":
        return False
    return bool(infinitives) if wanted == "infinitive" else len(found) > len(infinitives)


def aims_of(tree: Tree, token: int) -> list[int]:
    """Return the infinitives under a word, also those that say what a verb without an object is done for.

    Who promises not to expel anybody threatens nobody.
    """
    purposes = [kid for kid in tree.children(token, "advcl") if any(tree.tags[at] == "TO" for at in tree.kids[kid])]
    found = [*infinitives_under(tree, token), *purposes]
    return [at for at in found if not tree.has(at, "neg")]


def infinitives_under(tree: Tree, token: int) -> list[int]:
    """Return the infinitives with "to" that stand under a word."""
    found = clauses.clauses_under(tree, token)
    return [at for at in found if any(tree.tags[kid] == "TO" for kid in tree.kids[at])]


def is_predicated(tree: Tree, token: int) -> bool:
    """Tell whether a verb says what its object is: "called it a farce", "called the settlers 'thieves'"."""
    if tree.has(token, "oprd") and tree.has(token, "dobj", "nsubjpass"):
        return True
    # The parser may take the two for one phrase; the quotation mark between them shows the joint.
    return any(
        tree.tags[mark] == "``" and any(kid < mark for kid in tree.children(noun, "nmod", "compound"))
        for noun in tree.children(token, "dobj")
        for mark in tree.kids[noun]
    )


def has_preposition(
    tree: Tree, token: int, asked: tuple[str, Sequence[str]], entry: FrameEntry, classes: Classes
) -> bool:
    """Tell whether the preposition stands under the word, over one of the wanted nouns if any are named.

    Under the object it counts too, where the parser may have put it; under an object that is a common noun only if the
    frame asks for that object ("impose sanctions on"), since there it is the noun's own ("called it a threat to").
    """
    word, wanted = asked
    if wanted:
        nouns = fill(place_at(tree, token, tree.word_class(token)), word)
        return any(classes.has(tree, inner, wanted) for noun in nouns for inner in clauses.inside_of(tree, noun))
    if tree.word_class(token) == VERB:
        objects = clauses.logical_objects(tree, token)
        spots = [token, *(noun for noun in objects if entry.object or is_name(tree, noun))]
    else:
        spots = nominal_tops(tree, token)
    return any(
        said == word and not is_date(tree, preposition)
        for spot in spots
        for said, preposition in prepositions(tree, spot)
    )


def is_name(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is a name or pronoun."""
    return tree.tags[noun][:3] in ("NNP", "PRP")


def is_date(tree: Tree, preposition: int) -> bool:
    """Tell whether a preposition opens a date ("on Friday", "in May 2023"), which is no argument of the verb."""
    return any(
        tree.words[kid].lower() in words_of("calendar") or tree.words[kid].isdigit()
        for kid in tree.children(preposition, "pobj")
    )


def has_particle(tree: Tree, verb: int, wanted: Collection[str]) -> bool:
    """Tell whether a verb has one of these particles, or one of these words as its resultative ("held responsible")."""
    for kid in tree.kids[verb]:
        word = tree.words[kid].lower()
        if word not in wanted:
            continue
        label = tree.deps[kid]
        if label in ("prt", "oprd", "acomp", "xcomp", "ccomp", "attr", "dobj"):
            return True
        if label in ("advmod", "prep") and (kid == verb + 1 or not tree.has(kid, "pobj", "pcomp")):
            return True
    return wanted_behind(tree, verb, wanted)


def wanted_behind(tree: Tree, verb: int, wanted: Collection[str]) -> bool:
    """Tell whether a particle stands behind the object, on which the parser hung it: "let the workers back to work"."""
    return any(
        tree.deps[kid] == "advmod" and kid > noun and tree.words[kid].lower() in wanted
        for noun in tree.children(verb, "dobj")
        for kid in tree.kids[noun]
    )

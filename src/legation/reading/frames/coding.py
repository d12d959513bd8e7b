"""Coding: which frame a word opens in its clause, and which mentions fill its roles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Form, Mention
from legation.reading.frames.conditions import holds, object_names, within_reach
from legation.reading.frames.framebook import Frame, FrameBook, tail_phrases
from legation.reading.frames.parties import Parties
from legation.reading.frames.partykinds import KINDS, is_of_state, is_place
from legation.reading.frames.roles import find_roles
from legation.reading.grammar import clauses
from legation.reading.grammar.antecedents import things_meant
from legation.reading.grammar.voice import is_perfect
from legation.reading.parse.trees import ADJECTIVE, NOUN, VERB, Tree
from legation.reading.status.statuswords import StatusWords


@dataclass(frozen=True, slots=True)
class Coding:
    """A word read as a frame: who, to whom, about what.

    `object_head` is the object that a light verb's frame used up, `support` the verb that lends a noun its subject. A
    `pending` coding lacks the recipient its frame asks for and holds only if the text around gives one. `things` are
    the lemmas of what a verb acts on, by which the text may speak of it again.
    """

    trigger: int
    frame: Frame
    agents: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    theme: int | None
    object_head: int | None
    support: int | None
    pending: bool = False
    carried: bool = False
    things: tuple[str, ...] = ()


def find_codings(tree: Tree, parties: Parties, book: FrameBook, words: StatusWords) -> dict[int, Coding]:
    """Return the frame chosen at each word that opens one, silent frames included."""
    found: dict[int, Coding] = {}
    for token, word_class in enumerate(tree.classes):
        coding = code(tree, token, parties, book, words) if word_class is not None else None
        if coding is not None:
            for inside in range(token - coding.frame.breadth + 1, token):
                found.pop(inside, None)
            found[token] = coding
    return found


def find_ellipses(tree: Tree, codings: Mapping[int, Coding], words: StatusWords) -> Iterator[Coding]:
    """Yield the attempt that a bare "succeeded" or "failed" speaks of, opened once more by that verb."""
    for token, lemma in enumerate(tree.lemmas):
        if tree.word_class(token) != VERB or words.get(StatusKind.ACHIEVEMENT, lemma) is None:
            continue
        if clauses.clauses_under(tree, token):
            continue
        start, _ = tree.sentence[token]
        tried = [at for at in range(start, token) if at in codings and is_attempted(tree, at, words)]
        if tried:
            yield replace(codings[tried[-1]], trigger=token, object_head=None, support=None)


def is_attempted(tree: Tree, token: int, words: StatusWords) -> bool:
    """Tell whether an event word stands under a word for trying."""
    return any(words.get(StatusKind.ATTEMPT, tree.lemmas[above]) for above in tree.ancestors(token))


def code(tree: Tree, token: int, parties: Parties, book: FrameBook, words: StatusWords) -> Coding | None:
    """Choose the most particular frame that holds at a word and fill its roles."""
    if tree.deps[token] in ("aux", "auxpass") or is_in_name(tree, token, parties):
        return None
    # Most words open no frame.
    frames = candidates(tree, token, book)
    if not frames:
        return None
    found = choose(tree, token, frames, parties, book, words)
    loose = found is None or found.pending or found.frame.entry.doer
    if loose and tree.classes[token] == VERB and (meant := things_meant(tree, token)):
        # "It was signed in May": what "it" is.
        names = frozenset().union(*(book.classes.names(tree, thing) for thing in meant))
        tree.objects_named[token] = object_names(tree, token, book.classes) | names
        asked = [frame for frame in frames if frame.objects & names]
        found = choose(tree, token, asked, parties, book, words) or found
    return found


def choose(
    tree: Tree, token: int, frames: Sequence[Frame], parties: Parties, book: FrameBook, words: StatusWords
) -> Coding | None:
    """Return the first of a word's frames that holds, with its parties."""
    pending = None
    for frame in within_reach(tree, token, frames, book.classes):
        if not holds(tree, token, frame.entry, book.classes):
            continue
        coding = without_own_side(fill_roles(tree, token, frame, parties, words))
        if frame.type == "AID" and frame.mode == "military" and coding.recipients and is_at_home(coding):
            # "Mexico sent troops to Juarez": no aid, but where it acts.
            continue
        if frame.entry.doer and not (coding.agents and all(map(is_of_state, coding.agents))):
            continue
        if isinstance(frame.entry.party, str):
            if has_kind(coding, frame.entry.party):
                return coding
            continue
        together = frame.entry.symmetric or is_mutual(tree, token)
        if not frame.entry.party or coding.recipients or (together and are_several(coding.agents)):
            return coding
        pending = pending or replace(coding, pending=True)
    return pending


def is_mutual(tree: Tree, verb: int) -> bool:
    """Tell whether what is done is done to "each other" or "one another"."""
    objects = [noun for kid in (verb, *tree.children(verb, "prep")) for noun in tree.children(kid, "dobj", "pobj")]
    pairs = [tuple(word.lower() for word in tree.words[low : low + 2]) for at in objects for low in (at - 1, at)]
    return ("each", "other") in pairs or ("one", "another") in pairs


def are_several(agents: Sequence[Mention]) -> bool:
    """Tell whether two or more act together: "Rossi and Diaz met", "the ministers met"."""
    groups = (m.actor is not None and m.actor.type is ActorType.GROUP and m.actor.name.split() for m in agents)
    return len(agents) > 1 or any(names and names[-1] in words_of("those who meet") for names in groups)


def has_kind(coding: Coding, kind: str) -> bool:
    """Tell whether the parties are of the kind that a frame asks for: its recipients, or two who act jointly."""
    if kind == "joint":
        return len(coding.agents) > 1
    return bool(coding.recipients) and all(KINDS[kind](mention) for mention in coding.recipients)


def without_own_side(coding: Coding) -> Coding:
    """Leave out of a mobilisation's recipients places and organs of whoever mobilises.

    "Ethiopia moved tanks to Zalambessa", "Greece put its navy on alert": against whom, the text around says.
    """
    if coding.frame.type != "MOBILIZE":
        return coding
    own = {mention.actor.country for mention in coding.agents if mention.actor is not None} - {None}
    others = tuple(one for one in coding.recipients if not (is_place_or_organ(one) and country_of(one) in own))
    return replace(coding, recipients=others)


def is_place_or_organ(mention: Mention) -> bool:
    """Tell whether a mention is a place or an organ of a state."""
    return mention.actor is not None and mention.actor.type in (ActorType.PLACE, ActorType.ORGAN)


def country_of(mention: Mention) -> str | None:
    """Return the state a mention belongs to."""
    return mention.actor.country if mention.actor is not None else None


def is_at_home(coding: Coding) -> bool:
    """Tell whether somebody only acts in places of his own state, or of none: "sent warships to the Caribbean"."""
    own = {mention.actor.country for mention in coding.agents if mention.actor is not None} | {None}
    return all(is_place(m) and m.actor is not None and m.actor.country in own for m in coding.recipients)


def is_in_name(tree: Tree, token: int, parties: Parties) -> bool:
    """Tell whether a word is part of what somebody or a scheme is called: "the Partnership for Peace"."""
    if is_actor_noun(parties.by_head.get(token, ())):
        return True
    if tree.deps[token] == "compound" and is_actor_noun(parties.by_head.get(tree.heads[token], ())):
        return True
    if tree.tags[token] != "NNP" or [word.lower() for word in tree.words[token + 1 : token + 2]] != ["for"]:
        return False
    # "Support for Chad" has a party there.
    aim = token + 2
    while aim < len(tree.tags) and tree.deps[aim] == "compound" and tree.heads[aim] > aim:
        aim = tree.heads[aim]
    known = [m for m in parties.by_head.get(aim, ()) if m.actor is not None and not m.actor.id.startswith("name:")]
    return tree.tags[aim : aim + 1] == ["NNP"] and not known


def is_actor_noun(mentions: Sequence[Mention]) -> bool:
    """Tell whether the word names an actor ("the attackers"), which no event frame may take for an act."""
    return bool(mentions) and any(mention.form is not Form.PRONOUN for mention in mentions)


def candidates(tree: Tree, token: int, book: FrameBook) -> tuple[Frame, ...]:
    """Return the frames of a word; one mistagged as noun that stands as the root with a subject is tried as a verb."""
    word_class = tree.word_class(token)
    if word_class is None:
        return ()
    if tree.tags[token] == "NNP" and tree.words[token].lower() in words_of("calendar"):
        # "In March 2023" nobody marches.
        return ()
    lemma = tree.lemmas[token].lower()
    found = book.find(word_class, lemma)
    if word_class == NOUN and lemma in book.last_words:
        # "weapons programme", "hunger strike": the longer phrase is the better reading.
        found = tuple(frame for phrase in tail_phrases(tree, token) for frame in book.find(NOUN, phrase))
    if word_class == VERB and tree.tags[token] == "VBN" and tree.deps[token] != "amod":
        # "is opposed to", "was committed to": adjectives where the lexicon has them, since nobody acts.
        acts = tree.has(token, "agent", "dobj") or is_perfect(tree, token)
        found = found if acts else (*book.find(ADJECTIVE, tree.words[token].lower()), *found)
    if not found and word_class == NOUN and tree.has(token, "nsubj", "dobj"):
        # A frame that asks for an object does not hold where there is none to look at.
        found = tuple(frame for frame in book.find(VERB, lemma) if not frame.objects)
    if not found and word_class == VERB and tree.tags[token] == "VBG" and tree.has(token, "det", "poss"):
        found = book.find(NOUN, tree.words[token].lower())
    if not found and word_class == VERB and tree.tags[token] == "VBG":
        found = book.find(ADJECTIVE, tree.words[token].lower())
    return found


def fill_roles(tree: Tree, token: int, frame: Frame, parties: Parties, words: StatusWords) -> Coding:
    """Return the word read as a frame that holds, with its parties."""
    found = find_roles(tree, token, frame, parties, words)
    objects = clauses.logical_objects(tree, token) if frame.word_class == VERB else ()
    things = tuple(tree.lemmas[noun].lower() for noun in objects)
    return Coding(token, frame, found.agents, found.recipients, found.theme, found.light, found.support, things=things)

"""Roles: who fills the parties and the theme of a frame that holds at a word."""

from collections.abc import Sequence
from typing import NamedTuple

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Form, Mention
from legation.reading.frames.credited import credited_for
from legation.reading.frames.fillers import apart_from, first_filled, foreign_to, merge
from legation.reading.frames.framebook import Frame
from legation.reading.frames.parties import Parties
from legation.reading.frames.partykinds import is_person, is_place
from legation.reading.frames.recipients import JUDGING, RECIPIENT_FALLBACK, find_recipients
from legation.reading.frames.sufferers import sufferers, sufferers_in
from legation.reading.grammar import clauses
from legation.reading.grammar.slots import SUPPORT_LABELS, Place, fill, place_at
from legation.reading.names.phrases import AGAINST
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.statuswords import StatusWords

# Of a noun's neighbours these come after what the frame itself asks for: "of" may be doer, theme or recipient.
LATE_AGENT_SLOTS = frozenset({"of", "from"})
AGENT_FALLBACK = ("subj.mod", "subj.poss", "subj.by", "subj.of")
# Whose it is may follow in brackets: "an illegal programme (in Iran's case)".
CASE_SLOT = "in.poss"
TOGETHER = ("between", "among")
UTTERED = JUDGING | {"REQUEST", "STATEMENT", "THREATEN"}
# Acts that end or cut what the noun behind a preposition names.
ENDING = frozenset({"SANCTION", "RETREAT"})
# Over these prepositions an event noun shares the subject of the clause as its other party.
MEETING_PLACES = frozenset("for at in during after before on following amid ahead".split())


class Roles(NamedTuple):
    """The parties of a frame at a word, its theme, the noun it used up and the verb that lends it a subject."""

    agents: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    theme: int | None
    light: int | None
    support: int | None


def find_roles(tree: Tree, token: int, frame: Frame, parties: Parties, words: StatusWords) -> Roles:
    """Find agents, recipients and theme of a frame that holds."""
    support, role = find_support(tree, token, words)
    place = place_at(tree, token, frame.word_class, support, role)
    agents = find_agents(place, frame, parties)
    recipients = find_recipients(place, frame, agents, parties)
    if not agents:
        agents = find_late_agents(place, frame, recipients, parties)
    visitors = first_filled(place, ("of",), parties, set()) if frame.mode == "visit" and not agents else []
    if frame.word_class == NOUN and visitors and all(map(is_person, visitors)):
        # "The visit of Rossi to Lima" is Rossi's, the visit to Rossi is not.
        agents, recipients = visitors, first_filled(place, ("to",), parties, {m.id for m in visitors})
    if frame.type in UTTERED:
        # "Condemned Rossi's murder": that is not said against Rossi.
        hurt = sufferers_in(place, [slot for slot in (*frame.to, *RECIPIENT_FALLBACK) if slot != "poss"], parties)
        recipients = [mention for mention in recipients if mention.id not in hurt]
    recipients = apart_from(recipients, agents) or sufferers(place, parties)
    if frame.mode == "third-party":
        recipients = foreign_to(agents, recipients)
    theme = find_theme(place, frame, parties, {m.id for m in (*agents, *recipients)})
    return Roles(tuple(agents), tuple(recipients), theme, object_in_light_verb(tree, token, frame), support)


def find_agents(place: Place, frame: Frame, parties: Parties) -> list[Mention]:
    """Return who acts by the frame's own slots; of a symmetric frame with whom he acts together."""
    agents = first_filled(place, early_slots(frame), parties, set())
    if not agents and frame.word_class == VERB and "subj" in frame.by and not is_apart(place):
        agents = first_filled(place, AGENT_FALLBACK, parties, set())
    agents = [mention for mention in agents if not is_place(mention) and not is_prefixed(place.tree, mention)]
    if not frame.entry.symmetric:
        return agents
    together = first_filled(place, TOGETHER, parties, set()) or parties_at_predicate(place, parties)
    # "Ten deals were signed, among them one on gas."
    listed = [mention for mention in first_filled(place, ("among",), parties, set()) if mention.form is Form.PRONOUN]
    together = [mention for mention in together if mention not in listed]
    borrowed = frame.word_class == VERB and not place.tree.has(place.at, *SUBJECTS)
    return together if together and borrowed else merge(agents, together)


def is_prefixed(tree: Tree, mention: Mention) -> bool:
    """Tell whether a name only says for or against whom somebody else is: "an anti-Maduro crowd"."""
    first, _ = tree.tokens(mention.span)
    return first > 1 and tree.words[first - 1] == "-" and tree.words[first - 2].lower() in AGAINST


def early_slots(frame: Frame) -> list[str]:
    """Return the slots of the doer that come before what the frame asks for itself."""
    return [slot for slot in frame.by if slot not in LATE_AGENT_SLOTS or frame.word_class != NOUN]


def find_late_agents(place: Place, frame: Frame, recipients: Sequence[Mention], parties: Parties) -> list[Mention]:
    """Return who acts where only the slots that may be the recipient's are left, or the clause around a noun."""
    taken = {mention.id for mention in recipients}
    late = [slot for slot in frame.by if slot not in early_slots(frame)]
    agents = [m for m in first_filled(place, late, parties, taken) if not is_place(m)]
    if not agents and frame.word_class == NOUN:
        agents = agents_from_clause(place, frame, parties, recipients)
        agents = agents or parties.at(place.tree, list(credited_for(place.tree, place.at)))
        agents = agents or first_filled(place, (CASE_SLOT,), parties, taken)
    return agents


def is_apart(place: Place) -> bool:
    """Tell whether somebody nobody knows does it who is not whose they are: "an Indian newspaper", "Rossi's heir"."""
    apart = words_of("media nouns") | words_of("kin") | words_of("others of somebody")
    return any(place.tree.lemmas[at] in apart for at in fill(place, "subj"))


def parties_at_predicate(place: Place, parties: Parties) -> list[Mention]:
    """Return the parties that the verb over an event noun names: "talks resumed in Nuuk between Oslo and Lima"."""
    tree, at = place.tree, place.at
    if place.word_class != NOUN or tree.deps[at] not in ("nsubj", "nsubjpass"):
        return []
    return first_filled(place_at(tree, tree.heads[at], VERB), TOGETHER, parties, set())


def agents_from_clause(place: Place, frame: Frame, parties: Parties, recipients: Sequence[Mention]) -> list[Mention]:
    """Return an event noun's doers from the clause around it, where the noun phrase names none."""
    tree, at = place.tree, place.at
    if place.support is not None and place.support_role == "agent":
        doers = clauses.logical_subjects(tree, place.support)
        # A doer that is hidden in the subject's phrase may be anybody where the noun has a recipient already.
        found = [m for noun in doers for m in parties.within(tree, noun)] if not recipients else parties.at(tree, doers)
        return [m for m in found if not is_place(m)]
    verb = verb_around(tree, at) if frame.entry.symmetric and recipients else verb_of_promise(tree, at)
    doers = [] if verb is None else clauses.logical_subjects(tree, verb)
    return [m for m in parties.at(tree, doers) if not is_place(m)]


def verb_of_promise(tree: Tree, noun: int) -> int | None:
    """Return the verb of what somebody does on or with a promise: "won the vote on a promise to leave"; else None."""
    preposition = tree.heads[noun]
    given = tree.deps[noun] == "pobj" and tree.words[preposition].lower() in ("on", "with")
    verb = tree.heads[preposition]
    bound = given and tree.lemmas[noun] in words_of("bonds") and tree.has(noun, "acl")
    return verb if bound and tree.word_class(verb) == VERB else None


def verb_around(tree: Tree, noun: int) -> int | None:
    """Return the verb whose subject is the other party of an occasion; None if there is none.

    It is what somebody does at the occasion or around it ("at the end of talks with Japan"), or does to it ("put off a
    summit with Japan"); who judges it may have no part in it.
    """
    label, head = tree.deps[noun], tree.heads[noun]
    if label == "dobj" and tree.word_class(head) == VERB:
        return None if tree.lemmas[head] in words_of("verdicts") else head
    if label != "pobj":
        return None
    part = tree.heads[head]
    if tree.words[head].lower() == "of" and tree.lemmas[part] in words_of("parts of occasions"):
        head = tree.heads[part] if tree.deps[part] == "pobj" else head
    verb = tree.heads[head]
    return verb if tree.words[head].lower() in MEETING_PLACES and tree.word_class(verb) == VERB else None


def object_in_light_verb(tree: Tree, token: int, frame: Frame) -> int | None:
    """Return the noun that carries the meaning of a frame, so that it is not coded once more.

    It is the object of a light verb ("held talks"), what somebody leaves ("withdrew from the talks"), or what is ended
    or hit back with ("a halt to exports", "retaliated with tariffs").
    """
    word_class = tree.word_class(token)
    if word_class == VERB and frame.entry.object:
        return next(iter(clauses.logical_objects(tree, token)), None)
    ending = frame.type in ENDING or frame.mode == "visit"
    used = [word for word, wanted in frame.entry.prep.items() if (ending and wanted) or word == "from"]
    if word_class != VERB and not ending:
        return None
    return next((noun for word in used for noun in fill(place_at(tree, token, word_class), word)), None)


def find_support(tree: Tree, noun: int, words: StatusWords) -> tuple[int | None, str | None]:
    """Return the verb that lends its subject to an event noun, and the role it lends it for."""
    if tree.word_class(noun) != NOUN:
        return None, None
    at = noun
    while tree.deps[at] in ("conj", "compound", "appos") and tree.word_class(tree.heads[at]) == NOUN:
        at = tree.heads[at]
    head = tree.heads[at]
    if tree.deps[at] == "pobj" and tree.word_class(tree.heads[head]) == VERB:
        verb = tree.heads[head]
        entry = words.get(StatusKind.SUPPORT, f"{tree.lemmas[verb]} {tree.words[head].lower()}")
        return (verb, entry.role) if entry else (None, None)
    if tree.deps[at] not in SUPPORT_LABELS or tree.word_class(head) != VERB:
        return None, None
    entry = words.get(StatusKind.SUPPORT, tree.lemmas[head])
    return (head, entry.role) if entry else (None, None)


def find_theme(place: Place, frame: Frame, parties: Parties, taken: set[str]) -> int | None:
    """Return the head of what the event is about: the first theme slot that does not hold a party of the claim."""
    tree = place.tree
    for slot in frame.theme:
        for head in fill(place, slot):
            dated = tree.words[head].lower() in words_of("calendar") or tree.words[head][0].isdigit()
            if head != place.at and not dated and not any(m.id in taken for m in parties.by_head.get(head, ())):
                return head
    return None

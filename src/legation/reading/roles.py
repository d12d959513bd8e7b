"""Roles: who fills the parties and the theme of a frame that holds at a word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading import clauses
from legation.reading.claim import Form, Mention
from legation.reading.credited import credited_for
from legation.reading.framebook import Frame
from legation.reading.mentions_phrases import AGAINST
from legation.reading.moods import opening_word
from legation.reading.parties import Parties
from legation.reading.partykinds import is_nobodys, is_person, is_place
from legation.reading.slots import SUPPORT_LABELS, Place, fill, place_at
from legation.reading.statuswords import StatusWords
from legation.reading.sufferers import sufferers, sufferers_in, suffers
from legation.reading.trees import NOUN, SUBJECTS, VERB, Tree

# Of a noun's neighbours these come after what the frame itself asks for: "of" may be doer, theme or recipient.
LATE_AGENT_SLOTS = frozenset({"of", "from"})
AGENT_FALLBACK = ("subj.mod", "subj.poss", "subj.by", "subj.of")
RECIPIENT_FALLBACK = ("obj.between", "obj.mod", "obj.poss", "obj.across.in")
WHOSE = ("obj.of.poss", "obj.of.mod")
# Who is judged may be the doer of what is judged: "slammed a ruling by the court".
JUDGED = ("obj.by",)
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# Whose it is may follow in brackets: "an illegal programme (in Iran's case)".
CASE_SLOT = "in.poss"
TOGETHER = ("between", "among")
OWNING = ("poss", "amod", "compound", "nmod")
OWNERS = ("poss", "mod", "of", "from", "in", "through")
UTTERED = JUDGING | {"REQUEST", "STATEMENT", "THREATEN"}
FORCE = frozenset({"ASSAULT", "COERCE"})
HELD = FORCE | {"RETREAT"}
# Acts that end or cut what the noun behind a preposition names.
ENDING = frozenset({"SANCTION", "RETREAT"})
CLAUSAL_SLOTS = frozenset({"clause", "subj", "obj"})
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


def find_recipients(place: Place, frame: Frame, agents: Sequence[Mention], parties: Parties) -> list[Mention]:
    """Return to whom it is done: by the frame's own slots, else by whose the things in them are."""
    taken = {mention.id for mention in agents}
    recipients = first_filled(place, named_first(place, frame, parties), parties, taken) if frame.to else []
    recipients = settled(place, frame, (recipients, agents), parties)
    if recipients and frame.type in FORCE and all(is_place(mention) for mention in recipients):
        return foreign_to(agents, owner_of_target(place, frame.to, parties)) or recipients
    if recipients or not frame.to:
        return recipients
    return recipients_at_objects(place, frame, agents, parties) or recipients_at_support(place, parties, taken)


def named_first(place: Place, frame: Frame, parties: Parties) -> Sequence[str]:
    """Return the slots of the recipient, the object first where it names a person: "welcomed French premier Ivo Rossi".

    What stands before the name is no more than whose premier that is. A frame that asks for an envoy or a visit is done
    to whose it is.
    """
    named = [mention for mention in parties.at(place.tree, fill(place, "obj")) if is_person(mention)]
    titled = "obj" in frame.to and frame.to[0] != "obj" and not frame.entry.object
    if titled and any(mention.form is Form.NAME for mention in named):
        return ("obj", *(slot for slot in frame.to if slot != "obj"))
    return frame.to


def recipients_at_objects(place: Place, frame: Frame, agents: Sequence[Mention], parties: Parties) -> list[Mention]:
    """Return whose the things are that something is done to or with, but for words."""
    if frame.type == "STATEMENT":
        return []
    taken = {mention.id for mention in agents}
    found: list[Mention] = []
    if frame.word_class == VERB:
        spots = RECIPIENT_FALLBACK + (JUDGED if frame.type in JUDGING else ())
        found = foreign_to(agents, first_filled(place, spots, parties, taken))
        if not found and frame.type in JUDGING:
            found = foreign_to(agents, parties.at(place.tree, doers_of_judged(place)))
    if not found:
        slots = [slot for slot in frame.to if slot not in CLAUSAL_SLOTS]
        found = foreign_to(agents, owners_in_slots(place, slots, parties, taken))
    if not found and frame.type in HELD and "obj" in frame.to:
        # "Freed the crew of a Spanish trawler": somebody of Spain's.
        found = foreign_to(agents, first_filled(place, WHOSE, parties, taken))
    return found


def doers_of_judged(place: Place) -> list[int]:
    """Return who did what somebody judges: "rejected the duties imposed by Peru", "condemned the raid Peru led".

    Not what is judged itself: "hailed the port, which opened in May".
    """
    tree, judged = place.tree, fill(place, "obj")
    told = (kid for noun in judged for kid in tree.children(noun, "acl", "relcl") if tree.tags[kid] in ("VBN", "VBD"))
    return [doer for verb in told for doer in clauses.logical_subjects(tree, verb) if doer not in judged]


def recipients_at_support(place: Place, parties: Parties, taken: set[str]) -> list[Mention]:
    """Return to whom it is done by the verb that lends a noun its subject: "paid Lima a visit", "suffered a raid"."""
    if place.support is None:
        return [mention for mention in parties.at(place.tree, list(aimed_at(place))) if mention.id not in taken]
    if place.support_role == "recipient" and clauses.is_passive(place.tree, place.support):
        # "Was subjected to a raid", "Ghana's port was".
        nouns = clauses.logical_objects(place.tree, place.support)
        subjected = [*nouns, *(own for noun in nouns for own in place.tree.children(noun, *OWNING))]
        return [mention for mention in parties.at(place.tree, subjected) if mention.id not in taken]
    lent = clauses.logical_subjects if place.support_role == "recipient" else clauses.datives
    return [mention for mention in parties.at(place.tree, lent(place.tree, place.support)) if mention.id not in taken]


def aimed_at(place: Place) -> Iterator[int]:
    """Yield who is said to be the target of an act: "Ghana was the target of an attack by rebels"."""
    tree = place.tree
    of = tree.heads[place.at]
    target = tree.heads[of]
    if tree.deps[place.at] == "pobj" and tree.words[of].lower() == "of" and tree.lemmas[target] in words_of("targets"):
        copula = clauses.copula_of(tree, target)
        yield from clauses.surface_subjects(tree, copula) if copula is not None else ()


def is_apart(place: Place) -> bool:
    """Tell whether somebody nobody knows does it who is not whose they are: "an Indian newspaper", "Rossi's heir"."""
    apart = words_of("media nouns") | words_of("kin") | words_of("others of somebody")
    return any(place.tree.lemmas[at] in apart for at in fill(place, "subj"))


def settled(
    place: Place, frame: Frame, sides: tuple[list[Mention], Sequence[Mention]], parties: Parties
) -> list[Mention]:
    """Return the recipients with whose they are, where nobody known is named, and with those threatened alone.

    "Sanctioned the head of Chad's navy" is done to nobody known, but to somebody of Chad's.
    """
    recipients, agents = sides
    if recipients and frame.type in FORCE and all(is_place(mention) for mention in recipients):
        # "Killed 26 people in Kashmir": those it was done to, and where.
        people = first_filled(place, ("obj",), parties, {mention.id for mention in agents})
        recipients = merge([mention for mention in people if not is_place(mention)], recipients)
    if recipients and "obj" in frame.to and all(is_nobodys(mention) for mention in recipients):
        taken = {mention.id for mention in agents}
        recipients = merge(recipients, foreign_to(agents, first_filled(place, WHOSE, parties, taken)))
    return threatened(place, recipients, agents, parties) if frame.type == "THREATEN" else recipients


def threatened(place: Place, recipients: list[Mention], agents: Sequence[Mention], parties: Parties) -> list[Mention]:
    """Return who is threatened: not one's own state, where it is what one says will act ("Chad would answer")."""
    tree = place.tree
    acting = parties.at(tree, fill(place, "clause.subj"))
    own = {mention.id for mention in acting} - {mention.id for mention in foreign_to(agents, acting)}
    own |= {mention.id for mention in told_under_condition(place, parties)}
    # "Warned it would deepen the crisis": that is what he speaks of.
    own |= {mention.id for mention in acting if mention.text.lower() in ("it", "this", "that")}
    marks = {opening_word(tree, kid) for at in fill(place, "clause") for kid in tree.children(at, "advcl")}
    if marks & {"if", "unless"} and not any(mention.actor and mention.actor.country for mention in agents):
        # "An official warned that Chad would leave if …": who sets a condition speaks for the one who will act.
        own |= {mention.id for mention in acting}
    return [mention for mention in recipients if mention.id not in own]


def told_under_condition(place: Place, parties: Parties) -> Iterator[Mention]:
    """Yield who is named in a condition of a threat, but for who is to meet it: "unless Chad asks Lima to leave"."""
    tree = place.tree
    conditions = (kid for at in fill(place, "clause") for kid in tree.children(at, "advcl"))
    for clause in conditions:
        if opening_word(tree, clause) in ("if", "unless"):
            meets = {*clauses.surface_subjects(tree, clause)}
            meets |= {kid for at in meets for kid in tree.children(at, "poss", "amod", "compound")}
            inside = (at for at in range(*tree.subtree(clause)) if at not in meets)
            yield from (mention for at in inside for mention in parties.by_head.get(at, ()))


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


def first_filled(place: Place, slots: Sequence[str], parties: Parties, taken: set[str]) -> list[Mention]:
    """Return the parties in the first slot that holds one not yet taken."""
    if not parties.by_head:
        return []
    for slot in slots:
        heads = fill(place, slot)
        if slot == "poss":
            heads = [head for head in heads if not suffers(place.tree, head, parties)]
        if not heads:
            continue
        found = [mention for mention in parties.at(place.tree, heads) if mention.id not in taken]
        if slot == "clause.any":
            own = [mention for parts in parties.by_head.values() for mention in parts if mention.id in taken]
            # "Demanded that Oman hand over the Kurd": it is Oman that is asked.
            asked = parties.at(place.tree, fill(place, "clause.subj"))
            found = foreign_to(own, [one for one in asked if one.id not in taken]) or foreign_to(own, found)
        if found:
            return found
    return []


def owner_of_target(place: Place, slots: Sequence[str], parties: Parties) -> list[Mention]:
    """Return whose the thing is that force is used on: "at an American destroyer in the Red Sea", the United States."""
    for slot in slots:
        if "." not in slot and fill(place, slot):
            return [m for m in first_filled(place, (f"{slot}.poss", f"{slot}.mod"), parties, set()) if not is_place(m)]
    return []


def owners_in_slots(place: Place, slots: Sequence[str], parties: Parties, taken: set[str]) -> list[Mention]:
    """Return the party that owns, or holds, what stands in the first slot that has one ("on camps in Sudan")."""
    held = [slot for slot in slots if "." not in slot and fill(place, slot)]
    owned = [f"{slot}.{part}" for slot in held for part in OWNERS]
    return first_filled(place, owned, parties, taken)


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


def merge(one: Sequence[Mention], other: Sequence[Mention]) -> list[Mention]:
    """Join two lists of mentions, each mention once."""
    return list({mention.id: mention for mention in (*one, *other)}.values())


def apart_from(recipients: Sequence[Mention], agents: Sequence[Mention]) -> list[Mention]:
    """Leave out recipients that are the agents again under another name, or whose "their" nobody can tell."""
    actors = {mention.actor.id for mention in agents if mention.actor is not None}
    ids = {mention.id for mention in agents}
    told = [m for m in recipients if m.actor is not None or not (agents and m.text.lower() in words_of("possessives"))]
    return [m for m in told if m.id not in ids and (m.actor is None or m.actor.id not in actors)]


def foreign_to(agents: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Leave out parties of the agents' own states: what is theirs is not whom they deal with."""
    own = {mention.actor.country for mention in agents if mention.actor is not None} - {None}
    return [mention for mention in found if mention.actor is None or mention.actor.country not in own]

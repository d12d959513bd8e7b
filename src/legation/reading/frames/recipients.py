"""Recipients: to whom it is done, by the slots of a frame, else by whose the things are that stand in them."""

from collections.abc import Iterator, Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Form, Mention
from legation.reading.frames.fillers import first_filled, foreign_to, merge
from legation.reading.frames.framebook import Frame
from legation.reading.frames.parties import Parties
from legation.reading.frames.partykinds import is_nobodys, is_person, is_place
from legation.reading.grammar import clauses
from legation.reading.grammar.slots import Place, fill, place_at
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import VERB
from legation.reading.status.moods import opening_word

RECIPIENT_FALLBACK = ("obj.between", "obj.mod", "obj.poss", "obj.across.in")
WHOSE = ("obj.of.poss", "obj.of.mod")
# Who is judged may be the doer of what is judged: "slammed a ruling by the court".
JUDGED = ("obj.by",)
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
OWNING = ("poss", "amod", "compound", "nmod")
OWNERS = ("poss", "mod", "of", "from", "in", "through", "of.poss", "of.mod")
FORCE = frozenset({"ASSAULT", "COERCE"})
HELD = FORCE | {"RETREAT"}
CLAUSAL_SLOTS = frozenset({"clause", "subj", "obj"})
# Slots, and parts of them, that no preposition of a clause fills; who does it or when is not on whom it was put.
NO_PREPOSITIONS = frozenset({*CLAUSAL_SLOTS, "iobj", "poss", "mod", "any", "by", "of", "in", "between"})


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
    slots = [slot for slot in frame.to if slot not in CLAUSAL_SLOTS]
    if not found and frame.word_class == VERB:
        found = foreign_to(agents, parties_put_on(place, slots, parties, taken))
    if not found:
        # "Reneged on a deal with Iran": whom the frame asks for behind "with" stands behind the deal.
        themes = [slot for slot in frame.theme if "." not in slot and slot not in CLAUSAL_SLOTS]
        inner = [f"{theme}.{slot}" for theme in themes for slot in slots if "." not in slot and slot != theme]
        found = foreign_to(agents, first_filled(place, inner, parties, taken))
    if not found:
        found = foreign_to(agents, owners_in_slots(place, slots, parties, taken))
    if not found and frame.type in HELD and "obj" in frame.to:
        # "Freed the crew of a Spanish trawler": somebody of Spain's.
        found = foreign_to(agents, first_filled(place, WHOSE, parties, taken))
    return found


def parties_put_on(place: Place, slots: Sequence[str], parties: Parties, taken: set[str]) -> list[Mention]:
    """Return on whom the object was put: "lifted the sanctions imposed on Peru", "the duties it had put on Danes".

    Its clause has a preposition of the frame's, and behind it them or what is theirs.
    """
    tree = place.tree
    wanted = [slot.rpartition(".")[2] for slot in slots]
    wanted = [word for word in dict.fromkeys(wanted) if word not in NO_PREPOSITIONS]
    told = [kid for noun in fill(place, "obj") for kid in tree.children(noun, "acl", "relcl")]
    for clause in (place_at(tree, kid, VERB) for kid in told if tree.tags[kid] in ("VBN", "VBD")):
        found = first_filled(clause, wanted, parties, taken) or owners_in_slots(clause, wanted, parties, taken)
        if found:
            return found
    return []


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
    if place.support_role == "recipient" and is_passive(place.tree, place.support):
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

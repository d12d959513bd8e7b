"""Settling: what type of act a claim tells of and how real it is, by its own frame and those of the words around.

A clause says how real it is by its words (`factuality.py`); what governs it may be an act itself, whose frame knows
better; and what is negated, refused or stopped may be an act of another type.
"""

from collections.abc import Mapping
from dataclasses import replace

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Outcome, Status
from legation.reading.frames.coding import Coding
from legation.reading.frames.partykinds import is_person
from legation.reading.grammar import clauses
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.parse.trees import NOUN, VERB, Tree
from legation.reading.status.factuality import is_done_to, is_past, judge
from legation.reading.status.halting import halting_over, settle_halt
from legation.reading.status.moods import is_halted, is_negated
from legation.reading.status.nominals import Verdict, with_adjectives
from legation.reading.status.statuswords import StatusWords, stronger

# Acts of speech are done by the saying: "the ministry condemns" is no state that goes on.
PERFORMATIVE = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "STATEMENT", "CONCEDE"})
AGREED = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
MADE = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
# What is sanctioned by stopping it: "stopped buying oil".
SUPPLY = frozenset({"AID", "COOPERATE"})


def settle(tree: Tree, coding: Coding, codings: Mapping[int, Coding], words: StatusWords) -> tuple[str, Verdict]:
    """Return the type of a coding's claim and how real it is; `codings` are those of the passage by their words."""
    verdict = judge_in(tree, coding.trigger, coding, codings, words, base_status(coding))
    verdict = replace(verdict, status=stronger(verdict.status, of_thing(tree, coding, codings, words)))
    kind, verdict = settle_type(tree, coding, verdict, words)
    halt = halting_over(tree, coding.trigger)
    if halt is None:
        return kind, verdict
    halted = judge_in(tree, halt, coding, codings, words, None).status
    cut = kind in SUPPLY and tree.word_class(coding.trigger) == VERB
    kind, status = settle_halt(kind, verdict.status, halted, cut=cut)
    return kind, replace(verdict, status=status)


def of_thing(tree: Tree, coding: Coding, codings: Mapping[int, Coding], words: StatusWords) -> Status | None:
    """Return that what was done is as doubtful as the thing it was done to: "denied reports of a raid led by".

    So is "a possible truce brokered by Doha"; but duties that are rejected have been imposed.
    """
    if not is_done_to(tree, coding.trigger):
        return None
    noun = tree.heads[coding.trigger]
    over = tree.heads[noun]
    charge = tree.heads[over]
    told = tree.words[over].lower() == "of" and tree.lemmas[charge] in words_of("names of charges")
    given = with_adjectives(tree, noun, Verdict(Status.HAPPENED), words).status
    doubt = stronger(given, judge_in(tree, noun, coding, codings, words, None).status) if told else given
    return doubt if doubt in (Status.POSSIBLE, Status.DENIED) else None


def judge_in(
    tree: Tree, at: int, coding: Coding, codings: Mapping[int, Coding], words: StatusWords, base: Status | None
) -> Verdict:
    """Judge how real a word of a coding's clause is, by what the frames around make of what stands under them."""
    return judge(
        tree,
        at,
        words,
        lambda above: (
            Status.HAPPENED
            if is_answer(tree, coding, codings.get(above))
            else inner_status(tree, above, codings.get(above), words)
        ),
        base,
    )


def base_status(coding: Coding) -> Status | None:
    """Return the frame's own status."""
    return Status(coding.frame.entry.status) if coding.frame.entry.status else None


def is_answer(tree: Tree, coding: Coding, governing: Coding | None) -> bool:
    """Tell whether a verb rejects an act of speech: "turned down Oslo's offer", "dismissed a complaint".

    What is asked, offered or charged was so all the same.
    """
    if governing is None or governing.frame.type != "REJECT" or tree.word_class(coding.trigger) != NOUN:
        return False
    # "Objected to an accord between Chad and Mali": theirs is made.
    others = {mention.id for mention in coding.agents} - {mention.id for mention in governing.agents}
    made = coding.frame.type in AGREED and len(others) > 1
    return made or coding.frame.type in MADE or tree.lemmas[coding.trigger] in words_of("put forward")


def inner_status(tree: Tree, at: int, coding: Coding | None, words: StatusWords) -> Status | None:
    """Return what a governing word makes of what stands under it: its frame's word first, then the governor list."""
    negated = tree.word_class(at) == VERB and is_negated(tree, at)
    if negated and tree.lemmas[at] in words_of("hindering"):
        return Status.HAPPENED
    if coding is not None and coding.frame.entry.inner is not None:
        given = Status(coding.frame.entry.inner)
        return Status.POSSIBLE if given is Status.DENIED and negated else given
    if coding is not None and not coding.frame.entry.silent:
        return None
    particle = next((tree.words[kid].lower() for kid in tree.children(at, "prt")), "")
    if particle and tree.word_class(at) == VERB:
        # "Kept up its criticism", "set up a mission": another verb than "keep from" or "set to".
        return words.status(StatusKind.GOVERNOR, f"{tree.lemmas[at]} {particle}")
    found = words.status(StatusKind.GOVERNOR, tree.lemmas[at]) or words.status(
        StatusKind.GOVERNOR, tree.words[at].lower()
    )
    return Status.POSSIBLE if found is Status.DENIED and negated else found


def settle_type(tree: Tree, coding: Coding, verdict: Verdict, words: StatusWords) -> tuple[str, Verdict]:
    """Let a negated clause be the act its frame says ("did not agree": a refusal); add the frame's outcome."""
    entry = coding.frame.entry
    achieved = words.get(StatusKind.ACHIEVEMENT, tree.lemmas[coding.trigger])
    given = (achieved.outcome if achieved else None) or entry.outcome
    outcome = verdict.outcome or (Outcome(given) if given else None)
    status, kind = verdict.status, coding.frame.type
    verb = coding.trigger if tree.word_class(coding.trigger) == VERB else clauses.copula_of(tree, coding.trigger)
    # "A letter demanding damages" says so once, as "demands" does.
    told = ("VBZ", "VBP", "VBG") if verb is not None and tree.deps[verb] in ("acl", "advcl") else ("VBZ", "VBP")
    present = verb == coding.trigger and tree.tags[verb] in told and not tree.has(verb, "aux")
    if status is Status.ONGOING and present and kind in PERFORMATIVE and not entry.status:
        status = Status.HAPPENED
    if kind in SUPPLY and status is Status.DENIED and is_halted(tree, coding.trigger):
        kind, status = "SANCTION", Status.HAPPENED
    if kind == "THREATEN" and status is Status.CONDITIONAL and verb is not None and is_past(tree, verb):
        # "Threatened Chad with a ban if it did not leave": the threat was made.
        status = Status.HAPPENED
    if is_tirade(tree, coding):
        kind = "ACCUSE"
    if coding.frame.mode == "obstruct" and is_by_states(coding):
        # Crowds obstruct a port by way of protest, a state shuts it.
        kind = "COERCE"
    if is_complaint(tree, coding):
        kind, status = "ACCUSE", Status.HAPPENED if status is Status.ONGOING and present else status
    # "Is “not ready” to sign": the parser may hang the "not" on the adjective.
    negated = verb is not None and (
        is_negated(tree, verb) or (verb != coding.trigger and tree.has(coding.trigger, "neg"))
    )
    if entry.negated and negated:
        kind, status = entry.negated, Status.HAPPENED if status is Status.DENIED else status
    return kind, Verdict(status, verdict.likelihood, verdict.condition, outcome)


def is_tirade(tree: Tree, coding: Coding) -> bool:
    """Tell whether somebody attacks in words: "Rossi attacked the firm, saying that it stole oil"."""
    verb = coding.trigger
    if coding.frame.type != "ASSAULT" or tree.lemmas[verb] not in words_of("attacking in words"):
        return False
    if tree.word_class(verb) != VERB or not coding.agents or not all(is_person(mention) for mention in coding.agents):
        return False
    said = (kid for kid in tree.children(verb, "advcl") if tree.tags[kid] == "VBG" and kid > verb)
    return any(tree.lemmas[kid] in reporting_verbs() | words_of("calling names") | words_of("charging") for kid in said)


def is_complaint(tree: Tree, coding: Coding) -> bool:
    """Tell whether a state protests something: it complains, it does not march."""
    protests = tree.lemmas[coding.trigger] == "protest" and tree.word_class(coding.trigger) == VERB
    if coding.frame.mode != "demo" or not (protests or tree.has(coding.trigger, "dobj")):
        return False
    return is_by_states(coding)


def is_by_states(coding: Coding) -> bool:
    """Tell whether all who act are states, their organs, or organisations of states."""
    makers = [mention.actor for mention in coding.agents if mention.actor is not None]
    return bool(makers) and all(
        actor.type in (ActorType.STATE, ActorType.ORGAN)
        or (actor.type is ActorType.ORGANISATION and actor.country is None)
        for actor in makers
    )

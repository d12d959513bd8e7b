"""Event nouns: how real what a noun names is, by its adjectives, its determiner and the word that governs it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from legation.documents.span import Span
from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Likelihood, Outcome, Status
from legation.reading.grammar.slots import nominal_tops
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.awaited import awaits
from legation.reading.status.contradictions import find_contradiction, is_denied_telling
from legation.reading.status.moods import opening_word, own_status
from legation.reading.status.statuswords import RANK, StatusWords, stronger
from legation.reading.status.unrealised import of_preposition
from legation.reading.status.withheld import withhold

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "our"})

# What a word that governs a clause makes of it, or None: the frame chosen there and the governor list.
Inner = Callable[[int], Status | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How real, how likely, under which condition, with what outcome."""

    status: Status
    likelihood: Likelihood | None = None
    condition: Span | None = None
    outcome: Outcome | None = None


def judge_noun(
    tree: Tree, noun: int, words: StatusWords, inner: Inner, base: Status | None
) -> tuple[Verdict, int | None]:
    """Judge an event noun by its adjectives, determiner and governor; also return the verb to climb from."""
    verdict = Verdict(base or Status.HAPPENED)
    tops = nominal_tops(tree, noun)
    for top in tops:
        verdict = with_adjectives(tree, top, verdict, words)
    for top in tops[1:]:
        # A "ceasefire proposal" is no ceasefire.
        verdict = replace(verdict, status=stronger(verdict.status, words.status(StatusKind.GOVERNOR, tree.lemmas[top])))
    top = tops[-1]
    definite = is_definite(tree, top)
    label, head = tree.deps[top], tree.heads[top]
    if label == "appos" and head != top:
        label, head = tree.deps[head], tree.heads[head]
    if head == top:
        return verdict, None
    if label in ("pobj", "pcomp"):
        denied = find_contradiction(tree, top, words)
        if denied is not None:
            return replace(verdict, status=denied), None
        return under_preposition(tree, head, (verdict, definite), words, inner)
    if tree.word_class(head) == VERB and label in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "npadvmod", "csubj"):
        return under_verb(tree, top, (verdict, definite), words, inner)
    return verdict, None


def with_adjectives(tree: Tree, noun: int, verdict: Verdict, words: StatusWords) -> Verdict:
    """Apply the adjectives before a noun, and "no"."""
    for kid in tree.children(noun, "amod", "det", "neg", "advmod"):
        word = tree.words[kid].lower()
        if word == "no":
            verdict = replace(verdict, status=Status.DENIED)
        # "So-called", which the tokens part.
        word = "so-called" if word == "called" and tree.words[max(kid - 2, 0)].lower() == "so" else word
        word = "would-be" if word == "be" and tree.words[max(kid - 2, 0)].lower() == "would" else word
        entry = words.get(StatusKind.ADJECTIVE, word)
        if entry is None:
            continue
        if entry.status is not None:
            given = Status(entry.status)
            if not (given is Status.ONGOING and RANK[verdict.status] > RANK[given]):
                verdict = replace(verdict, status=given)
        if entry.outcome is not None:
            verdict = replace(verdict, outcome=Outcome(entry.outcome))
    return verdict


def is_definite(tree: Tree, noun: int) -> bool:
    """Tell whether the noun phrase speaks of something known: "the", a possessor, a date of its own."""
    return any(
        tree.deps[kid] == "poss" or (tree.deps[kid] == "det" and tree.words[kid].lower() in DEFINITE)
        for kid in tree.kids[noun]
    )


def under_preposition(
    tree: Tree, preposition: int, state: tuple[Verdict, bool], words: StatusWords, inner: Inner
) -> tuple[Verdict, int | None]:
    """Judge an event noun inside a prepositional phrase by the word the phrase hangs on."""
    verdict, definite = state
    amounts = tree.words[preposition].lower() == "in" and tree.tags[tree.heads[preposition]] in ("$", "CD")
    making = tree.words[preposition].lower() == "of" and tree.lemmas[tree.heads[preposition]] in words_of("makings")
    if amounts or ((making or tree.words[preposition].lower() == "including") and not definite):
        # "Asked for $5 million in aid": as real as the sum; "the signing of a truce": as real as the signing.
        return as_part(tree, tree.heads[preposition], verdict, words, inner)
    replaced = of_preposition(tree, preposition, words)
    replaced = Status.POSSIBLE if awaits(tree, preposition, words) else replaced
    if replaced:
        return replace(verdict, status=stronger(verdict.status, replaced)), None
    head = tree.heads[preposition]
    while tree.deps[head] == "prep" and tree.word_class(head) is None:
        head = tree.heads[head]
    if words.get(StatusKind.SUPPORT, f"{tree.lemmas[head]} {tree.words[preposition].lower()}") is not None:
        return under_carrier(tree, head, replace(verdict, status=stronger(verdict.status, inner(head))), words)
    given = over_phrase(tree, preposition, head, words, inner)
    if given is not None and not (definite and given is Status.HAPPENED):
        return replace(verdict, status=stronger(verdict.status, given)), None
    if tree.word_class(head) == VERB and not definite:
        return beside_verb(tree, preposition, head, verdict, words)
    return verdict, None


def beside_verb(
    tree: Tree, preposition: int, verb: int, verdict: Verdict, words: StatusWords
) -> tuple[Verdict, int | None]:
    """Judge an event noun that nobody has heard of by the verb that its phrase hangs on."""
    word = tree.words[preposition].lower()
    own = own_status(tree, verb, words) if word in ("to", "in", "into", "for", "with") else Status.HAPPENED
    if own in (None, Status.ONGOING) and word == "for":
        own = Status.PLANNED
    if own is None and word == "with" and tree.tags[verb] in ("VBG", "VB"):
        # "Accused Peru of breaking the truce with air raids": as real as the breaking.
        return verdict, verb
    if own is Status.DENIED and not (
        word == "for" and tree.lemmas[top_of(tree, preposition)] in words_of("gatherings")
    ):
        # "Has not apologised for attacks": they were made. "Will not sit down for talks" is none.
        return verdict, None
    if own in (None, Status.HAPPENED, Status.ONGOING):
        return verdict, None
    return replace(verdict, status=stronger(verdict.status, own)), verb


def top_of(tree: Tree, preposition: int) -> int:
    """Return the noun under a preposition, or the preposition itself without one."""
    return next(tree.children(preposition, "pobj"), preposition)


def as_part(tree: Tree, whole: int, verdict: Verdict, words: StatusWords, inner: Inner) -> tuple[Verdict, int | None]:
    """Judge what is listed as part of a whole as the whole is: "would take further steps, including a ban"."""
    if tree.word_class(whole) == VERB:
        return verdict, whole
    above, verb = judge_noun(tree, whole, words, inner, None)
    return replace(verdict, status=stronger(verdict.status, above.status)), verb


def over_phrase(tree: Tree, preposition: int, head: int, words: StatusWords, inner: Inner) -> Status | None:
    """Return what the word that a phrase hangs on lends what stands in it; None if it lends nothing."""
    # What comes before an act, or where it was done, is no part of it: "cancelled the visit after clashes", "at talks
    # in Lima he denied it".
    beside = tree.word_class(head) == VERB and any(preposition < kid for kid in tree.children(head, *SUBJECTS))
    given = words.status(StatusKind.GOVERNOR, f"{tree.lemmas[head]} {tree.words[preposition].lower()}")
    word = tree.words[preposition].lower()
    # "Weighs sanctions over its raid": that was made.
    owned = word == "over" and tree.has(top_of(tree, preposition), "poss")
    if given is None and not beside and not owned and word not in words_of("circumstances"):
        given = inner(head)
    if given is None and tree.word_class(head) == VERB:
        # "Made plans for an attack", where the parser hangs the phrase on the verb.
        held = (noun for noun in tree.children(head, "dobj") if noun == preposition - 1)
        given = next((over_noun(tree, noun, preposition, words) for noun in held), None)
    if given is None and tree.word_class(head) == NOUN:
        given = over_noun(tree, head, preposition, words)
    return withhold(tree, preposition, given, words) if tree.heads[preposition] == head else given


def over_noun(tree: Tree, noun: int, preposition: int, words: StatusWords) -> Status | None:
    """Return what a noun makes of an event noun under its preposition: "the plan for", "in the event of"."""
    if words.get(StatusKind.CONDITION, phrase_around(tree, noun, preposition)):
        return Status.CONDITIONAL
    if tree.words[preposition].lower() in ("of", "for", "to", "that"):
        return words.status(StatusKind.GOVERNOR, tree.lemmas[noun])
    return None


def phrase_around(tree: Tree, noun: int, preposition: int) -> str:
    """Return the noun between its prepositions, with its article: "in the event of"."""
    first = tree.heads[noun] if tree.deps[noun] == "pobj" else noun
    return " ".join(tree.words[first : preposition + 1]).lower()


def under_carrier(tree: Tree, verb: int, verdict: Verdict, words: StatusWords) -> tuple[Verdict, int | None]:
    """Judge an event noun by the verb that leads to it: "led to the arrest", "information leading to an arrest".

    A participle that narrows down a noun without an article speaks of any that may come, not of one that came.
    """
    noun = tree.heads[verb]
    if tree.tags[verb] == "VBG" and tree.deps[verb] == "acl" and tree.words[verb - 1] != ",":
        if not tree.has(noun, "det", "poss", "nummod"):
            return replace(verdict, status=stronger(verdict.status, Status.POSSIBLE)), None
        return verdict, None
    own = own_status(tree, verb, words)
    return replace(verdict, status=stronger(verdict.status, own)), verb


def under_verb(
    tree: Tree, noun: int, state: tuple[Verdict, bool], words: StatusWords, inner: Inner
) -> tuple[Verdict, int | None]:
    """Judge an event noun that is subject or object of a verb."""
    verdict, definite = state
    if is_denied_telling(tree, noun, words):
        return verdict, None
    verb = tree.heads[noun]
    lemma = tree.lemmas[verb]
    subject = tree.deps[noun] in ("nsubj", "csubj")
    serving = tree.deps[noun] == "nsubjpass" and lemma in words_of("serving") and tree.has(verb, "xcomp", "advcl")
    given = inner(verb) if not subject and not serving else None
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt", "advmod") if kid > verb), "")
    occurrence = words.get(StatusKind.OCCURRENCE, f"{lemma} {particle}") or words.get(StatusKind.OCCURRENCE, lemma)
    carried = occurrence or (words.get(StatusKind.SUPPORT, lemma) if not subject else None)
    known = definite and verdict.status is Status.ONGOING
    # "Put off" is another verb than the "put" that merely carries a noun.
    if lemma in words_of("weighing proposals") and tree.lemmas[noun] in words_of("put forward"):
        # What is considered has been proposed.
        return verdict, None
    if given is not None and (not carried or given is Status.HAPPENED or tree.has(verb, "prt")):
        return (verdict if known else replace(verdict, status=stronger(verdict.status, given))), None
    if carried is not None and not (known and subject):
        own = own_status(tree, verb, words)
        status = stronger(verdict.status, Status(carried.status) if carried.status else None)
        if own is Status.PLANNED and subject and is_trend(tree, verb, words):
            own = Status.POSSIBLE
        if own is not None and not (own is Status.ONGOING and lemma in ("have", "be")):
            status = stronger(status, own)
        return replace(verdict, status=status), verb
    if words.get(StatusKind.CONDITION, opening_word(tree, verb)):
        return replace(verdict, status=stronger(verdict.status, Status.CONDITIONAL)), None
    own = own_status(tree, verb, words)
    pointed = any(tree.words[kid].lower() in ("the", "this", "that", "these") for kid in tree.children(noun, "det"))
    open_ended = own not in (None, Status.HAPPENED, Status.ONGOING, Status.DENIED)
    if open_ended and not (pointed if subject else definite):
        return replace(verdict, status=stronger(verdict.status, own)), verb
    if own is None and tree.tags[verb] == "VB" and not definite:
        # "Efforts to broker a truce": as real as the brokering.
        return verdict, verb
    return verdict, None


def is_trend(tree: Tree, verb: int, words: StatusWords) -> bool:
    """Tell whether a verb, or the infinitive under it, says how something changes: its future is a prediction."""
    under = tree.children(verb, "xcomp")
    return any(words.get(StatusKind.TREND, tree.lemmas[at]) is not None for at in (verb, *under))

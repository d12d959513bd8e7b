"""Factuality: how real a clause makes what it speaks of, from its own verb up through everything that governs it."""

from dataclasses import replace

from legation.documents.span import Span
from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Outcome, Status
from legation.reading.grammar import clauses
from legation.reading.parse.mending.repair import FINITE
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.awaited import set_beside
from legation.reading.status.ballots import of_text
from legation.reading.status.bargains import of_bargain
from legation.reading.status.contradictions import find_contradiction
from legation.reading.status.forgone import of_forgone
from legation.reading.status.infinitives import (
    is_done_by,
    is_plain,
    is_purpose,
    of_auxiliary,
    of_exception,
    of_infinitive,
    of_relative,
    runs_on,
)
from legation.reading.status.likelihood import find_likelihood
from legation.reading.status.likening import is_as_if, is_likened
from legation.reading.status.moods import (
    is_finite,
    is_inverted,
    is_question,
    opening_word,
    own_status,
    shared_doubt,
    shares_modal,
    shares_negation,
)
from legation.reading.status.nominals import Inner, Verdict, judge_noun, with_adjectives
from legation.reading.status.statuswords import RANK, StatusWords, stronger
from legation.reading.status.unrealised import of_opening, of_preposition
from legation.reading.status.withheld import withhold

CLAUSAL = frozenset("xcomp ccomp csubj acl pcomp acomp advcl conj oprd attr dep prep parataxis cc".split())
# How what is said in passing hangs on the clause around it.
ASIDE = ("ccomp", "parataxis")
# What opens a clause that only tells what goes on beside another.
WITH = ("with",)
NOMINAL = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "oprd"})


def judge(tree: Tree, trigger: int, words: StatusWords, inner: Inner, base: Status | None = None) -> Verdict:
    """Say how real the occurrence named by a verb, noun or adjective is.

    `inner` gives the status that a governing word lends to what stands under it, or None. `base` is the frame's own
    status, which holds where the clause itself says nothing.
    """
    word_class = tree.word_class(trigger)
    if word_class == NOUN:
        verdict, at = judge_noun(tree, trigger, words, inner, base)
    else:
        at = trigger
        if word_class != VERB:
            at = clauses.copula_of(tree, trigger) or trigger
        if at != trigger and tree.lemmas[at] in words_of("seeming"):
            base = Status.POSSIBLE
        verdict = Verdict(base or Status.HAPPENED)
        own = own_status(tree, at, words)
        if own is not None and not (base and own in (Status.HAPPENED, Status.ONGOING)):
            verdict = replace(verdict, status=own)
        if word_class == VERB and tree.deps[trigger] == "amod":
            return verdict
    if at is not None and tree.word_class(at) != NOUN:
        verdict = climb(tree, at, verdict, words, inner)
    likelihood = find_likelihood(tree, trigger, words)
    if likelihood is not None and verdict.status in (Status.HAPPENED, Status.ONGOING, Status.PLANNED):
        verdict = replace(verdict, status=Status.POSSIBLE)
    outcome = verdict.outcome or find_outcome(tree, trigger, words)
    if verdict.status is Status.DENIED and outcome is Outcome.SUCCESS:
        # "Did not succeed in seizing it".
        outcome = None
    return replace(verdict, likelihood=likelihood, outcome=outcome)


def climb(tree: Tree, verb: int, verdict: Verdict, words: StatusWords, inner: Inner) -> Verdict:
    """Follow the words that govern a verb upward and take away what reality they take away."""
    at, status, condition = verb, verdict.status, verdict.condition
    settled = own_status(tree, verb, words) is not None
    while True:
        denied = find_contradiction(tree, at, words)
        if denied is not None:
            return replace(verdict, status=denied)
        condition = condition or find_condition(tree, at, words, done=at == verb and is_done(tree, verb))
        label, head = link_of(tree, at), tree.heads[at]
        if head != at and tree.word_class(at) == NOUN and label in NOMINAL:
            above, onward = judge_noun(tree, at, words, inner, None)
            status = stronger(status, above.status if above.status is not Status.DENIED else None)
            if onward is None:
                break
            at, settled = onward, True
            continue
        if label == "relcl":
            status = stronger(
                status, of_text(tree, at) or of_call(tree, at, words) or of_relative(tree, at, words, settled=settled)
            )
        if head == at or label not in CLAUSAL or is_likened(tree, at):
            break
        status, settled, go_on = cross(tree, at, (status, settled), words, inner)
        if not go_on:
            break
        at = head
    if condition is not None:
        status = stronger(status, Status.CONDITIONAL)
    elif is_question(tree, verb):
        status = stronger(status, Status.POSSIBLE)
    return replace(verdict, status=status, condition=condition)


def link_of(tree: Tree, at: int) -> str:
    """Return how a word hangs on the one above; a gerund behind a preposition is its clause: "accused of spying"."""
    label = tree.deps[at]
    return "pcomp" if label == "pobj" and tree.tags[at] == "VBG" and tree.word_class(at) == VERB else label


def of_call(tree: Tree, verb: int, words: StatusWords) -> Status | None:
    """Return what a call makes of the infinitive behind it that the parser takes for a relative: "calls to arm it"."""
    called = words.status(StatusKind.GOVERNOR, tree.lemmas[tree.heads[verb]])
    return called if called is Status.CALLED_FOR and is_plain(tree, verb) else None


def find_outcome(tree: Tree, trigger: int, words: StatusWords) -> Outcome | None:
    """Return how the attempt came off that the trigger is the content of ("failed attempts to launch")."""
    found = (outcome_over(tree, at, words) for at in (trigger, *tree.ancestors(trigger)) if tree.deps[at] in CLAUSAL)
    return next((outcome for outcome in found if outcome is not None), None)


def outcome_over(tree: Tree, at: int, words: StatusWords) -> Outcome | None:
    """Return the outcome that the word governing `at` gives: an adjective of the attempt, or a verb of success."""
    label, head = tree.deps[at], tree.heads[at]
    if label == "acl" and tree.word_class(head) == NOUN:
        return with_adjectives(tree, head, Verdict(Status.HAPPENED), words).outcome
    achieved = words.get(StatusKind.ACHIEVEMENT, tree.lemmas[head])
    gerund = label == "prep" and tree.has(at, "pcomp")
    if achieved is not None and achieved.outcome == "success" and head != at and (gerund or label == "xcomp"):
        return Outcome(achieved.outcome)
    return None


def cross(
    tree: Tree, at: int, state: tuple[Status, bool], words: StatusWords, inner: Inner
) -> tuple[Status, bool, bool]:
    """Step from a word to the one that governs it; return status, whether it is settled, and whether to go on."""
    status, settled = state
    label, head = link_of(tree, at), tree.heads[at]
    if outcome_over(tree, at, words) is not None:
        # "Did not manage to seize it", "if they succeed in seizing it": as real as the success.
        own = own_status(tree, head, words) if label != "acl" else None
        return stronger(status, own), settled or own is not None, label != "acl"
    mark = opening_word(tree, at)
    put = of_forgone(tree, at) or of_condition(tree, at, mark, words)
    if put is not None:
        go_on = put is Status.DENIED or (put is Status.POSSIBLE and tree.tags[head] != "VBN")
        return stronger(status, put), True, go_on
    if label in ("conj", "dep", "parataxis"):
        return join(tree, at, state, words)
    if label == "pcomp" and tree.words[head].lower() in WITH and tree.has(at, *SUBJECTS):
        # "With Rossi flying to Lima, it is asked whether …": he flies.
        return status, True, False
    if tree.tags[head] in ("IN", "TO") and label in ("pcomp", "prep"):
        replaced = of_preposition(tree, head, words)
        return (stronger(status, replaced) if replaced else status), settled, not is_after(tree, head, words)
    if label == "advcl" and (crossed := of_adverbial(tree, at, state, words)) is not None:
        return crossed
    given = lent(tree, at, words, inner)
    if given is not None:
        # "Urged Oman not to arm them": nobody calls for arms.
        refused = given is Status.CALLED_FOR and status is Status.DENIED
        weaker = not settled or (RANK[given] > RANK[Status.ONGOING] and not refused)
        return stronger(status, given) if weaker else status, True, True
    return over_plain_governor(tree, at, (status, settled), words)


def of_adverbial(
    tree: Tree, at: int, state: tuple[Status, bool], words: StatusWords
) -> tuple[Status, bool, bool] | None:
    """Step over an adverbial clause by the words that open it, as `cross` does; None if they say nothing."""
    status, settled = state
    if any(tree.words[kid].lower() == "having" for kid in tree.children(at, "aux")):
        # "Would object, having signed a pact": the pact is signed.
        return status, True, False
    unrealised = of_opening(tree, at, words)
    if unrealised is not None:
        return stronger(status, unrealised), True, True
    beside = set_beside(tree, at, opening_word(tree, at), words)
    return None if beside is None else (stronger(status, beside), settled or beside is not Status.HAPPENED, False)


def is_after(tree: Tree, preposition: int, words: StatusWords) -> bool:
    """Tell whether something was done, after or despite which another thing was not: "did not go after signing"."""
    above = tree.heads[preposition]
    beside = tree.words[preposition].lower() in words_of("circumstances") and tree.word_class(above) == VERB
    return beside and own_status(tree, above, words) is Status.DENIED


def of_condition(tree: Tree, clause: int, mark: str, words: StatusWords) -> Status | None:
    """Return what the word that opens a clause makes of it: a condition, or what is asked; None if it does neither."""
    label, head = tree.deps[clause], tree.heads[clause]
    if is_as_if(tree, clause):
        return Status.POSSIBLE if tree.lemmas[head] in words_of("seeming") else Status.CONDITIONAL
    if mark == "whether" or (mark == "if" and tree.lemmas[head] in words_of("asking answers")):
        return Status.POSSIBLE
    conditional = words.get(StatusKind.CONDITION, mark) or is_inverted(tree, clause)
    return Status.CONDITIONAL if label in ("advcl", "ccomp") and conditional else None


def join(tree: Tree, at: int, state: tuple[Status, bool], words: StatusWords) -> tuple[Status, bool, bool]:
    """Step from a word to the one that it is joined to, as `cross` does."""
    status, settled = state
    label, head = tree.deps[at], tree.heads[at]
    if label == "conj" and shares_negation(tree, at, head):
        return stronger(status, Status.DENIED), True, True
    if label == "conj" and is_plain(tree, at) and tree.tags[head] in FINITE:
        # "Appealed to Paris, and Berlin in particular, to help": no clause of its own, so nothing that was done.
        return stronger(status, Status.PLANNED), True, True
    apart = tree.has(at, *SUBJECTS) and not opens(tree, head, words)
    if settled and RANK[status] <= RANK[Status.ONGOING] and apart:
        # What did happen is no part of the condition or plan it is coordinated with.
        return status, settled, False
    if label == "conj":
        status = stronger(status, shared_doubt(tree, at, head, words))
    if not settled or (label == "conj" and shares_modal(tree, at, head)):
        own = own_status(tree, head, words)
        # "Will not yield and sign": neither; "did not yield and signed" has a verb of its own.
        shared = own is not Status.DENIED or (label == "conj" and shares_modal(tree, at, head))
        status = stronger(status, own) if shared else status
        settled = own is not None
    return status, settled, True


def opens(tree: Tree, clause: int, words: StatusWords) -> bool:
    """Tell whether a condition opens its sentence: what "and" joins to it there is part of it ("if … and …, Lima")."""
    condition = words.get(StatusKind.CONDITION, opening_word(tree, clause))
    return condition is not None and tree.deps[clause] == "advcl" and tree.heads[clause] > clause


def is_done_to(tree: Tree, verb: int) -> bool:
    """Tell whether a participle behind a noun says what has been done to it: "the raid led by Chad"."""
    bare = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" and tree.word_class(tree.heads[verb]) == NOUN
    return bare and not tree.has(verb, *SUBJECTS, "aux", "mark")


def lent(tree: Tree, at: int, words: StatusWords, inner: Inner) -> Status | None:
    """Return the status that the word above lends a clause: its own say, or that of what it is predicated of."""
    label, head = tree.deps[at], tree.heads[at]
    left = of_exception(tree, at, words) if label in ("cc", "prep") else None
    if left is not None or label == "cc":
        return left
    # "When Oslo asked, nobody expected an answer": only a clause without a tense may be what is expected.
    apart = label == "advcl" and is_finite(tree, at)
    # "Voicing alarm at the raid, Oslo agreed to send tents": what is done besides is not what is agreed.
    apart = apart or (label == "advcl" and at < head and tree.tags[at] == "VBG")
    # "The duties imposed by Lima", "the plan adopted in May": what has been done to a thing is not what it is for.
    apart = apart or is_done_to(tree, at)
    given = None if apart or (runs_on(tree, at, words) and tree.has(head, "prt")) else inner(head)
    if given is None and tree.deps[head] == "conj" and tree.lemmas[head] in ("another", "other", "one"):
        # "Signed an agreement on fuel and another on rebuilding a plant".
        given = inner(tree.heads[head])
    if given is None and label == "prep":
        given = of_bargain(tree, at)
    if given is None and label == "xcomp" and tree.lemmas[head] == "be":
        given = next((inner(subject) for subject in tree.children(head, "nsubj")), None)
    if label == "xcomp" and given in (None, Status.ONGOING):
        given = of_auxiliary(tree, at) or given
    if given is None and label in ("ccomp", "csubj") and tree.lemmas[head] == "be":
        given = next((inner(kid) for kid in tree.children(head, "acomp", "attr")), None)
    past = label == "ccomp" and given is Status.PLANNED and own_status(tree, at, words) is Status.HAPPENED
    # "Decided to leave" is planned, "decided that they had left" is what they found.
    return withhold(tree, at, None if past else given, words)


def over_plain_governor(
    tree: Tree, at: int, state: tuple[Status, bool], words: StatusWords
) -> tuple[Status, bool, bool]:
    """Step over a governor without a say of its own: its modality, negation and tense pass down to an open clause."""
    status, settled = state
    label, head = tree.deps[at], tree.heads[at]
    finite = label == "ccomp" and is_finite(tree, at)
    if label == "advcl":
        purpose = is_plain(tree, at) and not runs_on(tree, at, words) and not is_done_by(tree, at, head)
        if purpose and not settled:
            own = own_status(tree, head, words) if tree.word_class(head) == VERB else None
            # What an act that may be is for may be as well: "could send troops to arrest them".
            open_ended = own if own in (Status.POSSIBLE, Status.CONDITIONAL, Status.CALLED_FOR) else None
            return stronger(stronger(status, Status.PLANNED), open_ended), True, True
        if settled:
            return status, settled, False
    if not settled and is_purpose(tree, at, words):
        return stronger(status, Status.PLANNED), True, True
    aimed = of_infinitive(tree, at, words) if RANK[status] <= RANK[Status.ONGOING] else None
    if aimed is not None:
        return aimed, True, True
    if finite or tree.word_class(head) == NOUN:
        return status, settled, not finite and label != "acl"
    own = own_status(tree, head, words) if tree.word_class(head) == VERB else None
    return stronger(status, own), settled or own is not None, True


def find_condition(tree: Tree, verb: int, words: StatusWords, *, done: bool = False) -> Span | None:
    """Return the span of the if-clause that the verb, or the verb it is coordinated with, depends on.

    On a clause behind a verb that is `done` hangs only what is refused or agreed: "refused to talk unless they left".
    On one that opens the sentence of what is only said hangs what is said: "if they go, Lima has said it will follow";
    so it does where it is said in passing: "if they go, Lima has made clear, it will follow".
    """
    kids = [*tree.children(verb, "advcl")]
    kids += [
        kid for aside in tree.children(verb, *ASIDE) if is_aside(tree, aside) for kid in tree.children(aside, "advcl")
    ]
    if tells_ahead(tree, verb) or is_aside(tree, verb):
        kids = [kid for kid in kids if kid > verb]
    elif tree.deps[verb] == "ccomp" and tells_ahead(tree, tree.heads[verb]):
        kids += [kid for kid in tree.children(tree.heads[verb], "advcl") if kid < verb]
    for kid in kids:
        if (done or (is_past(tree, verb) and is_inverted(tree, kid))) and kid > verb:
            # "Offered the use of it should Chad attack": the offer was made.
            continue
        if words.get(StatusKind.CONDITION, opening_word(tree, kid)) or is_inverted(tree, kid):
            return tree.span(*tree.subtree(kid))
    return None


def is_aside(tree: Tree, verb: int) -> bool:
    """Tell whether a clause only says in passing who says what stands around it: "…, officials argue, …"."""
    around = tree.heads[verb]
    if tree.deps[verb] not in ASIDE or around < verb or tree.lemmas[around] in reporting_verbs():
        return False
    said = any(kid < verb for kid in tree.children(verb, *SUBJECTS)) and "," in tree.words[verb:around]
    return said and not any(tree.tags[kid] == "MD" for kid in tree.children(verb, "aux"))


def tells_ahead(tree: Tree, verb: int) -> bool:
    """Tell whether a verb without a modal says what will or would be."""
    told = next((kid for kid in tree.children(verb, "ccomp") if kid > verb), None)
    modal = [any(tree.tags[kid] == "MD" for kid in tree.children(at, "aux")) for at in (verb, told) if at is not None]
    return modal == [False, True]


def is_past(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is a plain past."""
    return tree.tags[verb] == "VBD" and not any(tree.tags[kid] == "MD" for kid in tree.children(verb, "aux"))


def is_done(tree: Tree, verb: int) -> bool:
    """Tell whether a plain past verb has an infinitive under it that a condition may hang on."""
    return is_past(tree, verb) and tree.has(verb, "xcomp")

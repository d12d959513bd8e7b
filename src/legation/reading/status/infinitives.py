"""Infinitives: what the verb or noun above one says of whether it was done.

"Began to withdraw", "was forced to leave" tell that it was; "voted to annex", "was sent to arrest", "a drive to seize"
tell what somebody set out to do, and "was too weak to attack" that it was not done. A verb that the lexicon does not
list as carrying its infinitive out only says what for: nothing is shown as done that was not said to be.
"""

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.grammar.singled import is_one_of
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import ADJECTIVE, NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.moods import PRESENT, is_of_any, opening_word, own_status
from legation.reading.status.statuswords import StatusWords, stronger


def of_auxiliary(tree: Tree, infinitive: int) -> Status | None:
    """Return what "is to", "is going to", "has to" and "has yet to" make of the infinitive after them."""
    verb = tree.heads[infinitive]
    if not any(tree.tags[kid] == "TO" for kid in tree.children(infinitive, "aux")):
        return None
    lemma, before = tree.lemmas[verb], {tree.words[kid].lower() for kid in tree.children(verb, "advmod")}
    if lemma == "have" and "yet" in before:
        return Status.DENIED
    if lemma == "have" and tree.tags[verb] in PRESENT:
        return Status.CALLED_FOR
    going = lemma == "go" and tree.tags[verb] == "VBG" and tree.has(verb, "aux")
    return Status.PLANNED if going or (lemma == "be" and tree.tags[verb][:2] == "VB") else None


def of_infinitive(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what a verb without an object, or "too" before an adjective, makes of the infinitive under it.

    None where it is no plain infinitive, or where it was done if the word above holds ("began to", "was made to").
    """
    verb = tree.heads[at]
    if tree.deps[at] not in ("xcomp", "ccomp") or not is_plain(tree, at) or tree.has(at, *SUBJECTS):
        return None
    if tree.word_class(verb) == ADJECTIVE:
        degree = {tree.words[kid].lower() for kid in tree.children(verb, "advmod")}
        copula = tree.heads[verb]
        could = "enough" in degree and tree.lemmas[copula] == "be" and tree.tags[copula] in PRESENT
        # "Is strong enough to attack": it could; "was brave enough to ask": it did.
        return Status.DENIED if "too" in degree else Status.POSSIBLE if could else None
    if tree.word_class(verb) != VERB or carries_out(tree, verb, words) or is_done_by(tree, at, verb):
        return None
    own = own_status(tree, verb, words)
    open_ended = own not in (None, Status.HAPPENED, Status.ONGOING)
    return stronger(Status.PLANNED, own) if open_ended else Status.PLANNED


def of_exception(tree: Tree, but: int, words: StatusWords) -> Status | None:
    """Return how real is what somebody has "no choice but to" do: as real as that he has no choice; else None."""
    above = tree.heads[but]
    verb = above if tree.word_class(above) == VERB else tree.heads[above]
    left = any(tree.lemmas[kid] in words_of("ways out") for kid in tree.children(verb, "dobj", "attr", "nsubj"))
    if tree.words[but].lower() != "but" or not tree.has(but, "pcomp") or not left:
        return None
    modal = next((tree.words[kid].lower() for kid in tree.children(verb, "aux") if tree.tags[kid] == "MD"), None)
    if modal is not None:
        return words.status(StatusKind.MODAL, modal)
    return Status.CALLED_FOR if tree.tags[verb] in PRESENT else Status.HAPPENED


def is_done_by(tree: Tree, at: int, verb: int) -> bool:
    """Tell whether an act is done by the other: "gathered to protest", "met to discuss", "voted to condemn"."""
    above, act = tree.lemmas[verb], tree.lemmas[at]
    if above == "vote":
        return act in words_of("done by voting")
    return above in words_of("coming together") and act in words_of("done together")


def carries_out(tree: Tree, verb: int, words: StatusWords) -> bool:
    """Tell whether the infinitive under a verb took place if the verb did: "went on to", "was forced to"."""
    kinds = [StatusKind.ASPECTUAL, StatusKind.ACHIEVEMENT]
    if is_passive(tree, verb) or tree.has(verb, "dobj"):
        kinds.append(StatusKind.IMPLICATIVE)
    lemma = tree.lemmas[verb]
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt")), "")
    return any(words.get(kind, f"{lemma} {particle}".strip()) is not None for kind in kinds)


def runs_on(tree: Tree, at: int, words: StatusWords) -> bool:
    """Tell whether "to" follows right behind a verb that carries out what it opens, however the parser hangs it.

    It takes "was made to release" and "went on to sign" for acts with a purpose, which "came to negotiate" is.
    """
    verb = tree.heads[at]
    if tree.deps[at] not in ("advcl", "xcomp") or verb > at or not is_plain(tree, at):
        return False
    moves = tree.lemmas[verb] in words_of("journeys") and not tree.has(verb, "prt")
    between = range(verb + 1, next(tree.children(at, "aux")))
    near = all(tree.deps[kid] == "prt" for kid in between)
    return near and not moves and tree.word_class(verb) == VERB and carries_out(tree, verb, words)


def first_infinitive(tree: Tree, verb: int) -> int | None:
    """Return the first of two infinitives, perfect ones too, of which a verb is the second; None if it is not."""
    at = verb
    while tree.deps[at] == "conj" and tree.word_class(tree.heads[at]) == VERB and not tree.has(at, *SUBJECTS):
        at = tree.heads[at]
    marked = any(tree.tags[kid] == "TO" for kid in tree.children(at, "aux"))
    finite = not tree.has(verb, "aux") and tree.tags[verb] in ("VBZ", "VBP")
    return at if at != verb and marked and not finite else None


def is_to_be_done(tree: Tree, at: int) -> bool:
    """Tell whether a clause says what is to be done to its subject: "wants the ban to be lifted"."""
    return tree.has(at, "nsubjpass") and is_plain(tree, at)


def is_plain(tree: Tree, at: int) -> bool:
    """Tell whether a verb is an infinitive with "to", "to be freed" too, and no perfect one ("to have left").

    Nor one that tells what came of it: "changed its name, only to be vetoed".
    """
    helpers = list(tree.children(at, "aux"))
    bare = tree.tags[at] == "VB" or any(tree.tags[kid] == "VB" for kid in tree.children(at, "auxpass"))
    marked = bare and any(tree.tags[kid] == "TO" for kid in helpers)
    only = (kid for kid in tree.children(at, "advmod") if tree.words[kid].lower() == "only" and kid < at)
    outcome = tree.deps[at] == "advcl" and any(tree.words[kid - 1] == "," for kid in only)
    return marked and not outcome and not any(tree.lemmas[kid] == "have" for kid in helpers)


def of_relative(tree: Tree, at: int, words: StatusWords, *, settled: bool) -> Status | None:
    """Return what the noun that a relative clause is about makes of it: of any such thing, or for a purpose."""
    if is_of_any(tree, tree.heads[at]):
        return Status.POSSIBLE
    return Status.PLANNED if not settled and is_purpose(tree, at, words) else None


def is_purpose(tree: Tree, at: int, words: StatusWords) -> bool:
    """Tell whether an infinitive says what something is for: after a verb's object, or after a noun.

    "Sent tents to help Chad", "troops to fight the rebels"; but "forced Chad to leave", "the first to leave".
    """
    label, head = tree.deps[at], tree.heads[at]
    if not is_plain(tree, at):
        return False
    if label == "acl" or (label == "relcl" and (opening_word(tree, at) == "for" or not tree.has(at, *SUBJECTS))):
        singled = any(tree.words[kid].lower() in words_of("singled out") for kid in tree.kids[head])
        return tree.word_class(head) == NOUN and not singled and not is_one_of(tree, head, at)
    acted_on = tree.has(head, "dobj") and tree.word_class(head) == VERB
    return label == "xcomp" and acted_on and words.get(StatusKind.IMPLICATIVE, tree.lemmas[head]) is None

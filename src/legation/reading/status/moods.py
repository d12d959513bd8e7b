"""Mood and tense: what a verb's own auxiliaries, adverbs, negation and tense say of how real its clause is."""

from legation.documents.document import ZoneKind
from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import SUBJECTS, Tree
from legation.reading.status.statuswords import RANK, StatusWords, stronger

PRESENT = frozenset({"VBZ", "VBP"})
OBLIGING = frozenset({"must", "should", "ought"})
INVERTED = frozenset({"should", "were", "had"})
NEGATIVE = frozenset({"no", "neither", "little", "few", "scant"})
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
# How what opens a question is tagged: question words, and verbs before their subject.
ASKING = frozenset({"WP", "WRB", "WDT", "MD", "VBZ", "VBD", "VBP"})


def own_status(tree: Tree, verb: int, words: StatusWords) -> Status | None:
    """Return what the verb's own auxiliaries, adverbs and tense say; None for a bare infinitive or participle."""
    modal: Status | None = None
    negative = is_negated(tree, verb)
    adverb: Status | None = None
    for kid in tree.kids[verb]:
        word = tree.words[kid].lower()
        if tree.tags[kid] == "MD":
            given = words.status(StatusKind.MODAL, word)
            given = Status.PLANNED if given is Status.CONDITIONAL and is_reported_future(tree, verb) else given
            given = Status.POSSIBLE if given is Status.CONDITIONAL and is_put(tree, verb, kid) else given
            if word == "must" and any(tree.lemmas[other] == "have" for other in tree.children(verb, "aux")):
                # "Must have seized it" is what somebody infers.
                given = Status.POSSIBLE
            modal = given if modal is None or given is None else stronger(modal, given)
        elif tree.deps[kid] == "advmod":
            # "Has all but left" is one adverb, and so is "nearly".
            word = "all but" if word == "but" and tree.words[kid - 1].lower() == "all" else word
            adverb = words.status(StatusKind.ADVERB, word) or adverb
            # "Has almost completed the pullout", "nearly doubled its exports": it is well under way.
            if word in words_of("nearly") and tree.lemmas[verb] in words_of("by degrees"):
                adverb = Status.ONGOING
    if negative and modal is Status.CONDITIONAL and is_refusal(tree, verb):
        return Status.DENIED
    if negative:
        return modal if modal in (Status.POSSIBLE, Status.CONDITIONAL) and not is_cannot(tree, verb) else Status.DENIED
    if modal is not None:
        return modal
    tense = status_of_tense(tree, verb)
    return adverb if adverb is not None and (tense is None or RANK[adverb] > RANK[tense]) else tense


def is_refusal(tree: Tree, verb: int) -> bool:
    """Tell whether "would not" tells of a refusal: "freed the pilots but would not let us in", "would not say why"."""
    if tree.lemmas[verb] in words_of("kept to oneself") and not tree.has(verb, "advcl"):
        return any(tree.words[kid].lower() == "would" for kid in tree.children(verb, "aux"))
    beside = tree.deps[verb] == "conj" and tree.tags[tree.heads[verb]] == "VBD"
    return beside and any(tree.words[kid].lower() == "would" for kid in tree.children(verb, "aux"))


def is_reported_future(tree: Tree, verb: int) -> bool:
    """Tell whether a "would" is the "will" of what somebody said in the past ("said it would free …").

    With "have" it speaks of what did not come about, and with a bare "be" of what would be so.
    """
    if tree.lemmas[verb] == "be" or any(tree.lemmas[kid] == "have" for kid in tree.children(verb, "aux")):
        return False
    at = verb
    while tree.deps[at] == "conj" and tree.heads[at] != at:
        at = tree.heads[at]
    saying = tree.heads[at]
    # "Quoted the general as saying it would leave".
    quoted = tree.tags[saying] == "VBG" and tree.deps[saying] == "pcomp"
    if tree.tags[saying] == "VBG" and tree.deps[saying] == "advcl":
        # "Said that it was over, adding that Chad would leave".
        saying = tree.heads[saying]
    return tree.deps[at] == "ccomp" and (quoted or tree.tags[saying] in ("VBD", "VBN"))


def is_put(tree: Tree, verb: int, modal: int) -> bool:
    """Tell whether a modal stands in what somebody asks: "Would Chad attack?", "asked if Chad would attack"."""
    if opening_word(tree, verb) in ("if", "whether") and tree.lemmas[tree.heads[verb]] in words_of("asking answers"):
        return True
    subject = next((kid for kid in tree.kids[verb] if tree.deps[kid] in SUBJECTS), None)
    return subject is not None and modal < subject and is_question(tree, verb)


def is_obliged(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says what its subject is obliged to do: "must go", "should not go", "has to go"."""
    if any(tree.words[kid].lower() in OBLIGING for kid in tree.children(verb, "aux")):
        return True
    return tree.lemmas[verb] in ("have", "need") and any(
        tree.tags[kid] == "VB" and any(tree.tags[aux] == "TO" for aux in tree.children(kid, "aux"))
        for kid in tree.children(verb, "xcomp")
    )


def is_demanded(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says what its subject is to do: "insisted that Chad must go", "that Chad withdraw"."""
    if is_obliged(tree, verb):
        return True
    if any(tree.tags[kid] in ("MD", "TO", "VBZ", "VBD", "VBP") for kid in tree.children(verb, "aux", "auxpass")):
        return False
    # The tagger takes the subjunctive for a present; behind a past tense it would be one of another tense.
    return tree.tags[verb] == "VB" or (tree.tags[verb] == "VBP" and tree.tags[tree.heads[verb]] == "VBD")


def is_undertaken(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says what its subject will do: "agreed that neither would use force"."""
    return any(tree.words[kid].lower() in ("will", "would", "shall", "should") for kid in tree.children(verb, "aux"))


def is_inverted(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is a condition by its word order: "should Chad attack", "were Chad to attack"."""
    if tree.deps[clause] != "advcl":
        return False
    subject = next((kid for kid in tree.kids[clause] if tree.deps[kid] in SUBJECTS), None)
    first = clause if tree.words[clause].lower() == "were" else next(iter(tree.children(clause, "aux")), clause)
    return subject is not None and first < subject and tree.words[first].lower() in INVERTED


def is_cannot(tree: Tree, verb: int) -> bool:
    """Tell whether the modal is a negated "can" or "could", which shuts out rather than leaves open."""
    return any(tree.tags[kid] == "MD" and tree.words[kid].lower() in ("can", "ca", "could") for kid in tree.kids[verb])


def is_hardly_any(tree: Tree, word: int) -> bool:
    """Tell whether a determiner is "hardly any"."""
    return tree.words[word].lower() == "any" and tree.words[word - 1].lower() in ("hardly", "scarcely", "barely")


def is_negated(tree: Tree, verb: int) -> bool:
    """Tell whether the clause is negated: "not", "never", "nor did", "no" with subject, object or doer."""
    if is_neither(tree, verb) or is_by_nobody(tree, verb) or is_at_no_time(tree, verb):
        return True
    for kid in tree.kids[verb]:
        if tree.deps[kid] == "aux" and kid and tree.words[kid - 1].lower() in ("nor", "neither"):
            return True
        if tree.deps[kid] == "neg" or (tree.words[kid].lower() == "longer" and tree.has(kid, "neg")):
            return True
        if tree.deps[kid] in ("dobj", "nsubj", "nsubjpass") and any(
            tree.words[grand].lower() in NEGATIVE or is_hardly_any(tree, grand)
            for grand in tree.children(kid, "det", "neg", "amod", "cc", "preconj")
        ):
            return True
        if tree.deps[kid] in ("nsubj", "nsubjpass", "dobj") and tree.words[kid].lower() in NOBODY:
            return True
    return False


def is_at_no_time(tree: Tree, verb: int) -> bool:
    """Tell whether it was done on no occasion: "at no point did Chad ask", "under no circumstances will Chad go"."""
    nouns = (noun for kid in tree.children(verb, "prep") for noun in tree.children(kid, "pobj"))
    return any(
        tree.lemmas[noun] in words_of("occasions of no") and tree.words[noun - 1].lower() == "no" for noun in nouns
    )


def is_by_nobody(tree: Tree, verb: int) -> bool:
    """Tell whether nobody does it, or it is done to nobody: "signed by neither Chad nor Mali", "sent it to neither"."""
    for kid in tree.children(verb, "agent", "prep", "dative"):
        done_by = tree.words[kid].lower() == "by"
        for noun in tree.children(kid, "pobj"):
            said = {tree.words[word].lower() for word in (noun, *tree.children(noun, "det", "preconj", "cc"))}
            # "At no cost" and "with no warning" deny nothing of the act itself.
            same = [at for at in tree.children(verb, "prep") if tree.words[at] == tree.words[kid]]
            if (said & NOBODY and len(same) <= 1) or (done_by and said & NEGATIVE):
                # But "agreed with Chad to build it and with nobody to share it".
                return True
    return False


def is_neither(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is one of those between "neither" and "nor": "has neither accepted nor rejected the plan"."""
    if tree.deps[verb] == "conj" and tree.words[verb - 1].lower() == "nor":
        verb = tree.heads[verb]
    return tree.words[verb - 1].lower() == "neither" and tree.deps[verb - 1] in ("preconj", "cc", "advmod", "det")


def is_of_any(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is of any thing that may come: "will answer any act that harms it"."""
    return any(tree.words[kid].lower() in ("any", "whatever", "whichever") for kid in tree.children(noun, "det"))


def is_halted(tree: Tree, verb: int) -> bool:
    """Tell whether a past verb says that this was no longer done: "stopped buying", not "may stop buying"."""
    head = tree.heads[verb]
    halting = tree.lemmas[head] in words_of("halting") and tree.tags[head] in ("VBD", "VBN")
    return halting and tree.tags[verb] == "VBG" and tree.deps[verb] == "xcomp" and not is_negated(tree, head)


def status_of_tense(tree: Tree, verb: int) -> Status | None:
    """Return what the tense says: past happened, present and progressive go on, headline presents happened."""
    tag = tree.tags[verb]
    auxiliaries = [kid for kid in tree.kids[verb] if tree.deps[kid] in ("aux", "auxpass")]
    tags = {tree.tags[kid] for kid in auxiliaries}
    if "TO" in tags or tag == "VB":
        if "VBD" in tags:
            return Status.HAPPENED
        # Headlines leave out "is": "Chad to send troops", "Chad to send troops, says envoy".
        top = tree.heads[verb] == verb or (tree.deps[verb] == "ccomp" and tree.heads[verb] > verb)
        alone = "TO" in tags and top and tree.has(verb, *SUBJECTS)
        return Status.PLANNED if alone else None
    if tag == "VBG":
        if "VBD" in tags or (not auxiliaries and is_done_besides(tree, verb)):
            return Status.HAPPENED
        return Status.ONGOING if auxiliaries or tree.deps[verb] in ("acl", "amod") else None
    if tag in PRESENT and not auxiliaries:
        headline = tree.passage.zone in (ZoneKind.TITLE, ZoneKind.CAPTION)
        return Status.HAPPENED if headline else Status.ONGOING
    if tag == "VBN" and tags == {"VB"} and not tree.has(verb, "aux"):
        # A subjunctive: "that it be extended".
        return None
    if tag in ("VBN", "VBD"):
        going = tags & PRESENT and not any(tree.lemmas[kid] == "have" for kid in auxiliaries) and auxiliaries
        return Status.ONGOING if going and tree.passage.zone is not ZoneKind.TITLE else Status.HAPPENED
    return Status.HAPPENED if tag[0] == "V" else None


def is_done_besides(tree: Tree, verb: int) -> bool:
    """Tell whether a participle set off by commas is what the subject of a past act did: "Rossi, receiving her, said".

    What has gone on for a time goes on: "the rebels, fighting since May, fled".
    """
    noun = tree.heads[verb]
    apart = tree.words[verb - 1] == "," and tree.deps[verb] == "acl" and tree.deps[noun] in ("nsubj", "conj", "appos")
    low, high = tree.subtree(verb)
    lasting = any(tree.words[at].lower() in ("since", "for") for at in range(low, high))
    while tree.deps[noun] in ("conj", "appos"):
        noun = tree.heads[noun]
    return apart and not lasting and tree.tags[tree.heads[noun]] == "VBD"


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether a clause has a tense of its own."""
    tags = {tree.tags[verb], *(tree.tags[kid] for kid in tree.children(verb, "aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def shares_negation(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a bare infinitive stands under the "not to" of the one it is joined to: "not to threaten or use"."""
    bare = tree.tags[verb] == tree.tags[head] == "VB" and not tree.has(verb, "aux", "neg", *SUBJECTS)
    return bare and any(tree.tags[kid] == "TO" for kid in tree.kids[head]) and is_negated(tree, head)


def shares_modal(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a coordinated verb stands under the first one's modal ("may visit and meet")."""
    if tree.has(verb, "aux", *("nsubj", "nsubjpass")):
        return False
    return tree.tags[verb] == tree.tags[head] and any(tree.tags[kid] == "MD" for kid in tree.kids[head])


def shared_doubt(tree: Tree, verb: int, head: int, words: StatusWords) -> Status | None:
    """Return what an adverb before the first of two acts makes of the second: "allegedly seized and shot six men"."""
    alike = tree.tags[verb] in ("VBD", "VBN") and tree.tags[head] in ("VBD", "VBN")
    if not alike or tree.has(verb, *SUBJECTS, "aux", "auxpass", "advmod"):
        return None
    adverbs = (kid for kid in tree.children(head, "advmod") if kid < head)
    found = [words.status(StatusKind.ADVERB, tree.words[kid].lower()) for kid in adverbs]
    return Status.POSSIBLE if Status.POSSIBLE in found else None


def opening_word(tree: Tree, clause: int) -> str:
    """Return the conjunction that opens a clause, in lower case, or an empty string."""
    mark = next((kid for kid in tree.kids[clause] if tree.deps[kid] == "mark"), None)
    if mark is None:
        return ""
    first, _ = tree.subtree(mark) if tree.has(mark, "fixed") else (mark, mark)
    return " ".join(tree.words[first : mark + 1]).lower()


def is_circumstance(tree: Tree, clause: int, mark: str) -> bool:
    """Tell whether a clause tells why, or after what, something was refused or put off: that much did happen."""
    past = tree.tags[clause] == "VBD" or any(tree.tags[kid] == "VBD" for kid in tree.children(clause, "aux", "auxpass"))
    return past and mark in words_of("circumstances")


def is_question(tree: Tree, verb: int) -> bool:
    """Tell whether the verb stands in a question that its own sentence asks."""
    _, end = tree.sentence[verb]
    above = (verb, *tree.ancestors(verb))
    if tree.words[end - 1] != "?" or any(tree.deps[at] == "relcl" for at in above):
        return False
    # "What has changed since Chad seized the town?": it did.
    if any(tree.deps[at] == "advcl" and is_circumstance(tree, at, opening_word(tree, at)) for at in above):
        return False
    # What stands before the colon is told: he left with one question, namely what will become of it.
    return not any(tree.words[at] == ":" and tree.tags[at + 1] in ASKING for at in range(verb + 1, end - 1))

"""Retold: words that open a frame and only tell once more what the clause around them has told.

- "held talks", "held Baku responsible": what somebody holds is no act beside the holding;
- "committed to upholding the agreement": to uphold is what the commitment is about;
- "will fly to Lima, his third visit this year": the visit is the flight;
- "signed a trade agreement": the trade says which agreement, and is none of its own.
"""

from collections.abc import Mapping

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Mention
from legation.reading.frames.coding import Coding
from legation.reading.parse.trees import NOUN, VERB, Tree

# Who refuses, demands or promises talks does one thing, the talks are another; who holds talks does one thing in all.
SPOKEN_OF = frozenset({"REJECT", "REQUEST", "AGREE"})
AGREEING = frozenset({"AGREE", "SUPPORT"})
# How the parser hangs a noun behind a comma that says what the clause before it was.
SUMMING = frozenset({"npadvmod", "attr", "appos", "dep", "dobj"})


def uses_up(coding: Coding) -> bool:
    """Tell whether the noun that a frame rests on is no claim of its own: the object of a light verb, what is left.

    What somebody refrains from, by a frame that is silent, is told nowhere else.
    """
    left = "from" in coding.frame.entry.prep and not coding.frame.entry.silent
    return coding.frame.type not in SPOKEN_OF or left


def is_retold(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> bool:
    """Tell whether a word opens no claim of its own, since a word above it tells of the same act."""
    return (
        repeats_governor(tree, coding, codings)
        or repeats_word_given(tree, coding, codings)
        or sums_up(tree, coding, codings)
        or says_which(tree, coding, codings)
    )


def repeats_word_given(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> bool:
    """Tell whether a gerund only says what the word above it is about: "committed to upholding the agreement".

    "Signed a pact, reaching an agreement": it is the same parties who agree and who keep to it, or come to it.
    """
    at = coding.trigger
    if tree.tags[at] != "VBG" or tree.lemmas[at] not in words_of("keeping to agreements"):
        return False
    above = next((codings[up] for up in tree.ancestors(at) if up in codings), None)
    if above is None or above.frame.type not in AGREEING or above.frame.entry.silent or not coding.agents:
        return False
    return {*map(party, coding.agents)} <= {*map(party, above.agents)}


def party(mention: Mention) -> str:
    """Return by what two mentions of one party are known: their actor, else their words."""
    return mention.actor.id if mention.actor is not None else mention.text.lower()


def repeats_governor(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> bool:
    """Tell whether a word only repeats its verb ("held talks", "held Baku responsible", "gave tents to assist")."""
    if tree.deps[coding.trigger] in ("xcomp", "advcl") and tree.tags[coding.trigger] == "VB":
        giver = codings.get(tree.heads[coding.trigger])
        return giver is not None and giver.frame.type == coding.frame.type == "AID" and not giver.frame.entry.silent
    if tree.deps[coding.trigger] not in ("dobj", "nsubjpass", "attr", "oprd", "acomp"):
        return False
    governor = codings.get(tree.heads[coding.trigger])
    # "Called it a massacre": what it is called is no act beside the calling.
    types = {coding.frame.type, "ACCUSE"} if tree.deps[coding.trigger] == "oprd" else {coding.frame.type}
    return governor is not None and not governor.frame.entry.silent and governor.frame.type in types


def sums_up(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> bool:
    """Tell whether a noun behind a comma says what the clause before it told: "…, his third visit this year"."""
    noun = coding.trigger
    first, _ = tree.subtree(noun)
    if tree.word_class(noun) != NOUN or tree.deps[noun] not in SUMMING or tree.words[first - 1] != ",":
        return False
    verb = next((at for at in tree.ancestors(noun) if tree.word_class(at) == VERB), None)
    told = [] if verb is None else [codings[at] for at in (verb, *tree.children(verb, "xcomp")) if at in codings]
    same = (coding.frame.type, coding.frame.mode)
    return any((one.frame.type, one.frame.mode) == same and one.trigger < first for one in told)


def says_which(tree: Tree, coding: Coding, codings: Mapping[int, Coding]) -> bool:
    """Tell whether a noun before another only says which thing the verb is about, and adds nobody to its parties.

    Only of what several do together: a "sanctions bill" that a senate passes does tell of sanctions.
    """
    head = coding.trigger
    while tree.deps[head] == "compound":
        head = tree.heads[head]
    above = codings.get(tree.heads[head])
    if head == coding.trigger or not coding.frame.entry.symmetric or above is None or above.frame.entry.silent:
        return False
    if tree.deps[head] not in ("dobj", "nsubjpass") or tree.word_class(above.trigger) != VERB:
        return False
    theirs = {*map(party, (*above.agents, *above.recipients))}
    return {*map(party, (*coding.agents, *coding.recipients))} <= theirs

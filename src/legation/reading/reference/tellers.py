"""Who tells of what: the group behind "…, they say", the owner of a claim, and who is only named in what is told."""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef
from legation.reading.names.found import SUBJECT_LABELS, Classes, Found, lemma
from legation.reading.reference.history import History


def tellers(item: Found, history: History, classes: Classes) -> tuple[ActorRef, ...]:
    """Return the group that told of what stands before, for "they" that tells of what stands around: "…, they say"."""
    line, verb = item.line, item.line.heads[item.head]
    if not is_reporter(item, classes) or line.low(item.start - 1) != ",":
        return ()
    for trace in history.back(history.sentence(item), 1):
        told = trace.found.line
        speaks = trace.found.dep in SUBJECT_LABELS and told.heads[trace.found.head] != verb
        verbs = classes["speech-verb"] | words_of("telling verbs")
        if speaks and trace.found.plural and trace.refs and lemma(told, told.heads[trace.found.head]) in verbs:
            return trace.refs
    return ()


def whose_claim(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return whose report, claim or view it is whose clause the pronoun leads: "Togo's claim that it had left"."""
    line, verb = item.line, item.line.heads[item.head]
    noun = line.heads[verb]
    told = line.deps[verb] in ("acl", "ccomp", "relcl") and any(
        line.lows[kid] == "that" and line.deps[kid] == "mark" for kid in line.children[verb]
    )
    if not told or item.dep not in SUBJECT_LABELS or line.tags[noun][:2] != "NN":
        return ()
    owners = [kid for kid in line.children[noun] if line.deps[kid] == "poss"]
    same = [trace for trace in history.back(history.sentence(item), 0) if trace.found.line is line]
    return next((trace.refs for trace in same if trace.found.head in owners and trace.refs), ())


def is_reporter(item: Found, classes: Classes) -> bool:
    """Tell whether the pronoun is who reports: "…, he said"."""
    line, verb = item.line, item.line.heads[item.head]
    return item.dep in SUBJECT_LABELS and not line.quotes[item.head] and lemma(line, verb) in classes["speech-verb"]


def is_told(other: Found, classes: Classes) -> bool:
    """Tell whether somebody is only named in what is reported: in a quotation, or under a verb of speech.

    "We do more than Rossi imagined," Haddad said. "Rossi has lied," he added. Haddad says Rossi will pay. He said …
    """
    line, at = other.line, other.head
    if line.quotes[at]:
        return True
    while line.heads[at] != at:
        if line.deps[at] == "ccomp" and lemma(line, line.heads[at]) in classes["speech-verb"]:
            return True
        at = line.heads[at]
    return False

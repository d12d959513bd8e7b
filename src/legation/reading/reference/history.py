"""What a document has named so far, and how present each of it is: the ground on which a later word is resolved.

Method: salience by grammatical role, halved with every sentence, after Lappin and Leass (1994), "An algorithm for
pronominal anaphora resolution", with their weights for subject, object and oblique.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from legation.documents.document import ZoneKind
from legation.reading.claim import ActorRef, ActorType, Form
from legation.reading.names.found import Found, Sort
from legation.reading.reference.speakers import Speakers

RECENCY = 100.0
ROLES = {
    "nsubj": 80.0, "nsubjpass": 75.0, "csubj": 60.0, "agent": 60.0, "ROOT": 60.0, "dobj": 50.0, "dative": 45.0,
    "poss": 45.0, "pobj": 40.0, "appos": 30.0, "conj": 40.0, "attr": 30.0,
}  # fmt: skip
MODIFIER = 20.0
# What every further mention within the window adds, up to four.
FREQUENCY = 6.0
# Clauses whose subject is less present than that of the main clause.
SUBORDINATE = frozenset({"advcl", "relcl", "acl", "pcomp", "csubj"})
LOCATIVE = frozenset({"in", "at", "near", "from", "across", "into"})
# Zones that refer to nothing outside, nor are referred to.
CLOSED = frozenset({ZoneKind.CAPTION, ZoneKind.TITLE, ZoneKind.CORRECTION})
# How many sentences back a pronoun or "the country" may reach.
WINDOW = 3
# Sentences looked at for each later one; more only costs time.
KEPT = 400


@dataclass(frozen=True, slots=True)
class Trace:
    """One resolved mention: whom it names, in which sentence of the document, and its weight there."""

    found: Found
    refs: tuple[ActorRef, ...]
    sentence: int
    weight: float


@dataclass(slots=True)
class History:
    """The traces of a document so far, in text order."""

    speakers: Speakers
    traces: list[Trace] = field(default_factory=list)
    offset: int = 0

    def speaker(self, found: Found) -> ActorRef | None:
        """Return who speaks the quotation that a mention stands in, if it stands in one."""
        number = found.line.quotes[found.head]
        if not number:
            return self.speakers.before(found.line) if found.line.spoken else None
        return self.speakers.of(found.line, number)

    def add(self, found: Found, refs: tuple[ActorRef, ...]) -> None:
        """Note a resolved mention."""
        self.traces.append(Trace(found, refs, self.sentence(found), weigh(found)))

    def sentence(self, found: Found) -> int:
        """Return the number of a mention's sentence within the document."""
        return self.offset + found.line.sentences[found.head]

    def back(self, sentence: int, window: int = WINDOW) -> Iterator[Trace]:
        """Yield the traces of this and the last sentences, latest first."""
        for trace in reversed(self.traces[-KEPT:]):
            if trace.sentence < sentence - window:
                return
            yield trace

    def ranked(
        self, found: Found, wanted: Callable[[Trace], bool], window: int = WINDOW
    ) -> list[tuple[float, tuple[ActorRef, ...]]]:
        """Return what `found` may refer to with its salience, highest first; a later trace wins a tie."""
        now = self.sentence(found)
        scores: dict[tuple[str, ...], tuple[float, tuple[ActorRef, ...]]] = {}
        order: dict[tuple[str, ...], int] = {}
        counts: dict[tuple[str, ...], int] = {}
        for rank, trace in enumerate(self.back(now, window)):
            if (trace.found.start >= found.start and trace.found.line is found.line) or apart(trace.found, found):
                continue
            if not wanted(trace):
                continue
            key = tuple(ref.id for ref in trace.refs) or (f"rival {rank}",)
            counts[key] = counts.get(key, 0) + (trace.found.sort != Sort.ADJECTIVE)
            score = trace.weight / 2.0 ** (now - trace.sentence)
            score += 15.0 if trace.found.dep == found.dep and found.dep in ("nsubj", "dobj") else 0.0
            if score > scores.get(key, (0.0, ()))[0]:
                scores[key], order[key] = (score, trace.refs), rank
        total = {key: score + FREQUENCY * min(counts[key], 4) for key, (score, _) in scores.items()}
        return [(total[key], scores[key][1]) for key in sorted(total, key=lambda key: (-total[key], order[key]))]


def weigh(found: Found) -> float:
    """Return the salience of a mention in its own sentence, from the role of its head word."""
    dep, line = found.dep, found.line
    if found.sort == Sort.ADJECTIVE or dep in ("compound", "amod", "nmod", "npadvmod"):
        return RECENCY + MODIFIER
    if dep == "conj":
        above = line.heads[found.head]
        while line.deps[above] == "conj" and line.heads[above] != above:
            above = line.heads[above]
        dep = line.deps[above]
    if dep == "pobj" and line.lows[line.heads[found.head]] in LOCATIVE:
        return RECENCY + MODIFIER
    weight = RECENCY + ROLES.get(dep, 30.0)
    if dep == "nsubj" and line.deps[line.heads[found.head]] in SUBORDINATE:
        weight -= 15.0
    return weight - 20.0 if found.form == Form.DESCRIPTION and found.sort == Sort.GROUP else weight


def apart(one: Found, other: Found) -> bool:
    """Tell whether a caption or headline stands between the two: neither refers into the other."""
    return one.line.zone != other.line.zone and (one.line.zone in CLOSED or other.line.zone in CLOSED)


def is_single(trace: Trace, *types: ActorType) -> bool:
    """Tell whether a trace names exactly one actor of one of these types."""
    return len(trace.refs) == 1 and trace.refs[0].type in types

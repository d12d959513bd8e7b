"""Who speaks each quotation, for "I" and "we" inside it. Only the plain patterns; attributions are found elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from legation.reading.attribution.interviews import most_told_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Classes, lemma, subjects_of
from legation.reading.names.words import Line

TALKERS = (ActorType.PERSON, ActorType.STATE, ActorType.ORGAN, ActorType.ORGANISATION)
Named = Mapping[tuple[int, int], ActorRef]


@dataclass(slots=True)
class Speakers:
    """The speakers of a document's quotations, found when first asked for.

    `named` gives the actor at (line, head word) of every mention resolved so far, and of all names;
    `resolve` says whom a subject at (line, word) means when that is not yet known; `opening` is how many lines stand
    before the first question of an interview, `writer` the state that the author has served.
    """

    named: Named
    classes: Classes
    resolve: Callable[[Line, int], ActorRef | None]
    opening: int = 0
    writer: ActorRef | None = None
    last: ActorRef | None = None
    found: dict[tuple[int, int], ActorRef | None] = field(default_factory=dict)

    def of(self, line: Line, number: int) -> ActorRef | None:
        """Return the speaker of a quotation: the subject of the nearest verb of speech outside of it in its line.

        A quotation that opens a line without such a verb carries on with the speaker of the line before.
        """
        key = (line.number, number)
        if key not in self.found:
            places = [i for i, quote in enumerate(line.quotes) if quote == number]
            cues = self.cues(line)
            near = sorted(cues, key=lambda cue: min(abs(cue[0] - places[0]), abs(cue[0] - places[-1])))
            self.found[key] = near[0][1] if near else self.last if places[0] == 1 else None
        return self.found[key]

    def before(self, line: Line) -> ActorRef | None:
        """Return who speaks a paragraph of a transcript: who is named before it, or the guest of an interview."""
        if self.opening:
            return self.guest()
        named = (ref for (number, _), ref in self.named.items() if number == line.number - 1)
        return next((ref for ref in named if ref.type in TALKERS), None)

    def guest(self) -> ActorRef | None:
        """Return who answers the questions of an interview: of whom the lines before them tell most."""
        return most_told_of(ref for (number, _), ref in self.named.items() if number < self.opening)

    def leave(self, line: Line) -> None:
        """Note who spoke last when a line is done."""
        if '"' in line.texts:
            cues = self.cues(line)
            self.last = cues[-1][1] if cues else self.last

    def cues(self, line: Line) -> list[tuple[int, ActorRef]]:
        """Return the verbs of speech outside of quotations with their subjects."""
        cues = []
        for i, tag in enumerate(line.tags):
            if tag[0] != "V" or line.quotes[i] or lemma(line, i) not in self.classes["speech-verb"]:
                continue
            subject = find_subject(line, i)
            if subject is None or line.quotes[subject]:
                continue
            ref = self.named.get((line.number, subject))
            if ref is None:
                ref = self.resolve(line, subject)
            if ref is None and line.lows[subject] in ("he", "she"):
                ref = self.last
            if ref is not None and ref.type in TALKERS:
                cues.append((i, ref))
        return cues


def find_subject(line: Line, verb: int) -> int | None:
    """Return a verb's subject, its own or that of the verb it is joined to."""
    while True:
        own = subjects_of(line, verb)
        if own:
            return own[0]
        if line.deps[verb] != "conj" or line.heads[verb] == verb:
            return None
        verb = line.heads[verb]

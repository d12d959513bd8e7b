"""Judgements fixed before the evidence is seen: which were, which were changed, and which were made with it in view."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.judgement.question import Indicator, Question, Range
from legation.lexicon.saying import say

# The part of a question that is no indicator: hypotheses, prior, drivers, window.
FRAME = ""


@dataclass(frozen=True, slots=True)
class Locked:
    """A question as somebody locked it: when (ISO 8601), who, and what stood in it then."""

    at: str
    author: str
    question: Question


@dataclass(frozen=True, slots=True)
class Change:
    """A part judged otherwise before: what it was (None: it was not there), when that was locked, and when it changed.

    `changed_at` is None where the change has not been locked. `is_late` tells whether evidence for it was in the record
    by then; it is False where nobody can know, for want of evidence.
    """

    part: str
    was: Locked
    changed_at: str | None
    is_late: bool
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a question's judgements stand: the first and last lock of their author, changes, and parts judged too late.

    `late` are indicators first locked after evidence for them had come in; `open` those not locked as they stand.
    """

    first: Locked | None
    last: Locked | None
    changes: tuple[Change, ...]
    late: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether everything was locked before its evidence came in, and never changed after."""
        return self.first is not None and not (self.late or self.open or any(one.is_late for one in self.changes))


def find_standing(question: Question, locks: Sequence[Locked], arrivals: Mapping[str, str]) -> Standing:
    """Return how a question's judgements stand, given every lock of it, the first first.

    `arrivals` has for each indicator with evidence the moment (ISO 8601, UTC) at which the record first had some.
    """
    own = locks_of_author(question, locks)
    if not own:
        return Standing(None, None, (), (), tuple(question.digests))
    digests = question.digests
    since = {part: judged_since(part, digest, own) for part, digest in digests.items()}
    first = {part: next((lock.at for lock in own if part in lock.question.digests), None) for part in digests}
    # The frame bears on all evidence.
    earliest = dict(arrivals) | ({FRAME: min(arrivals.values())} if arrivals else {})
    changes = tuple(change for part in digests if (change := find_change(part, question, own, earliest)) is not None)
    return Standing(
        first=own[0],
        last=own[-1],
        changes=changes,
        late=tuple(p for p in digests if p in earliest and (at := first[p]) is not None and at > earliest[p]),
        open=tuple(part for part in digests if since[part] is None),
    )


def locks_of_author(question: Question, locks: Sequence[Locked]) -> list[Locked]:
    """Return the locks of judgements by whom the question says it was judged, the first first."""
    return [lock for lock in locks if lock.question.judged.by == question.judged.by]


def find_others(question: Question, locks: Sequence[Locked]) -> list[Question]:
    """Return the newest locked judgement of everybody else who has judged the question otherwise."""
    newest = {lock.question.judged.by: lock.question for lock in locks}
    return [one for by, one in newest.items() if by != question.judged.by and one.digest != question.digest]


def judged_since(part: str, digest: str, locks: Sequence[Locked]) -> str | None:
    """Return since when a part has been locked as it stands; None if the last lock has it otherwise."""
    since = None
    for lock in reversed(locks):
        if lock.question.digests.get(part) != digest:
            break
        since = lock.at
    return since


def find_change(part: str, question: Question, locks: Sequence[Locked], arrivals: Mapping[str, str]) -> Change | None:
    """Return how a part has changed since it was first locked; None if it has not."""
    was = next((lock for lock in locks if part in lock.question.digests), None)
    digest = question.digests[part]
    if was is None or was.question.digests[part] == digest:
        return None
    changed_at = judged_since(part, digest, locks)
    is_late = part in arrivals and (changed_at is None or changed_at > arrivals[part])
    return Change(part, was, changed_at, is_late, tuple(find_differences(part, was.question, question)))


def find_differences(part: str, was: Question, now: Question) -> Iterator[str]:
    """Yield in words what differs."""
    if part == FRAME:
        yield from frame_differences(was, now)
    elif was.names != now.names:
        yield say("its hypotheses")
    else:
        yield from indicator_differences(was.indicator(part), now.indicator(part), now.names)


def frame_differences(was: Question, now: Question) -> Iterator[str]:
    """Yield how hypotheses and prior differ."""
    if was.names != now.names:
        yield say("hypotheses {before} → {after}", before=", ".join(was.names), after=", ".join(now.names))
    elif was.prior != now.prior:
        for name, before, after in zip(now.names, was.prior, now.prior, strict=True):
            if before != after:
                yield say("prior of {id} {before:g} → {after:g}", id=name, before=before, after=after)
    else:
        yield say("wording of hypotheses, window, drivers or switching")


def indicator_differences(was: Indicator, now: Indicator, names: Sequence[str]) -> Iterator[str]:
    """Yield how what was judged of an indicator differs."""
    for name, before, after in zip(names, was.likelihood, now.likelihood, strict=True):
        if before != after:
            yield say(
                "likelihood under {id} {before} → {after}",
                id=name,
                before=range_words(before),
                after=range_words(after),
            )
    for field in ("driver", "coverage", "detection", "false_alarm", "count", "act", "own_word", "since", "until"):
        if getattr(was, field) != getattr(now, field):
            yield f"{field.replace('_', ' ')} {getattr(was, field)} → {getattr(now, field)}"
    if [pattern.entry for pattern in was.patterns] != [pattern.entry for pattern in now.patterns]:
        yield say("what it looks for")


def range_words(likelihood: Range) -> str:
    """Return ".2–.4–.6"."""
    return "–".join(f"{value:g}".removeprefix("0") for value in likelihood)

"""The history of a question's judgements: every lock, what it changed, and what would be answered with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from legation.judgement.assessment import weigh_question
from legation.judgement.locks import FRAME, Locked, find_differences
from legation.judgement.words import rank
from legation.workspace.questions import Inquiry

# Locks that are weighed again, each of which takes its time.
MOST = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One lock: what it judged otherwise than the one before by the same judge, and its likeliest answer.

    `differences` are by part of the question ("" is its frame); `answer` is the hypothesis that leads on the day the
    question is answered for, with its probability. `stands` tells whether the judgements are still those of the file.
    """

    lock: Locked
    differences: tuple[tuple[str, tuple[str, ...]], ...]
    answer: str
    probability: float
    stands: bool


def trace_locks(inquiry: Inquiry, most: int = MOST) -> list[Step]:
    """Return the latest locks of a question, the newest first."""
    locks = inquiry.locks
    places = range(len(locks) - 1, -1, -1)
    return [make_step(inquiry, locks[place], find_before(locks, place)) for place in places[:most]]


def find_before(locks: Sequence[Locked], place: int) -> Locked | None:
    """Return the lock before one that has the same judge; None for the first."""
    judge = locks[place].question.judged.by
    return next((lock for lock in reversed(locks[:place]) if lock.question.judged.by == judge), None)


def make_step(inquiry: Inquiry, lock: Locked, before: Locked | None) -> Step:
    """Return a lock as a step."""
    posterior = weigh_question(lock.question, inquiry.archive, inquiry.day).result.posterior.tolist()
    first = rank(posterior)[0]
    stands = lock.question.digests == inquiry.question.digests
    return Step(lock, find_moves(before, lock), lock.question.names[first], posterior[first], stands)


def find_moves(before: Locked | None, lock: Locked) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what a lock judges otherwise than the one before, by part."""
    if before is None:
        return ()
    was, now = before.question, lock.question
    changed = [part for part, digest in now.digests.items() if was.digests.get(part, digest) != digest]
    fresh = [part for part in now.digests if part not in was.digests]
    gone = [part for part in was.digests if part not in now.digests]
    # With other hypotheses every indicator is another one: the frame says it once.
    changed = [FRAME] if was.names != now.names else changed
    told = [(part, tuple(find_differences(part, was, now))) for part in changed]
    return (*told, *((part, ("new",)) for part in fresh), *((part, ("left out",)) for part in gone))

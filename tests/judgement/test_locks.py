"""Judgements fixed before the evidence is seen, changed after, and changed in time."""

from legation.judgement.locks import FRAME, Locked, find_others, find_standing
from legation.judgement.question import Question
from tests.judgement.questions import GOOD, ask

OTHERWISE = ask(GOOD, ("closer: [.7, .8, .9]", "closer: [.8, .9, .95]"))


def lock(day: str, question: Question, author: str = "ann") -> Locked:
    return Locked(f"2026-{day}T12:00:00+00:00", author, question)


def test_locked_before_its_evidence_it_is_clean() -> None:
    found = find_standing(ask(), [lock("01-01", ask())], {"aid": "2026-03-01T00:00:00+00:00"})
    assert found.is_clean


def test_never_locked_everything_is_open() -> None:
    found = find_standing(ask(), [], {})
    assert (found.first, found.open) == (None, (FRAME, "aid", "talks"))
    assert not found.is_clean


def test_locked_after_evidence_came_in_it_is_late() -> None:
    found = find_standing(ask(), [lock("04-01", ask())], {"aid": "2026-03-01T00:00:00+00:00"})
    assert found.late == (FRAME, "aid")
    assert not found.is_clean


def test_a_judgement_changed_after_its_evidence_is_flagged_and_the_old_one_told() -> None:
    found = find_standing(OTHERWISE, [lock("01-01", ask())], {"aid": "2026-03-01T00:00:00+00:00"})
    (change,) = found.changes
    assert (change.part, change.changed_at, change.is_late) == ("aid", None, True)
    assert change.differences == ("likelihood under closer .7–.8–.9 → .8–.9–.95",)
    assert change.was.question.indicator("aid").likelihood[0] == (0.7, 0.8, 0.9)
    assert found.open == ("aid",)


def test_a_change_locked_in_time_is_told_but_not_held_against_it() -> None:
    locks = [lock("01-01", ask()), lock("02-01", OTHERWISE)]
    found = find_standing(OTHERWISE, locks, {"aid": "2026-03-01T00:00:00+00:00"})
    assert [(one.part, one.is_late) for one in found.changes] == [("aid", False)]
    assert found.is_clean


def test_a_prior_changed_after_any_evidence_is_late() -> None:
    prior = "prior: {closer: .4, apart: .2, mixed: .2, other: .2}\nhypotheses:"
    found = find_standing(
        ask(GOOD, ("hypotheses:", prior)), [lock("01-01", ask())], {"talks": "2026-03-01T00:00:00+00:00"}
    )
    (change,) = found.changes
    assert (change.part, change.is_late) == (FRAME, True)
    assert "prior of closer 0.25 → 0.4" in change.differences


def test_another_analysts_lock_is_another_judgement() -> None:
    theirs = ask(OTHERWISE.text, ("by: ann", "by: bob"))
    locks = [lock("01-01", ask()), lock("02-01", theirs, "bob")]
    found = find_standing(theirs, locks, {})
    assert (found.first, found.changes) == (locks[1], ())
    assert find_others(theirs, locks) == [ask()]
    assert find_others(ask(GOOD, ("by: ann", "by: eve")), locks) == [theirs]

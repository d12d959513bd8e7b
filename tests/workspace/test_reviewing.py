"""Several reviewers: each has a queue of their own, sees what others said, and agreement is measured."""

import datetime as dt
from collections.abc import Iterator

import pytest

from legation.record.decision import Ruling
from legation.record.event import short_id
from legation.workspace.reviewing import get_queue, measure_review, rulings_on
from legation.workspace.workspace import Workspace
from tests.record.histories import add, moment

TOLD = [f"PER AID CHL 2026-0{month}-03 happened {goods}" for month, goods in enumerate(("tents", "grain", "boats"), 1)]


class Clock:
    """A clock that goes on by a step whenever it is looked at."""

    step = 10

    def __call__(self) -> dt.datetime:
        self.step += 1
        return moment(self.step)


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place, clock=Clock()) as workspace:
        yield workspace


def waiting(record: Workspace, reviewer: str | None = None) -> set[str]:
    queue = get_queue(record, 10, reviewer=reviewer)
    assert queue.waiting == len(queue.items)
    return {item.account.key for item in queue.items}


def test_what_one_has_ruled_on_still_waits_for_another(record: Workspace) -> None:
    keys = [f"{short_id(document)}.c1" for document in add(record.engine, TOLD)]
    made = record.decide("accept", keys[0], author="ann")
    assert waiting(record) == waiting(record, "ann") == set(keys[1:])
    assert waiting(record, "bob") == set(keys)
    record.undo(made.uid, author="ann")
    assert waiting(record, "ann") == set(keys)


def test_what_another_has_rejected_still_waits(record: Workspace) -> None:
    keys = [f"{short_id(document)}.c1" for document in add(record.engine, TOLD)]
    record.decide("reject", keys[0], author="ann")
    assert waiting(record) == waiting(record, "ann") == set(keys[1:])
    assert waiting(record, "bob") == set(keys)
    record.decide("accept", keys[0], author="bob")
    assert waiting(record, "bob") == set(keys[1:])
    assert get_queue(record, 9, ["PER", "KEN"], "bob").items == ()


def test_everybodys_rulings_on_a_claim_are_listed(record: Workspace) -> None:
    (document, *_) = add(record.engine, TOLD)
    key = f"{short_id(document)}.c1"
    made = [record.decide(ruling, key, author=who) for who, ruling in (("ann", "accept"), ("bob", "unsure"))]
    taken = record.decide("reject", key, author="cho")
    record.decide("note", key, author="ann", reason="a drill?")
    record.undo(taken.uid, author="cho")
    assert [decision.uid for decision in rulings_on(record, key)] == [decision.uid for decision in made]


def test_agreement_counts_the_latest_ruling_of_each_and_leaves_unsure_out(record: Workspace) -> None:
    keys = [f"{short_id(document)}.c1" for document in add(record.engine, TOLD)]
    record.decide("reject", keys[0], author="ann")
    for key, ann, bob in zip(keys, ("accept", "accept", "reject"), ("accept", "reject", "unsure"), strict=True):
        record.decide(ann, key, author="ann")
        record.decide(bob, key, author="bob")
    found = measure_review(record)
    # Two claims judged by both; they agree on one: D_o = 1/2, D_e = 1/2 of 3 accepts and 1 reject.
    assert (found.claims.units, found.claims.people) == (2, 2)
    assert found.claims.alpha == pytest.approx(0.0)
    assert found.people["ann"] == {Ruling.ACCEPT: 2, Ruling.REJECT: 2}
    assert not found.joins.is_defined


def test_agreement_on_which_claims_are_one(record: Workspace) -> None:
    keys = [f"{short_id(document)}.c1" for document in add(record.engine, TOLD)]
    for who, rulings in (("ann", ("same", "different")), ("bob", ("same", "different"))):
        for ruling, other in zip(rulings, keys[1:], strict=True):
            record.decide(ruling, keys[0], other, author=who)
    assert measure_review(record).joins.alpha == pytest.approx(1.0)


def test_a_review_is_of_two_actors_at_most(record: Workspace) -> None:
    with pytest.raises(ValueError, match="between two"):
        get_queue(record, 10, ["PER", "CHL", "KEN"])

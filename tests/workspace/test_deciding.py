"""Ruling on a record: what changes, what stays visible, what survives a newer reading, and what can be taken back."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from legation.reading.claim import Status
from legation.record.decision import Decision, Kind, Ruling
from legation.record.docket import Clash
from legation.record.event import Account, short_id
from legation.record.session import reading
from legation.record.view import NotInRecordError, current_reading
from legation.workspace.workspace import Workspace
from tests.record.histories import add, moment

TENTS = "PER AID CHL 2026-02-03 happened tents"
TREATY = "PER AGREE CHL 2026-02-09 happened treaty"


class Clock:
    """A clock that a test sets by steps of its history."""

    step = 10

    def __call__(self) -> dt.datetime:
        self.step += 1
        return moment(self.step)


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place, clock=Clock()) as workspace:
        yield workspace


def key(document_id: str, item: str = "c1") -> str:
    return f"{short_id(document_id)}.{item}"


def accounts(record: Workspace, one: str = "PER", other: str = "CHL") -> list[Account]:
    return [account for line in record.chronology(one, other).lines for account in line.event.accounts]


def test_a_rejected_claim_is_part_of_no_event(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    record.decide("reject", key(document), author="ann", reason="a drill")
    assert accounts(record) == []
    with pytest.raises(NotInRecordError, match="legation decisions"):
        record.show(key(document))
    assert record.check() == []


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("status", "planned", lambda account: account.claim.status == Status.PLANNED),
        ("type", "cooperate", lambda account: account.claim.type == "COOPERATE"),
        ("mode", "military", lambda account: account.claim.mode == "military"),
        ("outcome", "failure", lambda account: account.claim.outcome == "failure"),
        ("time", "2026-02", lambda account: account.time.granularity == "month"),
        ("time", "2026-02-03/2026-02-05", lambda account: account.days[1] == dt.date(2026, 2, 6)),
        ("time", "", lambda account: account.time is None),
        ("place", "Chile", lambda account: account.place.actor.id == "CHL"),
        ("place", "Nowhere Pass", lambda account: (account.place.text, account.place.actor) == ("Nowhere Pass", None)),
        ("item", "shelter", lambda account: account.claim.theme.item == "shelter"),
        (
            "quantity",
            "more than 200 tents",
            lambda account: (account.quantity.low, account.quantity.high) == (200, None),
        ),
        ("quantity", "200-300", lambda account: (account.quantity.low, account.quantity.high) == (200, 300)),
        ("recipients", "CHL; KEN", lambda account: len(account.recipients) == 2),
    ],
)
def test_an_amendment_shows_beside_the_original(
    record: Workspace, field: str, value: str, found: Callable[[Account], bool]
) -> None:
    (document,) = add(record.engine, [f"{TENTS}\nKEN ACCUSE PER 2026-02-08 happened border"])
    before = accounts(record)[0]
    made = record.decide("amend", key(document), author="ann", changes={field: value}, reason="known")
    (after,) = accounts(record)
    assert found(after)
    (mark,) = after.marks
    assert (mark.field, mark.author, mark.reason, mark.decision) == (field, "ann", "known", made.uid)
    assert mark.original != mark.value
    assert after.claim.trigger == before.claim.trigger
    assert record.check() == []


def test_an_amended_party_moves_the_event_to_its_dyad(record: Workspace) -> None:
    (document,) = add(record.engine, [f"{TENTS}\nKEN ACCUSE PER 2026-02-08 happened border"])
    record.decide("amend", key(document), author="ann", changes={"recipients": "Kenya"})
    assert accounts(record) == []
    assert len(accounts(record, "PER", "KEN")) == 2


def test_who_a_mention_means_flows_to_every_claim_that_names_it(record: Workspace) -> None:
    (document,) = add(record.engine, [f"{TENTS}\nKEN ACCUSE PER 2026-02-08 happened border"])
    record.decide("amend", key(document, "m2"), author="ann", changes={"actor": "KEN"})
    (mark,) = next(account for account in accounts(record, "PER", "KEN") if account.claim.type == "AID").marks
    assert (mark.original, mark.value) == ("Chile (CHL)", "Kenya (KEN)")
    record.decide("reject", key(document, "m2"), author="ann")
    assert [account.claim.type for account in accounts(record, "PER", "KEN")] == ["ACCUSE"]


def test_undoing_brings_back_what_was_and_undoing_that_undoes_it(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    made = record.decide("reject", key(document), author="ann")
    undoing = record.undo(made.uid[:6], author="bob")
    assert len(accounts(record)) == 1
    assert accounts(record)[0].marks == ()
    record.undo(undoing.uid, author="ann")
    assert accounts(record) == []
    assert [listed.stands for listed in record.decisions()] == [True, False, True]
    assert record.check() == []


def test_remarks_change_nothing_and_are_shown(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    before = accounts(record)
    record.decide("note", key(document), author="ann", reason="see the readout")
    record.decide("unsure", key(document), author="bob")
    after = accounts(record)
    assert [mark.ruling for mark in after[0].marks] == [Ruling.NOTE, Ruling.UNSURE]
    assert [account.claim for account in after] == [account.claim for account in before]


def test_a_ruling_on_an_event_is_one_on_each_of_its_claims(record: Workspace) -> None:
    one, two = add(record.engine, [TENTS, f"{TENTS} blankets"])
    event = record.chronology("PER", "CHL").lines[0].event
    assert len(event.accounts) == 2
    record.decide("amend", event.id, author="ann", changes={"status": "planned"})
    assert [account.claim.status for account in accounts(record)] == [Status.PLANNED] * 2
    assert {len(record.decisions(key(document))) for document in (one, two)} == {1}


def test_a_rejected_document_counts_for_nothing(record: Workspace) -> None:
    one, two = add(record.engine, [f"{TENTS}\n{TREATY}", TREATY])
    record.decide("reject", one, author="ann")
    assert [account.document_id for account in accounts(record)] == [two]
    record.decide("accept", one, author="ann")
    assert len(accounts(record)) == 3


# --- newer readings --------------------------------------------------------------------------------------------------


def test_rulings_outlive_a_newer_reading(record: Workspace) -> None:
    (document,) = add(record.engine, [f"PER ACCUSE CHL - happened border v2:gone\n{TENTS}\n{TREATY}"])
    record.decide("amend", key(document, "c2"), author="ann", changes={"status": "planned"})
    record.decide("reject", key(document, "c3"), author="ann")
    add(record.engine, [f"PER ACCUSE CHL - happened border v2:gone\n{TENTS}\n{TREATY}"], 1, version=2)
    (account,) = accounts(record)
    assert (account.claim.id, account.claim.type, account.claim.status) == ("c1", "AID", Status.PLANNED)
    assert record.conflicts() == []
    assert record.check() == []


@pytest.mark.parametrize(
    ("later", "clash", "status"),
    [
        ("gone", Clash.VANISHED, None),
        ("type=ASSAULT", Clash.TYPE, Status.HAPPENED),
        ("type=COOPERATE", None, Status.POSSIBLE),
        ("status=denied", Clash.STATUS, Status.POSSIBLE),
    ],
)
def test_what_a_newer_reading_loses_or_changes_is_a_conflict(
    record: Workspace, later: str, clash: Clash | None, status: Status | None
) -> None:
    text = f"{TENTS} v2:{later}\n{TREATY}"
    (document,) = add(record.engine, [text])
    made = record.decide("amend", key(document), author="ann", changes={"status": "possible"})
    add(record.engine, [text], 1, version=2)
    found = [(conflict.clash, [one.uid for one in conflict.decisions]) for conflict in record.conflicts()]
    assert found == ([(clash, [made.uid])] if clash else [])
    statuses = [account.claim.status for account in accounts(record) if account.claim.type != "AGREE"]
    assert statuses == ([status] if status else [])


# --- several authors -------------------------------------------------------------------------------------------------


def test_of_one_authors_rulings_the_latest_counts(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    record.decide("reject", key(document), author="ann")
    record.decide("accept", key(document), author="ann")
    assert [mark.counts for mark in accounts(record)[0].marks] == [False, True]
    assert record.conflicts() == []


def test_between_authors_the_latest_counts_and_the_conflict_is_listed(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    record.decide("amend", key(document), author="ann", changes={"status": "planned"})
    last = record.decide("amend", key(document), author="bob", changes={"status": "denied"})
    (account,) = accounts(record)
    assert account.claim.status is Status.DENIED
    assert [(mark.author, mark.counts) for mark in account.marks] == [("ann", False), ("bob", True)]
    (conflict,) = record.conflicts()
    assert (conflict.clash, conflict.follows) == (Clash.RULINGS, last.uid)


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ruling", "options", "message"),
    [
        ("amend", {}, "say what"),
        ("amend", {"changes": {"colour": "red"}}, "no field"),
        ("amend", {"changes": {"status": "maybe"}}, "happened"),
        ("amend", {"changes": {"time": "2026-13"}}, "2024-06-18"),
        ("amend", {"changes": {"time": "2026-03/2026-01"}}, "ends before"),
        ("amend", {"changes": {"quantity": "many"}}, "number"),
        ("amend", {"changes": {"type": ""}}, "every claim has one"),
        ("same", {}, "name two"),
        ("note", {}, "say what"),
        ("grade", {"changes": {"grade": "B"}}, "1 confirmed"),
        ("accept", {"changes": {"status": "planned"}}, "sets no values"),
        ("accept", {"author": " "}, "author"),
        ("condone", {}, "condone"),
    ],
)
def test_a_ruling_that_makes_no_sense_is_refused(
    record: Workspace, ruling: str, options: dict[str, Any], message: str
) -> None:
    (document,) = add(record.engine, [TENTS])
    with pytest.raises(ValueError, match=message):
        record.decide(ruling, key(document), **({"author": "ann"} | options))
    assert record.decisions() == []


@pytest.mark.parametrize("subject", ["000000000000.c1", "{document}.c9", "{document}.m9", "no such outlet", "abcdef"])
def test_an_unknown_subject_is_named(record: Workspace, subject: str) -> None:
    (document,) = add(record.engine, [TENTS])
    with pytest.raises(NotInRecordError):
        record.decide("note", subject.format(document=short_id(document)), author="ann", reason="why")


def test_made_twice_at_one_moment_a_ruling_is_one(place: str, engine: Engine) -> None:
    (document,) = add(engine, [TENTS])
    with Workspace(place, clock=lambda: moment(5)) as record:
        made: list[Decision] = [record.decide("accept", key(document), author="ann") for _ in range(2)]
        assert made[0] == made[1]
        assert len(record.decisions()) == 1


# --- review ----------------------------------------------------------------------------------------------------------


def test_the_queue_has_the_most_pressing_first_and_what_is_ruled_on_leaves_it(record: Workspace) -> None:
    one, _ = add(record.engine, [f"{TENTS}\nKEN AID CHL 2026-02-03 happened maize", f"{TENTS} blankets"])
    queue = record.review_queue()
    weights = [item.salience * item.uncertainty for item in queue.items]
    assert (queue.waiting, weights) == (3, sorted(weights, reverse=True))
    assert [item.salience for item in record.review_queue(actors=["PER", "CHL"]).items] == [2, 2]
    made = record.decide("unsure", key(one), author="ann")
    assert key(one) not in {item.account.key for item in record.review_queue().items}
    record.undo(made.uid, author="ann")
    record.decide("note", key(one), author="ann", reason="later")
    assert record.review_queue().waiting == 3


def test_grades_are_kept_apart_and_have_a_history(record: Workspace) -> None:
    (document,) = add(record.engine, [TENTS])
    record.decide("grade", key(document), author="ann", changes={"grade": "3"})
    record.decide("grade", document, author="bob", changes={"grade": "2"}, reason="two origins")
    (account,) = accounts(record)
    assert [(mark.value, mark.counts) for mark in account.marks] == [("3", False), ("2", True)]
    assert account.evidence.quote == TENTS
    with reading(record.engine) as session:
        assert current_reading(session, document)
    assert {listed.decision.subject.kind for listed in record.decisions(document)} == {Kind.CLAIM, Kind.DOCUMENT}


# --- same and different ----------------------------------------------------------------------------------------------


def groups(record: Workspace, one: str = "PER", other: str = "CHL") -> list[list[str]]:
    """Return the words of the claims of each event."""
    lines = record.chronology(one, other).lines
    return sorted(sorted(account.evidence.quote for account in line.event.accounts) for line in lines)


LATER = "PER AID CHL 2026-06-20 happened blankets"


def test_the_same_joins_what_merging_keeps_apart_and_undoing_parts_it(record: Workspace) -> None:
    one, two = add(record.engine, [TENTS, LATER])
    assert groups(record) == [[TENTS], [LATER]]
    made = record.decide("same", key(one), key(two), author="ann", reason="the report has the wrong month")
    assert groups(record) == [[TENTS, LATER]]
    assert record.check() == []
    record.undo(made.uid, author="ann")
    assert groups(record) == [[TENTS], [LATER]]
    assert record.check() == []


def test_different_splits_an_event_and_holds_for_what_is_added_later(record: Workspace) -> None:
    one, two = add(record.engine, [TENTS, f"{TENTS} blankets"])
    assert len(groups(record)) == 1
    record.decide("different", key(one), key(two), author="ann")
    assert groups(record) == [[TENTS], [f"{TENTS} blankets"]]
    add(record.engine, ["PER ACCUSE CHL 2026-02-03 happened border"], 1)
    assert record.check() == []
    assert [TENTS] in groups(record)


def test_same_outlives_a_newer_reading_and_types_that_merging_never_compares(record: Workspace) -> None:
    first = "PER ACCUSE KEN 2026-02-01 happened border v2:gone"
    one, two = add(record.engine, [f"{first}\n{TENTS}", "PER ASSAULT CHL 2026-09-01 happened depot"])
    record.decide("same", key(one, "c2"), key(two), author="ann")
    assert len(groups(record)) == 1
    add(record.engine, [f"{first}\n{TENTS}"], 1, version=2)
    assert len(groups(record)) == 1
    assert record.check() == []


def test_events_are_joined_and_parted_whole(record: Workspace) -> None:
    add(record.engine, [TENTS, f"{TENTS} blankets", LATER])
    ids = [line.event.id for line in record.chronology("PER", "CHL").lines]
    record.decide("same", *ids, author="ann")
    assert [len(group) for group in groups(record)] == [3]


def test_contradictory_joins_are_listed_and_the_latest_counts(record: Workspace) -> None:
    one, two = add(record.engine, [TENTS, LATER])
    record.decide("same", key(one), key(two), author="ann")
    last = record.decide("different", key(one), key(two), author="bob")
    assert len(groups(record)) == 2
    (conflict,) = record.conflicts()
    assert (conflict.clash, conflict.follows) == (Clash.RULINGS, last.uid)
    assert record.check() == []

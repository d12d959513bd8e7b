"""Followed questions: how they stand, and what moved since a moment; a faulty file is told and hinders no other."""

from pathlib import Path

import pytest

from legation.workspace.following import Followed, follow_actors
from legation.workspace.moving import Answer, Stand, watch_questions
from legation.workspace.questions import load_question
from legation.workspace.workspace import Workspace
from tests.workspace.conftest import Clock
from tests.workspace.test_questions import add, write

pytestmark = pytest.mark.model
LATER = "2026-02-01T00:00:00+00:00"


def stand_of(record: Workspace, file: Path, since: str | None) -> Stand:
    (watched,) = watch_questions(record, [Followed(question=str(file)), follow_actors(["PER", "CHL"])], since)
    assert watched.stand
    return watched.stand


def test_what_came_in_since_moves_the_answer(record: Workspace, clock: Clock, tmp_path: Path) -> None:
    file = write(tmp_path)
    clock.now = clock.now.replace(month=3)
    add(record, tmp_path, "a.txt")
    stand = stand_of(record, file, LATER)
    assert stand.has_moved
    assert stand.then == Answer()
    assert [shift.before for shift in stand.shifts] == [None] * len(stand.question.hypotheses)
    assert stand.leader(stand.now) in stand.question.names


def test_what_was_there_before_moves_nothing(record: Workspace, tmp_path: Path) -> None:
    file = write(tmp_path)
    add(record, tmp_path, "a.txt")
    stand = stand_of(record, file, LATER)
    assert stand.now.words
    assert not stand.has_moved
    assert stand.shifts == []


def test_a_ruling_on_the_evidence_moves_it(record: Workspace, clock: Clock, tmp_path: Path) -> None:
    file = write(tmp_path)
    add(record, tmp_path, "a.txt")
    inquiry = record.question(file)
    shown = next(finding for finding in inquiry.weigh().findings if finding.exhibits)
    clock.now = clock.now.replace(month=3)
    inquiry.reject(shown.indicator.id, shown.exhibits[0].event.id, author="ana")
    stand = stand_of(record, file, LATER)
    assert stand.then != stand.now


def test_the_words_are_those_of_the_whole_weighing(record: Workspace, tmp_path: Path) -> None:
    file = write(tmp_path)
    add(record, tmp_path, "a.txt")
    stand = stand_of(record, file, None)
    weighing = record.question(file).weigh()
    assert stand.now.top == weighing.top
    assert stand.then is None
    assert not stand.has_moved


def test_a_file_that_is_gone_is_told(record: Workspace) -> None:
    gone, known = watch_questions(record, [Followed(question="gone"), Followed(question="indus-waters")], None)
    assert gone.stand is None
    assert "gone: no such file" in (gone.trouble or "")
    assert known.stand == Stand(load_question("indus-waters"), Answer(), None)

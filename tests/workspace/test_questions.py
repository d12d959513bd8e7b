"""Questions put to a record: locks, rulings on evidence, copies that move nothing, and the record as it was."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.errors import BadFile
from legation.judgement.evidence import State
from legation.reading.reader import Reader
from legation.record.view import NotInRecordError
from legation.workspace.questions import list_questions, load_question
from legation.workspace.workspace import Workspace
from tests.judgement.questions import GOOD
from tests.workspace.conftest import Clock

pytestmark = pytest.mark.model
SAMPLES = Path(__file__).parents[2] / "src" / "legation" / "samples"
QUESTIONS = ("expedience-or-alliance", "gulf-detente", "indus-waters")
REPORTS = {
    "a.txt": "Published: 4 March 2026\nSource: The Wire\nPeru sent Chile 200 tents on Monday.\n",
    "b.txt": "Published: 5 April 2026\nSource: The Gazette\nPeru's president met Chile's in Lima on 2 April.\n",
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Workspace]:
    with Workspace(str(tmp_path_factory.mktemp("samples") / "r.db"), reader=reader) as made:
        assert all(added.problem is None for added in made.add([str(SAMPLES)]))
        yield made


def write(folder: Path, text: str = GOOD, name: str = "tents.yml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def add(record: Workspace, folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(REPORTS[name], encoding="utf-8")
    assert all(added.problem is None for added in record.add([str(folder / name) for name in names]))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_worked_questions_find_evidence_in_the_sample_reports(samples: Workspace, name: str) -> None:
    weighing = samples.question(name).weigh()
    assert len(weighing.weights) >= 3
    assert weighing.watch
    for finding in weighing.findings:
        for report in finding.reports:
            document = samples.show(report.account.document_id).documents[report.account.document_id]
            assert document.text[report.account.evidence.span.start :].startswith(report.account.evidence.quote)


@pytest.mark.parametrize("name", QUESTIONS)
def test_three_copies_of_every_report_move_no_posterior(
    tmp_path: Path, reader: Reader, samples: Workspace, name: str
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for sample in SAMPLES.glob("*.txt"):
        shutil.copy(sample, folder)
        for number in (1, 2):
            copied = folder / f"{sample.stem}-{number}.txt"
            copied.write_text(
                f"{sample.read_text(encoding='utf-8').rstrip()}\n\nCarried by desk {number}.\n", encoding="utf-8"
            )
    with Workspace(str(tmp_path / "copies.db"), reader=reader) as thrice:
        assert all(added.problem is None for added in thrice.add([str(folder)]))
        assert thrice.count().documents == 3 * samples.count().documents
        once, many = (one.question(name).weigh() for one in (samples, thrice))
    assert abs(many.posterior - once.posterior).max() <= 0.01 * once.posterior.max()


def test_judgements_locked_before_the_evidence_are_clean_and_changed_after_flagged(
    record: Workspace, tmp_path: Path, clock: Clock
) -> None:
    file = write(tmp_path)
    locked = record.question(file).lock("ann")
    assert record.question(file).lock("ann") == locked
    clock.now += dt.timedelta(days=90)
    add(record, tmp_path, "a.txt")
    inquiry = record.question(file)
    assert inquiry.standing(inquiry.weigh()).is_clean
    changed = record.question(write(tmp_path, GOOD.replace("closer: [.7, .8, .9]", "closer: [.8, .9, .95]"), "new.yml"))
    weighing = changed.weigh()
    standing = changed.standing(weighing)
    assert [(one.part, one.is_late) for one in standing.changes] == [("aid", True)]
    old = changed.as_locked(standing)
    assert old is not None
    assert old.posterior == pytest.approx(inquiry.weigh().posterior)
    assert old.posterior[0] < weighing.posterior[0]


def test_rulings_on_evidence_count_the_last_and_need_what_is_there(
    record: Workspace, tmp_path: Path, clock: Clock
) -> None:
    add(record, tmp_path, "a.txt", "b.txt")
    inquiry = record.question(write(tmp_path))
    event = inquiry.weigh().finding("aid").exhibits[0].event.id
    inquiry.reject("aid", event, author="bob", reason="another matter")
    assert inquiry.weigh().finding("aid").ratio is None
    clock.now += dt.timedelta(minutes=1)
    inquiry.admit("aid", event, author="ann")
    found = inquiry.weigh().finding("aid").exhibits[0]
    assert found.admission is not None
    assert (found.admission.author, found.admission.accepts) == ("ann", True)
    with pytest.raises(ValueError, match="has no such indicator; there are aid, talks"):
        inquiry.admit("aids", event, author="ann")
    with pytest.raises(NotInRecordError):
        inquiry.admit("aid", "000000000000.e1", author="ann")
    with pytest.raises(ValueError, match="needs an author"):
        inquiry.admit("aid", event, author=" ")


def test_reviewed_evidence_alone(record: Workspace, tmp_path: Path) -> None:
    add(record, tmp_path, "a.txt")
    inquiry = record.question(write(tmp_path), reviewed_only=True)
    assert inquiry.weigh().case.items == ()
    assert inquiry.weigh().finding("aid").state is State.WAITING
    proposed = record.question(write(tmp_path)).weigh().finding("aid").exhibits[0].event.id
    inquiry.admit("aid", proposed, author="ann")
    assert [item.name for item in inquiry.weigh().case.items] == ["aid"]


def test_as_of_a_day_it_knows_what_the_record_knew(record: Workspace, tmp_path: Path, clock: Clock) -> None:
    file = write(tmp_path)
    add(record, tmp_path, "a.txt")
    clock.now += dt.timedelta(days=30)
    add(record, tmp_path, "b.txt")
    record.question(file).reject("aid", record.question(file).weigh().finding("aid").exhibits[0].event.id, author="ann")
    with record.as_of("2026-01-15") as past:
        inquiry = past.question(file)
        assert inquiry.day == dt.date(2026, 1, 15)
        found = inquiry.weigh(dt.date(2026, 12, 31))
        assert [item.name for item in found.case.items] == ["aid"]


def test_several_analysts_are_brought_together(record: Workspace, tmp_path: Path) -> None:
    add(record, tmp_path, "a.txt")
    other = GOOD.replace("by: ann", "by: bob").replace(
        "closer: [.7, .8, .9], apart: [.1, .2, .3]", "closer: [.2, .3, .4], apart: [.6, .7, .8]"
    )
    estimate = "estimates: [{by: eve, on: 2026-01-01, p: {closer: .6, apart: .6, mixed: .2, other: .1}}]\ndrivers:"
    inquiry = record.question(write(tmp_path, GOOD.replace("drivers:", estimate)))
    panel = inquiry.panel([load_question(write(tmp_path, other, "bob.yml"))])
    assert [one.by for one in panel.opinions] == ["ann", "bob", "eve"]
    assert panel.disputed[0][0] == "aid"
    assert panel.opinions[2].given == (0.6, 0.6, 0.2, 0.1)
    assert panel.pooled.together.sum() == pytest.approx(1)
    with pytest.raises(BadFile, match="it asks rents, not tents"):
        inquiry.panel([load_question(write(tmp_path, GOOD.replace("id: tents", "id: rents"), "rents.yml"))])


def test_what_others_have_locked_is_brought_together_unasked(record: Workspace, tmp_path: Path) -> None:
    add(record, tmp_path, "a.txt")
    other = GOOD.replace("by: ann", "by: bob").replace("closer: [.7, .8, .9]", "closer: [.2, .3, .4]")
    record.question(write(tmp_path, other, "bob.yml")).lock("bob")
    inquiry = record.question(write(tmp_path))
    told = inquiry.tell(inquiry.weigh())
    assert told.panel is not None
    assert [one.by for one in told.panel.opinions] == ["ann", "bob"]
    assert told.standing is not None
    assert told.standing.first is None


def test_since_a_day_that_makes_no_sense_is_refused(record: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="does not lie between 2026-01-01"):
        record.question(write(tmp_path)).since(dt.date(2025, 1, 1))


def test_questions_are_listed_with_their_locks(record: Workspace, tmp_path: Path) -> None:
    record.question(write(tmp_path)).lock("ann")
    with record.looking() as session:
        found = {one.id: one for one in list_questions(session)}
    assert set(found) == {*QUESTIONS, "tents"}
    assert [lock.author for lock in found["tents"].locks] == ["ann"]
    assert found["tents"].ask == "Do Peru and Chile grow closer?"

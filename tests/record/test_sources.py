"""What a record has from each outlet, and how analysts grade it."""

from itertools import count

import pytest

from legation.record import derive, writer
from legation.record.session import writing
from legation.workspace.workspace import Workspace
from tests.builders import make_document
from tests.record.histories import moment, read_lines

REPORTS = (
    ("KCNA", "https://kcna.kp/1", "PER AID CHL 2026-02-03 happened tents"),
    (None, "http://www.kcna.kp/2", "PER ACCUSE KEN 2026-02-05 happened border"),
    ("Harbour Wire", None, "PER AID CHL 2026-02-03 happened tents and blankets"),
    ("", None, "KEN AGREE CHL 2026-02-07 happened treaty\nKEN AID CHL 2026-02-08 happened maize"),
)


@pytest.fixture
def record(place: str) -> Workspace:
    record = Workspace(place, clock=map(moment, count(9)).__next__)
    with writing(record.engine) as session:
        numbers = []
        for outlet, url, text in REPORTS:
            document = make_document(text, outlet=outlet or None, url=url)
            writer.add_document(session, document, text.encode(), "a.txt", moment(0))
            numbers.append(writer.add_reading(session, read_lines(document), "lines/1", moment(0)))
        derive.adopt_readings(session, [number for number in numbers if number is not None])
    return record


def test_sources_say_how_much_each_tells(record: Workspace) -> None:
    with record:
        found = {source.outlet.name: source for source in record.sources()}
    kcna = found["Korean Central News Agency"]
    assert (kcna.documents, kcna.claims, kcna.events, kcna.alone) == (2, 2, 2, 1)
    assert kcna.share == pytest.approx(2 / 4)
    assert (kcna.outlet.kind, kcna.outlet.country) == ("state media", "PRK")
    assert (found["Harbour Wire"].alone, found["Harbour Wire"].outlet.kind) == (0, None)
    assert (found["no outlet given"].documents, found["no outlet given"].claims) == (1, 2)
    assert {source.reliability for source in found.values()} == {"F"}


@pytest.mark.parametrize("name", ["kcna", "KCNA", "조선중앙통신", "kcna.kp"])
def test_an_outlet_is_graded_by_any_of_its_names(record: Workspace, name: str) -> None:
    with record:
        record.decide("grade", name, author="ann", changes={"grade": "d"}, reason="denies what is seen")
        last = record.decide("grade", name, author="bob", changes={"grade": "C"})
        source = next(source for source in record.sources() if source.outlet.id == "kcna")
        assert (source.reliability, len(source.grades)) == ("C", 2)
        assert [conflict.follows for conflict in record.conflicts()] == [last.uid]
        record.undo(last.uid, author="bob")
        assert next(source for source in record.sources() if source.outlet.id == "kcna").reliability == "D"
        assert [listed.stands for listed in record.decisions(name)] == [True, False, True]


@pytest.mark.parametrize(("name", "grade", "message"), [("kcna", "1", "A completely"), ("Harbour Wire", "", "grade")])
def test_a_grade_is_one_of_its_scale(record: Workspace, name: str, grade: str, message: str) -> None:
    with record, pytest.raises(ValueError, match=message):
        record.decide("grade", name, author="ann", changes={"grade": grade})

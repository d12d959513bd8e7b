"""Writing to the record and reading back, on each engine."""

import datetime as dt
from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from legation.reading.claim import Reading
from legation.record import derive, lookup, view, writer
from legation.record.check import find_faults
from legation.record.session import open_engine, reading, writing
from tests.builders import CHILE, KENYA, OSORIO, PERU, ReadingBuilder, make_aid_reading, make_document

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


def keep(engine: Engine, readings: Sequence[Reading], version: str = "reader/1", source: str = "a.txt") -> None:
    """Add documents and readings in one unit of work, as the workspace does."""
    with writing(engine) as session:
        numbers = []
        for item in readings:
            writer.add_document(session, item.document, item.document.text.encode(), source, NOON)
            numbers.append(writer.add_reading(session, item, version, NOON))
        derive.adopt_readings(session, [number for number in numbers if number is not None])


def test_a_reading_comes_back_as_it_was(engine: Engine) -> None:
    kept = make_aid_reading(authors=("A. Writer",), provenance={"published": "option"})
    keep(engine, [kept])
    with reading(engine) as session:
        assert view.get_reading(session, kept.document.id) == kept
        assert view.get_original(session, kept.document.id) == kept.document.text.encode()


def test_adding_twice_changes_nothing(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        before = view.count(session), view.find_arrivals(session, make_aid_reading().document.id)
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        assert (view.count(session), view.find_arrivals(session, make_aid_reading().document.id)) == before


def test_a_second_place_is_a_second_arrival_of_one_document(engine: Engine) -> None:
    keep(engine, [make_aid_reading()], source="a.txt")
    keep(engine, [make_aid_reading()], source="b.txt")
    with reading(engine) as session:
        arrivals = view.find_arrivals(session, make_aid_reading().document.id)
        assert [arrival.source for arrival in arrivals] == ["a.txt", "b.txt"]
        assert view.count(session).documents == 1


@pytest.mark.parametrize(("one", "other", "events"), [("PER", "CHL", 1), ("CHL", "PER", 1), ("PER", "KEN", 0)])
def test_events_are_found_by_their_dyad(engine: Engine, one: str, other: str, events: int) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        assert len(view.dyad_events(session, one, other)) == events


def test_a_person_counts_for_its_state_and_for_itself(engine: Engine) -> None:
    builder = ReadingBuilder(make_document("Ana Osorio met envoys of Kenya in Lima."))
    person, kenya = builder.mention("Ana Osorio", OSORIO), builder.mention("Kenya", KENYA)
    builder.claim("CONSULT", "met", [person, kenya])
    keep(engine, [builder.build()])
    with reading(engine) as session:
        by_state, by_person = view.dyad_events(session, "PER", "KEN"), view.dyad_events(session, OSORIO.id, "KEN")
        assert by_state == by_person
        assert len(by_state) == 1
        assert view.dyad_events(session, OSORIO.id, "PER") == []


def test_two_recipients_of_one_act_are_no_dyad(engine: Engine) -> None:
    builder = ReadingBuilder(make_document("Kenya condemned Peru and Chile."))
    ids = [builder.mention(actor.name, actor) for actor in (KENYA, PERU, CHILE)]
    builder.claim("ACCUSE", "condemned", ids[:1], ids[1:])
    keep(engine, [builder.build()])
    with reading(engine) as session:
        assert view.dyad_events(session, "PER", "CHL") == []
        assert len(view.dyad_events(session, "KEN", "CHL")) == 1


def test_an_account_knows_whose_word_it_is(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        account = view.dyad_events(session, "PER", "CHL")[0].accounts[0]
    assert account.speakers == ("Ana Osorio",)
    assert account.evidence.quote == make_aid_reading().document.text
    assert account.quantity is not None
    assert account.quantity.low == 200


def test_events_are_found_by_their_id_and_by_a_claim_of_theirs(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        event = view.dyad_events(session, "PER", "CHL")[0]
        assert view.get_event(session, event.id) == view.get_event(session, event.accounts[0].key) == event
        with pytest.raises(view.NotInRecordError):
            view.get_event(session, "000000000000.e1")


def test_a_newer_reading_takes_the_place_of_an_older_one(engine: Engine) -> None:
    builder = ReadingBuilder(make_aid_reading().document)
    peru, kenya = builder.mention("Peru", PERU), builder.mention("Chile", KENYA)
    builder.claim("AID", "sent", [peru], [kenya])
    keep(engine, [make_aid_reading()])
    keep(engine, [builder.build()], version="reader/2")
    with reading(engine) as session:
        assert view.dyad_events(session, "PER", "CHL") == []
        assert len(view.dyad_events(session, "PER", "KEN")) == 1
        assert list(find_faults(session)) == []


def test_unread_documents_are_those_of_another_version(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        assert view.unread_documents(session, "reader/1", 10) == []
        assert view.unread_documents(session, "reader/2", 10) == [make_aid_reading().document]


def test_documents_are_found_by_the_first_digits_of_their_hash(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    document = make_aid_reading().document
    with reading(engine) as session:
        assert view.get_document(session, document.id[7:15]) == document
        for name in ("sha", "ffff0000", "zzzz"):
            with pytest.raises(view.NotInRecordError):
                view.get_document(session, name)


def test_problems_are_kept_once_and_lapse_when_the_thing_arrives(engine: Engine) -> None:
    with writing(engine) as session:
        for _ in range(2):
            writer.add_problem(session, "a.txt", "empty", NOON - dt.timedelta(days=1))
    with reading(engine) as session:
        assert [(problem.source, problem.reason) for problem in view.find_problems(session)] == [("a.txt", "empty")]
    keep(engine, [make_aid_reading()], source="a.txt")
    with reading(engine) as session:
        assert view.find_problems(session) == []


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("tents", ["claim", "document"]),
        ("TENTS peru", ["claim", "document"]),
        ('"200 tents"', ["claim", "document"]),
        ('"tents 200"', []),
        ("osorio", ["actor", "claim", "document"]),
        ("북한", ["document"]),
        ("회담", ["document"]),
        ("한은", ["document"]),
        ("담회", []),
        ("", []),
        ('"', []),
    ],
)
def test_search_finds_words_in_any_script(engine: Engine, query: str, kinds: list[str]) -> None:
    keep(engine, [make_aid_reading(), ReadingBuilder(make_document("북한은 어제 회담을 열었다")).build()])
    with reading(engine) as session:
        hits = lookup.search(session, query)
    assert [hit.kind.value for hit in hits] == kinds


def test_a_snippet_marks_the_match(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        hits = lookup.search(session, "Chile more")
        document = next(hit for hit in lookup.search(session, "sent") if hit.kind is lookup.Kind.DOCUMENT)
    assert len(hits) == 2
    assert document.match is not None
    assert document.match.of(document.snippet) == "sent"


def test_a_sound_record_has_no_faults_and_a_false_quote_is_one(engine: Engine) -> None:
    sound = make_aid_reading()
    keep(engine, [sound])
    with reading(engine) as session:
        assert list(find_faults(session)) == []
    other = make_aid_reading("Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said again.")
    false = Reading(make_document("No such words here, nor anything like them, nor else."), *list_parts(other))
    keep(engine, [false])
    with reading(engine) as session:
        faults = list(find_faults(session))
    assert any("words are not those of the text" in fault for fault in faults)


def list_parts(item: Reading) -> list[tuple[object, ...]]:
    return [item.mentions, item.times, item.quantities, item.attributions, item.claims]


def test_a_failed_unit_of_work_leaves_nothing(engine: Engine) -> None:
    def fail() -> None:
        with writing(engine) as session:
            item = make_aid_reading()
            writer.add_document(session, item.document, b"", "a.txt", NOON)
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    with reading(engine) as session:
        assert view.count(session).documents == 0


def test_a_record_can_be_opened_again(place: str) -> None:
    first = open_engine(place)
    keep(first, [make_aid_reading()])
    first.dispose()
    second = open_engine(place, create=False)
    with reading(second) as session:
        assert view.count(session).events == 1
    second.dispose()

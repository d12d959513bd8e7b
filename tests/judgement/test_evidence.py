"""Evidence for indicators: what counts, once for each origin, denials, silences, and what analysts rule."""

import datetime as dt
from dataclasses import replace

import pytest

from legation.judgement.evidence import Admission, State, find_evidence
from legation.judgement.items import find_shared, make_case
from legation.judgement.question import OwnWord
from legation.judgement.weighing import weigh
from legation.reading.claim import Status
from legation.record.event import Account, make_event
from tests.builders import CHILE, OSORIO, PERU
from tests.judgement.questions import GOOD, STATE, aid, archive, ask, talks
from tests.relations.builders import tell

UNGRADED = 3.0


def denied(account: Account) -> Account:
    return replace(account, claim=replace(account.claim, status=Status.DENIED))


def test_an_event_that_fits_is_proposed_and_counts() -> None:
    found = find_evidence(ask(), archive(aid()))[0]
    assert (found.state, found.ratio) == (State.SHOWN, pytest.approx(UNGRADED))
    assert found.unreviewed == 1
    assert "type AID" in found.exhibits[0].reasons


def test_fifty_copies_of_a_report_tell_what_one_tells() -> None:
    copies = [aid(origin="wire", words=f"tents ({n})") for n in range(50)]
    one, fifty = (find_evidence(ask(), archive(make_event(some)))[0] for some in (copies[:1], copies))
    assert one.ratio == fifty.ratio
    apart = find_evidence(ask(), archive(*copies))[0]
    assert apart.ratio == one.ratio


def test_independent_origins_multiply_up_to_the_cap() -> None:
    two = [aid(origin=f"outlet {n}") for n in range(2)]
    assert find_evidence(ask(), archive(make_event(two)))[0].ratio == pytest.approx(UNGRADED**2)
    many = [aid(origin=f"outlet {n}") for n in range(9)]
    assert find_evidence(ask(), archive(make_event(many)))[0].ratio == pytest.approx(100.0)


def test_a_denial_speaks_against_and_one_of_another_event_does_not() -> None:
    report, denial = aid(origin="a"), denied(aid(origin="b", words="no tents"))
    both = find_evidence(ask(), archive(make_event([report, denial])))[0]
    assert both.ratio is not None
    assert both.ratio < UNGRADED
    assert sorted(one.denies for one in both.reports) == [False, True]
    other = make_event([aid("2026-05-02", origin="c"), denied(aid("2026-05-02", origin="d", words="no tents"))])
    apart = find_evidence(ask(), archive(report, other))[0]
    assert apart.ratio == pytest.approx(UNGRADED * UNGRADED)


def test_an_event_only_denied_speaks_against_its_indicator() -> None:
    found = find_evidence(ask(), archive(denied(aid())))[0]
    assert found.state is State.SHOWN
    assert found.ratio is not None
    assert found.ratio < 1


def test_an_act_of_denial_counts_as_one() -> None:
    question = ask(
        GOOD,
        ("    act: costly\n", "    denied_in: {types: [REJECT], from: [PER, CHL], words: [tents]}\n    act: costly\n"),
    )
    text = "Peru rejected the tents story on Monday."
    denial = tell(text, "REJECT", "rejected", ([PERU], ()), when=("Monday", "2026-03-09", "2026-03-10"))
    found = find_evidence(question, archive(aid(origin="a"), denial))[0]
    report = next(one for one in found.reports if one.denies)
    assert report.own_word is OwnWord.BOASTED
    assert found.ratio == pytest.approx(UNGRADED * report.ratio)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL, Status.CALLED_FOR])
def test_what_was_not_said_to_be_done_never_counts(status: Status) -> None:
    account = aid()
    found = find_evidence(ask(), archive(replace(account, claim=replace(account.claim, status=status))))[0]
    assert (found.exhibits, len(found.unreal)) == ((), 1)
    assert found.state is not State.SHOWN


def test_a_partys_own_word_is_stance_not_capability() -> None:
    found = find_evidence(ask(), archive(aid(voices=[OSORIO])))[0]
    assert found.reports[0].own_word is OwnWord.BOASTED
    assert found.reports[0].ratio == pytest.approx(0.85 / 0.60)
    stranger = replace(OSORIO, country="KEN")
    assert find_evidence(ask(), archive(aid(voices=[stranger])))[0].ratio == pytest.approx(UNGRADED)


def test_state_media_speak_for_their_state_but_where_words_are_the_act_they_are_witnesses() -> None:
    report = aid()
    outlets = {report.document_id: STATE}
    assert find_evidence(ask(), archive(report, outlets=outlets))[0].reports[0].own_word is OwnWord.BOASTED
    spoken = ask(GOOD, ("own_word: boasted", "own_word: spoken"))
    assert find_evidence(spoken, archive(report, outlets=outlets))[0].ratio == pytest.approx(UNGRADED)


def test_grades_of_outlets_count() -> None:
    report = aid()
    good, bad = (
        find_evidence(ask(), archive(report, grades={"outlet:the wire": grade}))[0].ratio for grade in ("A", "E")
    )
    assert good is not None
    assert bad is not None
    assert good > UNGRADED > bad


@pytest.mark.parametrize(
    ("day", "published", "is_in"),
    [
        ("2025-12-31", "2026-01-02", False),
        ("2026-01-01", "2026-01-02", True),
        ("2026-06-30", "2026-07-02", True),
        ("2026-07-01", "2026-07-02", False),
        ("2026-03-02", "2027-01-01", False),
    ],
)
def test_window_and_day_of_the_question(day: str, published: str, is_in: bool) -> None:
    found = find_evidence(ask(), archive(aid(day, published=published)))[0]
    assert (found.state is State.SHOWN) is is_in


def test_an_undated_event_stands_under_its_report() -> None:
    account = replace(aid(), time=None)
    found = find_evidence(ask(), archive(account))[0]
    assert found.state is State.SHOWN
    assert not found.exhibits[0].is_dated


def test_silence_counts_when_its_window_has_closed_as_far_as_months_are_covered() -> None:
    heard = [talks(f"2026-0{month}-02") for month in (1, 2, 3)]
    before, after = (find_evidence(ask(), archive(*heard), dt.date(2026, month, 30))[0] for month in (6, 9))
    assert before.state is State.OPEN
    assert after.state is State.SILENT
    assert after.coverage == pytest.approx(0.8 * 3 / 6)


def test_without_coverage_nothing_follows_from_silence() -> None:
    found = find_evidence(ask(GOOD, ("    coverage: .8\n", "")), archive(talks()))[0]
    assert found.state is State.UNCOVERED
    assert find_evidence(ask(), archive())[0].state is State.UNCOVERED


def test_fewer_events_than_asked_for_have_not_shown() -> None:
    question = ask(GOOD, ("    coverage: .8\n", "    coverage: .8\n    count: 2\n"))
    assert find_evidence(question, archive(aid()))[0].state is State.SILENT
    assert find_evidence(question, archive(aid(), aid("2026-04-02")))[0].state is State.SHOWN


def test_the_last_ruling_on_an_event_counts_whatever_its_id_is_now() -> None:
    report = aid()
    place = (report.document_id, report.claim.trigger.start, report.claim.trigger.end)

    def ruling(*, accepts: bool) -> Admission:
        return Admission("u", "2026-01-01", "bob", "tents", "aid", accepts, (place,))

    reject, accept = ruling(accepts=False), ruling(accepts=True)
    found = find_evidence(ask(), archive(report, admissions=[reject]))[0]
    assert (found.state, len(found.rejected)) == (State.SILENT, 1)
    again = find_evidence(ask(), archive(report, admissions=[reject, accept]))[0]
    assert (again.state, again.unreviewed) == (State.SHOWN, 0)


def test_an_analyst_can_put_in_what_no_pattern_finds_and_ask_for_reviewed_evidence_alone() -> None:
    report = talks()
    place = (report.document_id, report.claim.trigger.start, report.claim.trigger.end)
    accept = Admission("u", "2026-01-01", "bob", "tents", "aid", accepts=True, places=(place,))
    found = find_evidence(ask(), archive(report, admissions=[accept], reviewed_only=True))
    assert [one.state for one in found] == [State.SHOWN, State.WAITING]


def test_an_event_under_two_indicators_without_a_common_driver_is_told() -> None:
    question = ask(GOOD, ("{types: [CONSULT]}", "[{types: [CONSULT]}, {types: [AID]}]"))
    event = make_event([aid()])
    assert find_shared(find_evidence(question, archive(event))) == [(event.id, ("aid", "talks"))]
    joined = ask(question.text, ("    act: talk\n", "    act: talk\n    driver: season\n"))
    assert find_shared(find_evidence(joined, archive(event))) == []


def test_an_empty_record_gives_the_prior_back() -> None:
    question = ask()
    case = make_case(question, find_evidence(question, archive()))
    assert weigh(case).posterior == pytest.approx(question.prior)
    assert CHILE.id in question.actors

"""A weighing as a whole: weights, exclusions of sources, what to watch, what changed, and how sure it can be."""

import datetime as dt
import time
from dataclasses import replace

import pytest

from legation.judgement.assessment import compare_days, weigh_question
from legation.judgement.confidence import Level
from legation.judgement.evidence import State
from legation.judgement.sources import Cut, CutKind
from legation.judgement.weighing import soften
from legation.record.event import make_event
from tests.builders import KENYA, OSORIO
from tests.judgement.questions import GOOD, STATE, aid, archive, ask, talks

SPRING = dt.date(2026, 5, 31)


def test_the_posterior_is_the_hand_sum() -> None:
    found = weigh_question(ask(), archive(aid()), SPRING)
    row = soften(found.case.items[0].likelihood, 3.0)
    assert found.posterior == pytest.approx(row / row.sum())
    assert found.question.names[found.top] == "closer"


def test_without_a_countrys_sources_or_state_media() -> None:
    report = aid(voices=[replace(OSORIO, country="KEN")])
    found = weigh_question(ask(), archive(report, outlets={report.document_id: STATE}), SPRING)
    cuts = {one.cut: one for one in found.without}
    for cut in (Cut(CutKind.COUNTRY, "KEN"), Cut(CutKind.COUNTRY, "PER"), Cut(CutKind.KIND, "state media")):
        assert cuts[cut].reports == 1
        assert cuts[cut].flips
        assert cuts[cut].posterior == pytest.approx(found.question.prior)
    assert KENYA.id == "KEN"


def test_a_source_among_several_does_not_flip_it() -> None:
    event = make_event([aid(origin="a"), aid(origin="b", voices=[OSORIO])])
    found = weigh_question(ask(), archive(event), SPRING)
    assert {one.cut.kind for one in found.without if not one.flips} >= {CutKind.COUNTRY, CutKind.ORIGIN}


def test_an_indicator_not_yet_shown_is_to_watch_and_one_shown_is_not() -> None:
    found = weigh_question(ask(), archive(aid()), SPRING)
    assert [one.indicator.id for one in found.watch] == ["talks"]
    (watched,) = found.watch
    assert watched.bits > 0
    assert watched.if_seen[0] > found.posterior[0] > watched.if_silent[0]


def test_the_costlier_of_two_alike_is_watched_last() -> None:
    costly = ask(GOOD, ("    act: talk\n", "    act: talk\n    cost: 1000\n"))
    assert [one.indicator.id for one in weigh_question(costly, archive(), SPRING).watch] == ["aid", "talks"]


def test_what_is_expected_under_both_leading_answers_tells_nothing() -> None:
    same = ask(
        GOOD,
        (
            "closer: [.6, .7, .8], apart: [.3, .4, .5], mixed: [.5, .6, .7]",
            "closer: [.6, .7, .8], apart: [.3, .4, .5], mixed: [.6, .7, .8]",
        ),
    )
    found = weigh_question(same, archive(aid(), talks()), SPRING)
    weights = {one.finding.indicator.id: one for one in found.weights}
    assert [found.question.names[place] for place in found.order[:2]] == ["closer", "mixed"]
    assert weights["talks"].tells_nothing
    assert not weights["aid"].tells_nothing


def test_what_changed_between_two_days() -> None:
    moved = compare_days(ask(), archive(aid(), talks()), (dt.date(2026, 3, 15), SPRING))
    assert [now.indicator.id for _, now in moved.findings] == ["talks"]
    assert (moved.findings[0][0].state, moved.findings[0][1].state) == (State.OPEN, State.SHOWN)
    assert moved.now.day == SPRING


def test_confidence_is_low_without_evidence_and_on_few_origins() -> None:
    assert weigh_question(ask(), archive()).confidence.level is Level.LOW
    found = weigh_question(ask(), archive(aid()), SPRING)
    assert found.confidence.level is Level.LOW
    assert any("1 independent origin" in reason for reason in found.confidence.reasons)


def test_confidence_is_never_high_on_intentions() -> None:
    days = [f"2026-0{month}-{day}" for month in range(1, 6) for day in ("02", "12")]
    events = [talks(day) for day in days] + [aid(day, origin=f"o{day}") for day in days]
    answers = {
        subject: weigh_question(ask(GOOD, ("id: tents", f"id: tents\nsubject: {subject}")), archive(*events), SPRING)
        for subject in ("intentions", "facts")
    }
    assert "it is about intentions, which no report shows" in answers["intentions"].confidence.reasons
    assert answers["intentions"].confidence.level is not Level.HIGH
    assert not any("intentions" in reason for reason in answers["facts"].confidence.reasons)


def test_three_copies_of_every_report_move_nothing() -> None:
    reports = [aid(origin="a"), aid("2026-04-02", origin="b"), talks()]
    once = weigh_question(ask(), archive(*(make_event([one]) for one in reports)), SPRING)
    thrice = weigh_question(
        ask(), archive(*(make_event([replace(one, key=f"{one.key}{n}") for n in range(3)]) for one in reports)), SPRING
    )
    assert thrice.posterior == pytest.approx(once.posterior, abs=1e-12)


def test_a_year_of_two_hundred_events_weighs_in_two_seconds() -> None:
    first = dt.date(2026, 1, 1)
    days = [(first + dt.timedelta(days=number * 180 // 100)).isoformat() for number in range(100)]
    given = archive(*(aid(day, origin=f"outlet {day}") for day in days), *(talks(day) for day in days))
    start = time.process_time()
    found = weigh_question(ask(), given)
    # Twice the time allowed, for slow machines; a quarter of a second on the one it was written on.
    assert time.process_time() - start < 4.0
    assert sum(len(finding.exhibits) for finding in found.findings) == 200


def test_a_day_before_the_window_is_refused() -> None:
    with pytest.raises(ValueError, match="tents is about the time from 2026-01-01 on; choose a later day"):
        weigh_question(ask(), archive(aid()), dt.date(2025, 6, 1))


def test_one_seed_gives_one_weighing() -> None:
    one, other = (weigh_question(ask(), archive(aid()), SPRING) for _ in range(2))
    assert one.spread.intervals == other.spread.intervals

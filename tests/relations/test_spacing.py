"""Days between events are bounds where dates are imprecise; what only may have happened measures nothing."""

from legation.relations.spacing import Gap, Kind, find_spacings, measure_gap
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen

SUMMIT = happen(
    "They met on 3 March 2025.",
    "CONSULT",
    "met",
    ((KENYA,), (CHILE,)),
    when=("3 March 2025", "2025-03-03", "2025-03-04"),
)
EARLIER = happen("They met in 2019.", "CONSULT", "met", ((KENYA,), (CHILE,)), when=("2019", "2019-01-01", "2020-01-01"))
LAUNCH = happen(
    "Kenya launched a satellite in May 2025.",
    "MOBILIZE",
    "launched",
    ((KENYA,), ()),
    when=("May 2025", "2025-05-01", "2025-06-01"),
)
PLANNED = happen(
    "They will meet on 1 May 2025.",
    "CONSULT",
    "meet",
    when=("1 May 2025", "2025-05-01", "2025-05-02"),
    status="planned",
)
UNDATED = happen("Kenya launched a rocket.", "MOBILIZE", "launched")


def test_a_month_gives_a_range_of_days() -> None:
    assert measure_gap(SUMMIT, LAUNCH) == Gap(59, 89)


def test_the_last_event_before_is_the_one_measured_from() -> None:
    found = find_spacings([LAUNCH], [EARLIER, SUMMIT])
    assert [(item.reference, item.gap) for item in found] == [(SUMMIT, Gap(59, 89))]


def test_what_is_only_planned_is_not_measured_from() -> None:
    assert find_spacings([LAUNCH], [PLANNED])[0].reference is None


def test_undated_events_are_left_out() -> None:
    assert find_spacings([UNDATED], [SUMMIT]) == []


def test_within_keeps_what_may_have_come_so_soon() -> None:
    assert find_spacings([LAUNCH], [SUMMIT], within=58) == []
    assert len(find_spacings([LAUNCH], [SUMMIT], within=59)) == 1


def test_the_same_day_may_come_either_way() -> None:
    gap = measure_gap(EARLIER, EARLIER)
    assert gap is not None
    assert not gap.is_ordered


def test_neither_of_two_events_of_one_month_is_said_to_come_after_the_other() -> None:
    visit = happen("He came in May 2025.", "CONSULT", "came", when=("May 2025", "2025-05-01", "2025-06-01"))
    talks = happen("They spoke in May 2025.", "CONSULT", "spoke", when=("May 2025", "2025-05-01", "2025-06-01"))
    found = find_spacings([visit, talks], [visit, talks, SUMMIT])
    assert [item.reference for item in found] == [SUMMIT, SUMMIT]


def test_kinds_ask_for_type_mode_and_words() -> None:
    assert Kind("MOBILIZE", about="Satellite").matches(LAUNCH)
    assert not Kind("MOBILIZE", about="rocket").matches(LAUNCH)
    assert not Kind("CONSULT", mode="visit").matches(SUMMIT)

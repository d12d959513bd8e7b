"""A weighing in words: what an analyst must be told, in every state a question can be in."""

import datetime as dt
from dataclasses import replace

import pytest

from legation.judgement.analysts import Opinion, Panel, hear, pool
from legation.judgement.assessment import compare_days, weigh_question
from legation.judgement.drafts import Rule, lint
from legation.judgement.locks import Locked, find_standing
from legation.lexicon.estimates import load_estimates
from legation.reading.claim import Status
from legation.record.event import Account, Event, make_event
from legation.reporting.bearings import ratio_words
from legation.reporting.sheets import Bullets, Cell, Quotes, Sheet, Table
from legation.reporting.weighings import Told, make_sheet
from tests.builders import OSORIO
from tests.judgement.questions import GOOD, aid, archive, ask, talks

SPRING = dt.date(2026, 5, 31)
NAMES = {"PER": "Peru", "CHL": "Chile"}


def text_of(sheet: Sheet) -> dict[str, str]:
    """Return the words of each section."""
    found = {}
    for section in sheet.sections:
        parts = []
        for block in section.blocks:
            if isinstance(block, str):
                parts.append(block)
            elif isinstance(block, Bullets):
                parts += block.items
            elif isinstance(block, Table):
                parts += [" ".join(cell.text for cell in row) for row in ((*map(Cell, block.head),), *block.rows)]
            else:
                parts += [block.title, block.remark, *(f"{quote.words} {quote.source}" for quote in block.quotes)]
        found[section.title] = "\n".join(parts)
    return found


def tell(
    *reports: Event | Account, question: str = GOOD, told: Told | None = None, day: dt.date = SPRING
) -> dict[str, str]:
    weighing = weigh_question(ask(question), archive(*reports), day)
    return text_of(make_sheet(weighing, told or Told(names=NAMES)))


def test_the_answer_has_a_word_a_range_and_a_number_to_five() -> None:
    answer = tell(aid())["Answer"]
    assert "Likeliest is closer: " in answer
    assert "unlikely (20–45 %) 35 %" in answer


def test_nothing_reported_is_not_assessed() -> None:
    found = tell()
    assert found["Answer"].startswith("Not assessed")
    assert "%" not in found["Answer"]


def test_a_denial_stands_beside_what_it_denies() -> None:
    report = aid(origin="a")
    denial = aid(origin="b", words="no tents")
    event = make_event([report, replace(denial, claim=replace(denial.claim, status=Status.DENIED))])
    sheet = make_sheet(weigh_question(ask(), archive(event), SPRING), Told())
    (block,) = [one for section in sheet.sections for one in section.blocks if isinstance(one, Quotes)]
    assert sorted(quote.denies for quote in block.quotes) == [False, True]
    assert "1 denial" in block.remark


def test_a_partys_own_word_is_said_to_be_one() -> None:
    assert "a party's own word, taken as boasted" in tell(aid(voices=[OSORIO]))["What is reported"]


def test_a_silence_that_counts_says_since_when_and_how_surely() -> None:
    months = [talks(f"2026-0{month}-02") for month in range(1, 8)]
    inferred = tell(*months, day=dt.date(2026, 8, 1))["What is inferred"]
    assert (
        "The silence on aid counts since 1 July 2026: the archive would have told of it in 80 of 100 cases." in inferred
    )


def test_what_flips_it_names_items_sources_worth_and_prior() -> None:
    changing = tell(aid(voices=[replace(OSORIO, country="KEN")]))["What would change our mind"]
    assert "Without “aid”, closer and apart are even" in changing
    assert "Without the sources of KEN (1 report)" in changing
    assert "if, before any evidence, closer is held at less than" in changing


def test_an_event_counted_twice_is_pointed_out() -> None:
    twice = GOOD.replace("{types: [CONSULT]}", "[{types: [CONSULT]}, {types: [AID]}]")
    assert "counts under aid and talks, which no driver joins" in tell(aid(), question=twice)["What is inferred"]


def test_locks_changed_after_the_evidence_are_told_with_the_answer_as_locked() -> None:
    changed = GOOD.replace("closer: [.7, .8, .9]", "closer: [.8, .9, .95]")
    question, first = ask(changed), Locked("2026-01-01T00:00:00+00:00", "ann", ask())
    standing = find_standing(question, [first], {"aid": "2026-03-02T00:00:00+00:00"})
    told = Told(standing=standing, as_locked=weigh_question(ask(), archive(aid()), SPRING))
    answer = tell(aid(), question=changed, told=told)["Answer"]
    assert "Judged otherwise before: aid (likelihood under closer .7–.8–.9 → .8–.9–.95)" in answer
    assert "after evidence for it had come in" in answer
    assert "As first locked the likeliest would be closer" in answer


def test_what_changed_has_its_own_section() -> None:
    moved = compare_days(ask(), archive(aid(), talks()), (dt.date(2026, 3, 15), SPRING))
    found = tell(aid(), talks(), told=Told(moved=moved))["What changed since 15 March 2026"]
    assert "talks: not yet → reported. Do they meet?" in found


def test_several_analysts_and_where_they_differ() -> None:
    weighing = weigh_question(ask(), archive(aid()), SPRING)
    opinions = [Opinion("ann", weighing.posterior, is_weighed=True), *hear([("eve", (0.1, 0.7, 0.5, 0.2))])]
    panel = Panel(tuple(opinions), pool([one.p for one in opinions]), (("aid", 4.2),))
    found = tell(aid(), told=Told(panel=panel))["What several analysts judge"]
    assert "own estimate, made to sum to 1" in found
    assert "They differ most on apart" in found
    assert "aid (4.2 dB apart)" in found


@pytest.mark.parametrize("reports", [(), (aid(),), (aid(), talks())])
def test_sheets_keep_to_the_rules_for_drafts(reports: tuple[object, ...]) -> None:
    text = "\n\n".join(tell(*reports).values())
    assert [one for one in lint(text, load_estimates()) if one.rule in (Rule.MIXED, Rule.CERTAIN, Rule.ROWS)] == []


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "about as likely if it did not happen"),
        (0.9, "about as likely if it did not happen"),
        (1.4, "about 1.5 times likelier if it happened than if not"),
        (6.49, "about 6 times likelier if it happened than if not"),
        (127.3, "about 100 times likelier if it happened than if not"),
        (3400.0, "about 3,000 times likelier if it happened than if not"),
        (0.31, "about 3 times likelier if it did not happen"),
    ],
)
def test_a_ratio_is_given_with_the_figure_it_is_worth(ratio: float, words: str) -> None:
    assert ratio_words(ratio) == words

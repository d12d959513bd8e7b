"""A weighing in words: the answer, what is reported, inferred and assumed, what would change it, what to watch.

Likelihoods are in the words of ICD 203 with their ranges, numbers to 5 %; confidence stands in a sentence of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.judgement.analysts import Panel
from legation.judgement.assessment import Moved, Weighing
from legation.judgement.evidence import Finding, State
from legation.judgement.locks import FRAME, Standing
from legation.judgement.question import Question
from legation.judgement.words import about_words, estimate_words, find_band, likelihood_words, round_percent
from legation.lexicon.saying import join, say
from legation.reporting.bearings import assumed, inferred, reported
from legation.reporting.sheets import Block, Bullets, Cell, Section, Sheet, Table
from legation.reporting.turning import changing, unseen, watching
from legation.reporting.words import day_words, list_words, name_id, plural

STATES: Mapping[State, str] = {
    State.SHOWN: "reported",
    State.SILENT: "silent",
    State.OPEN: "not yet",
    State.UNCOVERED: "not covered",
    State.WAITING: "awaiting review",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a sheet tells besides the weighing itself, as far as it was asked for; `names` are of actors by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    standing: Standing | None = None
    as_locked: Weighing | None = None
    moved: Moved | None = None
    panel: Panel | None = None


def make_sheet(weighing: Weighing, told: Told) -> Sheet:
    """Return the sheet of a weighing."""
    sections = [
        Section("Answer", tuple(answer(weighing, told))),
        Section("What is reported", tuple(reported(weighing))),
        Section("What is inferred", tuple(inferred(weighing))),
        Section("What is assumed", tuple(assumed(weighing, told.names))),
        Section("What would change our mind", tuple(changing(weighing, told.names))),
        Section("What to watch next", tuple(watching(weighing))),
        Section("What we could not see", tuple(unseen(weighing))),
    ]
    if told.moved:
        sections.insert(
            1, Section(say("What changed since {day}", day=day_words(told.moved.then.day)), tuple(moved(told.moved)))
        )
    if told.panel:
        sections.insert(1, Section("What several analysts judge", tuple(panel_blocks(weighing.question, told.panel))))
    return Sheet(weighing.question.ask, subtitle(weighing), tuple(sections))


def subtitle(weighing: Weighing) -> str:
    """Return what was weighed, and for which day."""
    states = [finding.state for finding in weighing.findings]
    counts = [
        say("{count} {states}", count=states.count(state), states=STATES[state]) for state in State if state in states
    ]
    pieces = sum(len(f.exhibits) for f in weighing.findings if f.state is State.SHOWN)
    held = say(
        "{pieces} of evidence from {origins}",
        pieces=plural(pieces, "piece"),
        origins=plural(weighing.footing.origins, "independent origin"),
    )
    unreviewed = weighing.footing.unreviewed
    review = (
        say(", {unreviewed} reviewed by an analyst", unreviewed="none" if unreviewed == pieces else pieces - unreviewed)
        if pieces
        else ""
    )
    return say(
        "For {day}. {indicators}: {listed}. {held}{review}.",
        day=day_words(weighing.day),
        indicators=plural(len(states), "indicator"),
        listed=join(", ", counts),
        held=held,
        review=review,
    )


# --- the answer ------------------------------------------------------------------------------------------------------


def answer(weighing: Weighing, told: Told) -> Iterator[Block]:
    """Yield the likeliest answer, all of them as a table, the classic ranking, and the confidence."""
    question, top = weighing.question, weighing.top
    if not weighing.case.items:
        yield say(
            "Not assessed: the record holds nothing on any indicator of this question; only the prior could be given."
        )
        yield say(
            "Confidence is {level}: {list}.",
            level=weighing.confidence.level,
            list=list_words(list(weighing.confidence.reasons)),
        )
        return
    words = estimate_words(float(weighing.posterior[top]), weighing.spread.intervals[top])
    yield say(
        "Likeliest is {names}: {words}. It says: {says}",
        names=question.names[top],
        words=words,
        says=question.hypotheses[top].says,
    )
    yield Table(
        ("hypothesis", "likelihood", "about", say("90 % interval"), say("leads in")),
        tuple(tuple(map(Cell, row)) for row in answer_rows(weighing)),
        figures=False,
    )
    level, reasons = weighing.confidence.level, weighing.confidence.reasons
    yield say("Confidence is {level}{reasons}.", level=level, reasons=": " + join("; ", reasons) if reasons else "")
    yield classic(weighing)
    yield from standing_words(told)


def answer_rows(weighing: Weighing) -> Iterator[tuple[str, ...]]:
    """Yield a row for each hypothesis, the likeliest first."""
    for place in weighing.order:
        probability, (low, high) = float(weighing.posterior[place]), weighing.spread.intervals[place]
        ends = find_band(low).word, find_band(high).word
        yield (
            weighing.question.names[place],
            likelihood_words(probability),
            round_percent(probability),
            ends[0] if ends[0] == ends[1] else say("{word} to {word2}", word=say(ends[0]), word2=say(ends[1])),
            draws_words(weighing.spread.tops[place]),
        )


def draws_words(share: float) -> str:
    """Return in how many of 100 draws something is so; never none, never all."""
    number = round(share * 100)
    if number in (0, 100):
        return say("< 1 in 100") if number == 0 else say("> 99 in 100")
    return say("{number} in 100", number=number)


def classic(weighing: Weighing) -> str:
    """Return whether the classic matrix ranks alike."""
    names = weighing.question.names
    best = list_words([name_id(names[place]) for place in weighing.matrix.best])
    if weighing.agrees_with_matrix:
        return say("The classic matrix of inconsistencies has {best} on top too.", best=best)
    return say(
        "The classic matrix of inconsistencies disagrees: it has {best} on top. It counts what "
        "speaks against each hypothesis, not how much, and knows neither the prior nor common "
        "causes.",
        best=best,
    )


def standing_words(told: Told) -> Iterator[str]:
    """Yield whether judgements were fixed before their evidence came in, and what changed."""
    standing = told.standing
    if standing is None:
        return
    if standing.first is None:
        yield say("The judgements are not locked: nobody can tell whether they were made before the evidence was seen.")
        return
    first = say("{at} by {author}", at=standing.first.at[:10], author=standing.first.author)
    if standing.is_clean:
        yield say("The judgements were locked on {first}, before any evidence for them had come in.", first=first)
        return
    yield say("The judgements were first locked on {first}.", first=first)
    if standing.late:
        yield say("Locked only after evidence had come in: {part}.", part=part_words(standing.late))
    for change in standing.changes:
        what = join("; ", change.differences) or say("how it is judged")
        when = (
            say("on {changed_at}", changed_at=change.changed_at[:10])
            if change.changed_at
            else say("and not locked since")
        )
        late = say(", after evidence for it had come in") if change.is_late else ""
        yield say(
            "Judged otherwise before: {part} ({what}); changed {when}{late}.",
            part=part_words([change.part]),
            what=what,
            when=when,
            late=late,
        )
    fresh = [part for part in standing.open if part not in {change.part for change in standing.changes}]
    if fresh:
        yield say("Not locked: {part}.", part=part_words(fresh))
    if told.as_locked:
        old = told.as_locked
        top = old.top
        words = estimate_words(float(old.posterior[top]), old.spread.intervals[top])
        yield say(
            "As first locked the likeliest would be {names}: {words}.", names=old.question.names[top], words=words
        )


def part_words(parts: Sequence[str]) -> str:
    """Return names of indicators, the frame called so."""
    return list_words([say("the frame (hypotheses, prior, drivers)") if part == FRAME else part for part in parts])


# --- what changed, several analysts ----------------------------------------------------------------------------------


def moved(found: Moved) -> Iterator[Block]:
    """Yield the answers then and now, and which indicators differ."""
    names = found.now.question.names
    rows = [
        (names[place], *(briefly(float(one.posterior[place])) for one in (found.then, found.now)))
        for place in found.now.order
    ]
    head = ("hypothesis", say("{day}", day=day_words(found.then.day)), say("{day}", day=day_words(found.now.day)))
    yield Table(head, tuple(tuple(map(Cell, row)) for row in rows), figures=False)
    if not found.findings:
        yield say("No indicator has changed; evidence only grew older.")
        return
    yield Bullets(tuple(moved_words(then, now) for then, now in found.findings))


def briefly(probability: float) -> str:
    """Return "likely, about 65 %"."""
    return say("{word}, {about}", word=find_band(probability).word, about=about_words(probability))


def moved_words(then: Finding, now: Finding) -> str:
    """Return how one indicator changed."""
    if then.state is not now.state:
        return say(
            "{id}: {states} → {states2}. {ask}",
            id=now.indicator.id,
            states=STATES[then.state],
            states2=STATES[now.state],
            ask=now.indicator.ask,
        )
    known = {report.account.key for report in then.reports}
    fresh = [report.account.key for report in now.reports if report.account.key not in known]
    return say(
        "{id}: {reports} ({join})",
        id=now.indicator.id,
        reports=plural(len(fresh), "new report"),
        join=join(", ", fresh) or "other reports count",
    )


def panel_blocks(question: Question, panel: Panel) -> Iterator[Block]:
    """Yield what each analyst judges, all together, and where they differ most."""
    rows = []
    for one in panel.opinions:
        how = (
            say("weighed")
            if one.is_weighed
            else say("own estimate")
            if one.given is None
            else say("own estimate, made to sum to 1")
        )
        rows.append((one.by, how, *(round_percent(float(value)) for value in one.p)))
    rows.append(
        ("together", say("geometric mean of odds"), *(round_percent(float(value)) for value in panel.pooled.together))
    )
    yield Table(("analyst", "how", *question.names), tuple(tuple(map(Cell, row)) for row in rows), figures=False)
    widest = max(
        range(len(question.names)), key=lambda place: float(panel.pooled.most[place] - panel.pooled.least[place])
    )
    least, most = float(panel.pooled.least[widest]), float(panel.pooled.most[widest])
    yield say(
        "They differ most on {names}: from {likelihood} to {likelihood2}.",
        names=name_id(question.names[widest]),
        likelihood=likelihood_words(least),
        likelihood2=likelihood_words(most),
    )
    apart = [
        say("{name} ({value:.1f} dB apart)", name=name_id(name), value=value)
        for name, value in panel.disputed
        if value > 0.05
    ][:3]
    if apart:
        yield say("Of the indicators they judge most differently what this would tell: {list}.", list=list_words(apart))

"""What a weighing rests on, in words: reports quoted, the matrix with what each item counts, and what is assumed."""

import datetime as dt
from collections.abc import Iterator, Mapping

from legation.judgement.assessment import Weighing, Weight
from legation.judgement.evidence import Finding, State
from legation.judgement.question import Indicator
from legation.judgement.reports import Report
from legation.judgement.words import round_percent
from legation.reporting.footnotes import speakers_words
from legation.reporting.sheets import Block, Bullets, Cell, Quote, Quotes, Table
from legation.reporting.words import STATUSES, day_words, list_words, plural

MINUS = "−"


# --- what is reported ------------------------------------------------------------------------------------------------


def reported(weighing: Weighing) -> Iterator[Block]:
    """Yield the words behind each indicator that has shown, denials among them."""
    shown = [finding for finding in weighing.findings if finding.state is State.SHOWN]
    if not shown:
        yield "No report in the record tells of any indicator."
    for finding in shown:
        yield Quotes(
            anchor=anchor_of(finding.indicator),
            title=f"{finding.indicator.id}: {finding.indicator.ask}",
            remark=remark_on(finding),
            quotes=tuple(quote_of(finding, report) for report in finding.reports),
        )


def anchor_of(indicator: Indicator) -> str:
    """Return where the quotes of an indicator stand."""
    return f"i-{indicator.id}"


def remark_on(finding: Finding) -> str:
    """Return how well an indicator is attested, and what is not counted."""
    parts = [f"{plural(len(finding.exhibits), 'event')}, {plural(len(finding.reports), 'independent origin')}"]
    denials = sum(report.denies for report in finding.reports)
    if denials:
        parts.append(plural(denials, "denial"))
    parts.append(f"reports {ratio_words(finding.ratio or 1.0)}")
    own = sorted({report.own_word.value for report in finding.reports if report.own_word})
    if own:
        parts.append(f"partly a party's own word, taken as {list_words(own)}")
    reports = [report for exhibit in finding.exhibits for report in exhibit.reports]
    further = [report.account.key for report in reports if report not in finding.reports]
    if further:
        passages = plural(len(further), "further passage")
        parts.append(f"{passages} of the same origins counted once with them ({', '.join(further)})")
    if any(not exhibit.is_dated for exhibit in finding.exhibits):
        parts.append("some dated by their report alone")
    if finding.rejected:
        parts.append(f"{plural(len(finding.rejected), 'event')} rejected by an analyst")
    if finding.unreal:
        parts.append(f"{plural(len(finding.unreal), 'event')} only planned, possible or called for, not counted")
    return "; ".join(parts) + "."


def ratio_words(ratio: float) -> str:
    """Return how reports speak for an event: "about 30 times likelier if it happened than if not"."""
    if round_ratio(max(ratio, 1 / ratio)) == "1":
        return "about as likely if it did not happen"
    if ratio >= 1:
        return f"about {round_ratio(ratio)} times likelier if it happened than if not"
    return f"about {round_ratio(1 / ratio)} times likelier if it did not happen"


def round_ratio(ratio: float) -> str:
    """Return a likelihood ratio with the one figure it is worth ("6", "30"), below 2.5 to the half ("1.5").

    Grades are judgements: their ratios rest on no count that would bear a second figure.
    """
    if ratio < 1:
        return f"{ratio:.1g}"
    if ratio < 2.5:
        return f"{round(2 * ratio) / 2:g}"
    return f"{float(f'{ratio:.1g}'):,.0f}"


def quote_of(finding: Finding, report: Report) -> Quote:
    """Return a report's words with whose they are, its grade, and who has reviewed it."""
    account = report.account
    review = next((one.admission for one in finding.exhibits if one.event.id == report.event), None)
    outlet = report.outlet.name if report.outlet else "no outlet given"
    source = ", ".join(filter(None, (speakers_words(account), outlet, (account.published or "")[:10])))
    state = f"accepted by {review.author}" if review else "unreviewed"
    grade = "ungraded" if report.grade == ("F", "6") else "".join(report.grade)
    said = f"{STATUSES[account.claim.status]}; {grade}, ×{round_ratio(report.ratio)}; {state}"
    return Quote(
        words=" ".join(account.evidence.quote.split()),
        source=f"{source}; {said}; event {report.event}",
        key=account.key,
        denies=report.denies,
    )


# --- what is inferred ------------------------------------------------------------------------------------------------


def inferred(weighing: Weighing) -> Iterator[Block]:
    """Yield the matrix: marks and decibels by hypothesis, what each item counts and tells, and remarks on it."""
    names = weighing.question.names
    if not weighing.weights:
        yield "Nothing: no indicator has shown, and no silence counts."
        return
    yield Table(("decibels", *names, "dB", "counted", "bits"), tuple(matrix_row(weight) for weight in weighing.weights))
    first, second = (names[place] for place in weighing.order[:2])
    yield (
        "Under each hypothesis, by how much an item raises or lowers it, as counted. "
        f"dB weighs {first} against {second}: 3 dB doubles the odds, 10 make them tenfold. “Counted” is what is left "
        "of it beside stronger items with the same driver; bits are what the item tells alone."
    )
    marks = zip(weighing.weights, weighing.matrix.marks, strict=True)
    classic = [
        (Cell(weight.finding.indicator.id), *(Cell(mark, anchor_of_weight(weight)) for mark in row))
        for weight, row in marks
    ]
    classic.append((Cell("inconsistency"), *(Cell(f"{value:.1f}") for value in weighing.matrix.inconsistency)))
    yield Table(("classic matrix", *names), tuple(classic))
    yield (
        "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, taking what is reported as "
        "so; inconsistencies are summed by how sure each item is, and the hypothesis with the least stands best."
    )
    blank = [weight.finding.indicator for weight in weighing.weights if weight.tells_nothing]
    for one in blank:
        yield f"{one.id} tells {first} and {second} apart not at all (0 dB): {one.why}."
    silent = [weight for weight in weighing.weights if weight.finding.state is State.SILENT]
    for weight in silent:
        one = weight.finding.indicator
        yield (
            f"The silence on {one.id} counts since {day_words(one.until)}: the archive would have told of it in "
            f"{weight.finding.coverage * 100:.0f} of 100 cases."
        )
    for event, indicators in weighing.shared:
        yield (
            f"Event {event} counts under {list_words(list(indicators))}, which no driver joins: give them one, or "
            "reject the event for all but one, lest one fact count twice."
        )


def matrix_row(weight: Weight) -> tuple[Cell, ...]:
    """Return the row of one item; its cells open the words it rests on."""
    name = weight.finding.indicator.id + (" (silence)" if weight.finding.state is State.SILENT else "")
    figures = (*weight.cells, weight.alone, weight.counted)
    anchor = anchor_of_weight(weight)
    return (Cell(name, anchor), *(Cell(decibel_words(value), anchor) for value in figures), Cell(f"{weight.bits:.2f}"))


def anchor_of_weight(weight: Weight) -> str | None:
    """Return where the words of an item stand; a silence has none."""
    return anchor_of(weight.finding.indicator) if weight.finding.state is State.SHOWN else None


def decibel_words(value: float) -> str:
    """Return "+1.2", "−0.4" or "0"."""
    text = f"{abs(value):.1f}"
    return "0" if text == "0.0" else f"{MINUS if value < 0 else '+'}{text}"


# --- what is assumed -------------------------------------------------------------------------------------------------


def assumed(weighing: Weighing, names: Mapping[str, str]) -> Iterator[Block]:
    """Yield who judged what and when, the prior, and what items have in common."""
    question = weighing.question
    actors = list_words([names.get(actor, actor) for actor in question.actors])
    first, last = day_words(question.window[0]), day_words(question.window[1] - dt.timedelta(days=1))
    yield (
        f"About {actors}, from {first} to {last}. "
        f"Likelihoods were judged by {question.judged.by} on {day_words(question.judged.on)}."
    )
    prior = ", ".join(
        f"{name} {round_percent(value)}" for name, value in zip(question.names, question.prior, strict=True)
    )
    fades = f" The state can turn: old evidence fades by {question.switching * 100:g} % a month."
    yield f"Before any evidence: {prior}.{fades if question.switching else ''}"
    items = [f"{one.id} (ρ {'–'.join(f'{value:g}' for value in one.rho)}): {one.why}" for one in question.drivers]
    if items:
        yield "Items with one cause count once in full, further ones by what is left (1−ρ):"
        yield Bullets(tuple(items))
    shown = [weight.finding.indicator for weight in weighing.weights]
    if not shown:
        return
    yield Table(
        ("% low–middle–high", *question.names),
        tuple((Cell(one.id), *(Cell(range_words(value)) for value in one.likelihood)) for one in shown),
    )
    yield Bullets(tuple(f"{one.id}: {one.why}" for one in shown))


def range_words(likelihood: tuple[float, float, float]) -> str:
    """Return low, middle and high in percent: "10–25–45"."""
    return "–".join(f"{value * 100:g}" for value in likelihood)

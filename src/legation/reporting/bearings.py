"""What a weighing rests on, in words: reports quoted, the matrix with what each item counts, and what is assumed."""

import datetime as dt
from collections.abc import Iterator, Mapping

from legation.judgement.assessment import Weighing, Weight
from legation.judgement.evidence import Finding, State
from legation.judgement.question import Indicator
from legation.judgement.reports import Report
from legation.judgement.words import round_percent
from legation.lexicon.saying import join, say
from legation.reporting.footnotes import published_words, speakers_words
from legation.reporting.sheets import Block, Bullets, Cell, Quote, Quotes, Table
from legation.reporting.words import STATUSES, day_words, list_words, name_id, plural

MINUS = "−"


# --- what is reported ------------------------------------------------------------------------------------------------


def reported(weighing: Weighing) -> Iterator[Block]:
    """Yield the words behind each indicator that has shown, denials among them."""
    shown = [finding for finding in weighing.findings if finding.state is State.SHOWN]
    if not shown:
        yield say("No report in the record tells of any indicator.")
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
    parts = [
        say(
            "{events}, {origins}",
            events=plural(len(finding.exhibits), "event"),
            origins=plural(len(finding.reports), "independent origin"),
        )
    ]
    denials = sum(report.denies for report in finding.reports)
    if denials:
        parts.append(plural(denials, "denial"))
    parts.append(say("reports {ratio}", ratio=ratio_words(finding.ratio or 1.0)))
    own = sorted({report.own_word.value for report in finding.reports if report.own_word})
    if own:
        parts.append(say("partly a party's own word, taken as {list}", list=list_words(own)))
    reports = [report for exhibit in finding.exhibits for report in exhibit.reports]
    further = [report.account.key for report in reports if report not in finding.reports]
    if further:
        passages = plural(len(further), "further passage")
        parts.append(
            say(
                "{passages} of the same origins counted once with them ({listed})",
                passages=passages,
                listed=join(", ", further),
            )
        )
    if any(not exhibit.is_dated for exhibit in finding.exhibits):
        parts.append(say("some dated by their report alone"))
    if finding.rejected:
        parts.append(say("{events} rejected by an analyst", events=plural(len(finding.rejected), "event")))
    if finding.unreal:
        parts.append(
            say(
                "{events} only planned, possible or called for, not counted",
                events=plural(len(finding.unreal), "event"),
            )
        )
    return join("; ", parts) + "."


def ratio_words(ratio: float) -> str:
    """Return how reports speak for an event: "about 30 times likelier if it happened than if not"."""
    if round_ratio(max(ratio, 1 / ratio)) == "1":
        return say("about as likely if it did not happen")
    if ratio >= 1:
        return say("about {round_ratio} times likelier if it happened than if not", round_ratio=round_ratio(ratio))
    return say("about {round_ratio} times likelier if it did not happen", round_ratio=round_ratio(1 / ratio))


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
    outlet = report.outlet.name if report.outlet else say("no outlet given")
    published = published_words(account.citation) if account.citation else None
    source = join(", ", filter(None, (speakers_words(account), outlet, published)))
    state = say("accepted by {author}", author=review.author) if review else say("unreviewed")
    grade = say("ungraded") if report.grade == ("F", "6") else "".join(report.grade)
    said = say(
        "{statuses}; {grade}, ×{round_ratio}; {state}",
        statuses=STATUSES[account.claim.status],
        grade=grade,
        round_ratio=round_ratio(report.ratio),
        state=state,
    )
    return Quote(
        words=" ".join(account.evidence.quote.split()),
        source=say("{source}; {said}", source=source, said=said),
        key=account.key,
        event=report.event,
        denies=report.denies,
    )


# --- what is inferred ------------------------------------------------------------------------------------------------


def inferred(weighing: Weighing) -> Iterator[Block]:
    """Yield the matrix: marks and decibels by hypothesis, what each item counts and tells, and remarks on it."""
    names = weighing.question.names
    if not weighing.weights:
        yield say("Nothing: no indicator has shown, and no silence counts.")
        return
    yield Table(("decibels", *names, "dB", "counted", "bits"), tuple(matrix_row(weight) for weight in weighing.weights))
    first, second = (names[place] for place in weighing.order[:2])
    yield (
        say(
            "Under each hypothesis, by how much an item raises or lowers it, as counted. dB weighs "
            "{first} against {second}: 3 dB doubles the odds, 10 make them tenfold. “Counted” is "
            "what is left of it beside stronger items with the same driver; bits are what the item "
            "tells alone.",
            first=first,
            second=second,
        )
    )
    marks = zip(weighing.weights, weighing.matrix.marks, strict=True)
    classic = [
        (Cell(weight.finding.indicator.id), *(Cell(mark, anchor_of_weight(weight)) for mark in row))
        for weight, row in marks
    ]
    classic.append(
        (Cell("inconsistency"), *(Cell(say("{value:.1f}", value=value)) for value in weighing.matrix.inconsistency))
    )
    yield Table((say("classic matrix"), *names), tuple(classic))
    yield (
        say(
            "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, "
            "taking what is reported as so; inconsistencies are summed by how sure each item is, and "
            "the hypothesis with the least stands best."
        )
    )
    yield from inferred_remarks(weighing, first, second)


def inferred_remarks(weighing: Weighing, first: str, second: str) -> Iterator[str]:
    """Yield what tells nothing, which silences count, and what is counted twice."""
    blank = [weight.finding.indicator for weight in weighing.weights if weight.tells_nothing]
    for one in blank:
        yield say(
            "{id} tells {first} and {second} apart not at all (0 dB): {why}.",
            id=one.id,
            first=first,
            second=second,
            why=one.why,
        )
    silent = [weight for weight in weighing.weights if weight.finding.state is State.SILENT]
    for weight in silent:
        one = weight.finding.indicator
        yield (
            say(
                "The silence on {id} counts since {day}: the archive would have told of it in "
                "{coverage:.0f} of 100 cases.",
                id=one.id,
                day=day_words(one.until),
                coverage=weight.finding.coverage * 100,
            )
        )
    for event, indicators in weighing.shared:
        yield (
            say(
                "Event {event} counts under {list}, which no driver joins: give them one, or reject the "
                "event for all but one, lest one fact count twice.",
                event=event,
                list=list_words(list(map(name_id, indicators))),
            )
        )


def matrix_row(weight: Weight) -> tuple[Cell, ...]:
    """Return the row of one item; its cells open the words it rests on."""
    name = weight.finding.indicator.id + (say(" (silence)") if weight.finding.state is State.SILENT else "")
    figures = (*weight.cells, weight.alone, weight.counted)
    anchor = anchor_of_weight(weight)
    return (
        Cell(name, anchor),
        *(Cell(decibel_words(value), anchor) for value in figures),
        Cell(say("{bits:.2f}", bits=weight.bits)),
    )


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
        say(
            "About {actors}, from {first} to {last}. Likelihoods were judged by {by} on {day}.",
            actors=actors,
            first=first,
            last=last,
            by=question.judged.by,
            day=day_words(question.judged.on),
        )
    )
    prior = join(
        ", ",
        (
            say("{name} {round_percent}", name=name, round_percent=round_percent(value))
            for name, value in zip(question.names, question.prior, strict=True)
        ),
    )
    fades = say(
        " The state can turn: old evidence fades by {switching:g} % a month.", switching=question.switching * 100
    )
    yield say("Before any evidence: {prior}.{switching}", prior=prior, switching=fades if question.switching else "")
    items = [
        say(
            "{id} (ρ {listed}): {why}",
            id=one.id,
            listed=join("–", (say("{value:g}", value=value) for value in one.rho)),
            why=one.why,
        )
        for one in question.drivers
    ]
    if items:
        yield say("Items with one cause count once in full, further ones by what is left (1−ρ):")
        yield Bullets(tuple(items))
    shown = [weight.finding.indicator for weight in weighing.weights]
    if not shown:
        return
    yield Table(
        (say("% low–middle–high"), *question.names),
        tuple((Cell(one.id), *(Cell(range_words(value)) for value in one.likelihood)) for one in shown),
    )
    yield Bullets(tuple(say("{id}: {why}", id=one.id, why=one.why) for one in shown))


def range_words(likelihood: tuple[float, float, float]) -> str:
    """Return low, middle and high in percent: "10–25–45"."""
    return join("–", (say("{value:g}", value=value * 100) for value in likelihood))

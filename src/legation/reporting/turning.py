"""What would turn a weighing, in words: what flips it, what to watch next, and where the archive is blind."""

from collections.abc import Iterator, Mapping

from legation.judgement.assessment import Watched, Weighing
from legation.judgement.evidence import State
from legation.judgement.sources import Cut, CutKind, Without, counted_reports
from legation.judgement.weighing import Floats
from legation.judgement.words import find_band, leads, likelihood_words, rank
from legation.reporting.sheets import Block, Bullets, Cell, Table
from legation.reporting.words import day_words, list_words, plural

# --- what would change it --------------------------------------------------------------------------------------------


def changing(weighing: Weighing, actors: Mapping[str, str]) -> Iterator[Block]:
    """Yield what flips the answer: items, sets, sources, reliability, prior."""
    flips, names = weighing.flips, weighing.question.names
    if not flips.dropped:
        yield "Nothing to flip: no item tells the answers apart, or the two likeliest are even."
        return
    top, second = (names[place] for place in weighing.order[:2])
    found = [f"Without “{one.names[0]}”, {lead(weighing, one.posterior)}." for one in flips.dropped if one.flips]
    found += [
        f"Were “{one.names[0]}” to speak the other way, {lead(weighing, one.posterior)}."
        for one in flips.reversed
        if one.flips
    ]
    if not any(one.flips for one in flips.dropped):
        found.append("No single item carries the answer: dropping any one leaves it on top.")
    found.append(smallest_words(weighing))
    found += [without_words(weighing, one, actors) for one in weighing.without if one.flips]
    steady = [one for one in weighing.without if not one.flips and one.cut.kind in (CutKind.COUNTRY, CutKind.KIND)]
    if steady:
        labels = [f"{cut_words(one.cut, actors)} ({plural(one.reports, 'report')})" for one in steady]
        found.append(f"{top} stays on top without {'; without '.join(labels)}.")
    if not any(one.flips for one in weighing.without) and weighing.without:
        found.append("No single outlet and no single origin carries it either.")
    for name, ratio in flips.ratios:
        now = weighing.finding(name).ratio
        if ratio is not None and now is not None and ratio >= 1 and now >= 1:
            edge = f"worth less than about ×{ratio:.2g}; they count as about ×{now:.2g}"
            found.append(f"It changes if the reports of “{name}” were {edge}.")
    if not any(ratio is not None and ratio >= 1 for _, ratio in flips.ratios):
        found.append("Doubt about the reports of any one item does not change it, even were they worth nothing (×1).")
    if flips.prior_odds is not None:
        edge, actual = odds_words(flips.prior_odds), odds_words(flips.actual_odds)
        found.append(
            f"It changes to {second} if, before any evidence, {top} is held at less than {edge} against it; the file "
            f"holds it at {actual}."
        )
    yield Bullets(tuple(found))


def lead(weighing: Weighing, posterior: Floats) -> str:
    """Return who would lead: "mixed leads (unlikely, about 40 %)"."""
    names = weighing.question.names
    first, second = rank(list(posterior))[:2]
    words = likelihood_words(float(posterior[first]))
    if not leads(list(posterior), first):
        return f"{names[first]} and {names[second]} are even (each {words})"
    return f"{names[first]} leads ({words})"


def smallest_words(weighing: Weighing) -> str:
    """Return the smallest set of items that changes the answer."""
    smallest = weighing.flips.smallest
    if smallest is None:
        tried = "No set of items does" if weighing.flips.is_least else "No set of items that was tried does"
        return f"{tried}: the prior alone has it on top."
    if len(smallest.names) == 1:
        return f"So the smallest set that changes it is one item: {smallest.names[0]}."
    least = "The smallest set" if weighing.flips.is_least else "A set (found item by item; a smaller one may do)"
    then = lead(weighing, smallest.posterior)
    return f"{least} that changes it: {list_words(list(smallest.names))}; without them {then}."


def without_words(weighing: Weighing, one: Without, names: Mapping[str, str]) -> str:
    """Return what happens without some sources."""
    if one.cut.kind is CutKind.ORIGIN:
        outlets = [
            report.outlet for report in counted_reports(weighing.findings) if report.account.key == one.cut.label
        ]
        outlet = next((f"{outlet.name}, " for outlet in outlets if outlet), "")
        words = f"the words of one origin ({outlet}{one.cut.label})"
        return f"Without {words}, {lead(weighing, one.posterior)}."
    return f"Without {cut_words(one.cut, names)} ({plural(one.reports, 'report')}), {lead(weighing, one.posterior)}."


def cut_words(cut: Cut, names: Mapping[str, str]) -> str:
    """Return which sources are left out."""
    if cut.kind is CutKind.COUNTRY:
        return f"the sources of {names.get(cut.label, cut.label)}"
    if cut.kind is CutKind.KIND:
        return cut.label if cut.label == "state media" else f"sources of the kind “{cut.label}”"
    return cut.label


def odds_words(odds: float) -> str:
    """Return "1 to 2.5" or "3 to 1"."""
    return f"{odds:.2g} to 1" if odds >= 1 else f"1 to {1 / odds:.2g}"


# --- what to watch, what was not seen --------------------------------------------------------------------------------


def watching(weighing: Weighing) -> Iterator[Block]:
    """Yield what would tell most next, with the day from which its silence counts."""
    if not weighing.watch:
        yield "Every indicator has shown, or its time is over: add new ones to go on."
        return
    head = ("indicator", "bits", "per cost", "silence counts from", "if reported", "if not by then")
    yield Table(head, tuple(tuple(map(Cell, watch_row(weighing, one))) for one in weighing.watch), figures=False)
    first = weighing.watch[0].indicator
    yield f"Most worth watching: {first.id}. {first.ask}"


def watch_row(weighing: Weighing, one: Watched) -> tuple[str, ...]:
    """Return the row of one indicator."""
    outcomes = (lead_briefly(weighing, posterior) for posterior in (one.if_seen, one.if_silent))
    return (one.indicator.id, f"{one.bits:.2f}", f"{one.per_cost:.2f}", day_words(one.indicator.until), *outcomes)


def lead_briefly(weighing: Weighing, posterior: Floats) -> str:
    """Return who would lead, and how likely: "alliance, likely"."""
    names = weighing.question.names
    place = rank(list(posterior))[0]
    return f"{names[place]}, {find_band(float(posterior[place])).word}"


def unseen(weighing: Weighing) -> Iterator[Block]:
    """Yield where the archive is blind."""
    since = day_words(weighing.question.window[0])
    yield f"The archive has reports on these actors from {weighing.footing.months_words} since {since}."
    blind = [finding.indicator for finding in weighing.findings if finding.state is State.UNCOVERED]
    if blind:
        yield f"Nothing can be concluded from the silence on {list_words([one.id for one in blind])}: no coverage."
    weak = [f.indicator for f in weighing.findings if f.state is State.OPEN and f.indicator.detection < 0.5]
    if weak:
        yield f"Would be missed more often than not if it happened: {list_words([one.id for one in weak])}."
    unreal = [finding for finding in weighing.findings if finding.unreal]
    for finding in unreal:
        ids = list_words([event.id for event in finding.unreal])
        yield f"{finding.indicator.id}: only said to be planned, possible or called for, so not counted: {ids}."

"""What would turn a weighing, in words: what flips it, what to watch next, and where the archive is blind."""

from collections.abc import Iterator, Mapping

from legation.judgement.assessment import Watched, Weighing
from legation.judgement.evidence import State
from legation.judgement.sources import Cut, CutKind, Without, counted_reports
from legation.judgement.weighing import Floats
from legation.judgement.words import find_band, leads, likelihood_words, rank
from legation.lexicon.saying import join, say
from legation.reporting.sheets import Block, Bullets, Cell, Table
from legation.reporting.words import day_words, list_words, name_id, plural

# --- what would change it --------------------------------------------------------------------------------------------


def changing(weighing: Weighing, actors: Mapping[str, str]) -> Iterator[Block]:
    """Yield what flips the answer: items, sets, sources, reliability, prior."""
    flips, names = weighing.flips, weighing.question.names
    if not flips.dropped:
        yield say("Nothing to flip: no item tells the answers apart, or the two likeliest are even.")
        return
    top, second = (names[place] for place in weighing.order[:2])
    found = [
        say("Without “{id}”, {lead}.", id=one.names[0], lead=lead(weighing, one.posterior))
        for one in flips.dropped
        if one.flips
    ]
    found += [
        say("Were “{id}” to speak the other way, {lead}.", id=one.names[0], lead=lead(weighing, one.posterior))
        for one in flips.reversed
        if one.flips
    ]
    if not any(one.flips for one in flips.dropped):
        found.append(say("No single item carries the answer: dropping any one leaves it on top."))
    found.append(smallest_words(weighing))
    found += [without_words(weighing, one, actors) for one in weighing.without if one.flips]
    steady = [one for one in weighing.without if not one.flips and one.cut.kind in (CutKind.COUNTRY, CutKind.KIND)]
    if steady:
        labels = [
            say("without {cut} ({reports})", cut=cut_words(one.cut, actors), reports=plural(one.reports, "report"))
            for one in steady
        ]
        found.append(say("{top} stays on top {listed}.", top=top, listed=join("; ", labels)))
    if not any(one.flips for one in weighing.without) and weighing.without:
        found.append(say("No single outlet and no single origin carries it either."))
    for name, ratio in flips.ratios:
        now = weighing.finding(name).ratio
        if ratio is not None and now is not None and ratio >= 1 and now >= 1:
            edge = say("worth less than about ×{ratio:.2g}; they count as about ×{now:.2g}", ratio=ratio, now=now)
            found.append(say("It changes if the reports of “{name}” were {edge}.", name=name, edge=edge))
    if not any(ratio is not None and ratio >= 1 for _, ratio in flips.ratios):
        found.append(
            say("Doubt about the reports of any one item does not change it, even were they worth nothing (×1).")
        )
    if flips.prior_odds is not None:
        edge, actual = odds_words(flips.prior_odds), odds_words(flips.actual_odds)
        found.append(
            say(
                "It changes to {second} if, before any evidence, {top} is held at less than {edge} "
                "against it; the file holds it at {actual}.",
                second=second,
                top=top,
                edge=edge,
                actual=actual,
            )
        )
    yield Bullets(tuple(found))


def lead(weighing: Weighing, posterior: Floats) -> str:
    """Return who would lead: "mixed leads (unlikely, about 40 %)"."""
    names = weighing.question.names
    first, second = rank(list(posterior))[:2]
    words = likelihood_words(float(posterior[first]))
    if not leads(list(posterior), first):
        return say(
            "{names} and {names2} are even (each {words})", names=names[first], names2=names[second], words=words
        )
    return say("{names} leads ({words})", names=names[first], words=words)


def smallest_words(weighing: Weighing) -> str:
    """Return the smallest set of items that changes the answer."""
    smallest = weighing.flips.smallest
    if smallest is None:
        tried = say("No set of items does") if weighing.flips.is_least else say("No set of items that was tried does")
        return say("{tried}: the prior alone has it on top.", tried=tried)
    if len(smallest.names) == 1:
        return say("So the smallest set that changes it is one item: {names}.", names=name_id(smallest.names[0]))
    least = (
        say("The smallest set") if weighing.flips.is_least else say("A set (found item by item; a smaller one may do)")
    )
    then = lead(weighing, smallest.posterior)
    return say(
        "{least} that changes it: {list}; without them {then}.",
        least=least,
        list=list_words(list(map(name_id, smallest.names))),
        then=then,
    )


def without_words(weighing: Weighing, one: Without, names: Mapping[str, str]) -> str:
    """Return what happens without some sources."""
    if one.cut.kind is CutKind.ORIGIN:
        outlets = [
            report.outlet for report in counted_reports(weighing.findings) if report.account.key == one.cut.label
        ]
        outlet = next((say("{name}, ", name=outlet.name) for outlet in outlets if outlet), "")
        words = say("the words of one origin ({outlet}{label})", outlet=outlet, label=one.cut.label)
        return say("Without {words}, {lead}.", words=words, lead=lead(weighing, one.posterior))
    return say(
        "Without {cut} ({reports}), {lead}.",
        cut=cut_words(one.cut, names),
        reports=plural(one.reports, "report"),
        lead=lead(weighing, one.posterior),
    )


def cut_words(cut: Cut, names: Mapping[str, str]) -> str:
    """Return which sources are left out."""
    if cut.kind is CutKind.COUNTRY:
        return say("the sources of {get}", get=names.get(cut.label, cut.label))
    if cut.kind is CutKind.KIND:
        return cut.label if cut.label == "state media" else say("sources of the kind “{label}”", label=cut.label)
    return cut.label


def odds_words(odds: float) -> str:
    """Return "1 to 2.5" or "3 to 1"."""
    return say("{odds:.2g} to 1", odds=odds) if odds >= 1 else say("1 to {odds:.2g}", odds=1 / odds)


# --- what to watch, what was not seen --------------------------------------------------------------------------------


def watching(weighing: Weighing) -> Iterator[Block]:
    """Yield what would tell most next, with the day from which its silence counts."""
    if not weighing.watch:
        yield say("Every indicator has shown, or its time is over: add new ones to go on.")
        return
    head = ("indicator", "bits", say("per cost"), say("silence counts from"), say("if reported"), say("if not by then"))
    yield Table(head, tuple(tuple(map(Cell, watch_row(weighing, one))) for one in weighing.watch), figures=False)
    first = weighing.watch[0].indicator
    yield say("Most worth watching: {id}. {ask}", id=first.id, ask=first.ask)


def watch_row(weighing: Weighing, one: Watched) -> tuple[str, ...]:
    """Return the row of one indicator."""
    outcomes = (lead_briefly(weighing, posterior) for posterior in (one.if_seen, one.if_silent))
    return (
        one.indicator.id,
        say("{bits:.2f}", bits=one.bits),
        say("{per_cost:.2f}", per_cost=one.per_cost),
        day_words(one.indicator.until),
        *outcomes,
    )


def lead_briefly(weighing: Weighing, posterior: Floats) -> str:
    """Return who would lead, and how likely: "alliance, likely"."""
    names = weighing.question.names
    place = rank(list(posterior))[0]
    return say("{names}, {word}", names=names[place], word=find_band(float(posterior[place])).word)


def unseen(weighing: Weighing) -> Iterator[Block]:
    """Yield where the archive is blind."""
    since = day_words(weighing.question.window[0])
    yield say(
        "The archive has reports on these actors from {months_words} since {since}.",
        months_words=weighing.footing.months_words,
        since=since,
    )
    blind = [finding.indicator for finding in weighing.findings if finding.state is State.UNCOVERED]
    if blind:
        yield say(
            "Nothing can be concluded from the silence on {list}: no coverage.",
            list=list_words([name_id(one.id) for one in blind]),
        )
    weak = [f.indicator for f in weighing.findings if f.state is State.OPEN and f.indicator.detection < 0.5]
    if weak:
        yield say(
            "Would be missed more often than not if it happened: {list}.",
            list=list_words([name_id(one.id) for one in weak]),
        )
    unreal = [finding for finding in weighing.findings if finding.unreal]
    for finding in unreal:
        ids = list_words([event.id for event in finding.unreal])
        yield say(
            "{id}: only said to be planned, possible or called for, so not counted: {ids}.",
            id=finding.indicator.id,
            ids=ids,
        )

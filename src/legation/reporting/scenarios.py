"""Influence models in words and as JSON: contrasts in sentences that tell seeing from doing, and tornados."""

from collections.abc import Iterator, Mapping
from typing import Any

from legation.judgement.contrasts import Contrast, Swing, Tornado
from legation.judgement.influence import Likelihoods, Model, Query, Row, Side
from legation.judgement.words import estimate_words
from legation.lexicon.saying import join, say
from legation.reporting.words import list_words, plural

# Shares of draws beyond these are not told to the percent: nothing is printed as certain.
FEW = 0.01
# Below this share of draws the order of two sides is not settled.
SETTLED = 0.9


def ask_words(model: Model, query: Query) -> str:
    """Return what is asked: "Pace of the programmes: fast"."""
    return say("{ask}: {state}", ask=model.node(query.ask).ask, state=state_words(query.state))


def side_words(side: Side) -> str:
    """Return one side of a contrast, seeing told from doing.

    "if we see war = settled", "if we set policy = more trilateral", "as things stand".
    """
    seen, done = pair_words(side.given), pair_words(side.do)
    if side.is_empty:
        return say("as things stand")
    return say(
        "if we {listed}",
        listed=join(" and ", [say("see {seen}", seen=seen)] * bool(seen) + [say("set {done}", done=done)] * bool(done)),
    )


def pair_words(states: Mapping[str, str]) -> str:
    """Return "war = settled and policy = as now"."""
    return list_words(
        [say("{id} = {id2}", id=state_words(name), id2=state_words(state)) for name, state in states.items()]
    )


def state_words(name: str) -> str:
    """Return a name as words: "more_trilateral" → "more trilateral"."""
    return name.replace("_", " ")


def level_words(value: float, interval: tuple[float, float]) -> str:
    """Return a probability with its 90 % interval in ICD 203 words."""
    return estimate_words(value, interval)


def difference_words(found: Contrast) -> str:
    """Return how much likelier the state is on the first side, in points, and how firm that is in redraws."""
    if found.is_level:
        return say("no difference (less than half a point)")
    low, high = found.spread.difference
    points = points_words(found.difference)
    return say(
        "{points} (90 % of redraws: {signed} to {signed2}); {order}",
        points=points,
        signed=signed(low),
        signed2=signed(high),
        order=order_words(found),
    )


def points_words(difference: float) -> str:
    """Return "10 points more", "1 point less"."""
    return say(
        "{points} {difference}",
        points=plural(round(abs(100 * difference)), "point"),
        difference="more" if difference > 0 else "less",
    )


def signed(value: float) -> str:
    """Return a difference in whole points with its sign: "+4", "−2", "0"."""
    points = round(100 * value)
    return say("+{points}", points=points) if points > 0 else say("−{points}", points=-points) if points < 0 else "0"


def order_words(found: Contrast) -> str:
    """Return in how many redraws the order holds, and whether that settles it."""
    share = found.spread.holds
    if share >= 1 - FEW:
        return say("the order holds in over 99 % of redraws")
    words = say("the order holds in {share:.0f} % of redraws", share=100 * share)
    return words if share >= SETTLED else say("{words}: not settled", words=words)


def row_words(node: str, row: Row, parents: tuple[str, ...]) -> str:
    """Return which row of a node is meant: "transfer, if willingness = low and sanctions = leaky"."""
    pairs = pair_words(dict(zip(parents, row.given, strict=True)))
    return say("{id}, if {pairs}", id=state_words(node), pairs=pairs) if pairs else state_words(node)


def basis_words(row: Row) -> str:
    """Return what a row rests on: "worked example: consumption outruns production (worth 20 observations)"."""
    cited = say("events {listed}", listed=join(", ", row.events)) if row.events else ""
    judged = say("{by}: {why}", by=row.by, why=row.why) if row.by and row.why else row.why or ""
    parts = join("; ", (part for part in (judged, cited) if part))
    return say("{parts} (worth {ess:g} observations)", parts=parts, ess=row.ess)


def soft_words(soft: Mapping[str, str], used: Likelihoods) -> Iterator[str]:
    """Yield, for each node with a question, whether its evidence is in; `soft` gives the question of each node."""
    for node, question in soft.items():
        fate = say("is in, as a likelihood") if node in used else say("is left out (--from-question takes it in)")
        yield say(
            "Evidence on {state} from the question {question} {fate}.",
            state=state_words(node),
            question=question,
            fate=fate,
        )


def questions_of(model: Model) -> dict[str, str]:
    """Return the question that speaks to each node, if one does."""
    return {node.name: node.soft.question for node in model.nodes if node.soft}


# --- as JSON ---------------------------------------------------------------------------------------------------------


def encode_side(side: Side) -> dict[str, Any]:
    """Return a side as JSON values."""
    return {"given": dict(side.given), "do": dict(side.do)}


def encode_contrast(model: Model, found: Contrast) -> dict[str, Any]:
    """Return a contrast as JSON values: exact levels by state, the difference, and how firm it is."""
    states = model.node(found.query.ask).states
    first = level_words(found.first[found.place], found.spread.first)
    second = level_words(found.second[found.place], found.spread.second)
    return {
        "ask": found.query.ask,
        "state": found.query.state,
        "side": encode_side(found.query.side),
        "against": encode_side(found.query.against),
        "levels": dict(zip(states, found.first, strict=True)),
        "levels_against": dict(zip(states, found.second, strict=True)),
        "difference": found.difference,
        "interval": list(found.spread.difference),
        "order_holds": found.spread.holds,
        "draws": found.spread.draws,
        "words": {
            "side": f"{side_words(found.query.side)}: {first}",
            "against": f"{side_words(found.query.against)}: {second}",
            "difference": difference_words(found),
        },
    }


def encode_swing(found: Tornado, swing: Swing) -> dict[str, Any]:
    """Return one bar of a tornado as JSON values."""
    return {
        "ask": found.query.ask,
        "state": found.query.state,
        "node": swing.node,
        "given": list(swing.row.given),
        "entry": swing.state,
        "value": swing.value,
        "difference": found.difference,
        "low": swing.low,
        "high": swing.high,
        "by": swing.row.by,
        "why": swing.row.why,
        "events": list(swing.row.events),
        "line": swing.row.line,
    }

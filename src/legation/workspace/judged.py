"""Questions, scenarios and forecasts as what notes are on: "question:NAME", "scenario:NAME", "forecast:ID"."""

from legation.record import foretold
from legation.record.decision import Anchor, Kind
from legation.record.view import NotInRecordError
from legation.workspace.bench import Bench

# Digits of a forecast's uid that name it.
SHORTEST = 4


def find_judged(bench: Bench, name: str) -> Anchor | None:
    """Return the anchor of a question or scenario of the lexicons or of a forecast; None where no prefix says so.

    A name never stands for a file elsewhere: what the lexicons do not list is NotInRecordError.
    """
    prefix, colon, rest = name.partition(":")
    finders = {Kind.QUESTION: find_question, Kind.SCENARIO: find_scenario, Kind.FORECAST: find_forecast}
    if not colon or prefix not in finders:
        return None
    found = finders[Kind(prefix)](bench, rest.strip())
    if found is None:
        message = f"{name}: no {prefix} is called so"
        raise NotInRecordError(message)
    return found


def find_question(bench: Bench, name: str) -> Anchor | None:
    """Return the anchor of a question by the name of its file; None if the lexicons have none."""
    # Weighing loads much that no other ruling needs.
    from legation.workspace.questions import PATTERN, list_files, load_question

    if name == PATTERN or name not in list_files(bench.lexicon):
        return None
    return Anchor(Kind.QUESTION, name, words=load_question(name, bench.lexicon).ask)


def find_scenario(bench: Bench, name: str) -> Anchor | None:
    """Return the anchor of an influence model by the name of its file; None if the lexicons have none."""
    from legation.workspace.scenarios import list_models, open_scenario

    if name not in list_models(bench.lexicon):
        return None
    return Anchor(Kind.SCENARIO, name, words=open_scenario(name, bench.lexicon).model.title)


def find_forecast(bench: Bench, digits: str) -> Anchor | None:
    """Return the anchor of the forecast that these digits begin; None if there is none, or several."""
    rows = foretold.find_forecasts(bench.session) if len(digits) >= SHORTEST else []
    found = [row for row in rows if row["uid"].startswith(digits)]
    return Anchor(Kind.FORECAST, found[0]["uid"], words=found[0]["text"]) if len(found) == 1 else None

"""Influence models opened from files, run with or without the evidence of a record."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from legation.errors import BadFile
from legation.judgement.contrasts import DRAWS, SEED, Contrast, Tornado, contrast_all, sweep
from legation.judgement.inference import marginals
from legation.judgement.influence import Likelihoods, Model, Query, Side
from legation.judgement.model_file import check_cited, cited_events, compose_query, parse_model
from legation.lexicon.load import find_files
from legation.lexicon.placed import parse_placed, read_text, suggest
from legation.record.session import Session
from legation.record.view import NotInRecordError, get_event
from legation.reporting.influence_graph import draw_model
from legation.workspace.questions import Inquiry, Room, load_question

FOLDER = "models"
PAIR = re.compile(r"\s*([^=\s]+)\s*=\s*([^=\s]+)\s*")


@dataclass(frozen=True, slots=True)
class Scenario:
    """An influence model with the evidence that is taken into it: `soft` has likelihoods by node, none if left out."""

    file: str
    model: Model
    soft: Likelihoods = field(default_factory=dict)

    def contrasts(self, queries: Sequence[Query] | None = None, draws: int = DRAWS, seed: int = SEED) -> list[Contrast]:
        """Return the answers to queries, or to those of the file, with intervals over redrawn models."""
        return contrast_all(self.model, self.model.queries if queries is None else queries, self.soft, draws, seed)

    def tornado(self, query: Query) -> Tornado:
        """Return what each judged entry does to a contrast, the furthest swing first."""
        return sweep(self.model, query, self.soft)

    def levels(self, side: Side | None = None) -> dict[str, tuple[float, ...]]:
        """Return the probability of every state of every node on a side."""
        return marginals(self.model, side, self.soft)

    def draw(self, side: Side | None = None) -> str:
        """Return the model as SVG with its levels on a side."""
        return draw_model(self.model, self.levels(side), side)

    def ask(self, side: Side, against: Mapping[str, str] | None = None, asked: Sequence[str] = ()) -> list[Query]:
        """Return queries for a side: of "node" or "node=state" if any are named, else of all that the file asks of.

        Without `against`, the other side is things as they stand. Raises ValueError for what makes no contrast.
        """
        if asked:
            wanted = [parse_ask(self.model, words) for words in asked]
        else:
            fixed = {*side.given, *side.do}
            pairs = dict.fromkeys((query.ask, query.state) for query in self.model.queries)
            wanted = [pair for pair in pairs if pair[0] not in fixed]
        for name, state in (against or {}).items():
            self.model.place(name, state)
        return [compose_query(ask, state, side, against) for ask, state in wanted]


def open_scenario(name: str | Path, lexicon: Path | None = None) -> Scenario:
    """Return the model of a file, or of the name of one that the lexicons have; BadFile for one that breaks a rule."""
    file = find_model(name, lexicon)
    return Scenario(str(name), parse_text(read_text(file), str(file)))


@lru_cache(maxsize=16)
def parse_text(text: str, name: str) -> Model:
    """Return the model of a text; `name` stands in messages. The same text is parsed once."""
    return parse_model(parse_placed(text, name))


def find_model(name: str | Path, lexicon: Path | None = None) -> Path | Traversable:
    """Return the file of a model: a path, else a model of the lexicons by its file's name."""
    path = Path(name)
    if path.is_file():
        return path
    known = list_models(lexicon)
    if str(name) in known:
        return known[str(name)]
    raise BadFile(f"{name}: no such file, and no model of the lexicons; these have {', '.join(known)}")


def list_models(lexicon: Path | None = None) -> dict[str, Path | Traversable]:
    """Return the models of the lexicons by name, an analyst's own over the built-in ones."""
    roots: list[Traversable] = [resources.files("legation.lexicon") / "data"]
    if lexicon is not None:
        roots.append(lexicon)
    files = [file for root in roots for file in find_files(root / FOLDER)]
    return {file.name.rpartition(".")[0]: file for file in files}


def take_evidence(workspace: Room, scenario: Scenario) -> Scenario:
    """Return the scenario with the evidence of its questions, weighed in the record of a workspace.

    What is taken is the likelihood of the evidence under each hypothesis, not the posterior: the model has a prior
    of its own. BadFile where a state stands for a hypothesis that the question does not have.
    """
    soft = {}
    for node in scenario.model.nodes:
        if node.soft is None:
            continue
        weighing = Inquiry(workspace, load_question(node.soft.question, workspace.lexicon)).weigh()
        vector = dict(zip(weighing.question.names, weighing.soft.tolist(), strict=True))
        for state, hypothesis in node.soft.hypotheses.items():
            if hypothesis not in vector:
                words = f"{node.name}: {state} stands for {hypothesis}, no hypothesis of {node.soft.question}"
                raise BadFile(f"{scenario.file}: {words}{suggest(hypothesis, vector)}; name it under states")
        soft[node.name] = tuple(vector[node.soft.hypotheses[state]] for state in node.states)
    return replace(scenario, soft=soft)


def check_events(session: Session, scenario: Scenario) -> None:
    """Raise BadFile if the model cites an event that the record does not have."""
    known = []
    for event in cited_events(scenario.model):
        with suppress(NotInRecordError):
            known.append(get_event(session, event).id)
    check_cited(scenario.model, scenario.file, known)


def parse_ask(model: Model, words: str) -> tuple[str, str]:
    """Return node and state of "node=state" or "node" (then its last state); ValueError if there is none such."""
    name, _, state = words.partition("=")
    node = model.node(name.strip())
    state = state.strip() or node.states[-1]
    model.place(node.name, state)
    return node.name, state


def parse_states(pairs: Sequence[str]) -> dict[str, str]:
    """Return {"war": "settled"} for ["war=settled"]; ValueError for what is no such pair or names a node twice."""
    found: dict[str, str] = {}
    for words in pairs:
        match = PAIR.fullmatch(words)
        if match is None:
            raise ValueError(f"{words}: write NODE=STATE, such as war=settled")
        if match[1] in found:
            raise ValueError(f"{match[1]} is given twice: keep one state")
        found[match[1]] = match[2]
    return found

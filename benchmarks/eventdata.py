"""Event data in the layout of temporal knowledge graphs: subject, relation, object and time as tab-separated numbers.

The folder holds `entity2id.txt` and `relation2id.txt` (name, number) and the facts in `train.txt`, `valid.txt` and
`test.txt`. Relations are CAMEO's by name (cameo_names.yml); the lexicon turns their codes into PLOVER types.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from legation.lexicon.plover import load_ontology

FILES = ("train.txt", "valid.txt", "test.txt")
NAMES = Path(__file__).with_name("cameo_names.yml")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: the number of its day from 0, who to whom by name, and PLOVER type and mode."""

    day: int
    source: str
    target: str
    type: str
    mode: str | None


def load_facts(folder: Path) -> list[Fact]:
    """Return the facts of a folder in order of days; rows whose relation is none of CAMEO's are an error (KeyError)."""
    entities, relations = read_names(folder / "entity2id.txt"), read_names(folder / "relation2id.txt")
    types = {number: plover_of(name) for number, name in relations.items()}
    rows = [row for name in FILES if (folder / name).is_file() for row in read_rows(folder / name)]
    step = step_of([row[3] for row in rows])
    facts = (Fact(time // step, entities[a], entities[b], *types[relation]) for a, relation, b, time in rows)
    return sorted(facts, key=lambda fact: fact.day)


def read_names(path: Path) -> dict[int, str]:
    """Return names by number."""
    pairs = (line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {int(number): name for name, number in pairs}


def read_rows(path: Path) -> Iterator[tuple[int, int, int, int]]:
    """Yield subject, relation, object and time of each row."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            one, relation, other, time = map(int, line.split()[:4])
            yield one, relation, other, time


def step_of(times: list[int]) -> int:
    """Return how many units of time make a day: 24 where every time is a whole number of days in hours."""
    return 24 if all(time % 24 == 0 for time in times) and max(times, default=0) >= 24 else 1


@cache
def codes_by_name() -> dict[str, str]:
    """Return CAMEO's codes by the names of relations, in lower case."""
    table = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return {name.casefold(): code for code, name in table.items()}


def plover_of(relation: str) -> tuple[str, str | None]:
    """Return PLOVER type and mode of a relation's name; KeyError for what is no name of CAMEO's."""
    found = load_ontology().convert(codes_by_name()[relation.casefold()])
    if found is None:
        raise KeyError(relation)
    return found

"""YAML files that analysts write (questions, models), read so that a fault names its line and how to mend it.

`read_placed` gives the values of a file with the line each stands on, `check_placed` has a Pydantic schema look at
them. Both raise BadFile: one line with file, line number, what is wrong and what would be right.
"""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from legation.errors import BadFile
from legation.lexicon.load import WordLoader

Schema = TypeVar("Schema", bound=BaseModel)
# Where a value stands in a file: keys of mappings and places in lists, from the outside in.
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """What a YAML file holds, and the line (from 1) on which the value at each place, or its key, begins."""

    file: str
    value: Any
    lines: Mapping[Where, int]

    def line(self, where: Where = ()) -> int:
        """Return the line of a place, or of the nearest place around it that the file has."""
        return next((self.lines[where[:end]] for end in range(len(where), -1, -1) if where[:end] in self.lines), 1)

    def fault(self, where: Where, words: str) -> BadFile:
        """Return the error that says what is wrong at a place."""
        return BadFile(f"{self.file}:{self.line(where)}: {words}")


def read_placed(file: Path | Traversable) -> Placed:
    """Return the values of a YAML file with their lines; BadFile for what is no YAML or gives a key twice."""
    return parse_placed(read_text(file), str(file))


def read_text(file: Path | Traversable) -> str:
    """Return the text of a file; BadFile for one that cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BadFile(f"{file}: cannot be read: {reason}") from error


def parse_placed(text: str, name: str) -> Placed:
    """Return the values of a YAML text with their lines; `name` stands in messages."""
    loader = WordLoader(text)
    try:
        root = loader.get_single_node()
        value = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        # What is never closed is only missed behind the last line.
        line = min(error.problem_mark.line + 1, len(text.splitlines())) if error.problem_mark else 1
        raise BadFile(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise BadFile(f"{name}:1: not YAML: {error}") from error
    except ValueError as error:
        # A day that no calendar has; YAML does not say where.
        line = find_bad_day(root) if root is not None else 1
        raise BadFile(f"{name}:{line}: no such day ({error}): write it 2026-03-31") from error
    finally:
        loader.dispose()
    return Placed(name, value, dict(find_lines(root, name)) if root is not None else {})


def find_bad_day(node: yaml.Node) -> int:
    """Return the line of the first day under a node that no calendar has; 1 if there is none."""
    nodes = [node]
    while nodes:
        here = nodes.pop(0)
        if isinstance(here, yaml.ScalarNode) and here.tag == "tag:yaml.org,2002:timestamp":
            try:
                dt.date.fromisoformat(here.value[:10])
            except ValueError:
                return here.start_mark.line + 1
        elif isinstance(here, yaml.MappingNode):
            nodes += [part for pair in here.value for part in pair]
        elif isinstance(here, yaml.SequenceNode):
            nodes += here.value
    return 1


def find_lines(node: yaml.Node, name: str, where: Where = ()) -> Iterator[tuple[Where, int]]:
    """Yield every place under a node with its line; BadFile where a mapping gives a key twice."""
    if not where:
        yield where, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                first = seen[key.value]
                raise BadFile(f"{name}:{line}: {key.value} is given twice (first in line {first}): keep one of them")
            seen[key.value] = line
            yield (*where, key.value), line
            yield from find_lines(value, name, (*where, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*where, number), item.start_mark.line + 1
            yield from find_lines(item, name, (*where, number))


def check_placed(placed: Placed, schema: type[Schema]) -> Schema:
    """Return the file's values as the schema has them; BadFile names the line of the first that does not fit."""
    if not isinstance(placed.value, dict):
        needed = ", ".join(name for name, field in schema.model_fields.items() if field.is_required())
        raise placed.fault((), f"the file must hold entries such as {needed}; this one holds none")
    try:
        return schema.model_validate(placed.value)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(part for part in first["loc"] if placed_at(placed, part, first["loc"]))
        raise placed.fault(where, describe(first, schema)) from error


def placed_at(placed: Placed, part: str | int, loc: Iterable[str | int]) -> bool:
    """Tell whether a part of Pydantic's path is one of the file's (unions add parts of their own)."""
    return any(part in where for where in placed.lines) or part == tuple(loc)[-1]


def describe(error: ErrorDetails, schema: type[BaseModel]) -> str:
    """Return what Pydantic found, in words, with how to mend it."""
    path = ".".join(str(part) for part in error["loc"])
    if error["type"] == "missing":
        return f"{path} is missing: add it"
    if error["type"] == "extra_forbidden" and error["input"] is None and " " in path.split(".")[-1]:
        return f"{path}: a text with a comma inside {{…}} must stand in quotation marks"
    if error["type"] == "extra_forbidden":
        return f"{path}: there is no such entry{suggest(str(error['loc'][-1]), fields_of(schema))}"
    words = error["msg"].removeprefix("Value error, ")
    if error["type"] == "value_error":
        return f"{path}: {words}" if path else words
    return f"{path}: {words[0].lower()}{words[1:]}, not {str(error['input'])[:60]!r}" if path else words


def suggest(name: str, known: Iterable[str]) -> str:
    """Return how a sentence about an unknown name goes on: with the name that was meant, or with all there are."""
    names = list(dict.fromkeys(known))
    near = difflib.get_close_matches(name, names, 1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(names)}" if names else ""


def fields_of(schema: type[BaseModel]) -> Iterator[str]:
    """Yield the names of the entries that a schema and the schemas inside it have."""
    for name, field in schema.model_fields.items():
        yield field.alias or name
        for inner in schemas_in(field.annotation):
            yield from fields_of(inner)


def schemas_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the schemas that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from schemas_in(part)

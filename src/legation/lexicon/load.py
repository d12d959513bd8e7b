"""Reads lexicon files: YAML lists of entries, checked against a schema, with an analyst's own folder laid over them."""

from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from legation.errors import BadLexicon

Entry = TypeVar("Entry", bound=BaseModel)

# PyYAML built without libyaml has the slower loader only, with the same result.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML in which `on`, `off`, `yes` and `no` are the words they look like, not truth values.
RESOLVERS = {
    first: [pair for pair in pairs if not (pair[0].endswith(":bool") and first in "oOyYnN")]
    for first, pairs in Loader.yaml_implicit_resolvers.items()
}
WordLoader: Any = type("WordLoader", (Loader,), {"yaml_implicit_resolvers": RESOLVERS})


def load_entries(name: str, schema: type[Entry], extra: Path | None = None) -> list[Entry]:
    """Return the entries of `lexicon/data/NAME` and then of `extra/NAME`, in order.

    `name` is a file ("classes.yml") or a folder ("frames"), of which every *.yml is read in the order of names.
    Raises BadLexicon naming the file and the entry that does not fit the schema.
    """
    roots: list[Traversable] = [resources.files("legation.lexicon") / "data"]
    if extra is not None:
        roots.append(extra)
    return [entry for root in roots for file in find_files(root / name) for entry in read_file(file, schema)]


def find_files(place: Traversable) -> Sequence[Traversable]:
    """Return the file itself, or the *.yml files of the folder; nothing if there is no such place."""
    if place.is_dir():
        return sorted((file for file in place.iterdir() if file.name.endswith((".yml", ".yaml"))), key=lambda f: f.name)
    return [place] if place.is_file() else []


def read_file(file: Traversable, schema: type[Entry]) -> Iterator[Entry]:
    """Yield the checked entries of one file."""
    try:
        rows: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=WordLoader)
    except yaml.YAMLError as error:
        message = f"{file}: not YAML: {error}"
        raise BadLexicon(message) from error
    if not isinstance(rows, list):
        message = f"{file}: a lexicon file holds a list of entries, this one a {type(rows).__name__}"
        raise BadLexicon(message)
    for number, row in enumerate(rows, start=1):
        try:
            yield schema.model_validate(row, context={"file": file.name})
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            message = f"{file}: entry {number} ({str(row)[:60]}): {where}: {first['msg']}"
            raise BadLexicon(message) from error

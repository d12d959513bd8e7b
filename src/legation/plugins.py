"""Finds plugins: entry points in named groups; the built-in ones register the same way (pyproject.toml)."""

from importlib.metadata import entry_points

from legation.errors import LegationError
from legation.reporting.exporters.parcel import Exporter

EXPORTERS = "legation.exporters"


def find_exporters() -> dict[str, Exporter]:
    """Return the exporters by name, in alphabetical order; LegationError for a plugin that is none."""
    found: dict[str, Exporter] = {}
    for point in sorted(entry_points(group=EXPORTERS), key=lambda point: point.name):
        exporter = point.load()
        if not isinstance(exporter, Exporter):
            raise LegationError(f"{point.value}: the plugin {point.name} of {EXPORTERS} is no Exporter")
        found[point.name] = exporter
    return found


def format_of(path: str) -> str:
    """Return the name of the format that the ending of a file's name stands for; LegationError if there is none."""
    found = find_exporters()
    endings = {exporter.suffix: name for name, exporter in found.items()}
    fitting = [ending for ending in endings if path.endswith(ending)]
    if not fitting:
        raise LegationError(f"{path}: name a format, or end the file's name in {', '.join(sorted(endings))}")
    return endings[max(fitting, key=len)]


def get_exporter(name: str) -> Exporter:
    """Return the exporter of this name; LegationError with the names there are if there is none."""
    found = find_exporters()
    if name not in found:
        raise LegationError(f"{name}: no export format; there are {', '.join(found)}")
    return found[name]

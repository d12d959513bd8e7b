"""What the navigation offers: groups of pages, each a key of the words (`nav.KEY`) and a path."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the navigation."""

    key: str
    path: str


GROUPS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "read",
        (
            Entry("front", "/"),
            Entry("chronology", "/chronology"),
            Entry("reports", "/reports"),
            Entry("search", "/search"),
        ),
    ),
    (
        "ties",
        (
            Entry("dossier", "/dossier"),
            Entry("network", "/network"),
            Entry("blocs", "/blocs"),
            Entry("map", "/map"),
        ),
    ),
    (
        "judgement",
        (Entry("questions", "/questions"), Entry("scenarios", "/scenarios"), Entry("forecasts", "/forecasts")),
    ),
    ("work", (Entry("review", "/review"), Entry("notes", "/notes"))),
    (
        "record",
        (
            Entry("sources", "/sources"),
            Entry("compare", "/compare"),
            Entry("add", "/add"),
            Entry("export", "/export"),
            Entry("api", "/api"),
        ),
    ),
)

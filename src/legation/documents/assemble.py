"""Text and what is known about it → a `Document` with zones, metadata and the provenance of each value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legation.documents.dates import is_iso
from legation.documents.document import Document, Translation, Zone, ZoneKind, content_id
from legation.documents.facts import Fact
from legation.documents.infer import infer_published
from legation.documents.language import detect_language
from legation.documents.metadata import (
    Published,
    Sourced,
    all_of,
    choose_published,
    date_of,
    first_of,
    outlet_of,
    translation_of,
)
from legation.documents.zones import Survey, survey

CALLER = "given by the caller"


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about a text apart from its words: from markup, headers or the caller.

    `published` is what an option gave (it goes before the text), `dated` what metadata says (it goes after it).
    `provenance` tells in words where each value comes from; values without one came from the caller.
    `id` is the hash of the original bytes; None: of the text itself. `language` None: it is detected.
    """

    id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dated: str | None = None
    updated: str | None = None
    language: str | None = None
    licence: str | None = None
    topics: tuple[str, ...] = ()
    original_language: str | None = None
    translation: Translation | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Chooses between values for a field and writes down where the chosen one comes from."""

    details: Details
    facts: tuple[Fact, ...]
    provenance: dict[str, str]

    def known(self, name: str, value: str | None) -> Sourced | None:
        """Return a value that metadata or the caller gave, with its provenance."""
        return Sourced(value, self.details.provenance.get(name, CALLER)) if value else None

    def one(self, name: str, *candidates: Sourced | None) -> str | None:
        """Return the first value there is."""
        for candidate in candidates:
            if candidate is not None:
                self.provenance[name] = candidate.where
                return candidate.value
        return None

    def many(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values that metadata gave, or else those of the text."""
        if known:
            self.provenance[name] = self.details.provenance.get(name, CALLER)
            return known
        values, where = all_of(self.facts, name)
        if where:
            self.provenance[name] = where
        return values

    def translation(self) -> Translation | None:
        """Return how the text was translated."""
        found = translation_of(self.facts)
        if self.details.translation is not None:
            found = self.details.translation, self.details.provenance.get("translation", CALLER)
        if found is None:
            return None
        self.provenance["translation"] = found[1]
        return found[0]


def document_from_text(text: str, details: Details | None = None) -> Document:
    """Return the document of a text: zones found, metadata read from its lines and joined with the details given.

    Never raises for any text. `published` in the details must be ISO (any precision): ValueError if it is not.
    """
    details = details or Details()
    if details.published is not None and not is_iso(details.published):
        message = f"published must be a date such as 2024, 2024-06 or 2024-06-18T19:03, not {details.published!r}"
        raise ValueError(message)
    found = survey(text, details.title)
    facts = tuple(fact for fact in found.facts if isinstance(fact, Fact))
    ledger = Ledger(details, facts, {name: where for name, where in details.provenance.items() if name == "text"})
    published = publication(ledger, text, found)
    return Document(
        id=details.id or content_id(text.encode("utf-8", "surrogatepass")),
        text=text,
        path=details.path,
        title=ledger.one("title", ledger.known("title", details.title), first_of(facts, "title")),
        outlet=ledger.one("outlet", ledger.known("outlet", details.outlet), outlet_of(facts)),
        authors=ledger.many("authors", details.authors),
        published=published.value if published else None,
        published_source=published.source if published else None,
        updated=ledger.one("updated", date_of(facts, "updated"), ledger.known("updated", details.updated)),
        language=ledger.one("language", ledger.known("language", details.language) or language_of(text, found.zones)),
        original_language=ledger.one(
            "original_language",
            ledger.known("original_language", details.original_language),
            first_of(facts, "original_language"),
        ),
        translation=ledger.translation(),
        licence=ledger.one("licence", first_of(facts, "licence"), ledger.known("licence", details.licence)),
        topics=ledger.many("topics", details.topics),
        url=details.url,
        zones=found.zones,
        provenance=dict(sorted(ledger.provenance.items())),
    )


def publication(ledger: Ledger, text: str, found: Survey) -> Published | None:
    """Return the date of publication, by option, text, metadata, or worked out from the text's own dates."""
    details = ledger.details
    stated = date_of(found.facts, "published")
    markup = ledger.known("published", details.dated)
    inferred = None if details.published or stated or markup else infer_published(text, found.zones, found.facts)
    chosen = choose_published(details.published, stated, markup, inferred)
    if chosen:
        ledger.provenance["published"] = chosen.where
    return chosen


def language_of(text: str, zones: Sequence[Zone]) -> Sourced | None:
    """Return the language of the body, or of the whole text where there is no body."""
    body = "\n".join(text[zone.span.start : zone.span.end] for zone in zones if zone.kind is ZoneKind.BODY)
    language = detect_language(body or text)
    return Sourced(language, "detected from the text") if language else None

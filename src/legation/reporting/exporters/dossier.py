"""A dossier in Markdown or HTML: events by section and day, each with numbered footnotes that cite report and words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from legation.documents.document import Document
from legation.record.event import Account
from legation.reporting.chronology import Line, Section, make_line
from legation.reporting.exporters.parcel import Exporter, Parcel
from legation.reporting.footnotes import cite, speakers_words, web_address
from legation.reporting.pages import escape_markdown, load_template
from legation.reporting.words import STATUSES


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the words, whose they are, and the report they stand in."""

    number: int
    quote: str
    speakers: str | None
    citation: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One event of a dossier with its footnotes."""

    line: Line
    notes: tuple[Note, ...]

    @property
    def words(self) -> str:
        """The event in one sentence without its date."""
        line = self.line
        parts = [f"{line.kind}: {line.parties}" if line.parties else line.kind, line.matter]
        if line.place:
            parts.append(f"at {line.place}")
        return "; ".join(part for part in parts if part)

    @property
    def status(self) -> str:
        """How real reports say it is, every status that any gives."""
        return ", ".join(STATUSES[value.value] for value in self.line.event.statuses)


def make_facts(parcel: Parcel) -> dict[Section, list[Fact]]:
    """Return the events by section in the order they come, footnotes numbered through the whole dossier."""
    found: dict[Section, list[Fact]] = defaultdict(list)
    number = 0
    for item in parcel.items:
        line = make_line(item.event)
        notes = []
        for account in item.event.accounts:
            number += 1
            notes.append(make_note(parcel, number, account, item.documents))
        found[line.section].append(Fact(line, tuple(notes)))
    return {section: found[section] for section in Section if section in found}


def make_note(parcel: Parcel, number: int, account: Account, documents: Mapping[str, Document]) -> Note:
    """Return the footnote of one claim."""
    document = documents.get(account.document_id)
    quote = " ".join(parcel.gate.quote(account, document).split())
    citation = cite(document) if document else account.document_id
    return Note(number, quote, speakers_words(account), citation, web_address(document))


def write_markdown(parcel: Parcel, file: IO[bytes]) -> None:
    """Write the dossier as Markdown with footnotes."""
    file.write("\n".join(markdown_lines(parcel.title, make_facts(parcel))).encode("utf-8", "surrogatepass") + b"\n")


def markdown_lines(title: str, facts: Mapping[Section, list[Fact]]) -> Iterator[str]:
    """Yield the lines of a dossier."""
    yield f"# {escape_markdown(title)}"
    notes: list[Note] = []
    for section, some in facts.items():
        yield f"\n## {section.value.capitalize()}\n"
        for fact in some:
            marks = "".join(f"[^{note.number}]" for note in fact.notes)
            yield f"- **{escape_markdown(fact.line.date_words)}** {escape_markdown(fact.words)} ({fact.status}).{marks}"
            notes.extend(fact.notes)
    yield ""
    for note in notes:
        speaker = f" ({escape_markdown(note.speakers)})" if note.speakers else ""
        link = f" <{note.url}>" if note.url else ""
        # A sentence that is quoted whole has its full stop.
        stop = "" if not speaker and note.quote.endswith((".", "!", "?")) else "."
        words = f"“{escape_markdown(note.quote)}”{speaker}{stop} {escape_markdown(note.citation)}"
        yield f"[^{note.number}]: {words}.{link}"


def write_html(parcel: Parcel, file: IO[bytes]) -> None:
    """Write the dossier as one self-contained HTML page with footnotes that lead back."""
    page = load_template("dossier.html.j2").render(title=parcel.title, sections=make_facts(parcel))
    file.write(page.encode("utf-8", "surrogatepass"))


MARKDOWN = Exporter("markdown", ".md", "a dossier with footnotes, in Markdown", write_markdown)
HTML = Exporter("html", ".html", "a dossier with footnotes, as one page", write_html)

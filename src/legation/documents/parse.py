"""Named bytes → documents, whatever they hold; what cannot be read is yielded as an `UnreadableDocument`."""

from collections.abc import Iterator
from dataclasses import replace

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import Document, content_id
from legation.documents.kinds import Kind, kind_of
from legation.documents.options import MEBIBYTE, Budget, Parsed, ParseOptions, Source
from legation.documents.text import decode
from legation.errors import UnreadableDocument

# The parsers of pages, PDFs, feeds and archives are imported where they are first needed: a run over text files
# would otherwise spend most of its start on them.

Outcome = Parsed | UnreadableDocument


def parse_source(source: Source, options: ParseOptions | None = None) -> Iterator[Outcome]:
    """Yield the documents in these bytes, and one UnreadableDocument for each part that gives none; never raises."""
    options = options or ParseOptions()
    budget = Budget(options.limits.total_bytes, options.limits.members)
    yield from outcomes_of(source, options, budget)


def outcomes_of(source: Source, options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Yield the outcomes of one source; `budget` is shared by everything in one archive."""
    try:
        check_size(source, options)
        kind = kind_of(source)
        if kind in CONTAINERS:
            yield from CONTAINERS[kind](source, options, budget)
        else:
            yield READERS[kind](source, options)
    except UnreadableDocument as problem:
        yield one_line(problem)


def one_line(problem: UnreadableDocument) -> UnreadableDocument:
    """Return the problem with its message on one line, whatever stands in the names of files and members."""
    words = str(problem)
    if words.isprintable():
        return problem
    return UnreadableDocument("".join(letter if letter.isprintable() else " " for letter in words))


def check_size(source: Source, options: ParseOptions) -> None:
    """Raise UnreadableDocument for nothing, too much, or archives nested too deep."""
    limits = options.limits
    if source.file is None and not source.data:
        raise UnreadableDocument(f"{source.name}: empty")
    if len(source.data) > limits.source_bytes:
        raise UnreadableDocument(f"{source.name}: larger than {limits.source_bytes // MEBIBYTE} MB")
    if source.depth > limits.depth:
        raise UnreadableDocument(f"{source.name}: archives nested more than {limits.depth} deep")


def details_of(source: Source, options: ParseOptions) -> Details:
    """Return what is known of a document from its source alone."""
    return Details(
        id=content_id(source.data),
        path=None if source.url else source.name,
        url=source.url,
        published=options.published,
    )


def finish(text: str, details: Details, source: Source, options: ParseOptions) -> Parsed:
    """Return the document of a text, if it is not too long and in a language that is read."""
    if len(text) > options.limits.text_characters:
        raise UnreadableDocument(f"{source.name}: more than {options.limits.text_characters} characters of text")
    document = document_from_text(text, details)
    check_language(document, source, options)
    return Parsed(document, source.data)


def check_language(document: Document, source: Source, options: ParseOptions) -> None:
    """Raise UnreadableDocument for a text in a language that is not read."""
    language = document.language
    if language is None or language in options.languages:
        return
    from babel import Locale

    names = Locale("en").languages
    read = ", ".join(sorted(names.get(code, code) for code in options.languages))
    raise UnreadableDocument(f"{source.name}: written in {names.get(language, language)}; only {read} is read")


def parse_text(source: Source, options: ParseOptions) -> Parsed:
    """Parse a text file; its text is the decoded file, unchanged."""
    text = decode(source.data, source.name, source.charset).text
    if not any(letter.isalpha() for letter in text):
        raise UnreadableDocument(f"{source.name}: no words in it")
    return finish(text, details_of(source, options), source, options)


def parse_page(source: Source, options: ParseOptions) -> Parsed:
    """Parse a web page."""
    from legation.documents.html import read_page

    page = read_page(source.data, source.name, source.charset, source.url)
    values = page.values
    details = replace(
        details_of(source, options),
        url=source.url or values.get("url"),
        title=values.get("title"),
        outlet=values.get("outlet"),
        authors=page.authors,
        dated=values.get("published"),
        updated=values.get("updated"),
        licence=values.get("licence"),
        topics=page.topics,
        provenance={**page.provenance, "text": "article of the page (trafilatura)"},
    )
    return finish(page.text, details, source, options)


def parse_pdf(source: Source, options: ParseOptions) -> Parsed:
    """Parse a PDF with a text layer."""
    from legation.documents.pdf import read_pdf

    text, information = read_pdf(source.data, source.name, options.limits.text_characters)
    where = "information dictionary of the PDF"
    details = replace(
        details_of(source, options),
        title=information.get("title"),
        authors=(information["author"],) if "author" in information else (),
        provenance={"title": where, "authors": where, "text": "text layer of the PDF"},
    )
    return finish(text, details, source, options)


def parse_mail(source: Source, options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Parse a message and what is attached to it, or a saved page."""
    from legation.documents.mail import read_letter

    letter = read_letter(source)
    page = None
    if letter.html is not None:
        from legation.documents.html import read_page

        page = read_page(letter.html, source.name, letter.charset, letter.location)
    if letter.saved_page and letter.html is not None:
        inner = replace(source, data=letter.html, url=letter.location, charset=letter.charset)
        parsed = parse_page(inner, options)
        document = replace(parsed.document, id=content_id(source.data), path=source.name)
        yield Parsed(document, source.data)
        return
    body = page.text if page else letter.plain
    if body is not None:
        text = f"{letter.subject}\n\n{body}" if letter.subject and not body.startswith(letter.subject) else body
        details = replace(
            details_of(source, options),
            title=letter.subject,
            authors=letter.senders,
            dated=letter.sent,
            provenance={
                "title": "mail header Subject",
                "authors": "mail header From",
                "published": "mail header Date",
                "text": "subject and body of the message",
            },
        )
        yield finish(text, details, source, options)
    for attachment in letter.attachments:
        yield from outcomes_of(attachment, options, budget)


def parse_feed(source: Source, options: ParseOptions, _budget: Budget) -> Iterator[Outcome]:
    """Parse a feed, one document an entry; an entry's original is its own XML: it stays the same when others come."""
    from legation.documents.feed import find_entries

    for number, entry in enumerate(find_entries(source.data, source.name), start=1):
        name = f"{source.name}/{entry.url or number}"
        inner = Source(entry.original, name, url=entry.url)
        if not entry.text.strip():
            yield one_line(UnreadableDocument(f"{name}: a feed entry without text"))
            continue
        fields = ("title", "authors", "published", "updated", "topics")
        details = replace(
            details_of(inner, options),
            path=None if entry.url else name,
            title=entry.title,
            outlet=entry.outlet,
            authors=entry.authors,
            dated=entry.published,
            updated=entry.updated,
            topics=entry.topics,
            provenance={**dict.fromkeys(fields, "feed entry"), "outlet": "title of the feed", "text": entry.where},
        )
        try:
            yield finish(entry.text, details, inner, options)
        except UnreadableDocument as problem:
            yield one_line(problem)


def parse_zip(source: Source, options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Parse the members of a zip archive."""
    from legation.documents.archive import find_zip_members

    yield from members(find_zip_members(source, options.limits, budget), options, budget)


def parse_warc(source: Source, options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Parse the pages of a WARC."""
    from legation.documents.archive import find_warc_members

    yield from members(find_warc_members(source, options.limits, budget), options, budget)


def parse_gzip(source: Source, options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Parse what a gzip wrapper holds; a WARC compressed record by record is read as a WARC."""
    from legation.documents.archive import is_gzipped_warc, unpack_gzip

    if is_gzipped_warc(source):
        yield from parse_warc(source, options, budget)
    else:
        yield from outcomes_of(unpack_gzip(source, options.limits, budget), options, budget)


def members(found: Iterator[Source | UnreadableDocument], options: ParseOptions, budget: Budget) -> Iterator[Outcome]:
    """Yield the outcomes of an archive's members, in order."""
    for member in found:
        if isinstance(member, UnreadableDocument):
            yield one_line(member)
        else:
            yield from outcomes_of(member, options, budget)


READERS = {Kind.TEXT: parse_text, Kind.PAGE: parse_page, Kind.PDF: parse_pdf}
CONTAINERS = {
    Kind.MAIL: parse_mail,
    Kind.FEED: parse_feed,
    Kind.ZIP: parse_zip,
    Kind.WARC: parse_warc,
    Kind.GZIP: parse_gzip,
}

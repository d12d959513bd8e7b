"""Bytes → documents, whatever they hold."""

import gzip
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.documents.document import Document, content_id
from legation.documents.options import Limits, Parsed, ParseOptions, Source
from legation.documents.parse import parse_source
from legation.errors import UnreadableDocument
from tests.documents.builders import PARAGRAPHS, STORY, item, outcomes, page, pdf, rss, warc, zipped

MAIL = (
    "From: Ana Osorio <ana@wire.example>\nTo: desk@wire.example\nSubject: Border to reopen\n"
    "Date: Tue, 3 Mar 2026 09:30:00 -0500\nMIME-Version: 1.0\nMessage-ID: <1@wire.example>\n"
)
PROSE = "\n".join(PARAGRAPHS)


def only(found: list[object]) -> Document:
    """Return the one document of a list of outcomes."""
    (document,) = found
    assert isinstance(document, Document), document
    return document


def test_a_text_file_is_unchanged() -> None:
    text = f" \r\n{STORY}\r\n\r\n  Indented. \n"
    document = only(outcomes(text.encode(), "news/a.txt"))
    assert (document.text, document.path, document.id) == (text, "news/a.txt", content_id(text.encode()))


def test_a_page_gives_its_article_and_what_its_markup_says() -> None:
    head = (
        '<meta property="og:site_name" content="Andes Wire"><meta name="author" content="Ana Osorio">'
        '<meta property="article:published_time" content="2026-03-03T09:30:00-05:00">'
        '<meta property="article:modified_time" content="2026-03-04T10:00:00-05:00">'
        '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
    )
    document = only(outcomes(page(head), "a.html"))
    assert document.text.splitlines() == ["Border to reopen in May", *PARAGRAPHS]
    assert (document.title, document.outlet, document.authors) == (
        "Border to reopen in May",
        "Andes Wire",
        ("Ana Osorio",),
    )
    assert (document.published, document.published_source) == ("2026-03-03T09:30", "metadata")
    assert document.updated == "2026-03-04T10:00"
    assert document.provenance["published"] == "html meta article:published_time"


def test_a_page_with_linked_data() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Border to reopen in May",'
        '"datePublished": "2026-03-03", "author": [{"name": "Ana Osorio"}], "publisher": {"name": "Andes Wire"},'
        '"keywords": ["Peru", "Chile"]}]}</script><script type="application/ld+json">{broken</script>'
    )
    document = only(outcomes(page(head), "a.html"))
    assert (document.published, document.outlet) == ("2026-03-03", "Andes Wire")
    assert (document.authors, document.topics) == (("Ana Osorio",), ("Peru", "Chile"))


def test_a_pdf_gives_paragraphs_without_page_furniture() -> None:
    first = ("The ministers of Peru and Chile met in Lima on Tuesday and agreed to open the",)
    second = ("border crossing again in May. The two governments will sign the accord within", "weeks.")
    third = ("The crossing had been shut since the floods of last winter, and traders on both", "sides had asked.")
    sheets = [("Andes Wire", *lines, str(number)) for number, lines in enumerate((first, second, third), start=1)]
    document = only(outcomes(pdf(*sheets), "a.pdf"))
    assert document.text.splitlines() == [" ".join((*first, *second)), " ".join(third)]
    assert "Andes Wire" not in document.text


def test_a_message_and_its_attachments() -> None:
    body = (
        MAIL + 'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; charset=utf-8\n\n'
        f"{PROSE}\n--B\nContent-Type: text/plain; charset=utf-8\n"
        f'Content-Disposition: attachment; filename="note.txt"\n\n{STORY}\n--B--\n'
    )
    letter, note = outcomes(body.encode(), "m.eml")
    assert isinstance(letter, Document)
    assert isinstance(note, Document)
    assert (letter.title, letter.authors, letter.published) == (
        "Border to reopen",
        ("Ana Osorio",),
        "2026-03-03T09:30",
    )
    assert note.path == "m.eml/note.txt"


def test_a_saved_page_is_a_page() -> None:
    head = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://wire.example/1\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: 8bit\nContent-Location: https://wire.example/1\n\n"
    )
    data = head.encode() + page() + b"\n--B--\n"
    document = only(outcomes(data, "p.mhtml"))
    assert (document.url, document.title, document.id) == (
        "https://wire.example/1",
        "Border to reopen in May",
        content_id(data),
    )


def test_a_feed_gives_each_entry() -> None:
    extra = "<dc:creator>Ana Osorio</dc:creator><category>Peru</category>"
    first, second = outcomes(rss(item(1, extra=extra) + item(2)), "feed.xml")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == f"Report 1\n\n{STORY}"
    assert (first.outlet, first.authors, first.topics) == ("Andes Wire", ("Ana Osorio",), ("Peru",))
    assert (first.published, first.url) == ("2026-03-03T09:30", "https://wire.example/1")
    assert first.provenance["text"] == "summary in the feed"


def test_a_feed_entry_stays_the_same_when_others_come() -> None:
    (before,) = outcomes(rss(item(1)), "feed.xml")
    _, after = outcomes(rss(item(2) + item(1)), "feed.xml")
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert before.id == after.id


def test_full_text_goes_before_the_summary() -> None:
    full = f"<content:encoded><![CDATA[<p>{PARAGRAPHS[1]}</p><script>x()</script><p>{STORY}</p>]]></content:encoded>"
    document = only(outcomes(rss(item(1, "Short.", full)), "feed.xml"))
    assert document.text == f"Report 1\n\n{PARAGRAPHS[1]}\n{STORY}"
    assert document.provenance["text"] == "full text in the feed"


def test_an_atom_feed() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Andes Wire</title><entry><title>Border</title>'
        '<link rel="self" href="https://wire.example/x"/><link href="https://wire.example/1"/>'
        "<published>2026-03-03T09:30:00Z</published><updated>2026-03-04T00:00:00Z</updated>"
        f'<author><name>Ana Osorio</name></author><summary type="html">{STORY}</summary></entry></feed>'
    )
    document = only(outcomes(feed.encode(), "f.atom"))
    assert (document.url, document.updated, document.authors) == (
        "https://wire.example/1",
        "2026-03-04T00:00",
        ("Ana Osorio",),
    )


def test_a_feed_of_ten_thousand_entries_is_read_lazily() -> None:
    data = rss("".join(item(number) for number in range(10_000)))
    found: Iterator[object] = parse_source(Source(data, "feed.xml"))
    start = time.monotonic()
    assert isinstance(next(iter(found)), Parsed)
    assert time.monotonic() - start < 2.0
    assert sum(isinstance(outcome, Parsed) for outcome in found) == 9_999


def test_a_feed_that_breaks_off() -> None:
    whole = rss(item(1) + item(2) + item(3))
    found = outcomes(whole[: whole.index(b"Report 3") + 20], "feed.xml")
    assert [type(outcome).__name__ for outcome in found] == ["Document", "Document", "str"]
    assert found[2] == "feed.xml: the feed breaks off in entry 3; those before it are read"


def test_one_bad_member_never_stops_the_others() -> None:
    files = {"a.txt": STORY.encode(), "b.pdf": b"%PDF-1.4 cut", "c.txt": b"", "d/e.html": page(), "f.png": b"\x89PNG"}
    found = outcomes(zipped(files), "z.zip")
    assert [outcome.path if isinstance(outcome, Document) else outcome for outcome in found] == [
        "z.zip/a.txt",
        "z.zip/b.pdf: truncated PDF (no end mark)",
        "z.zip/c.txt: empty",
        "z.zip/d/e.html",
        "z.zip/f.png: a PNG image: not read",
    ]


def test_a_warc_gives_its_pages() -> None:
    data = warc(
        ("https://wire.example/1", "text/html; charset=utf-8", page()),
        ("https://wire.example/logo.png", "image/png", b"\x89PNG"),
        ("https://wire.example/2", "text/html", b"<html><body><a href='/'>Home</a></body></html>"),
    )
    document, problem = outcomes(data, "crawl.warc.gz")
    assert isinstance(document, Document)
    assert document.url == "https://wire.example/1"
    assert problem == "crawl.warc.gz/https://wire.example/2: a page without an article"


def test_a_gzip_file() -> None:
    assert only(outcomes(gzip.compress(STORY.encode()), "a.txt.gz")).text == STORY


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b"\n\n", "a.txt", "empty"),
        (b"--- 12 ---", "a.txt", "no words in it"),
        (bytes(range(256)), "a.txt", "binary data, no text"),
        (b"%PDF-1.7\n1 0 obj", "a.pdf", "truncated PDF"),
        (b"%PDF-1.7\nnothing\n%%EOF", "a.pdf", "broken PDF"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "a.html", "a page without an article"),
        (b"<?xml version='1.0'?><data><row/></data>", "a.xml", "XML, but no RSS or Atom feed"),
        (b'{"a": 1}', "a.json", "a data file"),
        (b"<rss><channel><title>x</title></channel></rss>", "a.rss", "a feed without entries"),
        (b"PK\x03\x04broken", "a.zip", "broken zip archive"),
        (b"\x1f\x8b\x08broken", "a.gz", "broken gzip file"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "a PNG image"),
        (MAIL.encode() + b"\n", "a.eml", "a message without text"),
        ("두 나라의 외교 장관은 화요일 서울에서 만나 국경 문제를 논의했다.".encode(), "a.txt", "written in Korean"),
        ("Министры двух стран встретились во вторник в Москве и обсудили границу.".encode(), "a.txt", "in Russian"),
        (b"Les ministres des deux pays se sont vus mardi et ont parle de la frontiere.", "a.txt", "in French"),
    ],
)
def test_what_is_not_read_is_one_line_naming_file_and_reason(data: bytes, name: str, reason: str) -> None:
    (problem,) = outcomes(data, name)
    assert isinstance(problem, str)
    assert problem.startswith(f"{name}: ")
    assert reason in problem


def test_pdfs_that_cannot_be_read() -> None:
    assert outcomes(pdf(("A line of text.",), encrypt=True), "e.pdf") == ["e.pdf: an encrypted PDF"]
    assert outcomes(pdf((), ()), "s.pdf") == ["s.pdf: a PDF of 2 pages without text (scanned?)"]


@pytest.mark.parametrize(
    ("limits", "data", "name", "reason"),
    [
        (Limits(source_bytes=100), STORY.encode() * 2, "a.txt", "larger than"),
        (Limits(text_characters=50), STORY.encode(), "a.txt", "more than 50 characters"),
        (Limits(), zipped({"a.txt": b"a" * 5_000_000}), "a.zip", "zip bomb"),
        (Limits(), gzip.compress(b"a" * 5_000_000), "a.gz", "bomb"),
        (Limits(members=2), zipped({f"{n}.txt": STORY.encode() for n in range(5)}), "a.zip", "more than 2 files"),
        (Limits(total_bytes=150), zipped({f"{n}.txt": STORY.encode() for n in range(5)}), "a.zip", "unpacked"),
        (Limits(depth=1), zipped({"b.zip": zipped({"c.txt": STORY.encode()})}), "a.zip", "nested more than 1"),
    ],
)
def test_limits(limits: Limits, data: bytes, name: str, reason: str) -> None:
    assert reason in str(outcomes(data, name, limits=limits)[-1])


def test_an_office_document_is_named() -> None:
    (problem,) = outcomes(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a.docx")
    assert problem == "a.docx: a Word document; save it as PDF or text"


def test_other_languages_are_read_if_asked_for() -> None:
    data = "Les ministres des deux pays se sont vus mardi et ont parlé de la frontière.".encode()
    options = ParseOptions(languages=frozenset({"en", "fr"}))
    (parsed,) = parse_source(Source(data, "a.txt"), options)
    assert isinstance(parsed, Parsed)
    assert parsed.document.language == "fr"


def test_the_option_goes_before_the_text() -> None:
    data = f"Border to reopen\nPublished: 3 March 2026\n\n{PROSE}".encode()
    (parsed,) = parse_source(Source(data, "a.txt"), ParseOptions(published="2026-03-05"))
    assert isinstance(parsed, Parsed)
    assert (parsed.document.published, parsed.document.published_source) == ("2026-03-05", "option")


NAMES = st.sampled_from(
    ["a", "a.txt", "a.html", "a.pdf", "a.eml", "a.mhtml", "a.xml", "a.rss", "a.zip", "a.warc", "a.gz"]
)
STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"WARC/1.0\r\n",
        b"<html>",
        b"<rss>",
        b"<?xml version='1.0'?>",
        b"Subject: x\nMIME-Version: 1.0\n\n",
        pdf(("Text.",))[:600],
        zipped({"a.txt": b"words"})[:60],
        page()[:300],
        rss(item())[:200],
        gzip.compress(b"words and more words")[:20],
        warc(("http://x.example", "text/html", page()))[:90],
    ]
)


@settings(max_examples=300, deadline=None)
@given(STARTS, st.binary(max_size=200), STARTS, NAMES)
def test_any_bytes_give_documents_or_problems(start: bytes, middle: bytes, end: bytes, name: str) -> None:
    for outcome in parse_source(Source(start + middle + end, name)):
        if isinstance(outcome, Parsed):
            assert outcome.document.id.startswith("sha256:")
            for zone in outcome.document.zones:
                assert zone.span.of(outcome.document.text).strip()
        else:
            assert isinstance(outcome, UnreadableDocument)
            assert str(outcome).startswith(name)
            assert "\n" not in str(outcome)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [page(), pdf(("Text of a page.",)), zipped({"a.txt": STORY.encode()}), rss(item()), MAIL.encode()]
    ).flatmap(lambda data: st.tuples(st.just(data), st.integers(0, len(data) - 1), st.binary(min_size=1, max_size=8)))
)
def test_damaged_files_give_documents_or_problems(case: tuple[bytes, int, bytes]) -> None:
    data, place, noise = case
    for outcome in parse_source(Source(data[:place] + noise + data[place + len(noise) :], "damaged")):
        assert isinstance(outcome, Parsed | UnreadableDocument)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_the_same_bytes_have_the_same_id(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    ids = [[one.id for one in outcomes(data, name) if isinstance(one, Document)] for name in ("a.txt", "other.txt")]
    assert ids[0] == ids[1]
    assert ids[0] in ([], [content_id(data)])

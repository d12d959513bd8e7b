"""Web pages → the article's text, a paragraph a line, with the metadata of the page's markup."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import lxml.html
import trafilatura
from lxml.html import HtmlElement

from legation.documents.dates import iso
from legation.documents.guard import guarded
from legation.documents.lines import fold, split_lines
from legation.documents.notes import licence_of
from legation.documents.text import decode_page
from legation.errors import UnreadableDocument

# Fixed bounds, so that the same page gives the same date on any day; no search in the words of the page.
DATES = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2199-12-31"}
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "date", "dc.date", "dcterms.date", "dcterms.created", "article.published",
)  # fmt: skip
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
FEWEST_WORDS = 20


@dataclass(slots=True)
class Page:
    """The text of a page and the values its markup names, each with where."""

    text: str = ""
    values: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    provenance: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, value: str | None, where: str) -> None:
        """Keep a value, unless the field has one."""
        if value and value.strip() and name not in self.values:
            self.values[name] = " ".join(value.split())
            self.provenance[name] = where


def read_page(data: bytes, name: str, charset: str | None = None, url: str | None = None) -> Page:
    """Return the article of a page. Raises UnreadableDocument if the page is broken or holds no article."""
    text = decode_page(data, name, charset)
    page = Page()
    with guarded(name, "page"):
        tree = lxml.html.document_fromstring(without_declaration(text))
        read_linked_data(tree, page)
        read_meta(tree, page)
        extract(text, url, page)
    lines = split_lines(page.text)
    if not any(line.is_prose for line in lines) or sum(line.words for line in lines) < FEWEST_WORDS:
        raise UnreadableDocument(f"{name}: a page without an article")
    title = page.values.get("title")
    if title and all(fold(line.plain) != fold(title) for line in lines[:6]):
        page.text = f"{title}\n\n{page.text}"
    return page


def without_declaration(text: str) -> str:
    """Return the markup without an XML declaration: the parser refuses one that names an encoding."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)


def extract(text: str, url: str | None, page: Page) -> None:
    """Extract text and remaining metadata with trafilatura (Barbaresi, 2021) and htmldate."""
    found = trafilatura.bare_extraction(
        without_declaration(text), url=url, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    if found is None or isinstance(found, dict):
        return
    page.text = "\n".join(line.strip() for line in (found.text or "").splitlines() if line.strip())
    page.note("title", found.title, "page title")
    page.note("outlet", found.sitename, "site name in the page's markup")
    page.note("published", iso(found.date), "date in the page's markup (htmldate)")
    page.note("licence", licence_of(found.license or ""), "licence link in the page")
    if found.author and not page.authors:
        page.authors = tuple(name.strip() for name in found.author.split(";") if name.strip())
        page.provenance["authors"] = "author in the page's markup"


def read_meta(tree: HtmlElement, page: Page) -> None:
    """Read the dates, title, site and language of meta tags and time elements."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        metas.setdefault(key, element.get("content") or "")
    for name, keys in (("published", PUBLISHED), ("updated", UPDATED)):
        for key in keys:
            page.note(name, iso(metas.get(key)), f"html meta {key}")
    page.note("title", metas.get("og:title"), "html meta og:title")
    page.note("outlet", metas.get("og:site_name"), "html meta og:site_name")
    page.note("licence", licence_of(metas.get("dcterms.rights", "") or metas.get("rights", "")), "html meta rights")
    page.note("url", metas.get("og:url"), "html meta og:url")
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            page.note("published", iso(element.get("datetime")), "html time element")
    for element in tree.iter("a"):
        if element.get("rel") == "license":
            page.note("licence", licence_of(element.text_content()), "licence link in the page")


def read_linked_data(tree: HtmlElement, page: Page) -> None:
    """Read the JSON-LD of an article: headline, dates, authors, publisher, keywords."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):  # broken JSON-LD is common; the page's other markup remains
            continue
        for item in find_articles(value):
            read_article(item, page)


def find_articles(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Yield the objects that describe an article."""
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value:
            yield from find_articles(part, depth + 1)
    elif isinstance(value, dict):
        if "datePublished" in value and re.search("Article|Posting|Report|WebPage", str(value.get("@type"))):
            yield value
        yield from find_articles(value.get("@graph"), depth + 1)


def read_article(item: Mapping[str, object], page: Page) -> None:
    """Keep what one article object says."""
    where = "JSON-LD of the page"
    for name, key in (("title", "headline"), ("published", "datePublished"), ("updated", "dateModified")):
        value = item.get(key)
        if isinstance(value, str):
            page.note(name, value if name == "title" else iso(value), f"{where}, {key}")
    publisher = names_of(item.get("publisher"))
    page.note("outlet", publisher[0] if publisher else None, f"{where}, publisher")
    if (authors := names_of(item.get("author"))) and not page.authors:
        page.authors, page.provenance["authors"] = authors, f"{where}, author"
    keywords = item.get("keywords")
    parts = keywords.split(",") if isinstance(keywords, str) else keywords if isinstance(keywords, list) else []
    topics = tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())
    if topics and not page.topics:
        page.topics, page.provenance["topics"] = topics, f"{where}, keywords"


def names_of(value: object) -> tuple[str, ...]:
    """Return the names in a JSON-LD person or organisation, or a list of them."""
    if isinstance(value, list):
        return tuple(name for part in value for name in names_of(part))
    if isinstance(value, dict):
        return names_of(value.get("name"))
    return (value.strip(),) if isinstance(value, str) and value.strip() and "://" not in value else ()

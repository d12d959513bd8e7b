"""How a report is cited: title, outlet, date, and where the record has it from."""

from collections.abc import Iterable
from urllib.parse import quote

from legation.documents.document import Citation, DateSource, Document, days_of
from legation.lexicon.saying import join, say
from legation.record.event import Account, short_id
from legation.record.sources import CREDIBILITY, RELIABILITY
from legation.reporting.words import interval_words, list_words


def cite(document: Document | Citation) -> str:
    """Return one line that names a report: "Title", outlet, date."""
    title = say("“{title}”", title=document.title) if document.title else document.path or short_id(document.id)
    return join(", ", filter(None, (title, document.outlet, published_words(document) or "undated")))


def web_address(document: Document | None) -> str | None:
    """Return where a report stands on the web, if that is an address one can follow; anything else leads nowhere.

    Signs that end an address in a document's markup are percent-encoded.
    """
    url = (document.url or "").strip() if document else ""
    if not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")


def cite_briefly(document: Document | Citation) -> str:
    """Return the few words that tell a report from others beside a quote: outlet or title, and date."""
    name = document.outlet or document.title or document.path or short_id(document.id)
    return join(", ", filter(None, (name, published_words(document) or "undated")))


def published_words(document: Document | Citation) -> str | None:
    """Return the publication date in words, said to be inferred where it is."""
    if document.published is None:
        return None
    words = interval_words(*days_of(document.published))
    return say("{words} (inferred)", words=words) if document.published_source is DateSource.INFERRED else words


def speakers_words(account: Account) -> str | None:
    """Return whose word a claim is, outermost last: "Ana Osorio, according to the ministry"; None: the report's own."""
    names = list(dict.fromkeys(account.speakers))
    return join(", according to ", names) if names else None


def grade_words(account: Account) -> str | None:
    """Return how the outlet and what it says are graded, the two kept apart; None where nobody has graded either."""
    reliability, credibility = account.reliability, account.credibility
    parts = (
        [
            say(
                "reliability {reliability}, {reliability2}",
                reliability=reliability,
                reliability2=RELIABILITY[reliability],
            )
        ]
        if reliability
        else []
    )
    parts += (
        [
            say(
                "credibility {credibility}, {credibility2}",
                credibility=credibility,
                credibility2=CREDIBILITY[credibility],
            )
        ]
        if credibility
        else []
    )
    return join("; ", parts) or None


def number_documents(documents: Iterable[Document]) -> dict[str, int]:
    """Return a footnote number for each report, in order of publication, undated ones last."""
    ordered = sorted(documents, key=lambda document: (document.published or "9999", document.title or "", document.id))
    return {document.id: number for number, document in enumerate(ordered, start=1)}


def byline(document: Document) -> str | None:
    """Return the authors in words."""
    return list_words(list(document.authors)) or None

"""Templates: everything put into a page is escaped, and a name that is not there is an error."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache, partial
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, pass_eval_context
from jinja2.filters import do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from legation.documents.document import days_of
from legation.lexicon.saying import Said
from legation.record.event import Account, short_id
from legation.record.shadow import parse_moment
from legation.reporting.chronology import claim_kind, kind_words
from legation.reporting.footnotes import cite, cite_briefly, grade_words, published_words
from legation.reporting.words import days_words, interval_words
from legation.web.assets import asset
from legation.web.links import Links, as_of_field, link_to, offers
from legation.web.tables import stacked
from legation.web.words import TONGUE


@lru_cache(maxsize=1)
def load_environment() -> Environment:
    """Return the environment every page is made in."""
    environment = Environment(
        loader=PackageLoader("legation.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Links],
        finalize=tell,
    )
    environment.filters |= {
        "claim_kind": claim_kind,
        "event_kind": lambda event: kind_words(event, event.mode),
        "short": short_id,
        "cite": cite,
        "cite_briefly": cite_briefly,
        "grade_words": grade_words,
        "published": published_words,
        "link_to": link_to,
        "named": named,
        "capitalize": capitalize,
        "reasons": reasons,
        "join": join_told,
        "day": day,
        "days": days_words,
        "moment": moment,
        "cut_quote": cut_quote,
        "day_before": day_before,
        "urlencode_path": partial(quote, safe="/?=&"),
        "zip_with": zip,
        "stacked": stacked,
    }
    environment.globals |= {"asset": asset, "link_to": link_to, "offers": offers, "as_of_field": as_of_field}
    return environment


def tell(value: object) -> object:
    """Return words that stages made in the language of the page; anything else as it is."""
    if not isinstance(value, Said):
        return value
    tongue = TONGUE.get()
    return tongue.tell(value) if tongue else value


def named(name: str) -> str:
    """Return the name of an actor in the language of the page, where it has one."""
    tongue = TONGUE.get()
    return tongue.tell(name) if tongue else name


def capitalize(words: str) -> str:
    """Return words in the language of the page for the beginning of a line."""
    told = str(tell(words))
    return told[:1].upper() + told[1:] if told == words else told


def reasons(words: str) -> str:
    """Return reasons that stand in a row ("the same day, although another place") in the language of the page."""
    return "; ".join(", ".join(named(one) for one in some.split(", ")) for some in words.split("; "))


@pass_eval_context
def join_told(context: EvalContext, values: Iterable[object], separator: str = "") -> str:
    """Return values in a row, as the filter of Jinja does, with words in the language of the page."""
    return str(do_join(context, [tell(value) for value in values], separator))


@pass_context
def moment(context: Context, value: str) -> str:
    """Return a day or moment that an address asks for as people say it; as it is where it is no date."""
    try:
        parse_moment(value)
    except ValueError:
        return value
    shown = day(context, value[:10])
    return f"{shown}, {value[11:16]}" if len(value) > 11 else shown


@pass_context
def day(context: Context, value: str) -> str:
    """Return an ISO 8601 day, month, year or moment as people say it: "18 June 2024", in Korean "2024년 6월 18일"."""
    tongue = context.get("t")
    first, after = days_of(value)
    if tongue is None or tongue.code != "ko":
        return interval_words(first, after)
    days = (after - first).days
    parts = [f"{first.year}년", f"{first.month}월", f"{first.day}일"]
    return " ".join(parts[: 3 if days == 1 else 2 if days <= 31 else 1])


def day_before(value: dt.date) -> dt.date:
    """Return the last day of a half-open interval that ends here."""
    return value - dt.timedelta(days=1)


def cut_quote(account: Account) -> tuple[str, str, str]:
    """Return the sentence of a claim cut around the word that tells of it."""
    quote, start = account.evidence.quote, account.evidence.span.start
    low, high = account.claim.trigger.start - start, account.claim.trigger.end - start
    low, high = (low, high) if 0 <= low < high <= len(quote) else (len(quote), len(quote))
    return quote[:low], quote[low:high], quote[high:]

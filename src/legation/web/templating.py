"""Templates: everything put into a page is escaped, and a name that is not there is an error."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from legation.documents.document import days_of
from legation.record.event import short_id
from legation.reporting.footnotes import cite, cite_briefly, published_words
from legation.reporting.words import interval_words
from legation.web.assets import asset


@lru_cache(maxsize=1)
def load_environment() -> Environment:
    """Return the environment every page is made in."""
    environment = Environment(
        loader=PackageLoader("legation.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "short": short_id,
        "cite": cite,
        "cite_briefly": cite_briefly,
        "published": published_words,
        "day": day,
    }
    environment.globals |= {"asset": asset}
    return environment


def day(value: str) -> str:
    """Return an ISO 8601 day, month, year or moment as people say it: "18 June 2024"."""
    return interval_words(*days_of(value))

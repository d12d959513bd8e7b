"""What written pages share: templates in which everything is escaped, and text that Markdown takes as it stands."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

# Characters that Markdown would take for its own signs.
SPECIAL = "\\`*_{}[]<>#|"


@lru_cache(maxsize=8)
def load_template(name: str) -> "Template":
    """Return a template of `reporting/templates`; all that is put into it is escaped, a missing value is an error."""
    # Most commands never write a page.
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=PackageLoader("legation.reporting"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def escape_markdown(text: str) -> str:
    """Return a text of which Markdown takes nothing for a sign of its own."""
    return "".join(f"\\{letter}" if letter in SPECIAL else letter for letter in text)

"""Links of our own pages, below whatever path the application is shown; and links to elsewhere, which are looked at.

Templates and pages write plain paths ("/search"). The path of a reverse proxy and of a project ("/legation/p/gulf") is
put before them here: in templates by an extension that rewrites the attributes that hold addresses, in redirects by
`frame`.
"""

import re
from contextvars import ContextVar
from dataclasses import dataclass

from jinja2.ext import Extension
from markupsafe import Markup

# What is the team's or everybody's, and no project's.
OUTSIDE = re.compile(r"/(?:static|login|logout|account|projects|invitations|team|p)(?=[/?#]|$)")
ATTRIBUTE = r"(?:href|src|action|formaction|hx-(?:get|post|put|delete|push-url)|data-(?:\w+-)*(?:url|href|src|source))"
LITERAL = re.compile(rf"""(\s{ATTRIBUTE}=)(["'])(?=/(?!/))([^"'{{]*)""")
EXPRESSION = re.compile(rf"""(\s{ATTRIBUTE}=)(["'])\{{\{{(.*?)\}}\}}""")
# Whatever else a report names as its address (javascript:, data:, …) leads nowhere.
ELSEWHERE = re.compile(r"(?:https?://|mailto:|[#?])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Base:
    """What stands before our paths: the path of the application, and that of the project one is in."""

    prefix: str = ""
    project: str = ""

    def link(self, path: str) -> str:
        """Return a path of ours as a browser has to ask for it."""
        return f"{self.prefix}{'' if OUTSIDE.match(path) else self.project}{path}"


# Set by whoever makes a page, for everything the page is made of.
NONE = Base()
BASE: ContextVar[Base] = ContextVar("BASE", default=NONE)


def link_to(address: object) -> Markup | str:
    """Return an address as an attribute may hold it: our own below the base, safe ones as they are, others as "#"."""
    text = str(address)
    if text.startswith("/") and not text.startswith(("//", "/\\")):
        shown = BASE.get().link(text)
        return Markup(shown) if isinstance(address, Markup) else shown
    if ELSEWHERE.match(text):
        return address if isinstance(address, Markup) else text
    return "#" if text else ""


class Links(Extension):
    """Rewrites attributes that hold addresses, when a template is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template with its addresses put below the base."""
        del name, filename
        source = EXPRESSION.sub(lambda found: f"{found[1]}{found[2]}{{{{ link_to({found[3]}) }}}}", source)
        return LITERAL.sub(lambda found: f"{found[1]}{found[2]}{{{{ link_to('{found[3]}') }}}}", source)

"""Links of our own pages, below whatever path the application is shown; and links to elsewhere, which are looked at.

Templates and pages write plain paths ("/search"). The path of a reverse proxy and of a project ("/legation/p/gulf") is
put before them here, and the day whose record is looked at behind them ("?as_of=2024-06-18"): in templates by an
extension that rewrites the attributes that hold addresses, in redirects by `frame`. Forms that look carry the day in a
field; forms that change something are left out of a page that shows the past.
"""

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from urllib.parse import quote

from jinja2.ext import Extension
from markupsafe import Markup, escape

# What is the team's or everybody's, and no project's.
OUTSIDE = re.compile(r"/(?:static|login|logout|account|projects|invitations|team|p)(?=[/?#]|$)")
# What is only ever done to the record as it is.
PRESENT = re.compile(r"/(?:add|import|review|preferences)(?=[/?#]|$)")
# Forms of every page that change nothing in the record.
HARMLESS = r"/(?:logout|preferences)[\"/]"
LOOKING = re.compile(r"""(<form\b[^<>]*\bmethod="get"[^<>]*>)""")
CHANGING = re.compile(rf"""<form\b(?![^<]*?\baction="{HARMLESS})[^<]*?\bmethod="post".*?</form>""", re.DOTALL)
ACTION = re.compile(r"""<form\b[^<>]*?\baction="(/[^"{]*)""")
# The day whose record is asked for, and the word that asks for the present one.
AS_OF, NOW = "as_of", "now"
ASKED = re.compile(rf"(?<=[?&;]){AS_OF}=([^&#]*)(?:&amp;|&)?")
ATTRIBUTE = r"(?:href|src|action|formaction|hx-(?:get|post|put|delete|push-url)|data-(?:\w+-)*(?:url|href|src|source))"
# What begins with a path of ours, to the end of the attribute: with the expressions in it, which may hold quotes.
LITERAL = re.compile(rf"""(\s{ATTRIBUTE}=)(["'])(/(?!/)(?:[^"'{{]|\{{\{{.*?\}}\}}|\{{%.*?%\}})*)(?=["'])""")
EXPRESSION = re.compile(rf"""(\s{ATTRIBUTE}=)(["'])\{{\{{(.*?)\}}\}}""")
# Whatever else a report names as its address (javascript:, data:, …) leads nowhere.
ELSEWHERE = re.compile(r"(?:https?://|mailto:|[#?])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Base:
    """What stands around our paths: the path of the application, that of the project one is in, and a past day."""

    prefix: str = ""
    project: str = ""
    as_of: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands around our paths."""
        return not (self.prefix or self.project or self.as_of)

    def link(self, path: str) -> str:
        """Return a path of ours as a browser has to ask for it."""
        project = "" if not self.project or OUTSIDE.match(path) else self.project
        return f"{self.prefix}{project}{self.carry(path)}"

    def carry(self, path: str) -> str:
        """Return a path with the day one looks at; without one where the present is asked for by name."""
        # A look for the letters first: hardly any path has them.
        asked = ASKED.search(path) if AS_OF in path else None
        if asked:
            return ASKED.sub("", path).rstrip("?&") if asked[1] == NOW else path
        if not self.as_of or not has_past(path):
            return path
        address, mark, fragment = path.partition("#")
        return f"{address}{'&' if '?' in address else '?'}{AS_OF}={quote(self.as_of)}{mark}{fragment}"


def has_past(path: str) -> bool:
    """Tell whether a page shows the record as it was, too."""
    return not (OUTSIDE.match(path) or PRESENT.match(path))


# Set by whoever makes a page, for everything the page is made of.
NONE = Base()
BASE: ContextVar[Base] = ContextVar("BASE", default=NONE)


# Whether whoever looks may change something by a path.
MAY: ContextVar[Callable[[str], bool]] = ContextVar("MAY", default=lambda _: True)


def link_to(address: object) -> Markup | str:
    """Return an address as an attribute may hold it: our own below the base, safe ones as they are, others as "#"."""
    text = str(address)
    if text.startswith("/") and not text.startswith(("//", "/\\")):
        base = BASE.get()
        # Most pages have a hundred links that stay as they are; one with an "&" may have it written out.
        if base.is_bare and "&" not in text and AS_OF not in text:
            return address if isinstance(address, Markup) else text
        if not isinstance(address, Markup):
            return base.link(text)
        # What is written for a page already is written so again.
        return Markup(escape(base.link(address.unescape())))
    if ELSEWHERE.match(text):
        return address if isinstance(address, Markup) else text
    return "#" if text else ""


def as_of_field() -> Markup:
    """Return what carries the day one looks at in a form; nothing where that is the present."""
    day = BASE.get().as_of
    return Markup('<input type="hidden" name="{}" value="{}">').format(AS_OF, day) if day else Markup("")


def offers(path: str) -> bool:
    """Tell whether a form that changes something by a path stands on the page that is being made.

    It does not where the past is shown, nor before somebody whose role does not allow it.
    """
    return not BASE.get().as_of and MAY.get()(path)


def action_of(form: str) -> str:
    """Return the path that a form in a template is sent to, as far as it is the same on every page."""
    found = ACTION.match(form)
    return found[1] if found else ""


class Links(Extension):
    """Rewrites attributes that hold addresses, and forms, when a template is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template with its addresses put below the base, and its forms fit for the past."""
        del name, filename
        source = CHANGING.sub(
            lambda found: f"{{% if offers('{action_of(found[0])}') %}}{found[0]}{{% endif %}}", source
        )
        source = LOOKING.sub(lambda found: f"{found[1]}{{{{ as_of_field() }}}}", source)
        source = EXPRESSION.sub(lambda found: f"{found[1]}{found[2]}{{{{ link_to({found[3]}) }}}}", source)
        return LITERAL.sub(
            lambda found: f"{found[1]}{found[2]}{{% filter link_to %}}{found[3]}{{% endfilter %}}", source
        )

"""What written pages share: nothing in a report's words acts as a sign of the page."""

import pytest
from jinja2 import UndefinedError

from legation.reporting.pages import escape_markdown, load_template


def test_markdown_takes_signs_as_letters() -> None:
    assert escape_markdown("*a* [b](c) | `d`") == r"\*a\* \[b\](c) \| \`d\`"


def test_a_value_that_a_template_lacks_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        load_template("dossier.html.j2").render()

"""The command that reads drafts of assessments: lint."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legation.cli.context import Place, json_option, pass_place, print_json
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.judgement.drafts import Remark


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@json_option
@pass_place
def lint(place: Place, files: tuple[str, ...], as_json: bool) -> None:
    """Check drafts of assessments against ICD 203; exit status 1 if anything is found.

    Likelihood and confidence in one sentence, bare numbers, terms beside numbers of another band, words of likelihood
    that are on no scale, 0 % and 100 %, claims without a source. FILE is text or Markdown; "-" is standard input.
    """
    from legation.judgement.drafts import lint as find_remarks
    from legation.lexicon.estimates import load_estimates

    entries = load_estimates(place.lexicon)
    found = [(file, remark) for file in files for remark in find_remarks(read_draft(file), entries)]
    if as_json:
        print_json(encode_remark(file, remark) for file, remark in found)
    for file, remark in () if as_json else found:
        click.echo(f"{file}:{remark.line}:{remark.column}: {remark.rule}: “{remark.words}”: {remark.advice}")
    if found:
        click.echo(
            f"legation: {plural(len(found), 'remark')} in {plural(len({file for file, _ in found}), 'draft')}", err=True
        )
        sys.exit(1)
    click.echo("legation: nothing to remark", err=True)


def read_draft(file: str) -> str:
    """Return the text of a draft; a usage error for what cannot be read."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise click.UsageError(f"{file}: cannot be read: {reason}") from error


def encode_remark(file: str, remark: "Remark") -> dict[str, Any]:
    """Return a remark as one JSON object."""
    return {
        "file": file,
        "line": remark.line,
        "column": remark.column,
        "rule": remark.rule.value,
        "words": remark.words,
        "advice": remark.advice,
    }

"""The documentation is true: its code runs, and every command, setting and lexicon file is in it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from legation.cli.main import legation

ROOT = Path(__file__).parents[1]
DOCS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCS)


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def commands(group: click.Group) -> list[str]:
    return sorted(group.commands)


@pytest.mark.model
@pytest.mark.parametrize("path", [path for path in DOCS if blocks(path, "python")], ids=lambda path: path.name)
def test_python_blocks_run(path: Path, tmp_path: Path) -> None:
    script = "\n".join(blocks(path, "python"))
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.model
@pytest.mark.parametrize("path", [path for path in DOCS if blocks(path, "console")], ids=lambda path: path.name)
def test_console_blocks_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").symlink_to(ROOT / "src" / "legation" / "samples")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for block in blocks(path, "console"):
        for line in re.findall(r"^\$ (.*)$", block, flags=re.MULTILINE):
            words = words_of(line)
            if words is not None and words[0] == "legation":
                # In this process: to start a program takes longer than most commands.
                told = CliRunner().invoke(legation, words[1:])
                assert told.exit_code == 0, (line, told.output, told.exception)
                continue
            done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, (line, done.stderr)


def words_of(line: str) -> list[str] | None:
    """Return the words of a plain command; None for a line that is the shell's: pipes, redirections, several."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = list(lexer)
    return None if any(set(word) <= set(lexer.punctuation_chars) for word in words if word) else words


@pytest.mark.parametrize("name", commands(legation))
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"`?legation (--\S+ \S+ )?{name}\b", TEXT)


@pytest.mark.parametrize("path", sorted((ROOT / "src/legation/lexicon/data").iterdir()), ids=lambda path: path.name)
def test_every_lexicon_file_is_documented(path: Path) -> None:
    assert path.name in TEXT

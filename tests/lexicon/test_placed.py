"""Faults in analysts' YAML files name file, line and mend."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from legation.errors import BadFile
from legation.lexicon.placed import check_placed, parse_placed, read_placed


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    weight: float = 1.0


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    parts: dict[str, Part]


GOOD = """\
title: A whole
parts:
  one:
    name: first
  two: {name: second, weight: .5}
"""


def test_values_know_their_lines() -> None:
    placed = parse_placed(GOOD, "whole.yml")
    assert [placed.line(where) for where in [("title",), ("parts", "one", "name"), ("parts", "two", "weight")]] == [
        1,
        4,
        5,
    ]
    assert placed.line(("parts", "one", "weight")) == 3, "of what is not there, the line of what is around it"


def test_good_files_pass() -> None:
    assert check_placed(parse_placed(GOOD, "whole.yml"), Whole).parts["two"].weight == 0.5


PART = "title: A\nparts:\n  one:\n    name: x\n"
EMPTY = "f.yml:1: the file must hold entries such as title, parts; this one holds none"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A\nparts: {one: {nam: x}}", "f.yml:2: parts.one.name is missing: add it"),
        (PART + "    wieght: 2", "f.yml:5: parts.one.wieght: there is no such entry; did you mean weight?"),
        (PART + "    weight: heavy", "f.yml:5: parts.one.weight: input should be a valid number"),
        ("title: A\nparts: {one: {name: x, and so on}}", "f.yml:2: parts.one.and so on: a text with a comma inside"),
        ("title: A\ntitle: B", "f.yml:2: title is given twice (first in line 1): keep one of them"),
        ("title: A\nparts: [1, 2", "f.yml:2: not YAML"),
        ("- a\n- b", EMPTY),
        ("", EMPTY),
    ],
)
def test_faults_name_line_and_mend(text: str, message: str) -> None:
    with pytest.raises(BadFile) as caught:
        check_placed(parse_placed(text, "f.yml"), Whole)
    assert str(caught.value).startswith(message)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"none\.yml: cannot be read: No such file"):
        read_placed(tmp_path / "none.yml")

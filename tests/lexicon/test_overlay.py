"""An analyst's folder reaches the words that finders ask for deep inside a text, and no further than it is named."""

from pathlib import Path

import pytest

from legation.lexicon.overlay import laid_over
from legation.lexicon.wordlists import words_of
from legation.reading.reader import load_reader
from tests.builders import make_document

LIST = '- {name: put forward, words: [sop], source: desk, example: "They threw him a sop."}\n'
TIMES = '- {kind: holiday, words: [Founders Day], value: "09-12", source: desk, example: "They met on Founders Day."}\n'


def test_lists_add_up_while_a_folder_is_laid_over(tmp_path: Path) -> None:
    (tmp_path / "wordlists.yml").write_text(LIST)
    with laid_over(tmp_path):
        assert {"sop", "offer"} <= words_of("put forward")
    assert "sop" not in words_of("put forward")


@pytest.mark.model
def test_a_reader_with_a_folder_knows_its_times(tmp_path: Path) -> None:
    (tmp_path / "times.yml").write_text(TIMES)
    document = make_document("Ghana freed the crew on Founders Day.")
    assert [time.text for time in load_reader(tmp_path).read(document).times] == ["Founders Day"]
    assert not load_reader().read(document).times

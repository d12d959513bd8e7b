"""Questions in the web: weighed with words that open, evidence ruled on, judgements locked, and no way to a file."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.workspace.workspace import Workspace
from tests.web.conftest import links_of, token_for

pytestmark = pytest.mark.model
QUESTION = "/questions/expedience-or-alliance"


def test_questions_are_listed(reading_client: TestClient) -> None:
    links = links_of(reading_client.get("/questions").text)
    assert {QUESTION, "/questions/gulf-detente", "/questions/indus-waters"} <= set(links)
    assert "/questions/pattern" not in links


def test_every_cell_of_the_matrix_opens_its_words(reading_client: TestClient) -> None:
    page = reading_client.get(QUESTION).text
    anchors = set(re.findall(r'<t[hd][^>]*><a href="#([^"]+)">', page))
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_quotes_lead_to_their_report(reading_client: TestClient) -> None:
    links = [link for link in links_of(reading_client.get(QUESTION).text) if link.startswith("/reports/")]
    assert len(links) > 5
    assert all(re.fullmatch(r"/reports/[0-9a-f]{12}#t-c\d+", link) for link in links)


def test_likelihoods_are_told_in_words_and_all_parts_are_there(reading_client: TestClient) -> None:
    page = reading_client.get(QUESTION).text
    for part in ("Answer", "What is reported", "What is inferred", "What would change our mind", "What to watch next"):
        assert f">{part}</h2>" in page
    assert "very unlikely" in page


def test_an_earlier_day_and_what_changed_since(reading_client: TestClient) -> None:
    page = reading_client.get(f"{QUESTION}?on=2024-12&since=2024-01").text
    assert "For 31 December 2024" in page
    assert 'value="2024-01"' in page


def test_evidence_is_rejected_and_no_longer_counts(client: TestClient) -> None:
    page = client.get(QUESTION).text
    found = re.search(r'name="indicator" value="(treaty)"><input type="hidden" name="event" value="([^"]+)"', page)
    assert found
    data = {"token": token_for(client), "indicator": found[1], "event": found[2], "ruling": "reject"}
    answer = client.post(f"{QUESTION}/evidence", data=data, follow_redirects=False)
    assert answer.headers["location"].endswith("#evidence-treaty")
    assert "rejected by ana" in client.get(QUESTION).text


def test_locking_is_shown(client: TestClient) -> None:
    client.post(f"{QUESTION}/lock", data={"token": token_for(client)})
    assert "by ana" in client.get("/questions").text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"indicator": "no such", "event": "0123456789ab.e1", "ruling": "accept"}, 422),
        ({"indicator": "treaty", "event": "0123456789ab.e1", "ruling": "accept"}, 422),
        ({"indicator": "treaty", "event": "0123456789ab.e1", "ruling": "burn"}, 422),
    ],
)
def test_rulings_that_make_no_sense_are_refused(client: TestClient, data: dict[str, str], status: int) -> None:
    assert client.post(f"{QUESTION}/evidence", data={"token": token_for(client), **data}).status_code == status


@pytest.mark.parametrize("query", ["on=soon", "since=2030", "on=" + "9" * 50])
def test_days_that_make_no_sense_are_refused(reading_client: TestClient, query: str) -> None:
    assert reading_client.get(f"{QUESTION}?{query}").status_code == 422


@pytest.mark.parametrize("name", ["pattern", "nothing", "..%2f..%2fetc%2fpasswd", "pyproject.toml", "%2Fetc%2Fpasswd"])
def test_an_address_never_names_a_file(reading_client: TestClient, name: str) -> None:
    assert reading_client.get(f"/questions/{name}").status_code == 404
    assert reading_client.get(f"/scenarios/{name}").status_code == 404


def follow(client: TestClient, wanted: str = "true", name: str = "expedience-or-alliance") -> str:
    data = {"token": token_for(client), "wanted": wanted, "back": "/"}
    return client.post(f"/questions/{name}/follow", data=data).text


def test_a_followed_question_stands_on_the_front_with_its_answer(client: TestClient) -> None:
    page = follow(client)
    card = page[page.index('<ul class="followed">') : page.index('<section class="news"')]
    assert f'href="{QUESTION}"' in card
    assert "Likeliest is" in card
    assert 'aria-pressed="true"' in client.get(QUESTION).text
    assert QUESTION not in links_of(follow(client, "false"))


def test_judgements_that_moved_are_told_once_something_was_read(client: TestClient) -> None:
    assert "Judgements moved" not in follow(client)
    assert "Judgements moved" not in client.post("/visits", data={"token": token_for(client)}).text
    found = re.findall(r'name="indicator" value="([^"]+)"><input type="hidden" name="event" value="([^"]+)"',
                       client.get(QUESTION).text)  # fmt: skip
    for indicator, event in found:
        data = {"token": token_for(client), "indicator": indicator, "event": event, "ruling": "reject"}
        client.post(f"{QUESTION}/evidence", data=data)
    page = client.get("/").text
    news = page[page.index('id="moved"') :]
    assert f'href="{QUESTION}"' in news
    assert re.search(r"mixed|other", news)
    assert re.search(r"was [a-z ]+ \([^)]*%\); now", news)


@pytest.mark.parametrize(("wanted", "status"), [("true", 404), ("false", 200)])
def test_what_is_no_question_can_only_be_let_go(client: TestClient, wanted: str, status: int) -> None:
    data = {"token": token_for(client), "wanted": wanted, "back": "/questions"}
    assert client.post("/questions/nothing/follow", data=data).status_code == status


def test_judgements_that_others_locked_stand_beside(client: TestClient, tmp_path: Path) -> None:
    assert "Zed Analyst" not in client.get(QUESTION).text
    text = (files("legation.lexicon") / "data/questions/expedience-or-alliance.yml").read_text(encoding="utf-8")
    other = tmp_path / "other.yml"
    text = re.sub(r"judged: \{by: [^,]+,", "judged: {by: Zed Analyst,", text).replace(
        "alliance: [.35, .55, .75]", "alliance: [.2, .3, .5]"
    )
    other.write_text(text, encoding="utf-8")
    with Workspace(str(tmp_path / "record.db")) as workspace:
        workspace.question(other).lock("zed")
    page = client.get(QUESTION).text
    assert re.search(r"<th scope=row>Zed Analyst", page)


def test_the_history_has_every_lock_and_what_moved(client: TestClient, tmp_path: Path) -> None:
    assert 'id="history"' not in client.get(QUESTION).text
    text = (files("legation.lexicon") / "data/questions/expedience-or-alliance.yml").read_text(encoding="utf-8")
    earlier = tmp_path / "earlier.yml"
    earlier.write_text(text.replace("alliance: [.35, .55, .75]", "alliance: [.2, .3, .5]", 1), encoding="utf-8")
    with Workspace(str(tmp_path / "record.db")) as workspace:
        workspace.question(earlier).lock("ana")
    client.post(f"{QUESTION}/lock", data={"token": token_for(client)})
    history = client.get(QUESTION).text.partition('id="history"')[2].partition("</section>")[0]
    assert re.findall(r'<span class="chip">(\w+)</span>', history) == ["stands", "superseded"]
    assert "likelihood under alliance .2–.3–.5 → .35–.55–.75" in history
    assert history.count("Likeliest with it: ") == 2


def test_quotes_of_reports_stay_as_they_are_in_korean(reading_client: TestClient) -> None:
    def quotes(language: str) -> list[str]:
        page = reading_client.get(QUESTION, headers={"Accept-Language": language}).text
        return re.findall(r"<blockquote[^>]*><p>(?:<span.*?</span> )*(.*?)</p>", page)

    assert quotes("ko") == quotes("en")
    assert len(quotes("en")) > 10

"""Which side of publication a bare day or month lies on: what the clause around it shows."""

import pytest

from legation.reading.times.finding import find_atoms
from tests.builders import make_document

TUESDAY = "2024-06-18"


def values(text: str, published: str = TUESDAY) -> list[str | None]:
    return [time.value for time in find_atoms(make_document(text, published=published, published_source=None))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The permit had been due to expire on Friday.", "2024-06-14"),
        ("The permit is due to expire on Friday.", "2024-06-21"),
        ("A sale that had been expected will close on Friday.", "2024-06-21"),
        ("The ambassador could not be reached on Friday.", "2024-06-14"),
        ("On Friday the ambassador could not be reached.", "2024-06-14"),
        ("The treaty could be signed on Friday.", "2024-06-21"),
        ("It would be paid on a still undisclosed date in November.", "2024-11"),
        ("Banks will stay shut until at least Friday.", "2024-06-21"),
        ("Oslo is going to cut tariffs on Friday.", "2024-06-21"),
        ("Oslo cut tariffs on Friday.", "2024-06-14"),
        ("The ministers meet in Riga on Friday.", "2024-06-21"),
        ("The ministers did not meet on Friday.", "2024-06-14"),
        ("Riga unveiled the plan on Friday.", "2024-06-14"),
        ("Riga plans to vote on Friday.", "2024-06-21"),
        ("On Friday, ministers plan to vote.", "2024-06-21"),
        ("Ahead of the visit, the ministry on Sunday summoned the envoy.", "2024-06-16"),
        ("The visit ahead of the vote on Sunday will be brief.", "2024-06-23"),
        ("As planned, the fleet sailed home on Friday.", "2024-06-14"),
        ("A bomb went off next to the U.S. mission on Friday.", "2024-06-14"),
        ("Carla T. Rossi will take over from Mr. Braun on 1 November.", "2024-11-01"),
        ("Lawyers would appeal Monday's ruling.", "2024-06-17"),
        ("On Friday, when the envoys set off, ministers spoke of a plan.", "2024-06-14"),
        ("The envoys will set off on Friday.", "2024-06-21"),
        ("The vote was set for Friday.", "2024-06-21"),
        ("The vote had been set for Friday.", "2024-06-14"),
        ("They hope that the case is heard in September.", "2024-09"),
        ("Results are published on Friday.", "2024-06-21"),
        ("The letter is dated Friday.", "2024-06-14"),
        ("He is accused of shelling the port in April.", "2024-04"),
        ("Imports in May were lower than in March.", "2024-03"),
        ("Imports may be lower than in March.", "2025-03"),
        ("Starting Friday, fares rise.", "2024-06-21"),
        ("Fares rose, starting Friday.", "2024-06-14"),
        ("The minister goes on trial on Friday.", "2024-06-21"),
        ("The plane left at 19:03 local time on Sunday evening.", "2024-06-16T19:03"),
        ("Oslo put off the visit until Friday.", "2024-06-21"),
        ("Oslo put off the visit on Friday.", "2024-06-14"),
        ("Envoys will attend Friday's summit.", "2024-06-21"),
        ("The envoys met last Monday.", "2024-06-10"),
        ("The envoys met last Sunday.", "2024-06-16"),
        ("Wheat for November delivery fell.", "2024-11"),
        ("The harvest of November was poor.", "2023-11"),
    ],
)
def test_side(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday was a holiday and Friday will be one too.", ["2024-06-17", "2024-06-21"]),
        ("Talks will be held Thursday through Monday.", ["2024-06-20", "2024-06-24"]),
        ("The vote was moved from Sunday to Wednesday.", ["2024-06-16", "2024-06-19"]),
        ("It bought the shares from June 6 to Thursday.", ["2024-06-06", "2024-06-13"]),
    ],
)
def test_two_days(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", ["They could leave as soon as a deal is done.", "He will go soon after the vote."])
def test_soon_before_another_occasion_is_no_time(text: str) -> None:
    assert values(text) == []

"""Questions: the answers weighed, the matrix whose cells open the quoted words, and rulings on the evidence."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from legation.documents.document import days_of
from legation.errors import LegationError
from legation.judgement.words import about_words, find_band
from legation.lexicon.saying import say, words_of
from legation.record.decision import Anchor, Kind
from legation.record.judgements import judgement_state
from legation.reporting.sheets import Bullets, Quotes, Sheet, Table
from legation.reporting.weighings import STATES, make_sheet
from legation.web.pages.preferences import own_path
from legation.web.room import Here, Room
from legation.workspace.following import Followed, follow, list_followed
from legation.workspace.locking import Step, trace_locks
from legation.workspace.noting import list_notes
from legation.workspace.questions import PATTERN, Inquiry, list_files, list_questions, load_question

router = APIRouter()


class Asked(BaseModel):
    """A weighing asked for: for which day, what changed since which day, and whether only reviewed evidence counts."""

    model_config = ConfigDict(populate_by_name=True)

    day: str = Field("", alias="on", max_length=10)
    since: str = Field("", max_length=10)
    reviewed: bool = False

    def last(self, value: str) -> dt.date | None:
        """Return the last day of a day, month or year; None for an empty field. ValueError for no date."""
        return days_of(value.strip())[1] - dt.timedelta(days=1) if value.strip() else None


class Given(BaseModel):
    """A ruling on an event as evidence for an indicator."""

    indicator: str = Field(max_length=100)
    event: str = Field(max_length=40)
    ruling: str = Field(pattern="^(accept|reject)$")
    reason: str | None = Field(None, max_length=4_000)


@router.get("/questions", response_class=HTMLResponse)
def questions(room: Here) -> HTMLResponse:
    """List the questions that can be asked."""
    with room.workspace.looking() as session:
        found = list_questions(session, room.workspace.lexicon)
    values = {"questions": [one for one in found if one.file], "followed": followed_names(room)}
    return room.show("pages/questions.html", values)


@router.get("/questions/{name}", response_class=HTMLResponse)
def question(room: Here, name: str, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show a question weighed."""
    if not is_known(room, name):
        return room.missing(name)
    try:
        day, since = asked.last(asked.day), asked.last(asked.since)
        with room.workspace.looking() as session:
            state = judgement_state(session)
        key = ("question", name, day, since, asked.reviewed, state)
        sheet, values = room.recall(key, lambda: weigh(room, name, (day, since), reviewed_only=asked.reviewed))
    except ValueError as error:
        return room.refuse(words_of(error))
    notes = list_notes(room.workspace, Anchor(Kind.QUESTION, name))
    common = {"asked": asked, "name": name, "is_followed": name in followed_names(room), "notes": notes}
    return room.show("pages/question.html", {**common, "sheet": sheet, **values})


def followed_names(room: Room) -> set[str]:
    """Return the questions that the reader follows, by the names of their files."""
    return {one.question for one in list_followed(room.workspace, room.author) if one.question}


def is_known(room: Room, name: str) -> bool:
    """Tell whether the lexicons have a question of this name: an address never names a file."""
    return name != PATTERN and name in list_files(room.workspace.lexicon)


def weigh(
    room: Room, name: str, days: tuple[dt.date | None, dt.date | None], *, reviewed_only: bool
) -> tuple[Sheet, dict[str, object]]:
    """Return a question's sheet, and what the page shows beside it. ValueError for days that make no sense."""
    workspace, (day, since) = room.workspace, days
    inquiry = Inquiry(workspace, load_question(name, workspace.lexicon), reviewed_only=reviewed_only)
    inquiry.day = day or inquiry.day
    weighing = inquiry.weigh()
    sheet = make_sheet(weighing, inquiry.tell(weighing, since))
    sections = [(section.title, [(kind_of(block), block) for block in section.blocks]) for section in sheet.sections]
    open_ones = [finding for finding in weighing.findings if finding.exhibits or finding.rejected]
    values: dict[str, object] = {
        "question": inquiry.question,
        "answered": inquiry.day,
        "sections": sections,
        "findings": [(finding, STATES[finding.state]) for finding in open_ones],
        "figures": weighing.result.posterior.tolist(),
        "steps": [(step, estimate(step)) for step in trace_locks(inquiry)],
    }
    return sheet, values


def estimate(step: Step) -> str:
    """Return how likely the answer of a step is, in words."""
    return say("{word}, {about}", word=find_band(step.probability).word, about=about_words(step.probability))


def kind_of(block: object) -> str:
    """Return what kind of block this is: "text", "list", "table" or "quotes"."""
    kinds = ((Table, "table"), (Bullets, "list"), (Quotes, "quotes"))
    return next((name for kind, name in kinds if isinstance(block, kind)), "text")


@router.post("/questions/{name}/evidence", response_class=HTMLResponse)
def rule(room: Here, name: str, given: Annotated[Given, Form()]) -> Response:
    """Accept or reject an event as evidence for an indicator."""
    if not is_known(room, name):
        return room.missing(name)
    inquiry = Inquiry(room.workspace, load_question(name, room.workspace.lexicon))
    act = inquiry.admit if given.ruling == "accept" else inquiry.reject
    try:
        act(given.indicator, given.event, author=room.author, reason=given.reason or None)
    except (ValueError, LegationError) as error:
        return room.refuse(words_of(error))
    return room.go(f"/questions/{name}#evidence-{given.indicator}")


@router.post("/questions/{name}/follow")
def change_follow(
    room: Here,
    name: str,
    wanted: Annotated[bool, Form()],
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Begin or cease to follow a question; one that is gone from the lexicons can still be let go."""
    if wanted and not is_known(room, name):
        return room.missing(name)
    follow(room.workspace, room.author, Followed(question=name), wanted=wanted)
    return room.go(own_path(back or f"/questions/{name}"))


@router.post("/questions/{name}/lock", response_class=HTMLResponse)
def lock(room: Here, name: str) -> Response:
    """Fix the judgements of a question in the record."""
    if not is_known(room, name):
        return room.missing(name)
    Inquiry(room.workspace, load_question(name, room.workspace.lexicon)).lock(room.author)
    return room.go(f"/questions/{name}")

"""Questions that a reader follows: how they stand, and whether that has moved since the record was last read."""

from collections.abc import Sequence
from dataclasses import dataclass

from legation.errors import BadFile
from legation.judgement.evidence import Archive, find_evidence
from legation.judgement.items import make_case
from legation.judgement.question import Question
from legation.judgement.weighing import weigh
from legation.judgement.words import leads, likelihood_words, rank
from legation.workspace.following import Followed
from legation.workspace.questions import Inquiry, load_archive, load_question
from legation.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question's evidence says: likelihoods in words in the order of the hypotheses, and the likeliest's place.

    Without evidence on any indicator there are no words; `top` is None then, and where two are equally likely.
    """

    words: tuple[str, ...] = ()
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A hypothesis whose likelihood has other words than before; None where nothing was, or is, assessed."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Stand:
    """How a question stands, and how it stood at an earlier moment; None if nobody asked for one."""

    question: Question
    now: Answer
    then: Answer | None

    @property
    def has_moved(self) -> bool:
        """Whether the likeliest answer is another, or the words of a likelihood are."""
        return self.then is not None and self.then != self.now

    @property
    def shifts(self) -> list[Shift]:
        """The hypotheses whose words have changed, in the order of the question."""
        if self.then is None:
            return []
        size = len(self.question.hypotheses)
        pairs = zip(self.question.names, padded(self.then, size), padded(self.now, size), strict=True)
        return [Shift(name, before, after) for name, before, after in pairs if before != after]

    def leader(self, answer: Answer) -> str | None:
        """Return the name of an answer's likeliest hypothesis; None if nothing leads."""
        return None if answer.top is None else self.question.names[answer.top]


@dataclass(frozen=True, slots=True)
class Watched:
    """A question that is followed, by the name of its file; `trouble` says why it has no stand."""

    name: str
    stand: Stand | None
    trouble: str | None = None


def watch_questions(workspace: Workspace, followed: Sequence[Followed], since: str | None) -> list[Watched]:
    """Return how each followed question stands, against the record as it was at a moment (ISO 8601) if one is given."""
    return [watch(workspace, one.question, since) for one in followed if one.question]


def watch(workspace: Workspace, name: str, since: str | None) -> Watched:
    """Return how a question stands; a file that is gone or faulty is told in words, for others still stand."""
    try:
        question = load_question(name, workspace.lexicon)
    except BadFile as error:
        return Watched(name, None, str(error))
    return Watched(name, find_stand(workspace, question, since))


def find_stand(workspace: Workspace, question: Question, since: str | None) -> Stand:
    """Weigh a question by the record as it is and as it was, both for one day and by the judgements of today's file.

    So only what came in since, and what was ruled since, moves it.
    """
    inquiry = Inquiry(workspace, question)
    now = find_answer(inquiry, inquiry.archive)
    if since is None:
        return Stand(question, now, None)
    with workspace.looking(since) as session:
        past = load_archive(session, question, workspace.lexicon)
    return Stand(question, now, find_answer(inquiry, past))


def find_answer(inquiry: Inquiry, archive: Archive) -> Answer:
    """Weigh a question without its uncertainty: what it takes to say which answer is likeliest, and how likely each."""
    case = make_case(inquiry.question, find_evidence(inquiry.question, archive, inquiry.day), inquiry.day)
    if not case.items:
        return Answer()
    posterior = [float(one) for one in weigh(case).posterior]
    top = rank(posterior)[0]
    return Answer(tuple(likelihood_words(one) for one in posterior), top if leads(posterior, top) else None)


def padded(answer: Answer, size: int) -> Sequence[str | None]:
    """Return an answer's words, or as many Nones."""
    return answer.words or [None] * size

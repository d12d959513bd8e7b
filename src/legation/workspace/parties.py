"""Who is meant by a name a user gives: by the record alone where it can tell, by the lexicon else."""

from collections.abc import Sequence
from pathlib import Path

from legation.errors import LegationError
from legation.lexicon.saying import say
from legation.reading.claim import ActorRef
from legation.record import view
from legation.record.session import Session

# How the ids of actors begin that only reports know: another actor of the lexicon may have the better claim to a name.
BY_NAME = "name:"


class UnknownActorError(LegationError):
    """A name that neither the lexicon nor the record knows."""


class OneActorError(LegationError):
    """Two names of one actor, where two actors are needed."""


def get_actor(session: Session, name: str, lexicon: Path | None = None) -> ActorRef:
    """Return the actor a user means; UnknownActorError with the nearest names if there is none.

    What reports name, by its code or its usual name, needs no lexicon, which takes a second to load.
    """
    wanted = name.strip()
    coded = view.get_actors(session, sorted({wanted, wanted.upper(), wanted.lower()}))
    if len(coded) == 1 and not coded[0].id.startswith(BY_NAME):
        return coded[0]
    named = view.find_actors(session, wanted)
    if len(named) == 1 and not named[0].id.startswith(BY_NAME):
        return named[0]
    from legation.workspace.naming import find_actor, suggest

    meant = find_actor(wanted, named, lexicon)
    if meant is not None:
        return meant
    near = suggest(wanted, view.actor_names(session), lexicon)
    hint = (
        say("did you mean {names}?", names=" or ".join(near))
        if near
        else say("give a code such as FRA, a name or an adjective")
    )
    fault = say("{id}: no actor of the lexicon or the record has this name; {hint}", id=name, hint=hint)
    raise UnknownActorError(fault)


def same_actor_words(names: Sequence[str], actor: ActorRef) -> str:
    """Return that two names mean one actor, where two actors are needed."""
    return say("{id} are one actor ({name}); a dyad needs two", id=" and ".join(names), name=actor.name)

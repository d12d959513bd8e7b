"""Kinds of parties that frames and their roles tell apart."""

from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorType, Form, Mention

OFFICIAL = frozenset({ActorType.STATE, ActorType.ORGAN, ActorType.PERSON, ActorType.GROUP})


def is_place(mention: Mention) -> bool:
    """Tell whether the mention names a place, which acts in nobody's name."""
    return mention.actor is not None and mention.actor.type is ActorType.PLACE


def is_state(mention: Mention) -> bool:
    """Tell whether the mention is a state by its own name; an acronym may stand for its adjective ("US sanctions")."""
    actor = mention.actor
    if actor is None or actor.type is not ActorType.STATE or mention.form is not Form.NAME:
        return False
    return not mention.text.isupper() and fold_name(mention.text) == fold_name(actor.name)


def is_land(mention: Mention) -> bool:
    """Tell whether the mention is a place, or a state by a name, which troops may leave."""
    actor = mention.actor
    return is_place(mention) or (actor is not None and actor.type is ActorType.STATE and mention.form is Form.NAME)


def is_person(mention: Mention) -> bool:
    """Tell whether the mention is somebody known or called by name."""
    return mention.actor is not None and mention.actor.type is ActorType.PERSON and "/" not in mention.actor.id


def is_nobodys(mention: Mention) -> bool:
    """Tell whether nobody known is named: no actor, or a group of whom it is not known whose they are ("patients")."""
    return mention.actor is None or (mention.actor.country is None and mention.actor.id.startswith("group:"))


def is_of_state(mention: Mention) -> bool:
    """Tell whether a mention is a state, or somebody of one who acts for it: an organ, an official, its forces."""
    actor = mention.actor
    return actor is not None and actor.country is not None and actor.type in OFFICIAL


# What all recipients of a frame must be, by the word in its `party`.
KINDS = {"person": is_person, "place": is_place, "land": is_land, "state": is_state}

"""How pressing a look at a claim is: how much rests on it and how unsure it is, kept with each claim of an event."""

# More claims of one event than this make it no more pressing.
MOST_SALIENT = 8


def salience_of(claims: int) -> int:
    """Return how much rests on a claim of an event with so many, 1 to 8."""
    return min(claims, MOST_SALIENT)


def weigh_claim(claims: int, read: float, joined: float | None) -> float:
    """Return the weight of a claim, 0.0 to 8.0: salience times uncertainty.

    `claims` is how many its event has, `read` the reader's score and `joined` that of the join (None: the event is
    anchored in it), 0.0 to 1.0 each.
    """
    return salience_of(claims) * (1.0 - read * (1.0 if joined is None else joined))

"""Titled names: whom an office and a name behind a state stand for, with no comma between: one person, not the state.

In "DR Congo President Felix Tshisekedi and Rwandan minister Vincent Biruta met" a small parser lets Congo meet.
"""

from legation.reading.parse.mending.repair import Parse


def join_titled(parse: Parse) -> None:
    """Put each name that is set right beside the state of its bearer in the state's place."""
    for name, dep in enumerate(parse.deps):
        state = parse.heads[name]
        if dep != "appos" or name < state + 2 or parse.tags[name] != "NNP" or parse.tags[state] != "NNP":
            continue
        words = range(state + 1, name)
        if parse.first(name) == state + 1 and all(parse.tags[at] == "NNP" for at in words):
            parse.replace(state, name)
            parse.move(state, name, "compound")
            parse.hand([kid for kid in parse.kids[state] if kid > name], name)

"""Besides: what somebody did besides, which the parser joins to what he speaks of, and whom he made an offer.

- "accused Sudan of arming rebels and recalled its envoy", "thanked Peru for freeing them and lifted the ban": a past
  tense is joined to another verb of the sentence, never to a gerund.
- "made Yemen an offer of a truce": a noun with an article is no clause that "Yemen" is the subject of.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.repairs import SUBJECTS, Parse

OVER_GERUNDS = frozenset({"IN", "TO"})


def set_besides(parse: Parse) -> None:
    """Set right the past tenses joined to gerunds, and the gifts taken for clauses."""
    for i, dep in enumerate(parse.deps):
        if dep == "conj" and parse.tags[i] == "VBD" and parse.tags[parse.heads[i]] == "VBG":
            join_to_verb(parse, i)
        elif dep == "ccomp" and parse.tags[i] == "NN" and parse.tags[parse.heads[i]][0] == "V":
            give(parse, i)


def join_to_verb(parse: Parse, verb: int) -> None:
    """Join a past tense to the past tense above the preposition that the gerund stands behind."""
    gerund = parse.heads[verb]
    preposition = parse.heads[gerund]
    above = parse.heads[preposition]
    if parse.tags[above] == "NN" or parse.tags[above][:3] == "NNP":
        above = parse.heads[above]
    own = any(parse.deps[kid] in SUBJECTS or parse.deps[kid] in ("aux", "auxpass") for kid in parse.kids[verb])
    governed = parse.deps[gerund] == "pcomp" and parse.tags[preposition] in OVER_GERUNDS
    joints = [kid for kid in parse.kids[gerund] if gerund < kid < verb and parse.deps[kid] in ("cc", "punct")]
    if governed and not own and joints and parse.tags[above] == "VBD":
        for joint in joints:
            parse.move(joint, above, parse.deps[joint])
        parse.move(verb, above, "conj")


def give(parse: Parse, gift: int) -> None:
    """Make a noun with an article the object of the verb before it, and the name between them whom it is given to."""
    verb = parse.heads[gift]
    names = [kid for kid in parse.kids[gift] if kid < gift and parse.deps[kid] == "nsubj"]
    article = any(parse.deps[kid] == "det" for kid in parse.kids[gift])
    if len(names) == 1 and article and verb < names[0] and parse.lemmas[gift] in words_of("given in words"):
        parse.move(gift, verb, "dobj")
        parse.move(names[0], verb, "dative")

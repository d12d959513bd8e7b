"""Besides: what somebody did besides, which the parser joins to what he speaks of, and whom he made an offer.

- "accused Sudan of arming rebels and recalled its envoy", "thanked Peru for freeing them and lifted the ban": a past
  tense is joined to another verb of the sentence, never to a gerund.
- "made Yemen an offer of a truce": a noun with an article is no clause that "Yemen" is the subject of.
- "handed him a note demanding a truce, damages and an inquiry": what the comma adds is demanded as well.
- "two soldiers were killed and six wounded": six were, and wounded nobody.
- "it took a week for the envoy to call": the envoy called.
- "Rossi will fly there, his third visit": the visit is the flight, not Rossi.
- "freed sailors seized a month ago": those seized were freed.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import SUBJECTS, Parse

OVER_GERUNDS = frozenset({"IN", "TO"})


def set_besides(parse: Parse) -> None:
    """Set right the past tenses joined to gerunds, and the gifts taken for clauses."""
    for i, dep in enumerate(parse.deps):
        if dep == "conj" and parse.tags[i] == "VBD" and parse.tags[parse.heads[i]] == "VBG":
            join_to_verb(parse, i)
        elif dep in ("conj", "acl") and parse.tags[i] in ("VBN", "VBD"):
            count_rest(parse, i)
        elif dep == "dobj" and parse.words[parse.first(i) - 1] == ",":
            add_demand(parse, i)
        elif dep == "pobj" and parse.words[parse.heads[i]] == "for":
            take_time(parse, i)
        elif dep == "appos" and parse.tags[i] == "NN":
            sum_up(parse, i)
        elif dep == "ccomp" and parse.tags[i] == "VBD" and parse.lemmas[parse.heads[i]] in words_of("done to captives"):
            free_held(parse, i)
        elif dep == "ccomp" and parse.tags[i] == "NN" and parse.tags[parse.heads[i]][0] == "V":
            give(parse, i)


def join_to_verb(parse: Parse, verb: int) -> None:
    """Join a past tense to the past tense above the preposition that the gerund stands behind."""
    gerund = parse.heads[verb]
    preposition = parse.heads[gerund]
    above = parse.heads[preposition]
    if parse.tags[above] == "NN" or parse.tags[above][:3] == "NNP":
        above = parse.heads[above]
    own = parse.has(verb, *SUBJECTS, "aux", "auxpass")
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
    article = parse.has(gift, "det")
    if len(names) == 1 and article and verb < names[0] and parse.lemmas[gift] in words_of("given in words"):
        parse.move(gift, verb, "dobj")
        parse.move(names[0], verb, "dative")


def count_rest(parse: Parse, verb: int) -> None:
    """Make a bare number those to whom the passive verb behind it was done, as to those before."""
    number, above = verb - 1, parse.heads[verb]
    if above == number and parse.deps[number] == "conj" and parse.tags[number] == "CD":
        above = parse.heads[number]
        if parse.tags[above] == "VBN":
            parse.move(verb, above, "conj")
            parse.move(number, verb, "nsubj")
    bare = parse.tags[number] == "CD" and parse.deps[number] in SUBJECTS and parse.heads[number] == verb
    passive = parse.has(above, "auxpass")
    if bare and passive and not parse.has(verb, "aux", "dobj"):
        parse.deps[number], parse.tags[verb] = "nsubjpass", "VBN"


def add_demand(parse: Parse, noun: int) -> None:
    """Join a second object behind a comma to what the participle before it demands."""
    verb = parse.heads[noun]
    inside = range(verb + 1, parse.first(noun))
    demand = next((at for at in inside if parse.tags[at] == "VBG" and parse.deps[at] in ("acl", "advcl")), None)
    own = any(kid < noun and parse.deps[kid] == "dobj" for kid in parse.kids[verb])
    if demand is None or not own or verb not in parse.above(demand):
        return
    first = parse.kid(demand, "dobj")
    if first is not None:
        parse.move(noun, first, "conj")


def take_time(parse: Parse, doer: int) -> None:
    """Make whom it takes so long the one who does what he then does: "it took a week for the envoy to call"."""
    preposition = parse.heads[doer]
    verb = parse.heads[preposition]
    act = next((kid for kid in parse.kids[verb] if kid > doer and parse.tags[kid] == "VB"), None)
    empty = any(parse.lows[kid] == "it" and parse.deps[kid] in SUBJECTS for kid in parse.kids[verb])
    if act is None or parse.lemmas[verb] != "take" or not empty:
        return
    if parse.has(act, *SUBJECTS):
        return
    parse.move(doer, act, "nsubj")
    parse.move(preposition, act, "mark")


def sum_up(parse: Parse, noun: int) -> None:
    """Hang a noun behind a comma that the parser took back to the subject on the verb that stands between."""
    subject, first = parse.heads[noun], parse.first(noun)
    verb = parse.heads[subject]
    across = subject < verb < first and parse.deps[subject] in SUBJECTS and parse.words[first - 1] == ","
    if across and parse.lows[first] in ("his", "her", "its", "their", "the", "a"):
        parse.move(noun, verb, "npadvmod")


def free_held(parse: Parse, verb: int) -> None:
    """Make those whom a past tense behind them was done to the object of the verb before them."""
    above = parse.heads[verb]
    held = parse.kid(verb, *SUBJECTS)
    bare = not parse.has(verb, "dobj", "mark", "aux", "xcomp", "ccomp")
    if held is None or not bare or parse.first(held) != above + 1 or not above < held < verb:
        return
    parse.move(held, above, "dobj")
    parse.move(verb, held, "acl")
    parse.tags[verb] = "VBN"

"""Outside: words that the content of an attribution covers and that are the author's own all the same.

The models give a content as a stretch of the sentence, and it may run too far: over what the speaker did besides
speaking ("denounced the deal and recalled its envoy"), over what the author adds to what was said ("…, a claim that
Baku denies"), over the occasion that is praised or condemned, and over the question that somebody was asked.
"""

from legation.documents.span import Span
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Attribution, Speech
from legation.reading.claims.acknowledged import is_acknowledged
from legation.reading.claims.passedover import is_before_join, is_passed_over
from legation.reading.claims.unsourced import is_history, is_unsourced
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.infinitives import is_plain

OBJECTS = ("dobj", "nsubjpass", "compound", "nmod", "conj")


def stands_outside(tree: Tree, token: int, made: Attribution) -> bool:
    """Tell whether a word inside the content of an attribution is the author's own word."""
    cue = cue_token(tree, made)
    if is_added(tree, token, cue) or is_answered(tree, token, cue) or is_as_said(tree, token):
        return True
    if is_before_aside(tree, token, made) or is_met_with(tree, made):
        return True
    if is_unsourced(tree, token, made, cue) or is_history(tree, token, cue) or is_promised(tree, token, cue):
        return True
    if cue is None or token == cue:
        return False
    if is_acknowledged(tree, token, cue):
        return True
    return tree.word_class(cue) == VERB and is_beyond(tree, token, made, cue)


def is_beyond(tree: Tree, token: int, made: Attribution, cue: int) -> bool:
    """Tell whether a word is the author's, though the verb of an attribution governs it or stands beside it."""
    if is_reaction(tree, token, cue, made) or is_beyond_demand(tree, token, cue) or is_of_medium(tree, token, cue):
        return True
    if is_before_join(tree, token, cue) or is_passed_over(tree, token, cue) or is_told_thing(tree, token, cue):
        return True
    if is_asked(tree, cue) or is_likened(tree, cue) or is_evaluated(tree, token, cue) or is_aside(tree, token, cue):
        return True
    if is_told_besides(tree, token, cue) or is_means(tree, token, cue) or is_committed(tree, token, cue):
        return True
    if is_of_object(tree, token, cue) or is_over(tree, token, cue) or is_commented(tree, token, cue):
        return True
    return made.kind is not Speech.DIRECT and (
        is_beside(tree, token, cue)
        or is_next(tree, token, cue)
        or is_parted(tree, token, made, cue)
        or is_main(tree, token, cue)
    )


def cue_token(tree: Tree, made: Attribution) -> int | None:
    """Return the last word of a cue that stands in the passage."""
    extent: Span = tree.passage.extent
    if not made.cue or not extent.contains(made.cue[-1]):
        return None
    low, high = tree.tokens(made.cue[-1])
    verbs = [at for at in range(low, high) if tree.word_class(at) == VERB]
    return verbs[-1] if verbs else (high - 1 if high > low else None)


def is_added(tree: Tree, token: int, cue: int | None) -> bool:
    """Tell whether a word stands in what is said about a claim after it: "…, an allegation that Egypt denied".

    What is said there by the cue itself is the speaker's: "…, a move that critics said harmed Chad".
    """
    for at in (token, *tree.ancestors(token)):
        if at == cue and at != token:
            return False
        noun = tree.heads[at]
        judged = tree.lemmas[at] in words_of("verdicts") and tree.deps[at] == "relcl"
        if tree.deps[at] not in ("relcl", "acl") or not (judged or tree.lemmas[noun] in words_of("put in words")):
            continue
        low = min([noun, *(kid for kid in tree.kids[noun] if kid < noun)])
        gap = (tree.has(at, *SUBJECTS) and not tree.has(at, "dobj", "ccomp")) or tree.deps[at] == "relcl"
        bare = low == noun and tree.tags[noun] == "NNS"
        opens = bare or tree.words[low].lower() in ("a", "an")
        return low > 0 and tree.words[low - 1] == "," and opens and gap
    return False


def is_answered(tree: Tree, token: int, cue: int | None) -> bool:
    """Tell whether a word stands in the author's clause on who disputes what was said: "…, which Egypt denies"."""
    for at in (token, *tree.ancestors(token)):
        if at == cue:
            return False
        noun, opener = tree.heads[at], next(tree.children(at, "dobj"), at)
        if tree.deps[at] == "relcl" and tree.lemmas[at] in words_of("answering claims") and tree.has(at, *SUBJECTS):
            opener = opener if tree.words[opener].lower() == "which" else noun
            summed_up = tree.words[opener].lower() in ("which", "something")
            return summed_up and opener > 0 and tree.words[opener - 1] == ","
    return False


def is_reaction(tree: Tree, token: int, cue: int, made: Attribution) -> bool:
    """Tell whether a cue tells how somebody took what stands before its comma: "navy seizes boat, Accra protests"."""
    bare = not tree.has(cue, "dobj", "xcomp") and all(kid < cue for kid in tree.children(cue, "ccomp"))
    return made.kind is Speech.INDIRECT and bare and token < cue and tree.lemmas[cue] in words_of("reacting")


def is_as_said(tree: Tree, token: int) -> bool:
    """Tell whether a word is the saying that the author sets beside what is said: "denied it, as Lima had alleged"."""
    marked = any(tree.words[kid].lower() == "as" for kid in tree.children(token, "mark", "advmod", "prep"))
    bare = tree.has(token, *SUBJECTS) and not tree.has(token, "dobj", "ccomp", "xcomp")
    return tree.deps[token] == "advcl" and marked and bare and tree.lemmas[token] in reporting_verbs()


def is_met_with(tree: Tree, made: Attribution) -> bool:
    """Tell whether the words are said to whom they are given to: "faces criticism for selling rockets"."""
    extent: Span = tree.passage.extent
    if not made.cue or not made.source or not extent.contains(made.cue[0]):
        return False
    low, high = tree.tokens(made.cue[0])
    spots = {at for noun in range(low, high) for at in (noun, tree.heads[noun], tree.heads[tree.heads[noun]])}
    given = [at for at in spots if tree.lemmas[at] in words_of("meeting with words") and tree.word_class(at) == VERB]
    return any(made.source[0].contains(tree.span(kid, kid + 1)) for at in given for kid in tree.children(at, *SUBJECTS))


def is_before_aside(tree: Tree, token: int, made: Attribution) -> bool:
    """Tell whether a word stands before an "and" with the source behind it: "left and, according to Oslo, used gas"."""
    extent: Span = tree.passage.extent
    spans = [part for part in (*made.cue, *made.source) if extent.contains(part)]
    if not spans:
        return False
    low, _ = tree.tokens(min(spans))
    return token < low - 2 and tree.words[low - 1] == "," and tree.words[low - 2].lower() in ("and", "but")


def is_likened(tree: Tree, cue: int) -> bool:
    """Tell whether what was said is only likened to an act: "form a union, as Kosovo promised to do"."""
    marked = any(tree.words[kid].lower() == "as" for kid in tree.children(cue, "mark", "advmod"))
    return marked and any(tree.lemmas[kid] == "do" for kid in tree.children(cue, "xcomp"))


def is_told_besides(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word tells when somebody agreed, or refused, to act: "agreed to go after Oslo promised help"."""
    if tree.has(cue, "ccomp") or not tree.has(cue, "xcomp"):
        return False
    for at in (token, *tree.ancestors(token)):
        marks = {tree.words[kid].lower() for kid in tree.children(at, "mark")}
        if tree.deps[at] == "advcl" and marks & words_of("clauses of time") and tree.has(at, *SUBJECTS):
            return tree.under(at, cue)
    return False


def is_means(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word tells by what act somebody answered, or for which: "recognised it in return for a base"."""
    for at in (token, *tree.ancestors(token)):
        by = tree.heads[at]
        if tree.lemmas[at] in ("return", "exchange") and tree.words[by].lower() == "in" and tree.heads[by] == cue:
            return True
        if tree.deps[at] == "pcomp" and tree.words[by].lower() == "by" and tree.heads[by] == cue:
            return True
    return False


def is_committed(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word tells what somebody bound himself, or brought others, to do.

    "Promised to send", "accepted a call to join", "persuaded Chad to leave".
    """
    if tree.deps[cue] == "advcl" and any(tree.words[kid].lower() == "as" for kid in tree.children(cue, "mark")):
        # "Ought to withdraw, as it promised": that it ought to is the author's word.
        return tree.lemmas[cue] in words_of("committing") and not tree.under(token, cue)
    told = any(not is_plain(tree, kid) for kid in tree.children(cue, "ccomp"))
    if told or tree.lemmas[cue] not in words_of("committing"):
        return False
    path = [token, *tree.ancestors(token)]
    below = path[: path.index(cue)] if cue in path else []
    # "Committed itself to buying gas".
    return any(
        (tree.tags[at] == "VB" and any(tree.tags[kid] == "TO" for kid in tree.kids[at]))
        or (tree.tags[at] == "VBG" and tree.deps[at] == "pcomp" and tree.words[tree.heads[at]].lower() == "to")
        for at in below
    )


def is_promised(tree: Tree, token: int, cue: int | None) -> bool:
    """Tell whether a word tells what a promise binds somebody to: "won on a promise to expel the troops"."""
    if cue in (None, token) or tree.word_class(cue) != NOUN or tree.lemmas[cue] not in words_of("bonds"):
        return False
    return any(is_plain(tree, kid) and tree.under(token, kid) for kid in tree.children(cue, "acl"))


def is_beyond_demand(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is told in passing of what is in a demand: "urged it to drop the jets, which Chad opposes".

    Who demands tells of nothing; a clause with a tense behind a comma is the author's.
    """
    if tree.lemmas[cue] not in words_of("demanding") or token < cue:
        return False
    for at in (token, *tree.ancestors(token)):
        if at == cue:
            return False
        if tree.deps[at] != "relcl" or not is_told_of(tree, at):
            continue
        low, _ = tree.subtree(at)
        modal = any(tree.tags[kid] == "MD" for kid in tree.children(at, "aux"))
        return low > 0 and tree.words[low - 1] == "," and not modal
    return False


def is_of_medium(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word tells of that in which something was said: "called it a farce in a post that he deleted"."""
    for at in (token, *tree.ancestors(token)):
        noun = tree.heads[at]
        above = tree.heads[tree.heads[noun]]
        # The parser may hang the post on what somebody is called.
        near = above == cue or (tree.deps[above] in ("oprd", "attr", "dobj") and tree.heads[above] == cue)
        if tree.deps[at] == "relcl" and tree.lemmas[noun] in words_of("media of words") and near:
            return tree.deps[noun] == "pobj" and token > cue
    return False


def is_parted(tree: Tree, token: int, made: Attribution, cue: int) -> bool:
    """Tell whether a semicolon parts a word from a cue that has a say of its own on its side of it.

    "Lima left; Quito voiced regret", "Chad fired; Lima stood by, Quito complained", "Lima will leave, Quito warned;
    Chad laughed". Not where the last of a list ends with who says it all: "…; and two boats sank, the navy said".
    """
    low, high = min(token, cue), max(token, cue)
    marks = [at for at in range(low, high) if tree.words[at] == ";"]
    own = any(kid > cue and tree.deps[kid] in ("dobj", "ccomp", "xcomp") for kid in tree.kids[cue])
    if token < cue and own and {";", ":"} & {*tree.words[low:high]}:
        return True
    if not marks or (token < cue and tree.words[marks[-1] + 1].lower() == "and"):
        return False
    beside = range(marks[-1], tree.sentence[cue][1]) if token < cue else range(tree.sentence[cue][0], cue)
    return any(tree.word_class(at) == VERB and at != cue and is_content(tree, at, made) for at in beside)


def is_content(tree: Tree, token: int, made: Attribution) -> bool:
    """Tell whether a word stands in the content of an attribution."""
    span = tree.span(token, token + 1)
    return any(part.contains(span) for part in made.content)


def is_main(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word stands beside a clause in which somebody has a say of his own: "left, as Lima warns that"."""
    top = cue
    while tree.deps[top] == "xcomp":
        top = tree.heads[top]
    told = any(kid > cue for kid in tree.children(cue, "ccomp", "dobj"))
    marked = any(tree.words[kid].lower() in words_of("clauses of time") for kid in tree.children(top, "mark"))
    if tree.deps[top] != "advcl" or not told or not marked or not tree.has(top, *SUBJECTS):
        return False
    return not tree.under(token, top)


def is_asked(tree: Tree, cue: int) -> bool:
    """Tell whether the cue is a question put to the one who speaks: "asked whether …, the minister said"."""
    asked = tree.lemmas[cue] in words_of("questions") and tree.tags[cue] == "VBN"
    return asked and tree.deps[cue] == "advcl" and not tree.has(cue, *SUBJECTS)


def is_evaluated(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word tells of the occasion that somebody praises or condemns, which the author tells as it is."""
    if tree.lemmas[cue] not in words_of("verdicts"):
        return False
    at = token
    while at != cue and tree.heads[at] != at and (tree.deps[at] in OBJECTS or is_told_of(tree, at)):
        at = tree.heads[at]
    return at == cue and at != token


def is_told_of(tree: Tree, verb: int) -> bool:
    """Tell whether a clause tells of a noun before it what is so: "the treaty that Chad signed"."""
    return tree.deps[verb] == "relcl" and tree.tags[verb] in ("VBD", "VBN", "VBZ", "VBP")


def is_of_object(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is told of the thing that a cue has for its object: "proposed a deal that Chad turned down".

    What the noun itself puts in words is somebody's word: "repeated the claim that Chad had left".
    """
    if tree.has(cue, "ccomp", "xcomp"):
        return False
    for at in (token, *tree.ancestors(token)):
        noun = tree.heads[at]
        if tree.deps[at] != "relcl" or not is_told_of(tree, at):
            continue
        held = noun if tree.deps[noun] == "dobj" else tree.heads[noun] if tree.deps[noun] == "appos" else None
        gap = any(tree.tags[kid] in ("WDT", "WP") or is_that(tree, kid) for kid in tree.kids[at])
        # "Repeated the claim that Chad had left", "recalled the time he met him".
        told = not gap and (tree.lemmas[noun] in words_of("put in words") or tree.has(at, "dobj"))
        return held is not None and tree.deps[held] == "dobj" and tree.heads[held] == cue and not told
    return False


def is_that(tree: Tree, word: int) -> bool:
    """Tell whether a word is a relative "that", which the tagger may take for one that opens a clause."""
    return tree.words[word].lower() == "that" and tree.deps[word] in ("dobj", "nsubj", "nsubjpass")


def is_told_thing(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is what somebody answers or takes up, which was said all the same: "rejected the charge"."""
    held = tree.deps[token] == "dobj" and tree.heads[token] == cue
    return held and tree.word_class(token) == NOUN and tree.lemmas[token] in words_of("put in words")


def is_commented(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is told by what somebody had nothing to say on: "refused to be drawn on reports that"."""
    for at in (token, *tree.ancestors(token)):
        noun = tree.heads[at]
        if tree.deps[at] not in ("acl", "ccomp", "relcl") or tree.word_class(noun) != NOUN:
            continue
        verb = tree.heads[tree.heads[noun]]
        on = noun != cue and tree.deps[noun] == "pobj" and tree.lemmas[verb] in words_of("commenting")
        # "Spoke of the land which, according to Lima, was seized".
        return on and not tree.under(cue, at)
    return False


def is_aside(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is told in passing of what is judged: "the deal, which Chad signed, was praised"."""
    for at in (token, *tree.ancestors(token)):
        if tree.deps[at] != "relcl":
            continue
        noun = tree.heads[at]
        while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep":
            # "Raised the case of two pilots, whom Chad jailed".
            noun = tree.heads[tree.heads[noun]]
        if tree.deps[noun] in ("nsubjpass", "dobj") and tree.heads[noun] == cue:
            low, _ = tree.subtree(at)
            return low > 0 and tree.words[low - 1] == ","
    return False


def is_beside(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is what the speaker did besides: under a verb joined to the cue that shares its subject."""
    for at in (token, *tree.ancestors(token)):
        if tree.deps[at] != "conj" or tree.word_class(at) != VERB:
            continue
        if joined_to(tree, at, cue):
            return not tree.has(at, *SUBJECTS)
    return False


def joined_to(tree: Tree, verb: int, cue: int) -> bool:
    """Tell whether a chain of conjunctions leads from a verb to the cue before it."""
    at = verb
    while tree.deps[at] == "conj" and tree.heads[at] != at:
        at = tree.heads[at]
        if at == cue:
            return cue < verb
    return False


def is_over(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word stands in a clause joined to one that a cue is only told in.

    "The vote fed the belief that Chad sees Lima as an ally, and there is talk of war": Chad talks of none.
    """
    inner = next((at for at in (cue, *tree.ancestors(cue)) if tree.deps[at] in ("acl", "relcl")), None)
    if inner is None or token < cue:
        return False
    over = {*tree.ancestors(inner)}
    for at in (token, *tree.ancestors(token)):
        if at == cue:
            return False
        # "Rejected the duties announced by Peru and called on it": who announced them called on nobody.
        reduced = tree.tags[cue] == "VBN" and inner == cue and tree.has(cue, "agent")
        if tree.deps[at] == "conj" and tree.heads[at] in over and (reduced or tree.has(at, "expl", *SUBJECTS)):
            return tree.word_class(at) == VERB
    return False


def is_next(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word stands in a clause that only follows: a plain past beside what was said to be or to come.

    "Baku said that it would not yield, and its envoy left the hall."
    """
    for at in (token, *tree.ancestors(token)):
        head = tree.heads[at]
        if tree.deps[at] != "conj" or tree.tags[at] != "VBD" or not tree.has(at, *SUBJECTS) or tree.heads[head] != cue:
            continue
        first = min([at, *(kid for kid in tree.kids[at] if kid < at)])
        subject = next(iter(tree.children(at, *SUBJECTS)))
        start = min([first, subject, *(kid for kid in tree.kids[subject] if kid < subject)])
        comma = tree.words[start - 2 : start] in ([",", "and"], [",", "but"])
        helpers = {tree.words[kid].lower() for kid in tree.children(head, "aux")}
        return comma and bool(helpers & words_of("shifted tenses")) and not tree.has(at, "aux", "auxpass", "mark")
    return False

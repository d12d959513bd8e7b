"""Finds pronouns that can name a party and resolves them by salience, agreement and binding."""

from collections.abc import Callable, Container, Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType, Form
from legation.reading.names.found import SUBJECT_LABELS, Classes, Found, Sort, lemma, subjects_of
from legation.reading.names.words import Line
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.reference.asides import is_in_passing
from legation.reading.reference.captives import captives
from legation.reading.reference.cast import Cast
from legation.reading.reference.groups import state_of
from legation.reading.reference.history import History, Trace, is_single
from legation.reading.reference.members import is_joined
from legation.reading.reference.openings import paired_people
from legation.reading.reference.owners import owner_before
from legation.reading.reference.tellers import is_reporter, is_told, tellers, whose_claim

MALE, FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
NEUTRAL = frozenset({"it", "its"})
# "When nothing happened, it banned flights": it is not nothing.
NOTHINGS = frozenset({"nothing", "something", "anything", "everything"})
PLURAL = frozenset({"they", "them", "their", "theirs"})
SPEAKER = frozenset({"i", "me", "my", "mine"})
SPEAKERS = frozenset({"we", "us", "our", "ours"})
# Of an interview.
ASKED = frozenset({"you", "your", "yours"})
ALL = MALE | FEMALE | NEUTRAL | PLURAL | SPEAKER | SPEAKERS
AUTHOR = ActorRef("author", "document author", ActorType.PERSON, None)
BODIES = (ActorType.STATE, ActorType.ORGAN, ActorType.ORGANISATION, ActorType.MEDIA)
# What a person gains by being the subject of the clause that the pronoun's own clause is hung on.
LEADING = 30.0
# What share of the highest salience who is known to be a man, or a woman, needs for "he" or "she".
SURE, SURE_SPEAKER = 0.6, 0.9
Ranked = tuple[float, tuple[ActorRef, ...]]
# The salience that what an object "it" means must have: that of the sentence's own subject.
CLEAR_OBJECT = 165.0


def find_pronouns(line: Line) -> list[Found]:
    """Return the pronouns of a line that can name a party."""
    return [
        Found(
            line, i, i + 1, i, Form.PRONOUN, Sort.PRONOUN, noun=line.lows[i], plural=line.lows[i] in PLURAL | SPEAKERS
        )
        for i, tag in enumerate(line.tags)
        if tag in ("PRP", "PRP$")
        and (line.lows[i] in ALL or (line.asked and line.lows[i] in ASKED))
        and not is_empty(line, i)
        and line.texts[i] not in ("US", "IT", "U.S.")
    ]


def is_empty(line: Line, index: int) -> bool:
    """Tell whether "it" names nothing: "it is likely that", "it seems", "made it clear"."""
    if line.lows[index] != "it":
        return False
    head = line.heads[index]
    kids = line.children[head]
    acts = any(line.deps[kid] == "dobj" for kid in kids)
    # "It turned down the offer" is somebody's act, "it turns out that" nobody's.
    if line.deps[index] == "expl" or (lemma(line, head) in words_of("empty it") and not acts):
        return True
    clause = any(line.deps[kid] in ("ccomp", "xcomp", "advcl", "acl", "csubj") and kid > head for kid in kids)
    if lemma(line, head) == "make" and clause and any(line.low(kid) in ("sense", "clear", "possible") for kid in kids):
        return True
    if lemma(line, head) == "be":
        return any(line.deps[kid] in ("acomp", "attr", "prep", "advmod") for kid in kids if kid > head)
    passive = line.deps[index] == "nsubjpass" and any(line.deps[kid] in ("ccomp", "csubjpass") for kid in kids)
    return passive or (line.deps[index] == "nsubj" and line.tags[head].startswith("JJ") and clause)


def find_rivals(line: Line, found: list[Found]) -> Iterator[Found]:
    """Yield the subjects and objects that are no parties ("the treaty"): a pronoun may mean them instead."""
    heads = {item.head for item in found}
    for i, dep in enumerate(line.deps):
        if dep in ("nsubj", "nsubjpass", "dobj") and line.tags[i] in ("NN", "NNS") and i not in heads:
            if lemma(line, i) in words_of("partitive") or line.lows[i] in NOTHINGS:
                continue
            plural = line.tags[i] == "NNS"
            yield Found(line, i, i + 1, i, Form.DESCRIPTION, Sort.RIVAL, noun=lemma(line, i), plural=plural)


def resolve_pronoun(item: Found, cast: Cast, history: History, classes: Classes) -> tuple[ActorRef, ...]:
    """Return whom a pronoun names; nobody when it is not clear."""
    word = item.noun
    if word in ASKED:
        return (guest,) if (guest := history.speakers.guest()) is not None else ()
    speaker = history.speaker(item) if word in SPEAKER | SPEAKERS else None
    if word in SPEAKER:
        told = item.line.quotes[item.head] or item.line.spoken
        return (AUTHOR,) if not told else (speaker,) if speaker else ()
    if word in SPEAKERS:
        told = item.line.quotes[item.head] or item.line.spoken
        writer = None if told else history.speakers.writer
        return (writer,) if writer is not None else speaking_for(speaker, cast)
    held = captives(item, cast, history)
    if held is not None:
        return held
    teller = whose_claim(item, history)
    if word in PLURAL:
        return teller or tellers(item, history, classes) or resolve_plural(item, history)
    if word in NEUTRAL:
        return tuple(ref for ref in teller if ref.type in BODIES) or resolve_neutral(item, history)
    return resolve_person(item, "m" if word in MALE else "f", cast, history, classes)


def speaking_for(speaker: ActorRef | None, cast: Cast) -> tuple[ActorRef, ...]:
    """Return for whom a speaker says "we": a state's official for the state, others for themselves."""
    if speaker is None:
        return ()
    part = cast.parts.get(speaker.id)
    titled = part is not None and bool(part.titles)
    if speaker.type == ActorType.PERSON and (titled or cast.gazetteer.offices(speaker.id) or "/" in speaker.id):
        state = state_of(speaker, cast)
        return (state or speaker,)
    return (speaker,)


def resolve_person(item: Found, gender: str, cast: Cast, history: History, classes: Classes) -> tuple[ActorRef, ...]:
    """Return the most salient person of that gender who is no fellow argument of the same verb."""
    barred = fellow_arguments(item, history)
    speaker = history.speaker(item)
    reports = is_reporter(item, classes)

    def wanted(trace: Trace) -> bool:
        if reports and is_told(trace.found, classes):
            return False
        if trace.found.sort == Sort.RIVAL:
            other = classes["woman-noun"] if gender == "m" else classes["man-noun"]
            return trace.found.noun in classes["person-noun"] and trace.found.noun not in other
        if not is_single(trace, ActorType.PERSON) or trace.refs[0].id in barred or trace.refs[0] == AUTHOR:
            return False
        ref = trace.refs[0]
        known = cast.gender(ref.id) or trace.found.gender
        return known in (None, gender) and not (speaker is not None and ref.id == speaker.id)

    leading = leads(item, history)
    ranked = led(history.ranked(item, wanted), leading)
    if not ranked:
        return ()
    if any(ref.id in leading for ref in ranked[0][1]):
        return ranked[0][1]
    sure = [entry for entry in ranked if entry[1] and cast.gender(entry[1][0].id) == gender]
    # Who speaks is who spoke last, though whether it is a man is known of another only.
    least = SURE_SPEAKER if reports else SURE
    best = sure[0] if sure and ranked[0][1] and sure[0][0] >= least * ranked[0][0] else ranked[0]
    return best[1]


def led(ranked: list[Ranked], leading: Container[str]) -> list[Ranked]:
    """Return the ranking with those that lead the clause (`leads`) moved up."""
    raised = [(score + LEADING * any(ref.id in leading for ref in refs), refs) for score, refs in ranked]
    return sorted(raised, key=lambda entry: -entry[0])


def leads(item: Found, history: History) -> set[str]:
    """Return the ids of the subject of the clause above, which a pronoun follows: "Rossi will press Haddad when he".

    "Rossi came a day after Haddad paused the duties he had imposed": who acts on a thing is who did what is said of it.
    "Rossi said that Haddad had thanked him": what others do to him is done to the speaker. "It" is whoever says so in
    the clause right above: "Chad armed after Togo said it would annex the strip".
    """
    line, at = item.line, item.head
    above: list[int] = []
    if item.dep in ("dobj", "dative") and line.deps[line.heads[at]] == "ccomp":
        above = subjects_of(line, line.heads[line.heads[at]])
    while item.dep in SUBJECT_LABELS and not above and line.heads[at] != at:
        at = line.heads[at]
        if line.deps[at] == "relcl":
            at = line.heads[at]
        # "Lima says that, should Chad yield, it will": "it" follows whoever speaks, not the clause above.
        told = item.noun not in NEUTRAL or (
            at == line.heads[item.head] and lemma(line, line.heads[at]) in reporting_verbs()
        )
        hung = line.deps[at] in ("advcl", "dobj") or (line.deps[at] == "ccomp" and told)
        above = subjects_of(line, line.heads[at]) if hung else []
    same = [trace for trace in history.back(history.sentence(item), 0) if trace.found.line is line]
    return {ref.id for trace in same if trace.found.head in above for ref in trace.refs}


def resolve_neutral(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return the most salient state or body; nobody if a thing is as salient."""
    barred = fellow_arguments(item, history)

    def wanted(trace: Trace) -> bool:
        if bound(item, trace.found) or trace.found.plural or any(ref.id in barred for ref in trace.refs):
            return False
        return trace.found.sort == Sort.RIVAL or is_single(trace, *BODIES)

    if item.noun == "its" and (near := nearest(item, history, wanted)):
        return near
    if item.noun == "it" and opens_sentence(item) and (going_on := led_on(item, history)):
        return going_on
    if item.noun == "it" and (owner := owner_before(item, history)):
        return owner
    ranked = led(history.ranked(item, wanted, 0 if is_copular(item) else 1), leads(item, history))
    # An object "it" is seldom a party; only one that leads the sentence can be it.
    least = CLEAR_OBJECT if item.dep in ("dobj", "pobj") else 0.0
    return ranked[0][1] if ranked and ranked[0][0] >= least else ()


def opens_sentence(found: Found) -> bool:
    """Tell whether a mention is the subject that a sentence begins with."""
    line = found.line
    first = line.sentences.index(line.sentences[found.start])
    return found.start == first and line.deps[found.head] in SUBJECT_LABELS


def led_on(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return whom the sentence before begins with, if that is "it" as well: the text goes on about the same."""
    if is_copular(item):
        return ()
    before = history.sentence(item) - 1
    for trace in history.back(before, 0):
        same = trace.found.sort == Sort.PRONOUN and trace.found.noun == "it" and opens_sentence(trace.found)
        if trace.sentence == before and same and is_single(trace, *BODIES):
            return trace.refs
    return ()


def is_copular(item: Found) -> bool:
    """Tell whether the pronoun is only said to be something ("it would be hard"): it seldom is a party then."""
    line, head = item.line, item.line.heads[item.head]
    kids = [
        *line.children[head],
        *(k for kid in line.children[head] if line.deps[kid] == "xcomp" for k in line.children[kid]),
    ]
    return item.dep == "nsubj" and any(line.deps[kid] in ("acomp", "attr") for kid in kids)


def nearest(item: Found, history: History, wanted: Callable[[Trace], bool]) -> tuple[ActorRef, ...]:
    """Return the body named last before "its" in the sentence, if it is a subject or object there."""
    before, verb = subjects_before(item), clause_verb(item.line, item.line.heads[item.head])
    for trace in history.back(history.sentence(item), 0):
        if trace.found.line is item.line and trace.found.end <= item.start and wanted(trace) and trace.refs:
            # "Asked Chad, but not Mali, to send its men".
            aside = is_in_passing(trace.found, verb) or item.line.low(trace.found.start - 1) == "not"
            owns = trace.found.dep == "poss" and line_head(trace.found) in before
            if aside or (before and trace.found.head not in before and not owns):
                continue
            if trace.found.sort == Sort.ADJECTIVE or trace.found.dep in ("compound", "nmod", "amod"):
                continue
            if to_whom(trace.found) or (trace.found.end == item.start - 1 and is_over(item)):
                return trace.refs
            return trace.refs if trace.found.dep in ("nsubj", "nsubjpass", "dobj", "dative", "conj", "poss") else ()
    return ()


def line_head(found: Found) -> int:
    """Return the word that a mention's head hangs on."""
    return found.line.heads[found.head]


def is_over(item: Found) -> bool:
    """Tell whether "its" opens what somebody is punished or blamed for: "froze talks with Chad over its crackdown"."""
    line, noun = item.line, item.line.heads[item.head]
    if lemma(line, noun) not in words_of("misdeeds"):
        return False
    word, verb = line.lows[item.start - 1], clause_verb(line, noun)
    punished = word in ("after", "following") and lemma(line, verb) in words_of("punishing")
    return punished or word in ("over", "for")


def subjects_before(item: Found) -> list[int]:
    """Return who acts in the clause before, where "its" opens the next one: "Chad took the town, and its men …"."""
    line = item.line
    noun = line.heads[item.head]
    verb = line.heads[noun]
    if line.deps[noun] in SUBJECT_LABELS and line.deps[verb] == "conj":
        return subjects_of(line, line.heads[verb])
    if line.deps[noun] in SUBJECT_LABELS:  # "Finland will not hand them to Russia, its president said": Finland's.
        told = (kid for kid in line.children[verb] if line.deps[kid] == "ccomp" and kid < noun)
        return [subject for clause in told for subject in subjects_of(line, clause)]
    own = line.deps[noun] == "dobj" and lemma(line, verb) in words_of("done to one's own")
    return controllers(line, verb, item.head) if own and line.deps[verb] == "conj" else []


def to_whom(found: Found) -> bool:
    """Tell whether a name stands after "to" under a verb: "sent shells to X for its war", "called on X to free its"."""
    preposition = found.line.heads[found.head]
    verb, word = found.line.heads[preposition], found.line.lows[preposition]
    asked = word in ("on", "upon") and lemma(found.line, verb) in words_of("asking through")
    return found.dep == "pobj" and (word == "to" or asked) and found.line.tags[verb][0] == "V"


def resolve_plural(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return the most salient group, or the actors the text has joined; nobody if several things are as salient."""
    best: tuple[float, tuple[ActorRef, ...]] = (0.0, ())
    now = history.sentence(item)
    parted = is_parted(item)
    traces = [t for t in history.back(now) if not (t.found.line is item.line and t.found.start >= item.start)]
    for trace in traces:
        if bound(item, trace.found) or trace.found.noun in SPEAKERS:
            continue
        people = trace.found.line.tags[trace.found.head] in ("NNS", "NNPS") or trace.found.sort == Sort.KNOWN
        many = trace.found.plural or (is_single(trace, ActorType.GROUP, ActorType.ORGAN) and people)
        refs = trace.refs if many or len(trace.refs) > 1 else joined_refs(trace, traces)
        far = (
            (trace.found.sort != Sort.KNOWN or trace.found.dep == "pobj")
            and len(refs) == 1
            and trace.found.dep not in ("nsubj", "nsubjpass")
            and now != trace.sentence
        )
        # "Two of them": of many, not of two states.
        if (many or len(refs) > 1) and not far and not (parted and len(trace.refs) > 1):
            # A set named as such ("both countries") stays before the mind longer than its place in the clause says.
            score = (trace.weight + (45.0 if len(trace.refs) > 1 else 0.0)) / 2.0 ** (now - trace.sentence)
            # Of three that are joined, the last two are no set of their own.
            best = max(best, (score, refs), key=lambda entry: (entry[0], len(entry[1])))
    things = any(t.found.sort == Sort.RIVAL and t.found.plural and t.sentence == now and not t.refs for t in traces)
    return best[1] or (() if parted or things else pair_before(traces, now) or paired_people(item, history))


def is_parted(item: Found) -> bool:
    """Tell whether some are meant of those a pronoun names: "some of them", "52 of them"."""
    line, of = item.line, item.line.heads[item.head]
    part = line.heads[of]
    return line.lows[of] == "of" and item.dep == "pobj" and line.lows[part] not in ("both", "each", "one", "neither")


def pair_before(traces: list[Trace], now: int) -> tuple[ActorRef, ...]:
    """Return the two states or persons of the sentence if it has just two: "X met with Y at their border"."""
    for kind in (ActorType.PERSON, ActorType.STATE):
        refs = {ref.id: ref for t in traces if t.sentence == now for ref in t.refs if ref.type == kind}
        if len(refs) == 2:
            return tuple(refs[key] for key in sorted(refs))
    return ()


def joined_refs(trace: Trace, traces: list[Trace]) -> tuple[ActorRef, ...]:
    """Return the actors of a mention and of those joined to it after it: "Kim and Putin"."""
    after = [other for other in traces if is_joined(other.found, trace.found)]
    refs = {ref.id: ref for other in (*after, trace) if other.found.sort != Sort.ADJECTIVE for ref in other.refs}
    return tuple(refs[key] for key in sorted(refs)) if after else ()


def fellow_arguments(item: Found, history: History) -> set[str]:
    """Return the actors that the pronoun cannot be, since they are arguments of the same verb."""
    return {
        ref.id for trace in history.back(history.sentence(item), 0) if bound(item, trace.found) for ref in trace.refs
    }


def bound(item: Found, other: Found) -> bool:
    """Tell whether the two are arguments of one verb, or one stands inside the other: then they are not the same."""
    if item.line is not other.line:
        return False
    if other.start <= item.start < other.end:
        return True
    line = item.line
    if line.tags[item.head] == "PRP$":
        # "Maher al-Assad, his brother": what a name is to somebody, it is not to itself.
        noun = line.heads[item.head]
        return line.deps[noun] == "appos" and line.heads[noun] == other.head
    if line.deps[other.head] == "poss":
        return False
    verb = governor(line, item.head)
    if line.deps[item.head] == "pobj" and line.lows[line.heads[item.head]] in ("in", "with", "for", "by", "from"):
        verb = clause_verb(line, verb)
    return verb == governor(line, other.head) or other.head in controllers(line, verb, item.head)


def controllers(line: Line, verb: int, index: int) -> list[int]:
    """Return the subject a clause without one borrows from the clause above: "X wrote to Y, thanking him"."""
    if line.deps[index] in SUBJECT_LABELS or line.deps[verb] not in ("advcl", "xcomp", "conj", "pcomp"):
        return []
    for _ in range(4):
        own = subjects_of(line, verb)
        if own:
            return own
        if line.heads[verb] == verb or line.deps[verb] not in ("advcl", "xcomp", "conj", "pcomp", "prep"):
            return []
        if charged := charged_with(line, verb):
            return charged
        verb = line.heads[verb]
    return []


def charged_with(line: Line, act: int) -> list[int]:
    """Return who is said to have done what stands behind a preposition: "X accused Y of attacking it"."""
    preposition = line.heads[act]
    behind = line.deps[act] == "pcomp" and line.lows[preposition] in ("of", "for", "from", "into", "against")
    above = line.heads[preposition]
    return [kid for kid in line.children[above] if line.deps[kid] == "dobj" and kid < act] if behind else []


def clause_verb(line: Line, index: int) -> int:
    """Return the nearest verb at or above a word; the topmost word if there is none."""
    while line.tags[index][0] != "V" and line.heads[index] != index:
        index = line.heads[index]
    return index


def governor(line: Line, index: int) -> int:
    """Return the verb whose argument a word is, through prepositions."""
    above = line.heads[index]
    return line.heads[above] if line.deps[index] == "pobj" else above

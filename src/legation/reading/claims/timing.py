"""Timing: which of a passage's time expressions belongs to which event word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status, Time, TimeType
from legation.reading.claims.narrowest import best
from legation.reading.claims.noun_dates import dated_thing, is_of_paper, is_over_by, is_term, noun_around
from legation.reading.frames.coding import Coding
from legation.reading.frames.parties import head_of
from legation.reading.grammar import clauses
from legation.reading.grammar.singled import bearer
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree
from legation.reading.status.moods import opening_word
from legation.reading.times.inferences import is_counted_back

# What stands after these has a time of its own, before or after the clause's.
SEQUENCE = frozenset(
    {"before", "after", "since", "until", "till", "following", "ahead", "despite", "about", "of", "over"}
)
# What an act is done in spite of has a date of its own: "claims the reef despite a ruling in 2016".
ASIDE = frozenset({"despite", "notwithstanding"})
# What is done after these came before, or will come after, what is told: "was punished in May for buying missiles".
EARLIER = frozenset({"for", "before", "since", "until", "till"})
# How a time is anchored whose days the lexicon gives with its name.
NAMED_PERIOD = "named period"
# What is done at an occasion is done on its day.
OCCASIONAL = frozenset({"at", "in", "during"})
# Acts that speak of what was done before.
ABOUT_PAST = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST"})
NOMINAL_LINKS = ("dobj", "nsubj", "nsubjpass", "attr", "pobj")


@dataclass(frozen=True, slots=True)
class Dates:
    """The times of a passage by the word they date.

    `commissives` are the words whose clause is another act ("agreed on Friday to meet"): their date is not its date.
    `events` are the words that open a frame.
    """

    by_owner: Mapping[int, tuple[Time, ...]]
    commissives: frozenset[int]
    events: frozenset[int] = frozenset()

    def of(self, tree: Tree, coding: Coding, status: Status) -> list[str]:
        """Return the ids of the times that date a coding: coordinated ones all, otherwise the most exact."""
        lasting = status is Status.ONGOING or is_perfect(tree, coding.trigger)
        # "Has refused to lend since 2016": what began then is the refusal.
        inside = tree.children(coding.trigger, "xcomp") if lasting and coding.trigger in self.commissives else ()
        begun = [time for kid in inside for time in self.by_owner.get(kid, ()) if is_start(time)]
        # "As Oslo promised to do in 2013": the date of what stands for the act is that of the promise.
        does = (kid for kid in tree.children(coding.trigger, "xcomp") if tree.lemmas[kid] == "do")
        begun = begun or [time for kid in does for time in self.by_owner.get(kid, ())]
        if begun:
            return [begun[0].id]
        if goes_on_since(tree, coding.trigger):
            return [time.id for time in best(tree, self.by_owner.get(coding.trigger, ()))]
        for owner in owners(tree, coding, self):
            times = [time for time in self.by_owner.get(owner, ()) if not covers(tree, time, coding.trigger)]
            asks = coding.trigger in self.commissives
            times = [time for time in times if not is_term(tree, time, coding.trigger, asks=asks)]
            # Of a date of its own and one beside it, which the parser may hang on it, its own is meant.
            times = [time for time in times if is_counted_back(time)] or times
            if tree.heads[owner] in self.commissives and owner in aims(tree, tree.heads[owner]):
                times = [time for time in times if not is_past(time)]
            if not lasting or (owner == tree.heads[coding.trigger] and is_apart(tree, coding.trigger)):
                times = [time for time in times if not is_start(time)]
            if times:
                return [time.id for time in best(tree, times)]
        opening = [time for time in self.opening(tree, coding.trigger) if lasting or not is_start(time)]
        refusal = tree.heads[coding.trigger]
        if not opening and status is Status.DENIED and refusal in self.commissives:
            # What was refused was not done then.
            opening = [time for at in (refusal, *when_head(tree, refusal)) for time in self.by_owner.get(at, ())]
        if opening:
            return [time.id for time in best(tree, opening)]
        # "Refused to join the war in 2015", "sent troops to guard the border in 1990": it was then that it was asked or
        # done. Where that is still to come, it is no date of a past (`ahead.py`); of what was offered or agreed only
        # what is over by now is: "offered to mediate in June".
        aimed = [at for kid in aims(tree, coding.trigger) for at in (kid, *when_clauses(tree, kid))]
        own = [time for at in aimed for time in best(tree, self.by_owner.get(at, ()))]
        if coding.frame.type != "REJECT" and coding.trigger in self.commissives:
            own = [time for time in own if is_past(time)]
        return [time.id for time in own]

    def opening(self, tree: Tree, verb: int) -> list[Time]:
        """Return the times that open a sentence of several acts: "On Monday Lima spoke out, and Quito urged talks".

        Those of an occasion that a sentence opens with stand behind it: "At talks in Lima on Friday, Chad denied it".
        """
        head = tree.heads[verb]
        if tree.word_class(verb) != VERB:
            return self.beside(tree, verb)
        told = tree.deps[verb] == "conj" and tree.word_class(verb) == tree.word_class(head) == VERB
        if not told or has_modal(tree, verb) != has_modal(tree, head):
            return []
        subject = next(iter(tree.children(head, *SUBJECTS)), head)
        return [time for time in self.by_owner.get(head, ()) if opens_sentence(tree, time, subject)]

    def beside(self, tree: Tree, noun: int) -> list[Time]:
        """Return the times told behind an occasion that a sentence opens with, before who does what there."""
        preposition = tree.heads[noun]
        verb = tree.heads[preposition]
        opened = tree.deps[noun] == "pobj" and tree.words[preposition].lower() in OCCASIONAL and verb > noun
        if not opened or tree.word_class(verb) != VERB:
            return []
        subject = next(iter(tree.children(verb, *SUBJECTS)), verb)
        own = (time for time in self.by_owner.get(verb, ()) if not is_counted_back(time))
        return [time for time in own if noun < tree.tokens(time.span)[0] < subject]


def opens_sentence(tree: Tree, time: Time, subject: int) -> bool:
    """Tell whether a time stands before the subject of a sentence's first act, with no other act before it."""
    low, high = tree.tokens(time.span)
    before = range(tree.sentence[low][0], low)
    plain = not any(tree.word_class(at) == VERB or tree.tags[at] == "CC" for at in before)
    return plain and high <= subject and not is_counted_back(time)


def covers(tree: Tree, time: Time, token: int) -> bool:
    """Tell whether the event word is part of the time expression itself ("three days before the summit").

    A time that is the event's own, counted back from another, covers its word and is meant for it.
    """
    if is_counted_back(time):
        return False
    at = tree.passage.start + tree.starts[token]
    return time.span.start <= at < time.span.end


def locate_times(times: Sequence[Time], tree: Tree, codings: Mapping[int, Coding]) -> Dates:
    """Give each dated expression of the passage to the event word or verb it hangs on."""
    found: dict[int, list[Time]] = {}
    for time in times:
        for owner in owners_of(tree, time, codings) if is_dated(time) else ():
            found.setdefault(owner, []).append(time)
    commissives = frozenset(
        token for token, coding in codings.items() if coding.frame.entry.inner and not coding.frame.entry.silent
    )
    return Dates({owner: tuple(group) for owner, group in found.items()}, commissives, frozenset(codings))


def is_perfect(tree: Tree, token: int) -> bool:
    """Tell whether a verb tells what has gone on up to now ("has sold drones since 2020"), no first or only time."""
    if not any(tree.words[kid].lower() in ("has", "have") for kid in tree.children(token, "aux")):
        return False
    return not {"time", "times"} & {tree.words[at].lower() for at in range(token, tree.sentence[token][1])}


def goes_on_since(tree: Tree, verb: int) -> bool:
    """Tell whether something has gone on since a time told before, which is not its own: "has refused ever since"."""
    spots = (verb, *tree.children(verb, "xcomp", "acomp", "oprd"))
    return is_perfect(tree, verb) and any(
        tree.words[kid].lower() == "since" and not tree.has(kid, "pobj", "pcomp")
        for spot in spots
        for kid in tree.children(spot, "advmod", "prep")
    )


def is_start(time: Time) -> bool:
    """Tell whether a time only says since when: what goes on began then, a single act ("the first since") did not."""
    return time.anchor is not None and time.anchor.startswith("since")


def is_past(time: Time) -> bool:
    """Tell whether a time was read as one gone by."""
    return time.anchor is not None and time.anchor.endswith("past tense")


def is_dated(time: Time) -> bool:
    """Tell whether the expression places something in time; a bare duration or a repeated time does not."""
    if time.type is TimeType.DURATION:
        # "Over the past decade" is a length with both its ends.
        return time.from_ is not None and time.to is not None
    return (time.from_ is not None or time.to is not None) and time.type is not TimeType.SET


def owners_of(tree: Tree, time: Time, codings: Mapping[int, Coding]) -> Iterator[int]:
    """Yield the nearest event word or verb above a time expression; of an event's own time, the event word.

    "Restored ties in 1956, when Lima agreed to pay", "began in May when Lima sued": that time is the clause's as well.
    """
    low, high = tree.tokens(time.span)
    at = head_of(tree, low, high)
    if is_counted_back(time):
        tops = (top for top in range(low, high) if not low <= tree.heads[top] < high or tree.heads[top] == top)
        yield from [top for top in tops if top in codings][:1]
        return
    yield from opened_by(tree, at, high)
    if (dated := dated_thing(tree, at, codings)) is not None:
        # "Regretted the incident of May, in which a guard was killed": only what is told of it was then.
        yield from (*tree.children(dated, "relcl"), *tree.children(at, "relcl"))
        return
    if is_era_aside(tree, time, at) or is_of_paper(tree, at, codings):
        return
    if (planned := planned_then(tree, at, codings)) is not None:
        yield planned
        return
    for below, above in pairwise((at, *tree.ancestors(at))):
        office = tree.deps[below] == "appos" and not low <= below < high and is_office_of(tree, below, above)
        if office and below not in codings:
            return
        if low <= above < high:
            continue
        if tree.words[above].lower() in ASIDE:
            return
        if tree.word_class(above) == VERB or above in codings:
            yield above
            return


def opened_by(tree: Tree, at: int, high: int) -> Iterator[int]:
    """Yield the clauses that a time opens with "when" behind it."""
    after = high + (tree.words[high : high + 1] == [","])
    opened = [tree.heads[after]] if tree.words[after : after + 1] == ["when"] else []
    for kid in dict.fromkeys((*tree.children(at, "relcl"), *opened)):
        if any(tree.words[grand].lower() == "when" for grand in tree.kids[kid]):
            yield kid


def planned_then(tree: Tree, at: int, codings: Mapping[int, Coding]) -> int | None:
    """Return the act that a participle beside it dates: "a visit planned for May", or what a ban's end dates.

    In "lifted its ban on selling arms in 2016" it was lifted then, not sold.
    """
    around = noun_around(tree, at)
    verb = next((up for up in tree.ancestors(at) if tree.word_class(up) == VERB), None)
    if verb is None or around is not None:
        return around
    noun = tree.heads[verb]
    if tree.deps[verb] == "acl" and tree.lemmas[verb] in words_of("setting dates"):
        # The parser may hang the participle on the name before it: "a visit to Lima, planned for May".
        nouns = takewhile(lambda up: tree.word_class(up) != VERB, (noun, *tree.ancestors(noun)))
        # "Cancelled a visit planned for May": it was not cancelled then.
        carried = {coding.object_head for at, coding in codings.items() if not is_passive(tree, at)}
        return next((up for up in nouns if up in codings and up not in carried), None)
    if tree.deps[verb] == "pcomp" and tree.deps[noun] == "prep" and tree.lemmas[tree.heads[noun]] in words_of("bans"):
        return next((up for up in tree.ancestors(noun) if up in codings), None)
    return None


def is_era_aside(tree: Tree, time: Time, at: int) -> bool:
    """Tell whether an age with a name is only spoken of: "a vestige of the Cold War" dates nothing."""
    if time.anchor != NAMED_PERIOD:
        return False
    head = tree.heads[at]
    return tree.deps[at] != "pobj" or tree.words[head].lower() in ("of", "to", "with", "about", "by")


def is_office_of(tree: Tree, noun: int, name: int) -> bool:
    """Tell whether a noun says what somebody is or was: "Rossi, envoy from 2007 to 2013, said" dates the office."""
    return tree.tags[name] == "NNP" and tree.tags[noun] in ("NN", "NNP")


def owners(tree: Tree, coding: Coding, dates: Dates) -> list[int]:
    """Return the words whose date is the coding's date, nearest first.

    "Apologised for the massacre of 1947": what is spoken of has a date of its own.
    """
    at = coding.trigger
    found = [at]
    judged = coding.theme is not None and tree.lemmas[at] in words_of("verdicts")
    if coding.object_head is not None and not judged:
        found.append(coding.object_head)
    if coding.support is not None:
        found.append(coding.support)
    of_its_own = judged or (coding.frame.type in ABOUT_PAST and coding.theme in dates.events)
    if tree.word_class(at) == VERB and coding.theme is not None and tree.word_class(coding.theme) == NOUN:
        found += [] if of_its_own else [coding.theme]
    for _ in range(4):
        label, head = tree.deps[at], tree.heads[at]
        if head == at:
            break
        singled = bearer(tree, at) if label == "relcl" else None
        if singled is not None and singled[1]:
            # "In May Rossi became the first premier to visit Peru."
            head = singled[0]
        elif label == "relcl" and is_where(tree, at):
            # "Travels to Lima next month, where he will meet": what is done there is done then.
            return found + [up for up in tree.ancestors(at) if tree.word_class(up) == VERB][:1]
        elif not shares_date(tree, at) or (
            label == "conj" and is_over_by(tree, head, at, dates.by_owner.get(head, ()))
        ):
            break
        at = head
        if (is_speech(tree, at) or at in dates.commissives) and (label != "conj" or tree.has(found[0], *SUBJECTS)):
            # What somebody says and does is dated as one: "urged Lima on Monday to yield, and denied that …".
            break
        found.append(at)
    # "Has kept the border closed since 2023": the parser may hang the date on what it is kept.
    found += tree.children(coding.trigger, "oprd") if tree.word_class(coding.trigger) == VERB else ()
    return found + [kid for owner in found for kid in (*when_clauses(tree, owner), *gatherings(tree, owner))]


def aims(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the infinitives under a past verb that say what it was done for, or what was refused."""
    if tree.tags[verb] not in ("VBD", "VBN"):
        return
    for kid in clauses.clauses_under(tree, verb):
        if tree.tags[kid] == "VB" and tree.has(kid, "aux"):
            yield kid


def gatherings(tree: Tree, verb: int) -> Iterator[int]:
    """Yield what somebody did something at or during: "condemned the raid at a summit on Monday"."""
    if tree.word_class(verb) == VERB:
        for kid in tree.children(verb, "prep"):
            if tree.words[kid].lower() in ("at", "during"):
                yield from tree.children(kid, "pobj")


def when_head(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the word that a clause with "when" hangs on: "in 2014, when it refused to join"."""
    if tree.deps[verb] == "relcl" and any(tree.words[kid].lower() == "when" for kid in tree.kids[verb]):
        yield tree.heads[verb]


def when_clauses(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the heads of the clauses that say when: "when they met in May, the two signed"."""
    for kid in tree.children(verb, "advcl"):
        if any(tree.words[grand].lower() == "when" for grand in tree.kids[kid]):
            yield kid


def shares_date(tree: Tree, at: int) -> bool:
    """Tell whether the date of the word above is that of a word as well."""
    label, head = tree.deps[at], tree.heads[at]
    if label == "pcomp" and tree.words[head].lower() in EARLIER:
        return False
    if label == "pcomp" and tree.words[head].lower() == "with" and tree.has(at, *SUBJECTS):
        # "Tensions rose after Chad left in May, with Togo alleging a plot": Chad left then.
        above = tree.heads[head]
        if tree.deps[above] == "advcl" and opening_word(tree, above) in SEQUENCE:
            return False
    if tree.word_class(at) != NOUN:
        ahead = label == "conj" and has_modal(tree, at) and not has_modal(tree, head)
        # "Had promised it in 2023 and has also hired doctors".
        ahead = ahead or (label == "conj" and is_perfect(tree, at) and not is_perfect(tree, head))
        along = label == "advcl" and goes_along(tree, at)
        return along or (not ahead and label in ("xcomp", "conj", "acomp", "pcomp", "attr", "prep", "aux"))
    shared = label in NOMINAL_LINKS or label in ("compound", "conj", "nmod")
    return (shared or tree.tags[head] == "IN") and tree.words[head].lower() not in SEQUENCE


def goes_along(tree: Tree, verb: int) -> bool:
    """Tell whether an act is told along with the one before its comma: "stormed the base on Monday, killing two"."""
    bare = tree.tags[verb] == "VBG" and not tree.has(verb, *SUBJECTS, "aux", "mark")
    start = tree.subtree(verb)[0]
    return bare and start > tree.heads[verb] and tree.words[start - 1] == ","


def is_apart(tree: Tree, verb: int) -> bool:
    """Tell whether a verb joined by a comma and "and" has its own subject: it need not go on since the same day."""
    subject = next((kid for kid in tree.kids[verb] if tree.deps[kid] in SUBJECTS), None)
    if tree.deps[verb] != "conj" or tree.word_class(verb) != VERB or subject is None:
        return False
    first, _ = tree.subtree(subject)
    return tree.words[max(first - 2, 0) : first] in ([",", "and"], [",", "but"], [",", "while"])


def has_modal(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has a modal: "sold it in 2022 and could sell more" does not date what could be."""
    return any(tree.tags[kid] == "MD" for kid in tree.children(verb, "aux"))


def is_where(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says what is done at the place that the words before it name."""
    return any(tree.words[kid].lower() == "where" for kid in tree.children(verb, "advmod"))


def is_speech(tree: Tree, token: int) -> bool:
    """Tell whether a verb governs a that-clause: its date is the saying's, not the said's."""
    return tree.word_class(token) == VERB and tree.has(token, "ccomp")

"""Garden paths: clauses around an aside between commas, which lead a small parser astray.

- "The talks led nowhere until Oman, to general surprise, brokered a truce": Oman brokered it.
- "Lima, diplomats in Quito fear, would resume its raids": the diplomats only fear it.
- "Togo left and Chad, or so Togo says, promised to follow": it is Chad that promised.
- "said that Chad had left, adding that it was over": who said it adds it.
- "told the envoys, with Rossi beside him, that Chad would leave": that is what he told them.
- "though Niger, having left, would not pay": Niger would not.
- "In his speech of May 3, given after talks, Rossi urged Chad": it was then that he urged it.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.relatives import inserting_verbs
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

# How the verb of an aside may be tagged.
UNHEARD = frozenset({"NN", "NNP", "VBP", "VB"})
PLURAL = frozenset({"NNS", "NNPS"})
ADVERBS = frozenset({"advmod", "neg", "aux", "auxpass"})
# How the verb of a clause looks that was taken for an addition to its subject.
REDUCED = frozenset({("acl", "VBN"), ("acl", "VBD")})
# How the verb of what a sentence opens with may hang.
OPENING = frozenset({"ccomp", "advcl"})
CONTRASTS = frozenset({"though", "although", "while", "whereas", "because"})
# An aside has no more words than these.
LONGEST = 8


def find_way(parse: Parse) -> None:
    """Give each clause around an aside its own verb and subject."""
    words, tags = parse.words, parse.tags
    for i, dep in enumerate(parse.deps):
        if dep == "prep" and parse.lows[i] in words_of("clauses of time"):
            part_clauses(parse, i)
        elif parse.lows[i] == "having" and i > 1 and parse.words[i - 1] == ",":
            give_back(parse, i)
        elif tags[i] in UNHEARD and words[i + 1 : i + 2] == [","]:
            hear_aside(parse, i)
        elif words[i] == "or" and words[i + 1 : i + 2] == ["so"]:
            resume(parse, i)
        elif dep not in OPENING:
            continue
        elif tags[i] in ("VBD", "VBN") and words[i - 1] == ",":
            open_with(parse, i)
        elif dep == "advcl" and tags[i] == "VBG" and parse.lemmas[i] in words_of("adding words"):
            add_words(parse, i)
        elif dep == "advcl" and parse.lemmas[i] in words_of("telling hearers"):
            tell_over(parse, i)


def part_clauses(parse: Parse, mark: int) -> None:
    """Make a name behind "until", and an aside behind the name, the subject of the verb taken for the sentence's."""
    name = parse.kid(mark, "pobj")
    first = parse.heads[mark]
    if name is None or parse.tags[name][:3] != "NNP" or (parse.deps[first], parse.tags[first]) not in REDUCED:
        return
    subject = parse.heads[first]
    verb = parse.heads[subject]
    if parse.deps[subject] not in SUBJECTS or not subject < first < mark < name < verb:
        return
    if parse.words[name + 1] != "," or parse.tags[verb] not in FINITE or not is_behind_comma(parse, verb):
        return
    parse.tags[first] = "VBD"
    parse.move(first, first if parse.heads[verb] == verb else parse.heads[verb], parse.deps[verb])
    parse.move(subject, first, "nsubj")
    parse.hand([kid for kid in parse.kids[verb] if kid < mark], first)
    parse.move(verb, first, "advcl")
    parse.move(name, verb, "nsubj")
    parse.move(mark, verb, "mark")


def is_behind_comma(parse: Parse, verb: int) -> bool:
    """Tell whether a comma stands before a verb or before its auxiliaries and adverbs."""
    at = verb - 1
    while at > 0 and parse.heads[at] == verb and parse.deps[at] in ADVERBS:
        at -= 1
    return parse.words[at] == ","


def hear_aside(parse: Parse, word: int) -> None:
    """Make a word before the second comma of an aside the verb that its plural subject asks for."""
    if parse.lemmas[word] not in inserting_verbs():
        return
    comma = next((at for at in range(word - 2, max(word - LONGEST, 0), -1) if parse.words[at] == ","), None)
    doers = [] if comma is None else [at for at in range(comma + 1, word) if parse.tags[at] in PLURAL]
    speaker = next((at for at in doers if parse.deps[at] in SUBJECTS and parse.heads[at] > word), None)
    if comma is None or speaker is None or parse.heads[speaker] == word or has_verb(parse, comma, word):
        return
    told = parse.heads[speaker]
    if not any(parse.deps[kid] in SUBJECTS and kid not in range(comma, word) for kid in parse.kids[told]):
        return
    preposition = parse.heads[word]
    for kid in [*parse.kids[word]]:
        within = preposition < kid < word and parse.deps[preposition] == "prep"
        if within and parse.deps[kid] in ("compound", *SUBJECTS):
            parse.move(kid, preposition, "pobj")
    parse.tags[word] = "VBP"
    parse.move(word, told, "parataxis")
    parse.move(speaker, word, "nsubj")


def has_verb(parse: Parse, low: int, high: int) -> bool:
    """Tell whether a verb stands between two words."""
    return any(parse.tags[at][0] == "V" for at in range(low + 1, high))


def resume(parse: Parse, opener: int) -> None:
    """Give the verb behind "or so somebody says" the subject before it that was listed with another name."""
    end = next(
        (at for at in range(opener + 2, min(opener + 2 + LONGEST, len(parse.words))) if parse.words[at] == ","), 0
    )
    name, verb = opener - 2, end + 1
    if not name > 0 or not end or verb >= len(parse.words) or parse.words[opener - 1] != ",":
        return
    taken = parse.has(verb, *SUBJECTS)
    if parse.tags[verb] in FINITE and parse.deps[name] == "conj" and parse.tags[name][:2] == "NN" and not taken:
        parse.move(name, verb, "nsubj")


def open_with(parse: Parse, participle: int) -> None:
    """Hang what a sentence opens with on its verb, and the participle behind a comma on the noun it opens with."""
    verb = parse.heads[participle]
    opener = next((kid for kid in parse.kids[participle] if parse.deps[kid] == "prep" and kid < participle), None)
    told = any(
        parse.deps[kid] in (*SUBJECTS, "aux", "auxpass", "mark") and kid < participle for kid in parse.kids[participle]
    )
    if opener is None or told or not participle < verb or parse.tags[verb] not in FINITE or not opens(parse, opener):
        return
    noun = parse.kid(opener, "pobj")
    doer = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid > participle), None)
    if noun is None or doer is None or parse.words[parse.first(doer) - 1] != ",":
        return
    parse.move(opener, verb, "prep")
    parse.move(participle, noun, "acl")
    parse.tags[participle] = "VBN"


def add_words(parse: Parse, adding: int) -> None:
    """Hang what a speaker adds behind a comma on the verb by which he spoke, not on what he said."""
    told = next((up for up in (adding, *parse.above(adding)) if parse.deps[up] == "ccomp"), None)
    speaking = parse.heads[told] if told is not None else adding
    if told is None or parse.words[adding - 1] != "," or not speaking < told < adding:
        return
    if parse.lemmas[speaking] in inserting_verbs() and parse.tags[speaking] in FINITE:
        parse.move(adding, speaking, "advcl")


def tell_over(parse: Parse, telling: int) -> None:
    """Make a clause behind the "that" that closes an aside what somebody is told, where it took the telling in."""
    told = parse.heads[telling]
    mark = next((kid for kid in parse.kids[told] if parse.deps[kid] == "mark" and parse.words[kid] == "that"), None)
    hearer = parse.has(telling, "dobj", "dative")
    if mark is None or not telling < mark < told or parse.words[mark - 1] != "," or not hearer:
        return
    later = next((at for at in range(told + 1, len(parse.words)) if is_sentence_behind(parse, at, told)), None)
    if later is not None:
        parse.replace(told, later)
        parse.move(telling, later, "advcl")
    else:
        parse.replace(told, telling)
    parse.move(told, telling, "ccomp")


def is_sentence_behind(parse: Parse, verb: int, told: int) -> bool:
    """Tell whether a verb behind a comma, with a subject of its own and no pronoun, was hung on a noun of a clause."""
    subject = parse.kid(verb, *SUBJECTS)
    if (
        subject is None
        or parse.deps[verb] != "relcl"
        or parse.tags[verb] not in FINITE
        or told not in parse.above(verb)
    ):
        return False
    return parse.words[parse.first(verb) - 1] == "," and parse.tags[parse.first(verb)] not in ("WDT", "WP", "WRB")


def give_back(parse: Parse, having: int) -> None:
    """Give the verb behind "though Niger, having left," its subject, where it has none."""
    name, joint = having - 2, having - 3
    end = next((at for at in range(having + 1, len(parse.words)) if parse.words[at] == ","), 0)
    first = end + 1
    if not end or first >= len(parse.words) or parse.tags[name] != "NNP" or joint < 0:
        return
    verb = parse.heads[first] if parse.tags[first] == "MD" else first
    taken = parse.has(verb, *SUBJECTS)
    finite = parse.tags[first] == "MD" or parse.tags[first] in FINITE
    if not finite or taken or verb < first or parse.lows[joint] not in CONTRASTS:
        return
    participle = parse.heads[having]
    parse.move(name, verb, "nsubj")
    if having < participle < end:
        parse.move(participle, verb, "advcl")
    parse.move(joint, verb, "mark")
    if parse.deps[verb] == "conj":
        parse.deps[verb] = "advcl"


def opens(parse: Parse, word: int) -> bool:
    """Tell whether a word opens its sentence."""
    return word == 0 or parse.words[word - 1] in (".", "!", "?") or parse.words[word - 1].isspace()

"""Grammatical functions: who stands where around a word, with passives, relatives, control and conjunction undone."""

from collections.abc import Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.grammar.particles import is_brought_in
from legation.reading.grammar.prepositions import prepositions
from legation.reading.grammar.sharing import (
    OBJECTS,
    doers_of_infinitives,
    doers_of_next,
    names_before,
    shared_object,
    told_of,
)
from legation.reading.grammar.singled import bearer, who_is_one
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.mending.prompted import ASKED
from legation.reading.parse.trees import NOUN, RELATIVES, SUBJECTS, VERB, Tree

# After these prepositions an object of the verb is the doer of the gerund ("accused X of hiding", "stopped X from …").
OBJECT_CONTROL = frozenset({"of", "from", "for", "into", "against", "about"})
# Of these the ones that are particles rather than prepositions right behind a verb without an object.
VERBAL_PARTICLES = frozenset({"down", "up", "out"})


def antecedent(tree: Tree, i: int) -> int | None:
    """Return the noun a relative clause around the verb `i` hangs on."""
    for at in (i, *tree.ancestors(i)):
        if tree.deps[at] == "relcl":
            return tree.heads[at]
        if at == i and tree.deps[at] == "dobj":
            # "Fiji, to which China has lent $2m": the parser may hang the preposition on what is lent.
            continue
        if tree.deps[at] not in ("conj", "xcomp", "ccomp", "aux", "advcl"):
            return None
    return None


def surface_subjects(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Return the heads of the subject as it is heard, borrowed through conjunction, control and relative clauses."""
    found = [kid for kid in tree.kids[i] if tree.deps[kid] in SUBJECTS]
    # "could, and should, act": the parser may hang the subject on the first modal.
    found = found or [sub for aux in tree.children(i, "aux") for sub in tree.children(aux, "nsubj", "nsubjpass")]
    if found:
        return [noun for kid in found for noun in resolved(tree, kid, i)]
    if depth > 6:
        return []
    return borrowed_subjects(tree, i, depth + 1)


def resolved(tree: Tree, noun: int, verb: int) -> list[int]:
    """Return the coordinated heads of a noun phrase; a relative pronoun gives what it stands for."""
    if tree.tags[noun] in RELATIVES:
        head = antecedent(tree, verb)
        if head is None or tree.words[noun].lower() == "what":
            return []
        one = who_is_one(tree, head)
        return of_several(tree, (head, noun), verb) if one is None else [one]
    return list(tree.coordinated(noun))


def of_several(tree: Tree, about: tuple[int, int], verb: int) -> list[int]:
    """Return whom a clause is about, by its number: "Chad and Togo, which have armed them", "…, which has".

    `about` is the noun that the parser hangs it on, and the pronoun.
    """
    name, pronoun = about
    first = next(tree.children(verb, "aux", "auxpass"), verb)
    plural = tree.tags[first] == "VBP" or tree.words[first].lower() == "were"
    while plural and tree.deps[name] == "conj" and tree.tags[name] == "NNP":
        name = tree.heads[name]
    found = before(tree, name, pronoun)
    single = tree.tags[first] == "VBZ" or tree.words[first].lower() == "was"
    return found[-1:] if single and all(tree.tags[at] == "NNP" for at in found) else found


def before(tree: Tree, noun: int, clause: int) -> list[int]:
    """Return the coordinated heads that stand before a clause about them: "Japan, which sent boats, and Chad"."""
    return [at for at in tree.coordinated(noun) if at < clause]


def borrowed_subjects(tree: Tree, i: int, depth: int) -> list[int]:
    """Return the subject a verb without one of its own takes from the word it hangs on."""
    label, head = tree.deps[i], tree.heads[i]
    if label == "conj" and tree.tags[head][0] in "VJM":
        return surface_subjects(tree, head, depth)
    if label in ("xcomp", "ccomp", "oprd"):
        told = label == "ccomp" and tree.deps[head] == "relcl" and is_tensed(tree, i)
        return before(tree, tree.heads[head], i) if told else controllers(tree, head, depth)
    if label == "acl":
        # "Lodged a complaint accusing Chad": whoever lodged it accuses.
        written = tree.tags[i] == "VBG" and tree.lemmas[head] in words_of("put forward") | words_of("papers")
        named = tree.tags[i] != "VB" and not written
        return list(tree.coordinated(head)) if named else doers_of_noun(tree, head, depth)
    if label == "relcl":
        return doers_of_relative(tree, i, depth)
    if label in ("pcomp", "pobj"):
        return subjects_over_preposition(tree, head, depth)
    if label == "amod" and (tree.tags[i] == "VBG" or tree.tags[i][:2] == "JJ"):
        # "Chad selling arms", "France 'ready to recognise' Palestine".
        return (names_before(tree, i) if tree.tags[i] == "VBG" else []) or list(tree.coordinated(head))
    if label in ("advcl", "acomp", "attr", "dep", "prep", "advmod"):
        return doers_of_adverbial(tree, i, depth)
    return []


def is_given_time(tree: Tree, verb: int) -> bool:
    """Tell whether somebody is given time to do something: "gave Togo until May to free them", "two days"."""
    lengths = any(tree.lemmas[kid] in words_of("lengths of time") for kid in tree.children(verb, "dobj"))
    return lengths or any(word == "until" for word, _ in prepositions(tree, verb))


def doers_of_adverbial(tree: Tree, i: int, depth: int) -> list[int]:
    """Return who does what an adverbial clause, or a predicate, without a subject tells."""
    head = tree.heads[i]
    clause = tree.deps[i] == "advcl"
    if clause and tree.lemmas[head] in words_of("giving") and is_given_time(tree, head):
        # "Gave Togo until May to free them": Togo is to.
        return [*datives(tree, head), *logical_objects(tree, head)]
    # "Was shelled by pirates, killing two": it killed nobody.
    forced = clause and tree.tags[i] == "VBG" and tree.lemmas[i] in words_of("what force does")
    return (logical_subjects if forced else surface_subjects)(tree, head, depth)


def is_tensed(tree: Tree, verb: int) -> bool:
    """Tell whether a verb, or the first of its auxiliaries, has a tense: "men it said had spied"."""
    first = next(tree.children(verb, "aux", "auxpass"), verb)
    return tree.tags[first] in ("VBD", "VBZ", "VBP", "MD")


def doers_of_relative(tree: Tree, verb: int, depth: int) -> list[int]:
    """Return who does what a relative clause without a subject tells."""
    noun = tree.heads[verb]
    singled = bearer(tree, verb)
    if singled is not None:
        above, is_verb = singled
        return surface_subjects(tree, above, depth) if is_verb else list(tree.coordinated(above))
    if tree.tags[verb] == "VB" and tree.lemmas[noun] in words_of("polls") and not tree.has(verb, *SUBJECTS):
        # "Chad voted in a plebiscite to annex the strip": the plebiscite annexes nothing.
        return doers_of_noun(tree, noun, depth)
    return before(tree, noun, verb) if not tree.has(verb, *OBJECTS) else []


def controllers(tree: Tree, verb: int, depth: int) -> list[int]:
    """Return who does the infinitive under a verb: its object if it has one, else its subject."""
    objects = [noun for kid in tree.children(verb, *OBJECTS) for noun in resolved(tree, kid, verb)]
    if not objects and tree.lemmas[verb] in words_of("asking through"):
        asked = [at for word, at in prepositions(tree, verb) if word in ASKED]
        # "Called for Chad to be expelled".
        asked = asked or [at for word, at in prepositions(tree, verb) if word == "for"]
        if found := [noun for at in asked for noun in complements_of(tree, at, verb)]:
            return found
    if objects and tree.lemmas[verb] not in words_of("done for a purpose"):
        return objects
    return surface_subjects(tree, verb, depth)


def subjects_over_preposition(tree: Tree, preposition: int, depth: int) -> list[int]:
    """Return who does a gerund after a preposition."""
    head = tree.heads[preposition]
    while tree.word_class(head) is None and tree.deps[head] in ("prep", "prt") and tree.heads[head] != head:
        head = tree.heads[head]
        # "Talked him out of leaving", but "made money out of selling arms".
        if any(tree.tags[kid] in ("NN", "NNS") for kid in tree.children(head, *OBJECTS)):
            return surface_subjects(tree, head, depth)
    if tree.tags[head][0] == "V":
        praised = tree.words[preposition].lower() == "on" and tree.lemmas[head] in words_of("praising")
        # "Instead of arming them, Benin expelled them": it is Benin that might have.
        beside = preposition < head or tree.words[preposition - 1].lower() == "instead"
        # "Quoted Peru as saying that": Peru says so.
        quoted = tree.words[preposition].lower() == "as" and tree.lemmas[head] in words_of("citing")
        if praised or quoted or (tree.words[preposition].lower() in OBJECT_CONTROL and not beside):
            return controllers(tree, head, depth)
        return surface_subjects(tree, head, depth)
    if tree.word_class(head) == NOUN:
        return doers_of_noun(tree, head, depth)
    return surface_subjects(tree, head, depth)


def doers_of_noun(tree: Tree, noun: int, depth: int) -> list[int]:
    """Return who owns a noun that governs an infinitive or gerund ("X's plan to …", "X made a bid to …")."""
    if tree.lemmas[noun] in words_of("nouns of asking"):
        return asked_by_noun(tree, noun, depth)
    owners = [owner for kid in tree.children(noun, "poss") for owner in tree.coordinated(kid)] or let(tree, noun)
    # "Efforts by Norway to broker a truce", "the decision of Ghana to leave".
    said = ("by", "of") if tree.lemmas[noun] in words_of("nouns of intent") else ("by",)
    owners = owners or [
        d for word, at in prepositions(tree, noun) if word in said for d in complements_of(tree, at, noun)
    ]
    owners = owners or named_for(tree, noun)
    if owners:
        return owners
    head = tree.heads[noun]
    besides = tree.deps[noun] == "pobj" and tree.words[head].lower() in words_of("circumstances")
    if besides and tree.lemmas[noun] not in words_of("nouns of intent"):
        # "Cut ties after a raid to arrest a guest": others raided; "after two attempts to launch it" did not.
        return []
    if tree.deps[noun] in (*OBJECTS, "attr", "pobj") and head != noun:
        verb = tree.heads[head] if tree.deps[noun] == "pobj" else head
        if tree.tags[verb][0] == "V":
            if tree.deps[noun] == "pobj" and tree.words[head].lower() in ("with", "from") and tree.has(verb, *OBJECTS):
                return logical_objects(tree, verb)
            return logical_subjects(tree, verb, depth)
    return []


def named_for(tree: Tree, noun: int) -> list[int]:
    """Return whose intent a noun of it is by the name before it: "the Chadian decision to close the border"."""
    if tree.lemmas[noun] not in words_of("nouns of intent"):
        return []
    return [kid for kid in tree.children(noun, "amod", "compound", "nmod") if tree.words[kid][0].isupper()]


def let(tree: Tree, noun: int) -> list[int]:
    """Return who is let do something: "gave Chile permission to search the ship"."""
    verb = tree.heads[noun]
    given = tree.deps[noun] in OBJECTS and tree.lemmas[verb] in words_of("giving")
    return datives(tree, verb) if given and tree.lemmas[noun] in words_of("permissions") else []


def asked_by_noun(tree: Tree, noun: int, depth: int) -> list[int]:
    """Return who is to act by a call: "calls on Chad to leave", or who answers it: "Chad ignored calls to leave"."""
    asked = [who for word, at in prepositions(tree, noun) if word in ASKED for who in complements_of(tree, at, noun)]
    verb = tree.heads[noun]
    answers = tree.deps[noun] in (*OBJECTS, "nsubjpass") and tree.lemmas[verb] in words_of("answering calls")
    return asked or (logical_subjects(tree, verb, depth) if answers else [])


def logical_subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Return who does it: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(tree, verb):
        return surface_subjects(tree, verb, depth)
    by = [kid for kid in tree.kids[verb] if tree.deps[kid] == "agent"]
    by += [kid for kid in tree.children(verb, "prep") if tree.words[kid].lower() == "by"]
    by += [at for kid in by for at in tree.children(kid, "conj")]
    by = [kid for kid in by if not tree.is_set_apart(kid)]
    # "Was promised two ships by Tokyo": the parser may hang the doer on the thing.
    by = by or [at for thing in tree.children(verb, *OBJECTS) for word, at in prepositions(tree, thing) if word == "by"]
    return [noun for prep in by for kid in tree.children(prep, "pobj") for noun in resolved(tree, kid, verb)]


def logical_objects(tree: Tree, verb: int) -> list[int]:
    """Return what is acted on, worked out once for each verb."""
    found = tree.objects.get(verb)
    if found is None:
        found = tree.objects[verb] = find_objects(tree, verb)
    return found


def find_objects(tree: Tree, verb: int) -> list[int]:
    """Return what is acted on: objects, passive subjects, subjects of an infinitive under the verb, relative gaps."""
    if is_passive(tree, verb):
        return objects_of_passive(tree, verb)
    found = [
        noun
        for kid in tree.children(verb, *OBJECTS, "dative")
        if tree.tags[kid] != "IN" and tree.tags[kid] != "TO"
        for noun in resolved(tree, kid, verb)
        if tree.deps[kid] != "dative"
    ]
    found = found or after_particle(tree, verb) or object_of_next(tree, verb)
    if found:
        return [*found, *doers_of_next(tree, verb)]
    if tree.deps[verb] == "amod" and tree.tags[verb] == "VBG" and names_before(tree, verb):
        return list(tree.coordinated(tree.heads[verb]))
    if tree.deps[verb] == "conj" and tree.tags[tree.heads[verb]][0] == "V":
        shared = shared_object(tree, verb)
        if shared:
            return shared
    return [*doers_of_infinitives(tree, verb)] or told_of(tree, verb)


def objects_of_passive(tree: Tree, verb: int) -> list[int]:
    """Return what is acted on in a passive: what is told of, unless it is somebody who was given something."""
    if tree.lemmas[verb] in words_of("giving") and tree.has(verb, "dobj"):
        return [noun for kid in tree.children(verb, "dobj") for noun in tree.coordinated(kid)]
    if tree.deps[verb] in ("acl", "amod") and not tree.has(verb, *SUBJECTS):
        return list(tree.coordinated(tree.heads[verb]))
    # "Rossi was declared persona non grata".
    declared = [kid for kid in tree.children(verb, "dobj") if tree.lemmas[kid] == "persona"]
    return [*surface_subjects(tree, verb), *declared]


def stood_for(tree: Tree, verb: int) -> list[int]:
    """Return the things that an object "it" or "them" stands for: what the verb before it acted on.

    "Closed the road and reopened it", "signed a contract with Oman, which cancelled it".
    """
    said = {
        "NN" if tree.words[kid].lower() == "it" else "NNS" for kid in tree.children(verb, *OBJECTS) if is_it(tree, kid)
    }
    if not said or tree.deps[verb] not in ("conj", "relcl", "advcl", "pcomp"):
        return []
    above = next((at for at in tree.ancestors(verb) if tree.word_class(at) == VERB), None)
    return [] if above is None else [noun for noun in logical_objects(tree, above) if tree.tags[noun] in said]


def is_it(tree: Tree, token: int) -> bool:
    """Tell whether a word is a pronoun that may stand for a thing."""
    return tree.tags[token] == "PRP" and tree.words[token].lower() in ("it", "them")


def after_particle(tree: Tree, verb: int) -> list[int]:
    """Return the object that the parser hung on the verb's particle ("hunted down the gunman")."""
    return [
        noun
        for kid in tree.children(verb, "prep", "prt")
        if kid == verb + 1 and (tree.tags[kid] == "RP" or tree.words[kid].lower() in (*VERBAL_PARTICLES, "in"))
        for grand in tree.children(kid, "pobj")
        if tree.words[kid].lower() != "in" or is_brought_in(tree, verb, grand)
        for noun in resolved(tree, grand, verb)
    ]


def object_of_next(tree: Tree, verb: int) -> list[int]:
    """Return the object behind the second of two verbs that "and" joins ("of having trained and equipped the men")."""
    later = next(tree.children(verb, "conj"), None)
    if later is None or [word.lower() for word in tree.words[verb + 1 : later]] != ["and"]:
        return []
    return [noun for kid in tree.children(later, *OBJECTS) for noun in resolved(tree, kid, later)]


def datives(tree: Tree, verb: int) -> list[int]:
    """Return bare dative objects ("gave Ukraine tanks"); of a passive verb with an object, its subject."""
    found = [
        noun
        for kid in tree.children(verb, "dative")
        if tree.tags[kid] not in ("IN", "TO")
        for noun in tree.coordinated(kid)
    ]
    if not found and is_passive(tree, verb) and tree.has(verb, *OBJECTS):
        found = surface_subjects(tree, verb)
    whom = any(tree.words[kid].lower() == "whom" and kid < verb for kid in tree.kids[verb])
    if not found and whom and tree.deps[verb] == "relcl" and any(kid > verb for kid in tree.children(verb, *OBJECTS)):
        # "Rossi, whom Oman lent two million".
        found = [tree.heads[verb]]
    return found


def complements_of(tree: Tree, preposition: int, verb: int) -> list[int]:
    """Return the heads of what a preposition governs, nouns and gerunds."""
    return [noun for kid in tree.children(preposition, "pobj", "pcomp") for noun in resolved(tree, kid, verb)]


def clauses_under(tree: Tree, i: int) -> list[int]:
    """Return the heads of a word's complement clauses: that-clauses, infinitives, gerunds, also after its object."""
    found = []
    for kid in tree.kids[i]:
        label = tree.deps[kid]
        if label in ("ccomp", "xcomp") or (label in ("acl", "relcl") and tree.word_class(i) == NOUN and label == "acl"):
            found.append(kid)
        elif label == "prep":
            found += tree.children(kid, "pcomp")
        elif label in OBJECTS and tree.word_class(i) == VERB and tree.lemmas[i] not in words_of("calling names"):
            # "Called the plan to close the road a farce": nobody is called on to close it.
            found += [
                grand
                for grand in tree.children(kid, "acl", "relcl")
                if tree.tags[grand] == "VB" and (tree.deps[grand] == "acl" or not tree.has(grand, *SUBJECTS))
            ]
        elif label == "acomp":
            found += list(tree.children(kid, "xcomp", "ccomp"))
        elif label == "advcl" and tree.tags[kid] == "VB" and tree.word_class(i) == VERB and logical_objects(tree, i):
            found.append(kid)
    return found


def copula_of(tree: Tree, i: int) -> int | None:
    """Return the verb "be" (or seem, become …) whose predicate the noun or adjective is."""
    at = i
    while tree.deps[at] == "conj":
        at = tree.heads[at]
    return tree.heads[at] if tree.deps[at] in ("acomp", "attr", "oprd") else None


def inside_of(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the noun and, for partitives, what stands in the of-phrase ("a group of soldiers": group, soldiers)."""
    yield noun
    if tree.lemmas[noun].lower() in words_of("partitive") or tree.tags[noun] == "CD":
        for word, at in prepositions(tree, noun):
            if word == "of":
                for inner in complements_of(tree, at, noun):
                    yield from inside_of(tree, inner)

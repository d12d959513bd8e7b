"""Frames: which words stand for which kind of event, and where its parties stand in the clause.

A frame file is a YAML list. One entry:

    - verb: [accuse, charge]      # or noun: / adjective:, one lemma or several
      noun: accusation            # a verb entry may name its nominalisation: one more frame, slots carried over
      type: ACCUSE                # a PLOVER type, STATEMENT, or OTHER (an act worth recording with no PLOVER type)
      mode: allege                # a mode of that type, optional
      to: [obj]                   # where the recipient stands: slots, the first that holds an actor wins
      theme: [of]                 # where the theme stands
      source: PLOVER ACCUSE
      example: Kyiv accused Moscow of shelling the port.

**Slots** say where a party or the theme stands, by grammatical function after passives, relative clauses, control
and conjunction have been undone:

    subj       the logical subject: who does it (of a noun: "by X", "X's", or an actor adjective before it)
    obj        the logical object (in "X was expelled by Y" it is X); also the subject of an infinitive under the
               verb ("urged Iran to stop": Iran)
    iobj       the dative object ("gave Ukraine tanks": Ukraine)
    clause     the complement clause ("that …", "to …", "…ing")
    poss       the possessor of a noun ("Putin's visit")
    mod        an actor adjective or noun before a noun ("Russian invasion", "the Gaza offensive")
    to, with, against, on, of, from, into, in, over, for, at, by, between, among, toward, about …
               the object of that preposition, under the word or under its object
    obj.poss, obj.mod, obj.of, obj.on, obj.against, obj.with, …
               an actor that depends on the object ("lifted sanctions on Iran": obj.on; "hailed Iran's move": obj.poss)
    clause.subj, clause.obj, clause.any
               an actor inside the complement clause ("demanded that Iran stop": clause.subj)

Left out, `by` is [subj] for verbs and [subj, poss, by, mod, of] for nouns; `to` is [obj, iobj, obj.poss, obj.mod,
obj.of, obj.on, obj.against, obj.with, with, to, against, on, at, in, clause.subj] for verbs and [to, with, against,
on, over, into, toward, for, of, in] for nouns; `theme` is [obj, of, clause, on, for, about] less what `to` took.
`to: []` says that the frame has no recipient.

**Conditions** (all must hold; the frame with the most wins over one with fewer):

    object: [weapon, "talks"]     the logical object's head is in one of these word classes (classes.yml) or is one
                                  of these lemmas. For light verbs: {verb: hold, object: [talks]}
    subject: [troops]             the same of the logical subject
    prep: {on: [goods]}           that preposition is there, its object in these classes (an empty list: anything)
    before: [worker, group]       the noun stands before one of these nouns, as its modifier ("aid workers")
    particle: off                 the verb has this particle ("call off"); a list means any of them
    complement: clause | infinitive | passive | obligation | demand | undertaking | predicate | none
                                  what kind of complement is there (passive: what is to be done to something, "called
                                  for it to be lifted"; obligation: a clause that says what somebody must, should or
                                  has to do; demand: that or a subjunctive, "insisted that it leave"; undertaking: a
                                  clause that says what will be, "agreed that neither would attack"; predicate: what
                                  somebody or something is called, "called it a farce")
    aim: [attack, "bomb"]         the infinitive under the word is one of these verbs ("vowed to attack")
    party: true                   a recipient must be found, or the frame does not hold; `place`, `person`: all must be;
                                  `state`: all must be states by their own names, no adjective or capital ("Iran
                                  sanctions" are on Iran); `land`: all must be places or states, by any name;
                  `joint`: two or more must act ("the two sides decided to")
    doer: true                    it is done by somebody of a state's, or by a state ("Chad accepted", not "he
                                  accepted"), or the frame does not hold
    voice: active | passive

**What follows**:

    symmetric: true               all parties do it together ("met", "talks between A and B"): they are all agents
    inner: planned                what stands in the complement clause gets this status: happened, ongoing, planned,
                                  possible, conditional, called_for, denied ("agreed to", "refused to", "demanded
                                  that", "threatened to"). Left out: the clause keeps its own.
    silent: true                  no claim of its own, only `inner` or `status` work ("plan to send": the sending is
                                  planned, the planning is no event)
    status: ongoing               the claim's own status where the clause says nothing else ("war", "is weighing")
    negated: REJECT               the type when the clause is negated ("did not agree" is a refusal)
    outcome: success | failure    ("failed launch")
    item: personnel               the theme's item class, where the theme's own words do not give one
    weight: 0.5                   how telling the word is, 0 to 1 (default 0.8); ties go to the heavier frame
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from legation.lexicon.load import load_entries

EVENT_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
).split()
OTHER_TYPES = ("STATEMENT", "OTHER")
MODES: dict[str, frozenset[str]] = {
    "CONSULT": frozenset("visit third-party multilateral phone".split()),
    "RETREAT": frozenset("withdraw release disarm ceasefire access resign".split()),
    "REQUEST": frozenset("assist change yield meet".split()),
    "ACCUSE": frozenset("disapprove investigate allege".split()),
    "REJECT": frozenset("assist change yield meet".split()),
    "THREATEN": frozenset("restrict arrest relations expel territory violence".split()),
    "PROTEST": frozenset("demo riot strike hunger boycott obstruct vandalize".split()),
    "SANCTION": frozenset("convict expel withdraw discontinue".split()),
    "MOBILIZE": frozenset("troops weapons police militia".split()),
    "COERCE": frozenset("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()),
    "ASSAULT": frozenset(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control unconventional".split()
    ),
}
# Material help and exchange carry what changes hands as their mode; PLOVER leaves it to the context.
MODES |= dict.fromkeys(
    ("AID", "COOPERATE"),
    frozenset("military intelligence economic humanitarian technology energy diplomatic asylum judicial".split()),
)


def as_list(value: object) -> object:
    """Let a single word stand for a list of one."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(as_list)]


class PartOfSpeech(StrEnum):
    """The kind of word that can open a frame."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


class FrameEntry(BaseModel):
    """One entry of a frame file; the module's docstring says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    type: str
    mode: str | None = None
    by: Words | None = None
    to: Words | None = None
    theme: Words | None = None
    object: Words = ()
    subject: Words = ()
    prep: dict[str, Words] = Field(default_factory=dict)
    before: Words = ()
    particle: Words = ()
    complement: (
        Literal["clause", "infinitive", "passive", "obligation", "demand", "undertaking", "predicate", "none"] | None
    ) = None
    aim: Words = ()
    party: bool | Literal["person", "place", "state", "land", "joint"] = False
    doer: bool = False
    voice: Literal["active", "passive"] | None = None
    symmetric: bool = False
    inner: Literal["happened", "ongoing", "planned", "possible", "conditional", "called_for", "denied"] | None = None
    silent: bool = False
    status: Literal["happened", "ongoing", "planned", "possible", "conditional", "called_for", "denied"] | None = None
    negated: str | None = None
    outcome: Literal["success", "failure"] | None = None
    item: str | None = None
    weight: float = Field(default=0.8, ge=0.0, le=1.0)
    source: str
    example: str
    file: str = ""

    @model_validator(mode="before")
    @classmethod
    def note_file(cls, row: Any, info: ValidationInfo) -> Any:
        """Keep the name of the file that the entry stands in, so that an explanation can name it."""
        return {**row, **info.context} if info.context and isinstance(row, dict) else row

    @model_validator(mode="after")
    def check(self) -> "FrameEntry":
        """Hold the type and mode to the ontology and ask for at least one opening word."""
        if not (self.verb or self.noun or self.adjective):
            raise ValueError("a frame needs a verb, a noun or an adjective")
        for kind in filter(None, (self.type, self.negated)):
            if kind not in (*EVENT_TYPES, *OTHER_TYPES):
                raise ValueError(f"{kind} is no event type")
        if self.mode is not None and self.mode not in MODES.get(self.type, frozenset()):
            raise ValueError(f"{self.mode} is no mode of {self.type}")
        return self


class WordClass(BaseModel):
    """One entry of classes.yml: nouns of one kind, by lemma; `item` marks classes that are item classes of themes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    item: bool = False
    words: Words
    source: str
    example: str


def load_frames(extra: Path | None = None) -> list[FrameEntry]:
    """Return every frame entry of the lexicon, an analyst's own folder last."""
    return load_entries("frames", FrameEntry, extra)


def load_classes(extra: Path | None = None) -> list[WordClass]:
    """Return every word class of the lexicon; entries of one name add up."""
    return load_entries("classes.yml", WordClass, extra)

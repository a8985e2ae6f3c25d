"""The form of a record: the fields that its kind has, what stands in them, and what a person has changed.

A form sends back what stood in it (`was`), so that only what the person touched becomes a change: what somebody else
changed meanwhile is not undone by a form that was opened before.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date

from starlette.datastructures import FormData

from app.pages.citing import Entry
from app.pages.placing import NoPlaceError, Place, SeveralPlacesError, take_passage
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, Topic
from app.store.queries.demands import DemandEntry
from app.store.queries.outcomes import OutcomeEntry
from app.store.queries.quotes import QuoteEntry
from app.store.queries.review import SetAside
from app.store.queries.workbench import Member, Workbench

Value = str | tuple[str, ...] | None
Shown = Mapping[str, tuple[str, ...]]
Named = Callable[[str], tuple[Member, ...]]
LONGEST_NAME, MOST_NAMES = 200, 20


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `form` is how it is filled in (passage, actor, actors, choice, topics, date); one that is `wanted`
    may not be empty."""

    name: str
    title: str
    form: str
    choices: tuple[str, ...] = ()
    wanted: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what stands in its inputs; `values` is what a changed field changes of the record.

    `mark` is where a passage was selected, `places` are where its words stand when they stand there more than once,
    `strangers` the names that are nobody's yet, `now` what the store says where somebody else changed it meanwhile.
    """

    field: Field
    typed: tuple[str, ...] = ()
    changed: bool = False
    values: Mapping[str, Value] = dataclass_field(default_factory=dict)
    error: str = ""
    mark: str = ""
    places: tuple[Place, ...] = ()
    strangers: tuple[str, ...] = ()
    now: tuple[str, ...] | None = None

    @property
    def one(self) -> str:
        return self.typed[0] if self.typed else ""


WORDS = Field("words", "Words", "passage", wanted=True, hint="the record itself, and nothing around it")
TOPICS = Field("topics", "Topics", "topics", tuple(Topic))
FORMS: Mapping[str, tuple[Field, ...]] = {
    "quote": (
        Field("speaker", "Said by", "actor", wanted=True),
        Field("source", "Named as", "passage", hint="the words that name the speaker there; a pronoun too"),
        Field("kind", "Kind", "choice", tuple(QuoteKind), wanted=True),
        WORDS,
        Field("addressees", "Said to", "actors"),
        Field("said_on", "Said on", "date", hint="only a day that the article gives"),
        TOPICS,
    ),
    "demand": (
        Field("holder", "Wanted by", "actor", wanted=True),
        Field("kind", "Kind", "choice", tuple(DemandKind), wanted=True),
        WORDS,
        Field("addressees", "Asked of", "actors"),
        TOPICS,
    ),
    "outcome": (
        Field("actors", "Done by", "actors"),
        Field("status", "Status", "choice", tuple(OutcomeStatus), wanted=True),
        WORDS,
        Field("condition", "Condition", "passage", hint="the words of the “if”; empty where there is none"),
        Field("affected", "Affects", "actors"),
        Field("occurred_on", "Date", "date", hint="when it happened or is due, where the article says so"),
        TOPICS,
    ),
}


def read_entry(entry: Entry) -> Shown:
    """What stands in the fields of a record, each as the texts of its inputs."""
    mark = f"{entry.excerpt.mark_start}:{entry.excerpt.mark_end}"
    topics = {"words": (entry.words,), "words_place": (mark,), "topics": tuple(map(str, entry.topics))}
    match entry:
        case QuoteEntry():
            return topics | {
                "speaker": (entry.speaker.name,),
                "source": (entry.source,),
                "kind": (entry.kind,),
                "addressees": tuple(each.name for each in entry.addressees),
                "said_on": (entry.said_on.isoformat(),) if entry.said_on else (),
            }
        case DemandEntry():
            addressees = tuple(each.name for each in entry.addressees)
            return topics | {"holder": (entry.holder.name,), "kind": (entry.kind,), "addressees": addressees}
        case OutcomeEntry():
            return topics | {
                "status": (entry.status,),
                "actors": tuple(each.name for each in entry.actors),
                "affected": tuple(each.name for each in entry.affected),
                "condition": (entry.condition,) if entry.condition else (),
                "occurred_on": (entry.occurred_on.isoformat(),) if entry.occurred_on else (),
            }


def read_aside(record: str, aside: SetAside) -> Shown:
    """The same of a record that lost its place, as it was decided."""
    names = aside.change.names
    shown = {}
    for field in FORMS[record]:
        value = aside.fields.get(field.name) or ()
        values = (value,) if isinstance(value, str) else value
        shown[field.name] = tuple(names.get(each, each) for each in values) if "actor" in field.form else values
    return shown


def fill(record: str, shown: Shown) -> tuple[Filled, ...]:
    """The form as it opens."""
    return tuple(Filled(field, shown.get(field.name, ()), mark=mark_in(shown, field)) for field in FORMS[record])


def mark_in(shown: Shown, field: Field) -> str:
    """Where the words of a passage stand, if that is known."""
    return next(iter(shown.get(f"{field.name}_place", ())), "")


def write_shown(shown: Shown) -> str:
    return json.dumps(shown, ensure_ascii=False)


def read_shown(written: str) -> Shown | None:
    """What `write_shown` wrote; None for anything else that was sent."""
    try:
        read = json.loads(written)
        return {str(name): tuple(map(str, values)) for name, values in read.items()}
    except (ValueError, AttributeError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class Taking:
    """What the fields are taken with: the form as it was sent, the article, and who has a name."""

    sent: FormData
    bench: Workbench
    named: Named

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts that were sent under a name, without space around them and empty ones."""
        sent = (value.strip() for value in self.sent.getlist(name) if isinstance(value, str))
        return tuple(" ".join(text.split()) for text in sent if text)

    @property
    def new_kind(self) -> str:
        """The kind that was chosen for names that are nobody's yet; "" where none was."""
        kind = str(self.sent.get("new_kind", ""))
        return kind if kind in set(ActorKind) else ""


def take(record: str, taking: Taking, was: Shown) -> tuple[Filled, ...]:
    """The form as it was sent: each field with its change, or with what is wrong with it."""
    return tuple(take_field(field, taking, was) for field in FORMS[record])


def take_field(field: Field, taking: Taking, was: Shown) -> Filled:
    typed, mark = taking.texts(field.name), str(taking.sent.get(f"{field.name}_place", ""))
    filled = Filled(field, typed, mark=mark)
    plain = tuple(" ".join(text.split()) for text in was.get(field.name, ()))
    if set(typed) == set(plain) and mark in ("", mark_in(was, field)) and (typed or not field.wanted):
        return filled
    filled = replace(filled, changed=True)
    if not typed and field.wanted:
        return replace(filled, error="This cannot be left empty.")
    return TAKERS[field.form](filled, taking)


def take_words(filled: Filled, taking: Taking) -> Filled:
    if not filled.typed:
        return became(filled, None)
    try:
        passage = take_passage(taking.bench.text, taking.bench.body_start, filled.one, filled.mark)
    except NoPlaceError as error:
        return replace(filled, error=str(error))
    except SeveralPlacesError as error:
        return replace(filled, error=str(error), places=error.places)
    prefix = "" if filled.field.name == "words" else f"{filled.field.name}_"
    place = {f"{prefix}start": str(passage.start), f"{prefix}end": str(passage.end)}
    return replace(filled, values={filled.field.name: passage.text, **place})


def take_choice(filled: Filled, taking: Taking) -> Filled:
    if filled.one not in filled.field.choices:
        return replace(filled, error="Choose one of these.")
    return became(filled, filled.one)


def take_topics(filled: Filled, taking: Taking) -> Filled:
    if not set(filled.typed) <= set(filled.field.choices):
        return replace(filled, error="Choose among these.")
    return became(filled, filled.typed)


def take_day(filled: Filled, taking: Taking) -> Filled:
    try:
        return became(filled, date.fromisoformat(filled.one).isoformat() if filled.typed else None)
    except ValueError:
        return replace(filled, error="Write the day as 2025-08-15.")


def take_actors(filled: Filled, taking: Taking) -> Filled:
    """Each name as the key of an actor, or as it was typed where it is to become one."""
    keys, strangers = list[str](), list[str]()
    for name in filled.typed[:MOST_NAMES]:
        members = taking.named(name)
        if len(members) > 1:
            listed = ", ".join(f"{each.key} ({each.kind})" for each in members)
            return replace(filled, error=f"Several actors are called “{name}”. Write one of these keys: {listed}.")
        keys.append(members[0].key if members else name)
        if not members:
            strangers.append(name)
    if any(len(name) > LONGEST_NAME for name in strangers):
        return replace(filled, error=f"A name has at most {LONGEST_NAME} characters.")
    if strangers and not taking.new_kind:
        quoted = " or ".join(f"“{name}”" for name in strangers)
        error = f"Nobody is called {quoted} yet. Mend the name, or say below what it is: then it is added."
        return replace(filled, error=error, strangers=tuple(strangers))
    unique = tuple(dict.fromkeys(keys))
    changed = became(filled, unique[0] if filled.field.form == "actor" else unique)
    return replace(changed, strangers=tuple(strangers))


def became(filled: Filled, value: Value) -> Filled:
    return replace(filled, values={filled.field.name: value})


TAKERS: Mapping[str, Callable[[Filled, Taking], Filled]] = {
    "passage": take_words,
    "choice": take_choice,
    "topics": take_topics,
    "date": take_day,
    "actor": take_actors,
    "actors": take_actors,
}


def values_of(filled: Iterable[Filled], taking: Taking) -> dict[str, Value]:
    """What was changed, as a change of the record."""
    listed = tuple(filled)
    values = {name: value for each in listed for name, value in each.values.items()}
    return values | ({"new_kind": taking.new_kind} if any(each.strangers for each in listed) else {})


def beside(filled: tuple[Filled, ...], was: Shown, now: Shown) -> tuple[Filled, ...]:
    """The form after somebody else changed the record: what the person left alone follows the store, what both
    changed keeps what the person typed, with what the store says beside it."""
    return tuple(meet(each, was, now) for each in filled)


def meet(filled: Filled, was: Shown, now: Shown) -> Filled:
    before, after = (set(shown.get(filled.field.name, ())) for shown in (was, now))
    stands = now.get(filled.field.name, ())
    if not filled.changed:
        return replace(filled, typed=stands, mark=mark_in(now, filled.field))
    return replace(filled, now=stands) if after != before else filled

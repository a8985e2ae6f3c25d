"""The lexicons of outcomes as the rules ask them: which words frame a promise, which verbs are events, what harms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.parsing.actors.unnamed import is_person
from app.parsing.lexicon import LexiconError, read_lexicon, read_words
from app.parsing.predicates import MONTHS, WEEKDAYS, lemma_of
from app.parsing.tokens import Token

WHEN = (
    WEEKDAYS
    | MONTHS
    | {
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "year",
        "condition",
        "principle",
        "time",
        "day",
        "date",
    }
)
CLASSES = ("military", "diplomatic", "legal", "economic")
PRONOUN_OBJECTS = frozenset({"it", "them", "him", "her", "both", "all", "they", "he", "she"})
OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "oprd"})
TAKEN = frozenset(
    {"while", "time", "day", "hour", "week", "month", "year", "minute", "decade", "moment", "trouble", "care"}
)
SUBJECTS_OF_TALK = frozenset({"subject", "theme", "topic", "question", "point", "idea", "matter", "argument"})
PARTICLES = frozenset({"prt", "advmod", "prep", "xcomp", "npadvmod"})


@dataclass(frozen=True, slots=True)
class EventVerbs:
    """`plain` verbs are acts whatever follows; `phrases` need one of the words after them; `things` one of the objects."""

    plain: frozenset[str]
    phrases: dict[str, frozenset[str]]
    things: dict[str, frozenset[str]]


@cache
def event_verbs() -> EventVerbs:
    """Raises LexiconError where an object names a group that `events.toml` does not have."""
    tables = read_lexicon("events")
    groups: dict[str, list[str]] = tables["groups"]
    plain: set[str] = set()
    phrases: dict[str, set[str]] = {}
    things: dict[str, set[str]] = {}
    for name in CLASSES:
        plain |= set(tables[name]["verbs"])
        for phrase in tables[name]["phrases"]:
            verb, _, rest = phrase.partition(" ")
            if rest:
                phrases.setdefault(verb, set()).add(rest)
            else:
                plain.add(verb)
        for verb, nouns in tables[name]["objects"].items():
            for noun in nouns:
                if noun.startswith("@") and noun[1:] not in groups:
                    raise LexiconError(
                        f"lexicon/events.toml: {verb} asks for the group {noun}, which [groups] does not have"
                    )
                things.setdefault(verb, set()).update(groups[noun[1:]] if noun.startswith("@") else [noun])
    return EventVerbs(
        frozenset(plain),
        {verb: frozenset(words) for verb, words in phrases.items()},
        {verb: frozenset(words) for verb, words in things.items()},
    )


@cache
def event_words(table: str, key: str) -> frozenset[str]:
    """The words of `events.toml` under [table] key."""
    return frozenset(read_lexicon("events")[table][key])


def outcome_words(key: str) -> frozenset[str]:
    return read_words("outcomes", key)


def is_event(verb: Token) -> bool:
    """The verb, with the particle or the object that it has here, is an act in a conflict or in talks."""
    verbs, lemma = event_verbs(), lemma_of(verb)
    if _is_idle(verb, lemma):
        return False
    if lemma in verbs.plain:
        return True
    if lemma == "let" and any(_lets_act(child) for child in verb.children):
        return True
    if lemma in event_words("happenings", "phases"):
        act = next((child for child in verb.children if child.dep_ in ("xcomp", "pcomp") and child.i > verb.i), None)
        if act is not None and act.tag_ in ("VBG", "VB"):
            ended = lemma in ("stop", "cease") and lemma_of(act) in outcome_words("help") | {"answer"}
            return is_event(act) or ended
    if lemma in verbs.phrases and follows(verb, verbs.phrases[lemma]):
        return True
    if lemma not in verbs.things:
        return False
    objects = objects_of(verb)
    if (lemma == "accept" and _bare(verb)) or (lemma in ("withdraw", "retreat") and not objects_of(verb)):
        return True
    if lemma in ("visit", "leave", "quit", "tour", "enter", "reach") and _named_place(verb):
        return True
    if lemma in ("meet", "receive", "host", "telephone", "phone", "embrace", "hug", "greet", "call") and _named_place(
        verb
    ):
        return not any(child.dep_ in ("oprd", "ccomp", "xcomp") for child in verb.children)  # "called Putin a liar"
    return bool(verbs.things[lemma] & set(objects)) or (
        lemma in event_words("pronouns", "verbs") and _pronoun_object(verb)
    )


def _is_idle(verb: Token, lemma: str) -> bool:
    """ "left the mediators to sort the notes", "met the press": nothing was done in the dispute."""
    if lemma in ("retaliate", "respond") and _doing_behind_by(verb):
        return True  # what was done stands behind "by"
    if (
        lemma == "take"
        and TAKEN & set(objects_of(verb))
        and any(child.dep_ in ("xcomp", "advcl") for child in verb.children)
    ):
        return True  # "took a while to answer"
    if lemma == "return" and SUBJECTS_OF_TALK & set(objects_of(verb) + _reached(verb)):
        return True  # "returned to the theme"
    if lemma == "leave":
        clauses = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]
        return any(one.tag_ == "TO" for clause in clauses for one in clause.children)
    if lemma == "cross" and any(child.lower_ in ("a", "red") for one in verb.children for child in one.children):
        return "line" in objects_of(verb)  # "crossed a line"
    return lemma == "meet" and bool({"press", "reporter", "journalist", "camera"} & set(objects_of(verb)))


def _reached(verb: Token) -> list[str]:
    return [one.lemma_.lower() for child in verb.children if child.lower_ == "to" for one in child.children]


def _lets_act(clause: Token) -> bool:
    """ "let [four smugglers slip away]"; not "let the date pass", "let it be known"."""
    acting = (
        clause.dep_ == "ccomp" and clause.tag_ in ("VB", "VBP") and any(one.dep_ == "nsubj" for one in clause.children)
    )
    if acting and lemma_of(clause) == "go":  # "let 52 prisoners go", not "let the date go by"
        let_go = [one for one in clause.children if one.dep_ == "nsubj"]
        return any(
            one.tag_ in ("NNP", "NNPS") or one.lemma_.lower() in event_words("groups", "people") for one in let_go
        )
    return acting and lemma_of(clause) not in ("pass", "lapse", "expire", "be", "know")


def _doing_behind_by(verb: Token) -> bool:
    by = next((child for child in verb.children if child.lower_ == "by" and child.i > verb.i), None)
    return by is not None and any(one.dep_ == "pcomp" and one.tag_ == "VBG" for one in by.children)


def _bare(verb: Token) -> bool:
    """Nothing is said of what was accepted: "accepted within the hour"."""
    after = [child for child in verb.rights if child.lower_ not in ("within", "on", "in", "at")]
    return not any(child.dep_ in ("dobj", "ccomp", "xcomp", "prep") for child in after)


def _named_place(verb: Token) -> bool:
    """ "visited Khartoum", "left Iran on July 4"."""
    return any(child.dep_ == "dobj" and child.tag_ in ("NNP", "NNPS") for child in verb.children)


def _pronoun_object(verb: Token) -> bool:
    """ "shut it", "freed two", "released 10 Americans": what it was done to is a pronoun, a number or a name."""
    return any(
        child.dep_ in OBJECT_DEPS
        and (child.lower_ in PRONOUN_OBJECTS or child.like_num or child.tag_ in ("NNP", "NNPS"))
        for child in verb.children
    )


def follows(verb: Token, phrases: frozenset[str]) -> bool:
    """One of the words (or runs of words) stands right after the verb, or belongs to it as particle or preposition."""
    doc = verb.doc
    for phrase in phrases:
        first, _, second = phrase.partition(" ")
        for child in _following(verb):
            if child.dep_ == "prep" and any(one.lower_ in WHEN for one in child.children):
                continue
            if child.lower_ == first and (not second or (child.i + 1 < len(doc) and doc[child.i + 1].lower_ == second)):
                return True
    return False


@cache
def led_by(key: str) -> dict[str, frozenset[str]]:
    """The entries of a list by their first word: what must follow it, "" where nothing must."""
    found: dict[str, set[str]] = {}
    for entry in outcome_words(key):
        first, _, rest = entry.partition(" ")
        found.setdefault(first, set()).add(rest)
    return {first: frozenset(rests) for first, rests in found.items()}


def matches(verb: Token, key: str) -> bool:
    """The verb, with the words that it needs behind it, is in the list of that name: "called off" in `cancelled`."""
    rests = led_by(key).get(lemma_of(verb))
    return rests is not None and ("" in rests or follows(verb, rests))


def _following(verb: Token) -> list[Token]:
    after = [child for child in verb.children if child.i > verb.i and (child.dep_ in PARTICLES or child.dep_ == "dobj")]
    to = [
        word
        for child in verb.children
        if child.dep_ in ("xcomp", "ccomp", "advcl")
        for word in child.children
        if word.tag_ == "TO"
    ]
    nearest = [verb.nbor(1)] if verb.i + 1 < len(verb.doc) else []
    return nearest + after + to


def objects_of(verb: Token) -> list[str]:
    """The lemmas of what the verb acts on: direct object or passive subject, with what is coordinated or stands behind "of"."""
    found: list[str] = []
    for child in verb.children:
        if child.dep_ in OBJECT_DEPS or (child.dep_ == "dative" and child.tag_ != "IN"):
            found += nouns_of(child)
        elif child.dep_ == "prep" and child.i <= verb.i + 4 and child.lower_ in ("of", "in", "at", "for", "with"):
            found += [grandchild.lemma_.lower() for grandchild in child.children if grandchild.dep_ == "pobj"]
        elif child.dep_ == "ccomp" and child.i > verb.i:
            found += [one.lemma_.lower() for one in child.children if one.dep_ in ("nsubj", "nsubjpass")]
    return found


def nouns_of(noun: Token) -> list[str]:
    found = [noun.lemma_.lower()]
    for child in noun.children:
        if child.dep_ == "compound" or (child.dep_ in ("conj", "appos") and child.i > noun.i):
            found.append(child.lemma_.lower())
        elif child.dep_ == "prep" and child.lower_ == "of":
            found += [grandchild.lemma_.lower() for grandchild in child.children if grandchild.dep_ == "pobj"]
    return found


def is_for_thing(infinitive: Token, cue: Token) -> bool:
    """Whether "to do" tells what a thing offered is for: "pledged $2 billion to build a dam"."""
    to_do = any(child.tag_ == "TO" for child in infinitive.lefts)
    if not to_do or lemma_of(cue) not in outcome_words("promise_thing"):
        return False
    things = [child for child in cue.children if child.dep_ == "dobj" and cue.i < child.i < infinitive.i]
    return any(
        thing.pos_ in ("NUM", "NOUN", "SYM")
        and (not is_person(thing.lemma_.lower()) or any(child.dep_ == "nummod" for child in thing.children))
        for thing in things
    )

"""With whom an office holder deals in his sentence: a state of which he demands something, or whose officer he meets, is not
his own."""

from __future__ import annotations

import re

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Naming
from app.parsing.actors.names import POSSESSIVES
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

CONFRONTING = frozenset(
    {"demand", "accuse", "urge", "call", "warn", "threaten", "blame", "condemn", "press", "appeal", "denounce"}
)
MEETING = frozenset(
    {"meet", "host", "receive", "visit", "phone", "telephone", "greet", "welcome", "see"}
    | {"deliver", "hand", "present", "convey"}
)
AT_HOME = re.compile(  # who often demand something of their own state
    r"(?i)\b(mayor|governor|opposition|lawmaker|legislator|senator|mp|councillor|candidate|challenger|union|party)\b"
)
MESSAGES = frozenset({"letter", "note", "message", "cable", "telegram", "reply", "appeal", "email"})
HEADS = re.compile(r"(?i)\b(president|prime minister|premier|chancellor|king|queen|emir|sultan)\b")
MOST_NAMINGS = 12  # of one person, that are asked with whom he deals
FIRST_WORDS = 8  # of the next sentence, that may hold "he": "On Monday, when he met …"
WISHING = frozenset({"want", "ask", "expect", "beg", "implore", "invite", "tell", "remind", "challenge"})
TELLING = frozenset({"tell", "remind"})  # "told them that Norway would": his own
DEALT_WITH = frozenset({"to", "with", "on", "against", "from"})
FACING = frozenset({"with", "to", "by", "from", "against", "on", "of"})


def dealt_with(name: Token) -> Token | None:
    """The verb of which the name is the object ("Norway assured the chief of"): its subject is another party."""
    while name.dep_ in ("compound", "appos", "poss", "conj", "nmod") and name.head is not name:
        name = name.head
    if name.dep_ in ("dobj", "dative", "iobj"):
        return name.head
    if name.dep_ == "pobj" and name.head.lower_ in DEALT_WITH and name.head.head.pos_ == "VERB":
        return name.head.head
    return None


def opposed_to(cast: Cast, naming: Naming, home: str) -> frozenset[str]:
    """The countries that any sentence which names the person shows not to be his own; `home` as in `find_opposed`."""
    named = [one for one in cast.namings if one.key == naming.key]
    return frozenset().union(*(find_opposed(cast, one, home) for one in named[:MOST_NAMINGS]))


def find_opposed(cast: Cast, naming: Naming, home: str) -> frozenset[str]:
    """The countries that the person's sentence, and the next one that goes on with "he" or "she", shows not to be his own:
    of which he demands something, which he accuses, whose officer he meets, or who meets him. `home` is the country from which
    the article is written, if it is known."""
    article, doc = cast.article, cast.article.doc
    end = article.sentence(naming.start).end
    if any(word.lower_ in ("he", "she") and word.dep_ == "nsubj" for word in doc[end : end + FIRST_WORDS]):
        end = article.sentence(end).end
    found = _hosts(cast, naming) | _writers(cast, naming) | (_obliged(cast, naming) - {home} if home else set())
    for verb in doc[naming.end : end]:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        own = subject is not None and (subject.lower_ in ("he", "she") or naming.start <= subject.i < naming.end)
        own = own and not AT_HOME.search(cast.figures[naming.key].role)
        for child in verb.children if own else ():
            wished = child.dep_ == "ccomp" and verb.lemma_ not in TELLING
            asked = verb.lemma_ in WISHING and (wished or _is_asked(child))
            if (verb.lemma_ in CONFRONTING or asked) and child.i > verb.i:
                found |= _objects_of(cast, child)
            found |= _officers_of(cast, child)
    return frozenset(found)


def _is_asked(noun: Token) -> bool:
    """Whether the noun is an object of which an act is asked: "asked [Norway] to wait"."""
    return noun.dep_ == "dobj" and any(child.dep_ == "xcomp" for child in noun.head.children)


def _hosts(cast: Cast, naming: Naming) -> set[str]:
    """Whose officer meets the person: "Norway's envoy met Foreign Minister Ito", "He is to meet Foreign Minister Ito"."""
    verb = dealt_with(cast.article.doc[naming.end - 1])
    subject = subject_of(verb) if verb is not None and verb.lemma_ in MEETING else None
    sides = [cast.side_of(key) for key in cast.resolve(subject)[:1]] if subject is not None else []
    return {cast.figures[side].name for side in sides if side}


def _writers(cast: Cast, naming: Naming) -> set[str]:
    """The country of who writes to a head of state or government: "In a letter to Prime Minister Ito, Norway's president said"."""
    doc = cast.article.doc
    to = doc[naming.start : naming.end].root.head
    if to.lower_ != "to" or to.head.lemma_ not in MESSAGES or not HEADS.search(cast.figures[naming.key].role):
        return set()
    main = cast.article.sentence(naming.start).root
    subject = next((child for child in main.children if child.dep_ == "nsubj"), None)
    keys = cast.resolve(subject)[:1] if subject is not None else ()
    return {cast.figures[side].name for key in keys if key != naming.key and (side := cast.side_of(key))}


def _obliged(cast: Cast, naming: Naming) -> set[str]:
    """The countries of which somebody says what they must do: "Chad must wait, Foreign Minister Ilse Brandt said"."""
    subject = cast.article.doc[naming.start : naming.end].root
    if subject.dep_ != "nsubj" or subject.head.lemma_ not in read_words("speech", "saying"):
        return set()
    found = set()
    for word in cast.article.sentence(naming.start):
        obliged = word.dep_ == "nsubj" and any(child.lower_ in ("must", "should") for child in word.head.children)
        key = cast.naming_of[word.i].key if obliged and word.i in cast.naming_of else ""
        if key and cast.figures[key].kind is ActorKind.COUNTRY:
            found.add(cast.figures[key].name)
    return found


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the one on which it hangs: "he is to meet"."""
    while True:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None or verb.dep_ not in ("xcomp", "conj") or verb.head is verb:
            return subject
        verb = verb.head


def _objects_of(cast: Cast, child: Token) -> set[str]:
    """The country that is the object of a verb, behind a preposition too, or the subject of the clause that it takes."""
    nouns = [child] if child.dep_ == "dobj" else []
    if child.dep_ == "prep" and child.lower_ in ("on", "to", "of", "against"):
        nouns = [one for one in child.children if one.dep_ == "pobj"]
    elif child.dep_ == "ccomp":
        nouns = [one for one in child.subtree if one.lower_ != "that"][:1]
    namings = [cast.naming_of.get(noun.i) for noun in nouns]
    figures = [cast.figures[one.key] for one in namings if one is not None]
    return {figure.name for figure in figures if figure.kind is ActorKind.COUNTRY}


def _officers_of(cast: Cast, child: Token) -> set[str]:
    """The country that owns the officer with whom the verb deals: "raised it with Norway's foreign minister", "met his Russian
    counterpart"."""
    if child.dep_ == "prep" and child.lower_ in FACING:
        officers = [one for one in child.children if one.dep_ == "pobj"]
    else:
        officers = [child] if child.dep_ in ("dobj", "dative") else []
    found = set()
    for officer in officers:
        naming = cast.naming_of.get(officer.i)
        person = naming is not None and cast.figures[naming.key].kind is ActorKind.PERSON
        if person or officer.lemma_.casefold() in read_words("names", "offices"):
            found |= {country for word in officer.subtree[:8] if (country := _owning(cast, word, officer))}
            found |= {country for child in officer.children if (country := _land_behind(cast, child))}
    return found


def _land_behind(cast: Cast, of: Token) -> str:
    """The country of which an officer is said to be one: "sat down with President Lund of Norway"."""
    land = next((one for one in of.children if one.dep_ == "pobj"), None) if of.lower_ == "of" else None
    naming = cast.naming_of.get(land.i) if land is not None else None
    figure = cast.figures[naming.key] if naming is not None else None
    return figure.name if figure is not None and figure.kind is ActorKind.COUNTRY else ""


def _owning(cast: Cast, word: Token, officer: Token) -> str:
    """The country that the word before an officer names, as his owner or as an adjective; else ""."""
    owner = cast.naming_of.get(word.i)
    if word.i >= officer.i:
        return ""
    if owner is not None and cast.figures[owner.key].kind is ActorKind.COUNTRY:
        return cast.figures[owner.key].name if cast.article.doc[owner.end].text in POSSESSIVES else ""
    return cast.gazetteer.demonym(word.text) or ""

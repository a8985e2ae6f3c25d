"""What kind of thing each name stands for, decided over the whole article: a person, a country, an organisation, or nothing
that can hold a position (a place, a treaty, a war)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from app.parsing.actors.clues import (
    acts_as_body,
    employs_reporter,
    has_role,
    is_body,
    is_body_called,
    is_company,
    is_definite,
    is_he_or_she,
    is_located,
    is_medium,
    is_shouted,
    is_told,
    speaks,
)
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.places import Gazetteer, bare
from app.parsing.actors.titles import Name, shared_title
from app.parsing.actors.unnamed import COLLECTIVES
from app.parsing.article import Article
from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Doc
from app.records import ActorKind

SHORES = frozenset({"west", "east", "north", "south", "left", "right"})  # of a river: "the West Bank"
UNMISTAKABLE = read_words("names", "joining_bodies") - {"house", "bank", "court"} | read_words("names", "studies")
ACRONYM = re.compile(r"[A-Z][A-Z&.-]{1,7}s?")

SEAT_IN_CONGRESS = re.compile(r"[RDI]-[A-Z][A-Za-z.]+")  # "(R-AZ)"


def find_kinds(article: Article, names: Sequence[Name], gazetteer: Gazetteer) -> dict[str, ActorKind]:
    """For each name (its text) the kind of actor it is; names of places and things are left out."""
    places = defaultdict(list)
    for name in names:
        places[name.text].append(name)
    kinds: dict[str, ActorKind] = {}
    for text, found in places.items():
        if kind := _find_kind(article, text, found, gazetteer):
            kinds[text] = kind
    courteous = {name.text for name in names if name.title.casefold() in read_words("names", "courtesy")}
    for text in places.keys() - kinds.keys():
        words = text.split()
        shorter = {
            " ".join(words[at:]) for at in range(1, len(words) - 1)
        }  # "Ilse Brandt" of "Billionaire Ilse Brandt"
        whole = not (shorter & places.keys()) and not any(gazetteer.knows(one) for one in (text, *shorter))
        if 1 < len(words) < 5 and words[-1] in courteous and whole:
            kinds[text] = ActorKind.PERSON  # "Naghmeh Abedini", if there is a "Mrs. Abedini"
    alone = {text for text, kind in kinds.items() if kind is ActorKind.PERSON and " " not in text}
    for text in places.keys() - kinds.keys() if alone else ():
        if (
            _completes(text, alone)
            and text.split(" ", 1)[1] not in places.keys() - alone
            and any(_does(article.doc, name) for name in places[text])
        ):
            kinds[text] = ActorKind.PERSON  # "Pak Do-hyun", if "Pak said" follows
    surnames = {text.split()[-1] for text, kind in kinds.items() if kind is ActorKind.PERSON and len(text.split()) > 1}
    for text in surnames & places.keys():
        if not gazetteer.country(text):
            kinds[text] = ActorKind.PERSON
    return kinds


def _completes(text: str, surnames: set[str]) -> bool:
    """Whether the name is one of the surnames with a given name: "Ewa Brandt", "Pak Do-hyun"."""
    words = text.split()
    known = {word.casefold() for word in words} & (read_words("names", "places") | read_words("names", "things"))
    eastern = words[0] in surnames and len(words) == 2 and "-" in words[-1]
    return 1 < len(words) < 4 and not known and (words[-1] in surnames or eastern)


def _does(doc: Doc, name: Name) -> bool:
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.pos_ == "VERB"


def _find_kind(article: Article, text: str, found: list[Name], gazetteer: Gazetteer) -> ActorKind | None:
    words = [word.casefold() for word in bare(text).split()]
    if bare(text) in gazetteer.things:
        return None
    country = gazetteer.country(text)
    if country and not (country in gazetteer.ambiguous and any(name.titled for name in found)):
        return ActorKind.COUNTRY
    if (entry := gazetteer.known.get(bare(text))) is not None:
        return ActorKind(entry["kind"])
    if gazetteer.seat(text):
        return None
    titled = any(name.titled or shared_title(article.doc, name.start) >= 0 for name in found)
    if gazetteer.demonym(text) and not titled:
        return ActorKind.GROUP if text.endswith("s") and any(speaks(article.doc, name) for name in found) else None
    if titled and not _names_organisation(words):
        return ActorKind.PERSON
    if _names_organisation(words) and not (
        words[-1] in read_words("names", "places") and (words[-1] != "bank" or words[0] in SHORES) and len(words) < 3
    ):
        body = not _is_given(words) or len(words) > 2 or words[-1] in UNMISTAKABLE
        return ActorKind.ORGANIZATION if body else ActorKind.PERSON
    if words[-1] in read_words("names", "things"):
        return None
    if len(words) == 1:
        return _kind_of_one_word(article.doc, text, found)
    return _kind_of_several_words(article, words, found)


def _kind_of_several_words(article: Article, words: list[str], found: list[Name]) -> ActorKind | None:
    if words[-1] in read_words("names", "peoples"):
        return ActorKind.GROUP if any(speaks(article.doc, name) for name in found) else None
    if not _is_given(words) and any(
        is_medium(article.doc, name) or is_body_called(article.doc, name) for name in found
    ):
        return ActorKind.ORGANIZATION
    located = words[-1] in read_words("names", "places") and words[-1] != "states"
    if not located and not _is_given(words) and any(acts_as_body(article.doc, name) for name in found):
        return ActorKind.ORGANIZATION
    if words[0] in read_words("names", "places") or words[-1] in read_words("names", "places"):
        person = _is_given(words) and words[-1] not in ("strait", "valley")
        if person and any(speaks(article.doc, name) or has_role(article.doc, name) for name in found):
            return ActorKind.PERSON
        told = not located and any(is_told(article.doc, name) for name in found)  # "told El Correo"
        return ActorKind.ORGANIZATION if told and not person else None
    if len(words) <= 5 and (
        _is_given(words)
        or any(
            has_role(article.doc, name) or speaks(article.doc, name) or is_he_or_she(article, name) for name in found
        )
    ):
        return ActorKind.PERSON
    heard = any(is_told(article.doc, name) or employs_reporter(article.doc, name) for name in found)
    return ActorKind.ORGANIZATION if heard else None


def _names_organisation(words: list[str]) -> bool:
    head = words[: next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words))]
    return (
        len(words) > 1
        and bool(head)
        and (head[-1] in read_words("names", "organisations") or words[-1] in read_words("names", "organisations"))
    ) or (
        bool({"news", "radio", "television", "university", "ministry", "organization"} & set(words)) and len(words) > 1
    )


def _is_given(words: list[str]) -> bool:
    return words[0] in given_names()


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, each "female" or "male"."""
    lexicon = read_lexicon("first_names")
    return {name.casefold(): gender for gender in ("female", "male") for name in lexicon[gender]}


def _is_introduced(doc: Doc, name: Name) -> bool:
    """Whether the noun right before a single name is that of one person, who does something: "the rapper Tozo said"."""
    noun, one = doc[max(0, name.start - 1)], doc[name.start]
    if noun.tag_ != "NN" or noun.lower_ not in read_words("names", "people") or noun.lower_ in COLLECTIVES:
        return False
    together = noun.head is one or one.head is noun or (noun.head is one.head and noun.dep_ == one.dep_)
    acts = one.dep_ == "nsubj" or (one.dep_ == "appos" and noun.dep_ == "nsubj")
    return together and acts and noun.whitespace_ != "" and doc[name.end : name.end + 1].text not in POSSESSIVES


def _kind_of_one_word(doc: Doc, text: str, found: list[Name]) -> ActorKind | None:
    if SEAT_IN_CONGRESS.fullmatch(text) or text in read_words("names", "no_bodies"):
        return None
    if ACRONYM.fullmatch(text) and all(is_shouted(doc, name) for name in found):
        return None
    if len(text) > 2 and text.endswith("s") and text[:-1].isupper():  # "MPs", "NGOs"
        return ActorKind.GROUP if any(speaks(doc, name) or is_told(doc, name) for name in found) else None
    if (ACRONYM.fullmatch(text) and len(text.rstrip("s")) > 1) or any(is_body(doc, name) for name in found):
        return ActorKind.ORGANIZATION
    if any(is_company(doc, name) for name in found):
        return ActorKind.ORGANIZATION
    if any(doc[name.start - 1].lower_ in read_words("names", "relations") for name in found if name.start):
        return ActorKind.PERSON
    if any(_is_introduced(doc, name) for name in found):
        return ActorKind.PERSON
    if any(is_located(doc, name) for name in found):
        return None
    if text.casefold() in read_words("names", "organisations") and all(is_definite(doc, name) for name in found):
        return ActorKind.ORGANIZATION  # "the Command", short for a longer name
    if text in read_words("names", "platforms"):
        return ActorKind.ORGANIZATION if any(speaks(doc, name) for name in found) else None
    if text.casefold() in read_words("names", "parties") and any(acts_as_body(doc, name) for name in found):
        return ActorKind.ORGANIZATION  # "the Greens want"
    if any(speaks(doc, name) and doc[name.start].tag_ in ("NNP", "NNPS") for name in found):
        many = text.endswith("s") and text.casefold() in read_words("names", "creeds")  # "Democrats said"
        return ActorKind.GROUP if many else ActorKind.PERSON if len(text) > 2 else None
    if _is_given([text.casefold()]) and any(has_role(doc, name) for name in found):
        return ActorKind.PERSON  # "Leila, a nurse, said"
    return None

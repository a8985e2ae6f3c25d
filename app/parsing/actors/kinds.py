"""What kind of thing each name stands for, decided over the whole article: a person, a country, an organisation, or nothing
that can hold a position (a place, a treaty, a war)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.places import Gazetteer, bare
from app.parsing.actors.titles import Name
from app.parsing.article import Article
from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Doc
from app.records import ActorKind

PLACED = frozenset(
    {"in", "inside", "near", "outside", "at", "from", "of", "to", "for", "with", "across", "throughout", "within"}
)
LOCATED = frozenset({"in", "inside", "near", "outside", "across", "throughout", "within"})
ROLE_PREPOSITIONS = frozenset({"of", "for", "in", "to", "at"})
REPORTERS = frozenset({"reporter", "correspondent", "journalist", "editor", "columnist"})
REACH = 60  # tokens within which a pronoun takes up a name
ACRONYM = re.compile(r"[A-Z][A-Z&.-]{1,7}s?")
ROLE_OPENERS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "former", "one", "then", "'s", "’s", "'", "’"}
)


def find_kinds(article: Article, names: Sequence[Name], gazetteer: Gazetteer) -> dict[str, ActorKind]:
    """For each name (its text) the kind of actor it is; names of places and things are left out."""
    places = defaultdict(list)
    for name in names:
        places[name.text].append(name)
    kinds: dict[str, ActorKind] = {}
    for text, found in places.items():
        if kind := _find_kind(article, text, found, gazetteer):
            kinds[text] = kind
    surnames = {text.split()[-1] for text, kind in kinds.items() if kind is ActorKind.PERSON and len(text.split()) > 1}
    for text in surnames & places.keys():
        if not gazetteer.country(text):
            kinds[text] = ActorKind.PERSON
    return kinds


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
    titled = [name for name in found if name.titled]
    if titled and not _names_organisation(words):
        return ActorKind.PERSON
    if _names_organisation(words) and not (
        words[-1] in read_words("names", "places") and words[-1] != "bank" and len(words) < 3
    ):
        return ActorKind.ORGANIZATION if not _is_given(words) or len(words) > 2 else ActorKind.PERSON
    if words[-1] in read_words("names", "things"):
        return None
    if len(words) == 1:
        return _kind_of_one_word(article.doc, text, found)
    return _kind_of_several_words(article, words, found)


def _kind_of_several_words(article: Article, words: list[str], found: list[Name]) -> ActorKind | None:
    located = words[-1] in read_words("names", "places") and words[-1] != "states"
    if not located and not _is_given(words) and any(_acts_as_body(article.doc, name) for name in found):
        return ActorKind.ORGANIZATION
    if words[0] in read_words("names", "places") or words[-1] in read_words("names", "places"):
        return (
            ActorKind.PERSON
            if _is_given(words)
            and words[-1] not in ("strait", "valley")
            and any(_speaks(article.doc, name) for name in found)
            else None
        )
    if len(words) <= 5 and (
        _is_given(words)
        or any(
            _has_role(article.doc, name) or _speaks(article.doc, name) or _is_he_or_she(article, name) for name in found
        )
    ):
        return ActorKind.PERSON
    heard = any(_is_told(article.doc, name) or _employs_reporter(article.doc, name) for name in found)
    return ActorKind.ORGANIZATION if heard else None


def _names_organisation(words: list[str]) -> bool:
    head = (
        words[: words.index("of")]
        if "of" in words[1:]
        else words[: words.index("for")]
        if "for" in words[1:]
        else words
    )
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


def _kind_of_one_word(doc: Doc, text: str, found: list[Name]) -> ActorKind | None:
    if (ACRONYM.fullmatch(text) and len(text.rstrip("s")) > 1) or any(_is_body(doc, name) for name in found):
        return ActorKind.ORGANIZATION
    if any(doc[name.start - 1].lower_ in read_words("names", "relations") for name in found if name.start):
        return ActorKind.PERSON
    if any(_is_located(doc, name) for name in found):
        return None
    if text.casefold() in read_words("names", "organisations") and all(_is_definite(doc, name) for name in found):
        return ActorKind.ORGANIZATION  # "the Command", short for a longer name
    if any(_speaks(doc, name) and doc[name.start].tag_ in ("NNP", "NNPS") for name in found):
        return ActorKind.PERSON if len(text) > 2 else None
    if _is_given([text.casefold()]) and any(_has_role(doc, name) for name in found):
        return ActorKind.PERSON  # "Leila, a nurse, said"
    return None


def _is_located(doc: Doc, name: Name) -> bool:
    """Whether the name stands for a place: "in Ondrel", "near The Hague"."""
    before = name.start - 1
    before -= before > 0 and doc[before].lower_ == "the"
    return before >= 0 and doc[before].lower_ in LOCATED


def _is_definite(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ == "the"


def _is_body(doc: Doc, name: Name) -> bool:
    """ "the Plateau Mothers, an association of the displaced", "the newspaper Zarya": an organisation by what is said of it."""
    bodies = read_words("names", "body_nouns")
    if name.start and doc[name.start - 1].lower_ in bodies:
        return True
    if name.start > 1 and doc[name.start - 1].lower_ == "the" and doc[name.start - 2].lemma_ == "tell":
        return True
    if (
        name.start > 2
        and doc[name.start - 1].lower_ == "the"
        and doc[name.start - 2].text == ","
        and doc[name.start - 3].lower_ in bodies
    ):
        return True
    window = doc[name.end : name.end + 8]
    if len(window) < 3 or window[0].text != "," or window[1].lower_ not in ("a", "an", "the", "its", "one"):
        return False
    for token in window[2:]:
        if token.text in (",", ".") or token.lower_ in ("of", "for", "that", "which", "in"):
            return False
        if token.lower_ in bodies:
            return doc[token.i + 1].lower_ != "leader" if token.i + 1 < len(doc) else True
    return False


def _acts_as_body(doc: Doc, name: Name) -> bool:
    """ "the Coastal Liberals have refused", "the Concord's chairman", "joined the Northern Shield": several capitals behind
    "the" that do something, are led by somebody or are joined are a body of some kind."""
    if not name.start or doc[name.start - 1].lower_ != "the":
        return False
    root = doc[name.start : name.end].root
    verb = root.head.head if root.dep_ == "pobj" else root.head
    if root.dep_ in ("nsubj", "agent"):
        return root.head.pos_ == "VERB" and root.head.lemma_ not in ("be", "lie", "stand", "run")
    if root.dep_ in ("dobj", "pobj") and verb.lemma_ in read_words("names", "membership_verbs"):
        return True
    led = doc[name.end : name.end + 1].text in POSSESSIVES and name.end + 1 < len(doc)
    return led and doc[name.end + 1].lemma_.casefold() in read_words("names", "titles")


def _has_role(doc: Doc, name: Name) -> bool:
    """ "…, a senior fellow at", "the physicist Anton Brandvold", "its prime minister, Sigrun Hallsdottir,", "…, who teaches"."""
    people = read_words("names", "people") | read_words("names", "titles")
    before = name.start - 1
    if before > 0 and doc[before].text == ",":
        before -= 1
    if before + 1 < name.start:
        before = _before_place(doc, before)
    if (
        before >= 0
        and doc[before].text.casefold() in people
        and doc[before].text[0].islower()
        and (doc[before + 1].text != "," or doc[name.end : name.end + 1].text in (",", "."))
    ):
        return True
    if name.end + 2 < len(doc) and doc[name.end].text == ",":
        following = doc[name.end + 1]
        if following.text[0].isupper() and doc[name.end + 2].text in POSSESSIVES:
            following = doc[name.end + 2]
        if following.text.casefold() in ("who", "whose"):
            return True
        if following.text.isdigit() and doc[name.end + 2].text == ",":
            return True
        window = [doc[index].text.casefold() for index in range(name.end + 1, min(name.end + 9, len(doc)))]
        clause = window[: window.index(",")] if "," in window else window
        return (
            any(word in people for word in clause) and following.text.casefold() in ROLE_OPENERS
        ) or following.text.casefold() in people
    return False


def _before_place(doc: Doc, last: int) -> int:
    """The noun before a phrase that ends with the token `last`: "a retired president of Slovenia", "its envoy to the United
    Nations", "a commissioner for enlargement"; `last` itself where no such phrase stands there."""
    start = last - 1
    while start > 0 and last - start < 4 and (doc[start].text[0].isupper() or doc[start].lower_ == "the"):
        start -= 1
    named = doc[last].text[0].isupper() and doc[start].text in ROLE_PREPOSITIONS
    return start - 1 if start and (named or doc[start].text in ("of", "for")) else last


def _is_he_or_she(article: Article, name: Name) -> bool:
    """Whether the subject of a sentence is "he" or "she" in the words that follow, before anybody else is named: "Morwenna Pask
    sold cold bread. “We have been through worse,” she said"."""
    doc = article.doc
    root = doc[name.start : name.end].root
    subject = root.dep_ in ("nsubj", "nsubjpass") and root.head.pos_ == "VERB"
    if (name.start and doc[name.start - 1].lower_ == "the") or not (subject or _is_owner_alone(article, name)):
        return False
    for index in range(name.end, min(name.end + REACH, len(doc))):
        token = doc[index]
        if article.mark_of[index] >= 0:
            continue
        if token.lower_ in ("he", "she") or "\n" in token.text:
            return token.lower_ in ("he", "she")
        if token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass"):
            return False
    return False


def _is_owner_alone(article: Article, name: Name) -> bool:
    """Whether something belongs to, or is done by, the only one whom a sentence about a thing names: "It belonged to Tesfa
    Alemu."."""
    before = article.doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in ("to", "by") or before.head.lemma_ in read_words("names", "going"):
        return False
    others = [token for token in article.sentence(name.start) if not name.start <= token.i < name.end]
    return not any(token.pos_ == "PROPN" or token.lower_ in ("he", "she", "his", "her", "him", "i") for token in others)


def _is_told(doc: Doc, name: Name) -> bool:
    """Whether the name is told or asked something, in no quotation: "told Radio Dala", "asked Ondrel to"."""
    before = name.start - 1
    listens = before > 0 and doc[before].lemma_ in read_words("speech", "listeners")
    return listens and doc[before].tag_ in ("VBD", "VBZ") and not doc[before - 1].is_quote


def _employs_reporter(doc: Doc, name: Name) -> bool:
    """ "a reporter from Der Morgenkurier"."""
    before = name.start - 1
    return before > 0 and doc[before].lower_ in ("from", "for", "of") and doc[before - 1].lemma_ in REPORTERS


def _speaks(doc: Doc, name: Name) -> bool:
    """Whether a verb of speaking stands right before or behind the name: "said Pavel Adeyemi", "Pavel Adeyemi told"."""
    verbs = read_words("speech", "saying")
    before = name.start - 1
    if before >= 0 and doc[before - (before > 0 and doc[before].lower_ == "the")].lower_ in PLACED:
        return False  # "an official from Ondrel told"
    after = name.end
    while after < len(doc) and doc[after].text in ("has", "had", "also", "later", "then", "'s"):
        after += 1
    if after < len(doc) and doc[after].lemma_ in verbs and doc[after].tag_ in ("VBD", "VBZ", "VBP"):
        return True
    if before < 0 or doc[before].lemma_ not in verbs or doc[before].tag_ not in ("VBD", "VBZ"):
        return False
    return not _is_told(doc, name) and (before == 0 or doc[before - 1].text != "to")

"""The country of an organisation, told by its own name or by the words beside it."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.places import bare
from app.parsing.lexicon import read_words
from app.records import ActorKind

NEAR_BODY = 4  # tokens beside a name
FIGHTERS = frozenset(
    {"rebel", "rebels", "guerrilla", "insurgent", "insurgency", "separatist", "secessionist", "militant", "militia"}
    | {"paramilitary", "fighter", "gunman", "jihadist", "warlord"}
)


def side_of_body(cast: Cast, naming: Naming, figure: Figure) -> str:
    """The country of an organisation: the one in its name, its adjective or its possessor. One that the directory knows has
    its side from there, and a place of study has none."""
    doc = cast.article.doc
    words = figure.name.split()
    if figure.name in cast.gazetteer.known or is_of_study(figure.name):
        return ""
    for word in words:
        if country := cast.gazetteer.demonym(word) or cast.gazetteer.country(word):
            return country
    if whole := _body_within(cast, figure.name):
        return whole
    if naming.start >= 2 and doc[naming.start - 1].text in POSSESSIVES:
        owner = cast.naming_of.get(naming.start - 2)
        if owner and (side := cast.side_of(owner.key)):
            return cast.figures[side].name
    for token in doc[max(0, naming.start - 2) : naming.start]:
        if country := cast.gazetteer.nation(token):
            return country
    if doc[naming.end : naming.end + 1].text == "," and doc[naming.end + 1 : naming.end + 2].text in ("a", "an", "the"):
        for token in doc[naming.end + 2 : naming.end + 4]:  # "Lindqvist, a Swedish steel group,"
            if (country := cast.gazetteer.nation(token)) and doc[token.i + 1].text != "-":
                return country
    if naming.start > 4 and doc[naming.start - 1].text == "," and doc[naming.start - 2].pos_ == "NOUN":
        for token in doc[naming.start - 5 : naming.start - 2]:  # "a Swedish steel group, Lindqvist,"
            if (country := cast.gazetteer.nation(token)) and token.head.i >= naming.start - 2:
                return country
    if doc[naming.end : naming.end + 1].text == "in" and naming.end + 1 < len(doc):
        place = doc[naming.end + 1].text
        return cast.gazetteer.country(place) or cast.gazetteer.seat(place) or ""
    return ""


def owner_elsewhere(cast: Cast, naming: Naming) -> str:
    """The state that owns a body of which the directory knows one elsewhere: "South Korea's Joint Chiefs of Staff", "the Joint
    Chiefs of Staff in Seoul"."""
    doc = cast.article.doc
    owner = (
        cast.naming_of.get(naming.start - 2) if naming.start > 1 and doc[naming.start - 1].text in POSSESSIVES else None
    )
    if owner is not None and cast.figures[owner.key].kind is ActorKind.COUNTRY:
        return cast.figures[owner.key].name
    if naming.start and (country := cast.gazetteer.nation(doc[naming.start - 1])):
        return country
    seat = (
        cast.gazetteer.seat(doc[naming.end + 1 : naming.end + 2].text)
        if doc[naming.end : naming.end + 1].text == "in"
        else None
    )
    return seat if seat and cast.gazetteer.country(seat) else ""


def acts_alone(cast: Cast, figure: Figure) -> bool:
    """Whether who leads a body acts for it and not for its country: an association, a company, no ministry and no party."""
    words = {word.casefold() for word in figure.name.split()}
    own = not words.isdisjoint(read_words("names", "own_bodies"))
    return own and figure.kind is ActorKind.ORGANIZATION and figure.name not in cast.gazetteer.known


def bears_arms(cast: Cast, naming: Naming) -> bool:
    """Whether words beside a body's name, anywhere in the article, tell of those who fight a state: "the rebels of the Valley
    Front", "the Front's fighters"."""
    doc = cast.article.doc
    for one in cast.namings:
        if one.key == naming.key:
            sentence = cast.article.sentence(one.start)
            start, end = max(sentence.start, one.start - NEAR_BODY), min(sentence.end, one.end + NEAR_BODY)
            if any(token.lemma_.casefold() in FIGHTERS for token in doc[start:end]):
                return True
    return False


def is_of_study(words: str) -> bool:
    """Whether a body is a place of study, or a role one held there: who speaks from it acts for nobody."""
    return not read_words("names", "studies").isdisjoint(words.casefold().replace(",", "").split())


def _body_within(cast: Cast, name: str) -> str:
    """The country or the known body with which a longer name begins, or ends behind "of": "United States Fifth Fleet", "Court
    of Justice of the European Union"."""
    words = name.split()
    ends = [name.rpartition(" of ")[2]] if " of " in name else []
    for part in (*(" ".join(words[:length]) for length in (2, 3) if length < len(words)), *ends):
        known = cast.gazetteer.known.get(bare(part), {})
        if country := cast.gazetteer.country(part):
            return country
        if known.get("kind") == ActorKind.ORGANIZATION:
            return str(known.get("side") or known["name"])
    return ""

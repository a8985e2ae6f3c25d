"""For whom an actor acts: the country or organisation that its role, its name or its passage names."""

from __future__ import annotations

import re

from app.parsing.actors.bodies import acts_alone, is_of_study, owner_elsewhere, side_of_body
from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.offices import who_have
from app.parsing.actors.places import country_of_town, regions
from app.parsing.actors.role_words import Role
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token
from app.records import ActorKind, slug

PLACING = frozenset({"in", "near", "inside", "outside", "across", "via", "through"})
STUDY = frozenset({"fellow", "professor", "teach", "scholar", "researcher"})
AIMED_AT = frozenset({"to", "with", "on", "against", "about", "at"})
POSTED = frozenset(
    {"ambassador", "envoy", "consul", "attaché", "attache", "diplomat", "correspondent", "representative"}
)
SERVICE = frozenset(
    {"advise", "draft", "plan", "serve", "work", "negotiate", "lead", "run", "command", "direct", "represent", "head"}
    | {"govern", "design", "manage", "oversee", "chair"}
)
MANY = 9  # states that have an office: too many for the one of which an article tells to be the one that has it
LONGEST_CLAUSE = 20  # tokens
FORMER = frozenset({"former", "formerly", "ex", "onetime", "once", "retired"})
REALMS = {
    "sultan": "sultanate", "emir": "emirate", "emperor": "empire", "prince": "principality", "king": "kingdom", "queen": "kingdom"
}  # fmt: skip
OPPOSITE = frozenset({"counterpart", "counterparts", "host", "guest", "interlocutor", "visitor"})
BESIDE = OPPOSITE | {"colleague", "colleagues", "friend", "rival", "neighbor", "neighbour", "homologue"}


def find_sides(cast: Cast, roles: dict[str, Role]) -> None:
    """Set the side of every figure whose words name it and that no directory knows the side of: bodies first, on which the
    people who lead them lean."""
    for kind in (ActorKind.ORGANIZATION, ActorKind.PERSON):
        for naming in cast.namings:
            figure = cast.figures[naming.key]
            if figure.kind is kind is ActorKind.ORGANIZATION and figure.side and figure.name in cast.gazetteer.known:
                figure.side = owner_elsewhere(cast, naming) or figure.side
            if figure.side or figure.kind is not kind:
                continue
            if kind is ActorKind.ORGANIZATION:
                figure.side = side_of_body(cast, naming, figure)
                cast.country_key(figure.side)  # an actor, though only the body's words name it
            else:
                role = roles.get(naming.key)
                figure.side = (
                    (_named_side(cast, role, naming, sure=True) if role else "")
                    or _side_behind(cast, naming)
                    or _side_served(cast, naming, role)
                )


def owner_apart(cast: Cast, role: Role) -> str | None:
    """The country of the province that owns the role ("Quebec's premier", "the premier of Quebec"); "" where somebody or
    something owns it that is no actor: then no country is guessed. None where nobody of the kind does."""
    doc = cast.article.doc
    for index in range(role.start, role.end - 1):
        if doc[index].lower_ == "of":
            names = (doc[index + 1 : index + 3].text, doc[index + 1].text)
            if country := next((found for name in names if (found := regions().get(name))), None):
                return country
        posted = doc[index - 1].lower_ == "in" and POSTED & {token.lower_ for token in doc[role.start : role.end]}
        if not posted and (region := _region_at(cast, index)):
            return region
        if doc[index + 1].text in POSSESSIVES and doc[index].text[0].isupper() and index not in cast.naming_of:
            return regions().get(doc[index - 1 : index + 1].text) or regions().get(doc[index].text, "")
    return None


def _region_at(cast: Cast, index: int) -> str:
    """The country of the province that the token names within a role: "Texas senator", "a deputy from Bavaria"."""
    doc, named = cast.article.doc, cast.naming_of.get(index)
    if not doc[index].text[0].isupper() or (index and doc[index - 1].lower_ in AIMED_AT):
        return ""
    if named is not None and cast.figures[named.key].kind is not ActorKind.PERSON:
        return ""
    return country_of_town(doc, index)


def office_of(cast: Cast, title: str) -> str:
    """The country that alone has the office, if the article tells of it, by a seat or an officer at least; else ""."""
    offices = cast.gazetteer.offices
    named = [office for office in offices if office in title]
    held = [offices[office] for office in named if re.search(rf"(?<!\w){re.escape(office)}(?! for|\w)", title)]
    few = sorted(who_have(title) or ())
    told = few if len(few) == 1 else [one for one in few if len(few) < MANY and _is_told_of(cast, one)]
    found = next((country for country in held if _is_told_of(cast, country)), told[0] if len(told) == 1 else "")
    return found or _realm_of(cast, title)


def _realm_of(cast: Cast, title: str) -> str:
    """The one state of the article that is called after its ruler: of "Sultan Idris" the Sultanate of Amrat."""
    realm = REALMS.get(title.casefold().split()[-1]) if title else None
    names = [figure.name for figure in cast.figures.values() if figure.kind is ActorKind.COUNTRY]
    ruled = [name for name in names if realm in name.casefold().split() and name != "United Kingdom"]
    return ruled[0] if len(ruled) == 1 else ""


def _is_seated(cast: Cast, figure: Figure) -> bool:
    """Whether the directory knows the body, and the article its state by a seat: "Washington: The State Department …"."""
    return figure.name in cast.gazetteer.known and _is_told_of(cast, figure.side)


def _is_told_of(cast: Cast, country: str) -> bool:
    seats = (cast.gazetteer.seat(token.text) for token in cast.article.doc if token.text[0].isupper())
    known = (figure.side == country for figure in cast.figures.values())
    return slug(country) in cast.figures or any(known) or country in seats


def _named_side(cast: Cast, role: Role, naming: Naming, sure: bool = False) -> str:
    """The country or organisation that the words of a role name: an owner before an adjective, that before other names. A
    person's owner lends his own side; with `sure`, a body that may get one from its passage lends nothing yet."""
    doc, role = cast.article.doc, _present(cast.article.doc, role)
    referred = doc[role.start].tag_ in ("PRP$", "WP$")
    owners = [
        owner
        for index in range(role.start, role.end)
        if (owner := cast.naming_of.get(index)) is not None and owner.key != naming.key and owner.end == index + 1
    ]
    lent = [found for owner in owners if (found := _side_of_owner(cast, owner, role))[0]]
    adjectives = [country for index in range(role.start, role.end) if (country := cast.gazetteer.nation(doc[index]))]
    seats = [] if POSTED & {token.lower_ for token in doc[role.start : role.end]} else _seats_in(cast, role)
    opposite = any(token.lower_ in BESIDE for token in doc[role.start : role.end])
    if referred and not (opposite and adjectives):
        return ""  # "its ambassador to Peru": whose is told by the pronoun
    owning = [found for found, owns in lent if owns and not (opposite and adjectives)]
    side = next(iter([*owning, *adjectives, *(found for found, _ in lent), *seats]), "")
    return "" if sure and slug(side) in cast.figures and _may_be_placed(cast, cast.figures[slug(side)]) else side


def _present(doc: Doc, role: Role) -> Role:
    """The role without what somebody was besides: "the bank's envoy and a former minister of Peru"."""
    for index in range(role.start + 1, role.end - 1):
        behind = index + 1 + (doc[index + 1].lower_ in ("a", "an", "the"))
        if doc[index].lower_ == "and" and doc[behind].lower_ in FORMER:
            return Role(role.words, role.start, index)
    return role


def _seats_in(cast: Cast, role: Role) -> list[str]:
    """Whose seats of government stand before an office: "Kremlin spokesman", "the White House press secretary"."""
    doc = cast.article.doc
    found = []
    for index in range(role.start, role.end - 1):
        names = (doc[index:end].text for end in range(min(index + 3, role.end - 1), index, -1))
        placed = index > 0 and doc[index - 1].lower_ in PLACING | AIMED_AT | {"of", "from"}
        seat = next((of for name in names if (of := cast.gazetteer.seat(name))), None)
        if seat and not placed and index not in cast.naming_of:
            found.append(seat)
    return found


def referred_side(cast: Cast, role: Role, naming: Naming) -> str:
    """The side that the words of a role name or refer to, once pronouns are resolved: "its water minister"."""
    doc = cast.article.doc
    opposite = any(
        token.lower_ in OPPOSITE for token in doc[role.start : role.end]
    )  # "his counterpart" is of the other side
    named = _named_side(cast, role, naming)
    for index in range(role.start, role.start if opposite or named else role.end):
        if index not in cast.naming_of and (found := _side_of_reference(cast, doc[index])):
            return found
    return named


def _side_of_owner(cast: Cast, owner: Naming, role: Role) -> tuple[str, bool]:
    """The side that a name within a role lends, and whether the name owns the role ("Norway's envoy", "chief of the bank")."""
    doc = cast.article.doc
    figure = cast.figures[owner.key]
    if figure.kind is ActorKind.ORGANIZATION and (not _serves(doc, role) or is_of_study(figure.name)):
        return "", False
    start = owner.title_start - 1
    if start > 0 and doc[start].lower_ == "the":
        start -= 1
    before = doc[start].lower_ if start >= 0 else ""
    posted = POSTED & {token.lower_ for token in doc[role.start : role.end]}
    owns = doc[owner.end : owner.end + 1].text in POSSESSIVES
    if not owns and (before in AIMED_AT or (posted and before == "in")):
        return "", False
    absent = slug(figure.side) not in cast.figures and not cast.gazetteer.country(figure.side)
    apart = not figure.side or absent or acts_alone(cast, figure)
    own = figure.kind is ActorKind.COUNTRY or (figure.kind is ActorKind.ORGANIZATION and apart)
    sure = owns or before in ("of", "for")
    return figure.name if own else figure.side, sure or figure.kind is ActorKind.PERSON


def _may_be_placed(cast: Cast, figure: Figure) -> bool:
    return figure.kind is ActorKind.ORGANIZATION and figure.name not in cast.gazetteer.known


def _serves(doc: Doc, role: Role) -> bool:
    """Whether the role is an office held for a body, rather than a place of work or study."""
    words = {token.lemma_.casefold() for token in doc[role.start : role.end]}
    serves = words & read_words("names", "offices") or words & {"lead", "head", "chair", "represent", "run", "member"}
    return bool(serves or doc[role.start].lower_ == "of") and not words & STUDY


def _side_of_reference(cast: Cast, token: Token) -> str:
    """ "its water minister", "a spokeswoman for the bloc": the side of what the pronoun or the noun stands for."""
    owns = token.tag_ in ("PRP$", "WP$") or (token.dep_ == "pobj" and token.head.lower_ in ("for", "of", "to"))
    owns = owns or (token.pos_ == "NOUN" and token.doc[token.i + 1 : token.i + 2].text in POSSESSIVES)
    for key in cast.resolve(token)[:1] if owns else ():
        if acts_alone(cast, cast.figures[key]) and cast.figures[key].named:
            return cast.figures[key].name
        figure = cast.figures[cast.side_of(key) or key]
        country = cast.gazetteer.country(figure.side) if figure.side else ""  # one that no other words name
        nobody = figure.kind is ActorKind.PERSON or not (figure.named or figure.kind is ActorKind.COUNTRY)
        return country or ("" if nobody else figure.name)
    return ""


def _side_behind(cast: Cast, naming: Naming) -> str:
    """ "President Yusuf Brandt of Sarenia", "Governor Ada Bloom of Texas": the country that follows the name, or its province."""
    doc = cast.article.doc
    if naming.end + 1 < len(doc) and doc[naming.end].lower_ == "of":
        at = naming.end + 1 + (doc[naming.end + 1].lower_ == "the")
        owner = cast.naming_of.get(at)
        if owner and cast.figures[owner.key].kind is ActorKind.COUNTRY:
            return cast.figures[owner.key].name
        names = (doc[at : at + 2].text, doc[at : at + 1].text)
        return next((region for name in names if naming.titled and (region := regions().get(name))), "")
    return ""


def _side_served(cast: Cast, naming: Naming, role: Role | None) -> str:
    """ "…, a fellow at the institute who advised Norway's last three premiers": the country that somebody served once."""
    doc = cast.article.doc
    behind = max(naming.end, role.end if role and role.start > naming.end else 0)
    who = next((index for index in range(naming.end, min(behind + 2, len(doc))) if doc[index].lower_ == "who"), None)
    if who is None:
        return ""
    end = min(cast.article.sentence(who).end, who + LONGEST_CLAUSE)
    if not any(token.lemma_ in SERVICE and token.tag_ in ("VBD", "VBN") for token in doc[who + 1 : min(end, who + 5)]):
        return ""
    for token in doc[who + 1 : end]:
        owner = cast.naming_of.get(token.i)
        owns = owner is not None and (
            doc[owner.end : owner.end + 1].text in POSSESSIVES or doc[owner.start - 1].lower_ == "for"
        )
        if owner is not None and owns and (side := cast.side_of(owner.key)):
            return cast.figures[side].name
        if country := cast.gazetteer.nation(token) or cast.gazetteer.seat(doc[token.i : token.i + 2].text):
            return country
        if token.text in (",", ";", "—"):
            break
    return ""


def complete_sides(cast: Cast) -> None:
    """Keep every side that a kept actor has among the actors; a person's country is added, another unknown side dropped."""
    people_first = sorted(cast.figures.values(), key=lambda figure: figure.kind is not ActorKind.PERSON)
    for figure in people_first:
        key = slug(figure.side)
        if not figure.side or not (figure.named or figure.used):
            continue
        if figure.kind is ActorKind.COUNTRY or key == figure.key:
            figure.side = ""
        elif key in cast.figures:
            cast.figures[key].used = True
        elif cast.gazetteer.country(figure.side) and (figure.kind is ActorKind.PERSON or _is_seated(cast, figure)):
            cast.figures[key] = Figure(key, figure.side, ActorKind.COUNTRY)
        else:
            figure.side = _part_of(cast, figure.side) if figure.kind is ActorKind.PERSON else ""


def _part_of(cast: Cast, body: str) -> str:
    """The only body of the article that acts for one that it does not name: the European Commission, for a commissioner."""
    parts = {other.name for other in cast.figures.values() if other.side == body and other.named}
    parts = {name for name in parts if cast.figures[slug(name)].kind is ActorKind.ORGANIZATION}
    return parts.pop() if len(parts) == 1 else ""


def drop_bystanders(cast: Cast) -> None:
    """Leave out countries that the article only names as places, and the paper itself, unless a record needs them."""
    needed = {slug(figure.side) for figure in cast.figures.values() if figure.named or figure.used}
    doc = cast.article.doc
    acting = {
        naming.key
        for naming in cast.namings
        if naming.start == 0
        or doc[naming.start - 1].lower_ not in PLACING
        or doc[naming.end : naming.end + 1].text in POSSESSIVES
    }
    publisher = slug(cast.article.document.publisher or "")
    for figure in cast.figures.values():
        bystander = figure.kind is ActorKind.COUNTRY and figure.key not in acting and figure.key not in needed
        if (bystander or figure.key == publisher) and not figure.used:
            figure.named = False

"""What the article says a person is, and for whom an actor acts: from the title before the name, the apposition or the
relative clause behind it, possessors, adjectives, and the country that the passage is about."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from app.parsing.actors import Figure, Naming
from app.parsing.cast import Cast
from app.parsing.lexicon import read_words
from app.parsing.names import POSSESSIVES
from app.records import ActorKind, slug

ROLE_VERBS = frozenset(
    [
        "serve",
        "work",
        "teach",
        "lead",
        "head",
        "direct",
        "chair",
        "run",
        "advise",
        "command",
        "represent",
        "oversee",
        "coordinate",
        "study",
        "research",
        "write",
        "edit",
        "cover",
        "negotiate",
        "govern",
        "rule",
        "found",
        "manage",
        "track",
        "monitor",
        "follow",
        "specialize",
        "specialise",
        "focus",
    ]
)
DETERMINERS = frozenset({"a", "an", "the", "one", "its", "his", "her", "their", "then", "now", "former", "formerly"})
BREAKS = frozenset({".", ";", ":", "—", "–", "(", ")", "“", "”", '"', "!", "?"})
PLACING = frozenset({"in", "near", "inside", "outside", "across", "via", "through"})
PRONOUNS = frozenset({"its", "his", "her", "their", "our", "my", "your"})


def find_roles(cast: Cast) -> None:
    """Set role and side of every figure that the article names."""
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.kind is ActorKind.PERSON:
            _find_role(cast, naming, figure)
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.kind is ActorKind.ORGANIZATION and not figure.side:
            figure.side = _side_of_body(cast, naming, figure)
        elif figure.kind is ActorKind.PERSON and not figure.side and figure.role and _is_office(figure.role):
            figure.side = _side_from_passage(cast, naming)


def _find_role(cast: Cast, naming: Naming, figure: Figure) -> None:
    doc = cast.article.doc
    if not figure.role:
        role, start, end = _title_before(doc, naming)
        if not role or role.casefold() in read_words("names", "ranks"):
            behind = _words_behind(cast, naming)
            role, start, end = behind if behind[0] else (role, start, end)
        if role:
            figure.role = role
            figure.gender = figure.gender or _gender(role)
            figure.side = figure.side or _side_in(cast, start, end, naming)
    if not figure.gender and naming.titled:
        figure.gender = _gender(doc[naming.title_start : naming.start].text)
    if not figure.side:
        figure.side = _side_behind(cast, naming)


def _gender(role: str) -> str:
    words = set(re.findall(r"[a-z.]+", role.casefold()))
    if words & read_words("names", "female_titles"):
        return "female"
    return "male" if words & read_words("names", "male_titles") else ""


def _is_office(role: str) -> bool:
    words = set(re.findall(r"[a-z-]+", role.casefold()))
    return bool(words & read_words("names", "offices"))


def _title_before(doc: Doc, naming: Naming) -> tuple[str, int, int]:
    """The title in capitals before the name, or the noun before it: "the journalist", "Norway's foreign minister,"."""
    start = naming.title_start
    title = doc[start : naming.start].text
    if naming.start > start and title.casefold() not in read_words("names", "courtesy"):
        start = _possessor_start(doc, start)
        return doc[start : naming.start].text, start, naming.start
    end = naming.title_start
    comma = end > 1 and doc[end - 1].text == ","
    end -= comma
    head = _head_before(doc, end)
    if head is None or (comma and not _closes(doc, naming.end)):
        return "", 0, 0
    start = head
    while start > 0 and _modifies(doc, start - 1):
        start -= 1
    determiner = doc[start - 1].lower_ if start else ""
    if comma and start == end - 1 and determiner not in PRONOUNS | {"the"}:
        return "", 0, 0
    if comma and determiner in ("the", "a", "an") and doc[start:end].text:
        return doc[start - 1 : end].text, start - 1, end
    return doc[start:end].text, start - (determiner in PRONOUNS), end


def _head_before(doc: Doc, end: int) -> int | None:
    """The noun of a role that ends at `end`: its last word, or the one before "of" ("head of delegation")."""
    people = read_words("names", "people") | read_words("names", "titles")
    for head in (end - 3, end - 1) if end > 3 and doc[end - 2].text in ("of", "for") else (end - 1,):
        if head >= 0 and doc[head].text[0].islower() and doc[head].lemma_.casefold() in people:
            return head
    return None


def _closes(doc: Doc, end: int) -> bool:
    """Whether the name that ends here stands between commas, or its verb follows at once."""
    return end < len(doc) and (doc[end].text in (",", ".") or doc[end].lemma_ in ("say", "who"))


def _modifies(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.tag_ in ("PRP$", "DT"):
        return False
    noun = token.dep_ in ("amod", "compound", "nmod", "poss") or token.tag_ in ("JJ", "NN", "NNP", "HYPH")
    return noun or token.text in POSSESSIVES


def _possessor_start(doc: Doc, start: int) -> int:
    """Where the possessor before a title begins: "Ruvenia's Finance Minister"."""
    if start >= 2 and doc[start - 1].text in POSSESSIVES:
        start -= 2
        while start > 0 and doc[start - 1].text[0].isupper() and doc[start].text[0].isupper():
            start -= 1
    return start


def _words_behind(cast: Cast, naming: Naming) -> tuple[str, int, int]:
    """The apposition behind the name, up to its relative clause; else the relative clause without "who"."""
    doc = cast.article.doc
    at = naming.end
    if at + 1 >= len(doc):
        return "", 0, 0
    if (
        doc[at].text == "of"
        and (body := cast.naming_of.get(at + 1))
        and cast.figures[body.key].kind is ActorKind.ORGANIZATION
    ):
        return doc[at : body.end].text, at, body.end
    age = doc[at].text == "," and doc[at + 1].like_num
    if age and at + 2 < len(doc) and doc[at + 2].text == ",":
        at += 2
    relative = doc[at].text in ("who",) or (doc[at].text == "," and doc[at + 1].text == "who")
    if relative:
        return _relative_clause(doc, at + (doc[at].text == ","))
    if doc[at].text != ",":
        return "", 0, 0
    start = at + 1
    first = doc[start]
    people = read_words("names", "people") | read_words("names", "titles")
    end = start
    while end < len(doc) and end < start + 32 and not doc[end].is_space:
        word = doc[end]
        if (
            word.text in BREAKS
            or word.lower_ in ("who", "whose", "which", "whom")
            or (word.text == "," and not _goes_on(doc, end))
        ):
            break
        if (
            word.pos_ in ("VERB", "AUX")
            and word.tag_ in ("VBD", "VBZ", "VBP", "MD")
            and word.dep_ in ("ROOT", "conj", "ccomp")
            and word.head.i <= naming.end
        ):
            return "", 0, 0
        end += 1
    while end > start and doc[end - 1].text in (",", "and"):
        end -= 1
    words = [doc[index].lemma_.casefold() for index in range(start, min(end, start + 12))]
    if not any(word in people for word in words) or not (
        first.lower_ in DETERMINERS or first.lemma_.casefold() in people or first.text[0].isupper()
    ):
        return "", 0, 0
    return doc[start:end].text, start, end


def _goes_on(doc: Doc, comma: int) -> bool:
    """Whether an apposition goes on behind a comma: ", a senior fellow and, …", "Secretary for Trade, Energy and Mines"."""
    return False


def _relative_clause(doc: Doc, who: int) -> tuple[str, int, int]:
    verb = next((doc[index] for index in range(who + 1, min(who + 4, len(doc))) if doc[index].pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in ROLE_VERBS:
        return "", 0, 0
    end = verb.i
    while (
        end < len(doc)
        and end < who + 32
        and doc[end].text not in BREAKS
        and not doc[end].is_space
        and doc[end].text != ","
    ):
        end += 1
    return doc[who + 1 : end].text, who + 1, end


def _side_in(cast: Cast, start: int, end: int, naming: Naming) -> str:
    """The country or organisation that the words of a role name; a person's is his own side ("Montague's justice minister")."""
    doc = cast.article.doc
    fallback = ""
    for index in range(start, end):
        if country := cast.gazetteer.demonym(doc[index].text):
            return country
        token = doc[index]
        owner = cast.naming_of.get(index)
        if owner is not None and owner.key != naming.key:
            figure = cast.figures[owner.key]
            if figure.kind is ActorKind.COUNTRY or (_is_bloc(figure) and not figure.side):
                found = figure.name
            else:
                found = figure.side
            if figure.kind is ActorKind.ORGANIZATION and not _serves(doc, start, end):
                continue
            if found and (
                doc[index + 1 : index + 2].text in POSSESSIVES
                or doc[index - 1].text in ("of", "for")
                or figure.kind is ActorKind.PERSON
            ):
                return found
            fallback = fallback or found
        elif token.tag_ == "PRP$" or (token.dep_ == "pobj" and token.head.lower_ in ("for", "of")):
            keys = cast.resolve(token)
            if keys and (side := cast.side_of(keys[0]) or keys[0]) and cast.figures[side].kind is not ActorKind.PERSON:
                return cast.figures[side].name
    return fallback


def _serves(doc: Doc, start: int, end: int) -> bool:
    """Whether the role is an office held for a body, rather than a place of work or study."""
    words = {doc[index].lemma_.casefold() for index in range(start, end)}
    return bool(words & read_words("names", "offices")) and not words & {
        "fellow",
        "professor",
        "teach",
        "scholar",
        "researcher",
    }


def _is_bloc(figure: Figure) -> bool:
    return figure.kind is ActorKind.ORGANIZATION


def _side_behind(cast: Cast, naming: Naming) -> str:
    """ "President Yusuf Brandt of Sarenia": the country that follows the name."""
    doc = cast.article.doc
    if naming.end + 1 < len(doc) and doc[naming.end].lower_ == "of":
        at = naming.end + 1 + (doc[naming.end + 1].lower_ == "the")
        owner = cast.naming_of.get(at)
        if owner and cast.figures[owner.key].kind is ActorKind.COUNTRY:
            return cast.figures[owner.key].name
    return ""


def _side_of_body(cast: Cast, naming: Naming, figure: Figure) -> str:
    """The country of an organisation: its adjective, its possessor, or what an apposition says of it."""
    doc = cast.article.doc
    for word in figure.name.split():
        if country := cast.gazetteer.demonym(word):
            return country
    if naming.start >= 2 and doc[naming.start - 1].text in POSSESSIVES:
        owner = cast.naming_of.get(naming.start - 2)
        if owner and (side := cast.side_of(owner.key)):
            return cast.figures[side].name
    before = doc[naming.start - 1] if naming.start else None
    if before is not None and (country := cast.gazetteer.demonym(before.text)):
        return country
    if {word.casefold() for word in figure.name.split()} & {
        "party",
        "league",
        "union",
        "front",
        "bloc",
        "movement",
        "coalition",
    }:
        return _side_from_words(cast, naming)
    return ""


def _side_from_words(cast: Cast, naming: Naming) -> str:
    """A party belongs to whoever the words beside it name: "the junior partner in her government", "its seats"."""
    doc = cast.article.doc
    sentence = cast.article.sentence(doc[naming.start])
    words = {token.lower_ for token in sentence}
    if not words & {"party", "coalition", "government", "opposition", "seats", "parliament", "lawmakers", "cabinet"}:
        return ""
    return _side_from_passage(cast, naming)


def _side_from_passage(cast: Cast, naming: Naming) -> str:
    """The country that the passage is about: the nearest one before the name, of those that the article is about."""
    article = cast.article
    prominent = _prominent(cast)
    paragraph = article.paragraph_of(article.doc[naming.start].idx)
    floor = article.paragraph_starts[max(0, paragraph - 1)]
    end = article.sentence(naming.start).end
    for index in [*range(naming.title_start - 1, -1, -1), *range(naming.end, end)]:
        if index < naming.start and article.doc[index].idx < floor:
            continue
        country = cast.gazetteer.demonym(article.doc[index].text)
        owner = cast.naming_of.get(index)
        if owner and owner.key != naming.key and owner.end == index + 1:
            side = cast.side_of(owner.key)
            country = cast.figures[side].name if side else country
        if country and country in prominent:
            return country
    return ""


def _prominent(cast: Cast) -> frozenset[str]:
    """The names of the countries and blocs that the article is about: those it names, or calls by adjective, most."""
    counts: Counter[str] = Counter()
    for naming in cast.namings:
        if cast.figures[naming.key].kind is ActorKind.COUNTRY:
            counts[cast.figures[naming.key].name] += 1
    for token in cast.article.doc:
        if token.text[0].isupper() and (country := cast.gazetteer.demonym(token.text)):
            counts[country] += 1
    most = counts.most_common(2)
    return frozenset(name for name, count in counts.items() if most and count >= max(2, most[-1][1] // 2))


def complete_sides(cast: Cast) -> None:
    """Give every side a figure of its own, so that each side is the key of an actor; a side that is its own actor is none."""
    for figure in list(cast.figures.values()):
        key = slug(figure.side)
        if figure.kind is ActorKind.COUNTRY or key == figure.key:
            figure.side = ""
        elif figure.side and key not in cast.figures and (figure.named or figure.used):
            if figure.kind is ActorKind.PERSON and cast.gazetteer.country(figure.side):
                cast.figures[key] = Figure(key, figure.side, ActorKind.COUNTRY, {figure.side: None})
            else:
                figure.side = ""


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

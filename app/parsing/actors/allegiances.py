"""For whom those act whose own words name no country or organisation: told by a pronoun, by kin, or by the passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.offices import possible_countries
from app.parsing.actors.passages import Passages
from app.parsing.actors.roles import Role
from app.parsing.actors.sides import office_of, owner_apart, referred_side
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

AT_A_BODY = re.compile(
    r"(?i)\b(secretary[ -]general|director[ -]general|under-?secretary[ -]general|(?<!police )commissioner)\b"
)
MEMBERS = re.compile(
    r"\b(Nations|Union|Organi[sz]ation|League|Alliance|Community|Association|Council|NATO|Commonwealth|Agency)\b"
)
CONFRONTING = frozenset(
    {"demand", "accuse", "urge", "call", "warn", "threaten", "blame", "condemn", "press", "appeal", "denounce"}
)
LONGEST_KIN = 6  # tokens from "whose" to the name of the kin


@dataclass(slots=True)
class Allegiances:
    """Gives a side, sentence by sentence, to everybody whom the article's words gave none."""

    cast: Cast
    roles: dict[str, Role]
    passages: Passages
    by_sentence: dict[int, list[Naming]]

    def place(self, nth: int) -> None:
        """Give a side to everybody whom the sentence names and who has none yet: to bodies first, on which people lean, and
        again to those that lean on people ("told the Senate")."""
        namings = self.by_sentence.get(nth, ())
        for kind in (ActorKind.ORGANIZATION, ActorKind.PERSON, ActorKind.ORGANIZATION):
            for naming in namings:
                figure = self.cast.figures[naming.key]
                if figure.kind is kind and not figure.side:
                    figure.side = self._side_of(naming, figure)

    def _side_of(self, naming: Naming, figure: Figure) -> str:
        if figure.kind is ActorKind.ORGANIZATION:
            return self._side_of_body(naming, figure)
        role = self.roles.get(naming.key)
        if role is not None and (side := referred_side(self.cast, role, naming)):
            return side
        if role is None or not _is_office(figure.role):
            return self._side_of_citizen(naming)
        if (apart := owner_apart(self.cast, role)) is not None:
            return apart
        if own := office_of(self.cast, figure.role):
            return own
        if AT_A_BODY.search(figure.role) and (body := self._body_before(naming)):
            return body
        possible = possible_countries(self.cast, figure, self.passages.prominent)
        possible = possible - self._confronted(naming) or possible
        return self.passages.side_at(min(naming.title_start, role.start), naming.key, possible)

    def _confronted(self, naming: Naming) -> frozenset[str]:
        """The countries of which somebody demands something, or which he accuses, in his sentence and in the next one that goes
        on with "he" or "she": none is his own."""
        article, doc = self.cast.article, self.cast.article.doc
        end = article.sentence(naming.start).end
        if end < len(doc) and doc[end].lower_ in ("he", "she"):
            end = article.sentence(end).end
        found = set()
        for verb in doc[naming.end : end]:
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            own = subject is not None and (subject.lower_ in ("he", "she") or naming.start <= subject.i < naming.end)
            if own and verb.lemma_ in CONFRONTING:
                for child in verb.children:
                    found |= self._objects_of(child) if child.i > verb.i else set()
        return frozenset(found)

    def _objects_of(self, child: Token) -> set[str]:
        """The country that is the object of a verb, behind a preposition too, or the subject of the clause that it takes."""
        nouns = [child] if child.dep_ == "dobj" else []
        if child.dep_ == "prep" and child.lower_ in ("on", "to", "of", "against"):
            nouns = [one for one in child.children if one.dep_ == "pobj"]
        elif child.dep_ == "ccomp":
            nouns = [one for one in child.subtree if one.lower_ != "that"][:1]
        namings = [self.cast.naming_of.get(noun.i) for noun in nouns]
        figures = [self.cast.figures[one.key] for one in namings if one is not None]
        return {figure.name for figure in figures if figure.kind is ActorKind.COUNTRY}

    def _body_before(self, naming: Naming) -> str:
        """The organisation named last that has members: whose secretary general it is goes without saying."""
        for other in reversed(self.cast.namings[: self.cast.namings_before(self.cast.article.doc[naming.start])]):
            figure = self.cast.figures[other.key]
            for name in (figure.name, figure.side):
                if MEMBERS.search(name):
                    return name
        return ""

    def _side_of_citizen(self, naming: Naming) -> str:
        """Somebody of no office: the country of those who are named as kin, or of the place in the role ("a baker in Oslo").
        What the paragraph is about tells nothing: a witness is as often a stranger."""
        if kin := self._side_of_kin(naming):
            return kin
        role = self.roles.get(naming.key)
        if role is None or any(index in self.cast.naming_of for index in range(role.start, role.end)):
            return ""
        doc = self.cast.article.doc
        places = (index + 1 for index in range(role.start, role.end - 1) if doc[index].lower_ in ("in", "from", "at"))
        return next((seat for place in places if (seat := self.passages.country_of_place(place))), "")

    def _side_of_kin(self, naming: Naming) -> str:
        """ "Ilse Brandt, whose son Pascal": each has the other's side."""
        doc, naming_of = self.cast.article.doc, self.cast.naming_of
        for index in range(max(1, naming.title_start - LONGEST_KIN), min(naming.end + 3, len(doc) - 1)):
            if doc[index].lower_ != "whose" or doc[index + 1].lower_ not in read_words("names", "relations"):
                continue
            before = next((naming_of[at] for at in (index - 1, index - 2) if at in naming_of), None)
            behind = next((naming_of[at] for at in range(index + 2, index + LONGEST_KIN) if at in naming_of), None)
            for one, other in ((before, behind), (behind, before)):
                if one is not None and other is not None and one.key == naming.key:
                    return self.cast.figures[other.key].side
        return ""

    def _side_of_body(self, naming: Naming, figure: Figure) -> str:
        """A party, a parliament, a guild: of the country of the person whom its sentence sets beside it, else of the passage."""
        if not _is_national(self.cast, naming, figure):
            return ""
        return self._beside(naming) or self.passages.side_at(naming.title_start, naming.key, self.passages.states)

    def _beside(self, naming: Naming) -> str:
        """The side of the person whom the sentence of a body calls "his" or names behind it: "his smallest ally", "keep him in
        office", "urged Brandt to"."""
        cast, sentence = self.cast, self.cast.article.sentence(naming.start)
        for token in sentence:
            pronoun = token.lower_ in ("he", "him", "his", "she", "her")
            if cast.article.mark_of[token.i] < 0 and (pronoun or (token.i >= naming.end and token.i in cast.naming_of)):
                for key in cast.resolve(token):
                    figure = cast.figures[key]
                    if figure.kind is ActorKind.PERSON and figure.side in self.passages.states:
                        return figure.side
        return ""


def read_allegiances(cast: Cast, roles: dict[str, Role], passages: Passages) -> Allegiances:
    """Where each sentence names whom; nobody is placed yet."""
    by_sentence: dict[int, list[Naming]] = {}
    for naming in cast.namings:
        by_sentence.setdefault(cast.article.sentence_of[naming.start], []).append(naming)
    return Allegiances(cast, roles, passages, by_sentence)


def complete_unnamed(cast: Cast, passages: Passages) -> None:
    """Give the unnamed sources that a record needs a side: the country that their words name, an owner in them, a place; or,
    where they are of a state ("lawmakers"), the country of the passage."""
    for figure in list(cast.figures.values()):  # to ask whose words these are may add a country
        if not figure.used or figure.named or figure.side:
            continue
        words = re.findall(r"[\w.]+", figure.name)
        at = next((one.token for one in cast.sightings if one.key == figure.key), None)
        known = (cast.gazetteer.demonym(word) or cast.gazetteer.country(word) for word in words)
        figure.side = next((country for country in known if country), "")
        if figure.side or at is None:
            continue
        figure.side = _lent_side(cast, cast.article.doc[at])
        apart = read_words("names", "apart") & {word.casefold() for word in words}
        if not figure.side and figure.head in read_words("names", "national") and not apart:
            placed = re.search(r" (?:in|at) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)", figure.name)
            seat = cast.gazetteer.seat(placed[1]) if placed else None
            figure.side = seat or "" if placed else passages.side_at(at, figure.key, passages.states)


def _lent_side(cast: Cast, noun: Token) -> str:
    """The side of the person or body to whom an unnamed source belongs: "one of his aides", "people close to the president"."""
    for word in noun.subtree[:12]:
        if word is not noun and (word.tag_ in ("PRP", "PRP$") or word.dep_ in ("poss", "pobj")):
            for key in cast.resolve(word)[:1]:
                if side := cast.side_of(key):
                    return cast.figures[side].name
    return ""


def _is_office(role: str) -> bool:
    """Whether the role is one that somebody holds for a country or an organisation."""
    words = set(re.findall(r"[a-z-]+", role.casefold()))
    return bool(words & read_words("names", "offices"))


def _is_national(cast: Cast, naming: Naming, figure: Figure) -> bool:
    """Whether the body is one within a state, such as a parliament or a guild; a league or a movement where the sentence
    speaks of politics. What the directory knows has its side from there."""
    words = {word.casefold() for word in figure.name.replace("-", " ").split()}
    if figure.name in cast.gazetteer.known or words & read_words("names", "across_states"):
        return False
    if words & read_words("names", "national_bodies"):
        return True
    sentence = {token.lower_ for token in cast.article.sentence(naming.start)}
    return bool(words & read_words("names", "political_bodies") and sentence & read_words("names", "politics"))

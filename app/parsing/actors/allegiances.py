"""For whom those act whose own words name no country or organisation: told by a pronoun, by kin, or by the passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.parsing.actors.belonging import own_country, side_as_told, side_of_clause
from app.parsing.actors.bodies import bears_arms, is_of_study
from app.parsing.actors.cast import Cast
from app.parsing.actors.dealings import dealt_with, opposed_to, subject_of
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.offices import possible_countries, taken_countries
from app.parsing.actors.passages import HAS_BEEN, Passages
from app.parsing.actors.places import country_of_town
from app.parsing.actors.role_words import Role
from app.parsing.actors.sides import OPPOSITE, office_of, owner_apart, referred_side
from app.parsing.actors.unnamed_sides import lent_side
from app.parsing.lexicon import read_words
from app.records import ActorKind

AT_A_BODY = re.compile(
    r"(?i)\b(secretary[ -]general|director[ -]general|high representative|under-?secretary[ -]general|(?<!police )commissioner)\b"
)
BLOC_ALONE = re.compile(r"(?i)\b(high representative|under-?secretary[ -]general)\b")  # no state has one
MEMBERS_OF_PARLIAMENT = frozenset({"MPs", "MSPs", "TDs", "MKs"})
MEMBERS = re.compile(
    r"\b(Nations|Union|Organi[sz]ation|League|Alliance|Community|Association|Council|NATO|Commonwealth|Agency)\b"
)
BUSINESS = re.compile(
    r"(?i)\b(chief (?:executive|financial|operating)|managing director|executive chair\w*|ceo"
    r"|(?:country|general|plant|project|site|mine|refinery|port) manager)\b"
)
ABROAD = re.compile(r"(?i)(?:the |an? )?(?:former |retired |onetime )?(?:ambassador|consul|envoy|nuncio)")
NATIONAL = frozenset(
    {"state", "national", "ruling", "governing", "opposition", "public", "official", "nationalist", "owned", "run"}
)
TOLD_AT_HOME = frozenset({"tell", "assure", "inform", "ask", "brief", "address", "convene", "urge", "remind"})
LONGEST_APPOSITION = 9  # tokens
KIN = frozenset({"family", "relative", "parent", "mother", "father", "wife", "husband", "widow", "relation"})
LONGEST_KIN = 6  # tokens from "whose" to the name of the kin


@dataclass(slots=True)
class Allegiances:
    """Gives a side, sentence by sentence, to everybody whom the article's words gave none."""

    cast: Cast
    roles: dict[str, Role]
    passages: Passages
    by_sentence: dict[int, list[Naming]]

    def place(self, nth: int) -> None:
        """Give a side to everybody whom the sentence names and who has none yet, in its order; and again to bodies that lean on
        people named behind them ("told the Senate")."""
        namings = sorted(self.by_sentence.get(nth, ()), key=self._told_at)
        groups = frozenset({ActorKind.ORGANIZATION, ActorKind.GROUP})
        for kinds in (groups | {ActorKind.PERSON}, groups):
            for naming in namings:
                figure = self.cast.figures[naming.key]
                if figure.kind in kinds and not figure.side:
                    figure.side = self._side_of(naming, figure)

    def _told_at(self, naming: Naming) -> int:
        """Where the sentence has told of whom a naming is: of a person at the end of the role, of which a body may be part."""
        role = self.roles.get(naming.key)
        near = role is not None and naming.end <= role.start <= naming.end + 2
        return role.end if role is not None and near else naming.start

    def _side_of(self, naming: Naming, figure: Figure) -> str:
        if figure.kind is ActorKind.ORGANIZATION:
            return self._side_of_body(naming, figure)
        if figure.kind is ActorKind.GROUP:
            return self._side_of_teller(naming) if figure.name in MEMBERS_OF_PARLIAMENT else ""
        role = self.roles.get(naming.key)
        if role is not None and (
            side := side_of_clause(self.cast, naming, role.start) or referred_side(self.cast, role, naming)
        ):
            return side
        if role is None or not _is_office(figure.role) or is_of_study(figure.role):
            return self._side_of_citizen(naming)
        if (apart := owner_apart(self.cast, role)) is not None:
            return apart
        if own := office_of(self.cast, figure.role):
            return own
        if AT_A_BODY.search(figure.role) and (body := self._body_before(naming)):
            return body
        if BLOC_ALONE.search(figure.role):
            return ""
        if own := self._side_of_subject_behind(naming, role):
            return own
        if self.cast.article.doc[role.start].lower_ in ("his", "her", "their"):
            return self._side_opposite(role)  # "his aide", of somebody of whom no side is known
        if BUSINESS.search(figure.role):
            return self._company_before(naming)
        barred = taken_countries(self.cast, figure) | opposed_to(self.cast, naming, self.passages.home)
        at = min(naming.title_start, role.start)
        if scene := self.cast.scene_of(at):
            return scene
        if (own := own_country(self.cast, naming, at)) and own not in barred:
            return own
        if ABROAD.match(figure.role) and (HAS_BEEN.search(figure.role) or ABROAD.fullmatch(figure.role)):
            return ""  # as often sent to the country of the passage as by it
        possible = possible_countries(self.cast, figure, self.passages.prominent)
        return self.passages.side_at(at, naming, possible - barred, barred)

    def _side_of_subject_behind(self, naming: Naming, role: Role) -> str:
        """ "In a letter from its foreign minister, Ilse Brandt, Norway said": "its" is the subject that follows."""
        doc = self.cast.article.doc
        if doc[role.start].lower_ != "its" or doc[naming.end : naming.end + 1].text != ",":
            return ""
        subject = self.cast.naming_of.get(naming.end + 1)
        figure = self.cast.figures[subject.key] if subject else None
        follows = figure is not None and figure.kind is ActorKind.COUNTRY and doc[naming.end + 1].dep_ == "nsubj"
        return figure.name if figure is not None and follows else ""

    def _side_opposite(self, role: Role) -> str:
        """ "his counterpart": of two states the one that is not his; "" for any other role."""
        doc = self.cast.article.doc
        owner = self.cast.resolve(doc[role.start])[:1]
        if not owner or doc[role.end - 1].lower_ not in OPPOSITE:
            return ""
        others = self.passages.states - {self.cast.figures[owner[0]].side}
        return next(iter(others)) if len(others) == 1 and len(self.passages.states) == 2 else ""

    def _company_before(self, naming: Naming) -> str:
        """Of a post in business: the company named last in the paragraph, no body of a state; "" where none is."""
        cast, article = self.cast, self.cast.article
        paragraph = article.paragraph_of(article.doc[naming.start].idx)
        for other in reversed(cast.namings[: cast.namings_before(article.doc[naming.start])]):
            if article.paragraph_of(article.doc[other.start].idx) != paragraph:
                break
            figure = cast.figures[other.key]
            if figure.kind is ActorKind.ORGANIZATION and not _is_national(cast, other, figure):
                return figure.side or figure.name
        return ""

    def _body_before(self, naming: Naming) -> str:
        """The organisation named last that has members: whose secretary general it is goes without saying. Where none is
        before, the only one that the article names."""
        before = self.cast.namings_before(self.cast.article.doc[naming.start])
        for other in reversed(self.cast.namings[:before]):
            if body := self._body_with_members(other):
                return body
        behind = {body for other in self.cast.namings[before:] if (body := self._body_with_members(other))}
        return behind.pop() if len(behind) == 1 else ""

    def _body_with_members(self, naming: Naming) -> str:
        figure = self.cast.figures[naming.key]
        return next((name for name in (figure.name, figure.side) if MEMBERS.search(name)), "")

    def _side_of_citizen(self, naming: Naming) -> str:
        """Somebody of no office: the country of those who are named as kin, or of the place in the role ("a baker in Oslo").
        What the paragraph is about tells nothing: a witness is as often a stranger."""
        if told := side_as_told(self.cast, naming) or self._side_of_kin(naming) or self._side_of_group(naming):
            return told
        role = self.roles.get(naming.key)
        if role is None or any(index in self.cast.naming_of for index in range(role.start, role.end)):
            return ""
        doc = self.cast.article.doc
        places = (index + 1 for index in range(role.start, role.end - 1) if doc[index].lower_ in ("in", "from", "at"))
        found = (self.cast.gazetteer.place_at(doc, place) or country_of_town(doc, place) for place in places)
        return next((country for country in found if country), "")

    def _side_of_group(self, naming: Naming) -> str:
        """The side of the group of which somebody is one: "One of them, Ilse Brandt,", and of the families told of in the sentence
        before where somebody has kin: "The families of two Danes … said Ilse Brandt, whose son"."""
        cast, doc = self.cast, self.cast.article.doc
        comma = naming.title_start - 1
        if comma > 2 and doc[comma].text == "," and doc[comma - 2].lower_ == "of" and doc[comma - 3].lower_ == "one":
            for key in cast.resolve(doc[comma - 1])[:1]:
                return cast.figures[key].side
        whose = doc[naming.end + 1 : naming.end + 3]
        if len(whose) == 2 and whose[0].lower_ == "whose" and whose[1].lower_ in read_words("names", "relations"):
            nth = cast.article.sentence_of[naming.start]
            start = cast.article.sentences[max(0, nth - 1)].start
            families = (word for word in doc[start : naming.start] if word.lemma_ in KIN and word.dep_ == "nsubj")
            return next((side for family in families if (side := lent_side(cast, family))), "")
        return ""

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
        """A party, a parliament, a guild: of the country whose "its" stands before it or of the person whom its sentence sets
        beside it, else of the passage."""
        its = self.cast.article.doc[max(0, naming.title_start - 1 - self._adjectives_before(naming))]
        known = figure.name in self.cast.gazetteer.known
        if its.lower_ == "its" or (its.lower_ in ("his", "her", "their") and not known):
            owner = side_of_clause(self.cast, naming, its.i)
            keys = self.cast.resolve(its)[:1] if not owner else ()
            owner = owner or next(
                (self.cast.figures[side].name for key in keys if (side := self.cast.side_of(key))), ""
            )
            if self.cast.gazetteer.country(owner):
                return owner
        if not _is_national(self.cast, naming, figure) or bears_arms(self.cast, naming):
            return ""
        return (
            self._side_of_teller(naming)
            or self._beside(naming)
            or self.passages.side_at(naming.title_start, naming, self.passages.states)
        )

    def _adjectives_before(self, naming: Naming) -> int:
        """How many words stand between a pronoun and the body that is called its: "her own party, [Dawn]"."""
        doc, start = self.cast.article.doc, naming.title_start
        for back in range(1, min(5, start)):
            word = doc[start - 1 - back]
            if word.lower_ in ("its", "his", "her", "their"):
                between = doc[start - back : start]
                bodies = read_words("names", "body_nouns")
                apposed = between[-1].text == "," and len(between) > 1 and between[-2].lower_ in bodies
                return back if apposed and all(one.pos_ in ("ADJ", "NOUN", "PUNCT") for one in between) else 0
        return 0

    def _side_of_teller(self, naming: Naming) -> str:
        """The country of whoever tells a parliament or a party something: "Prime Minister Ilse Brandt told Parliament"."""
        doc = self.cast.article.doc
        verb = dealt_with(doc[naming.end - 1])
        subject = subject_of(verb) if verb is not None and verb.lemma_ in TOLD_AT_HOME else None
        for key in self.cast.resolve(subject)[:1] if subject is not None else ():
            if (side := self.cast.side_of(key)) and self.cast.figures[side].kind is ActorKind.COUNTRY:
                return self.cast.figures[side].name
        return ""

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


def _is_office(role: str) -> bool:
    """Whether the role is one that somebody holds for a country or an organisation."""
    words = set(re.findall(r"[a-z-]+", role.casefold()))
    return bool(words & read_words("names", "offices"))


def _is_told_national(cast: Cast, naming: Naming) -> bool:
    """Whether the words beside a body tell that it is of a state: "the ruling party, Dawn", "Dawn, the state broadcaster,"."""
    doc = cast.article.doc
    start = naming.start - 1
    start -= doc[start].text == ","
    before = [token.lower_ for token in doc[max(0, start - 3) : start + 1]]
    behind = [token.lower_ for token in doc[naming.end : naming.end + LONGEST_APPOSITION]]
    if behind[:1] == [","] and behind[1:2] in (["a"], ["an"], ["the"], ["its"], ["one"]):
        behind = behind[1 : behind.index(",", 1) if "," in behind[1:] else None]
    else:
        behind = []
    return any(_tells_national(words) for words in (before, behind))


def _tells_national(words: list[str]) -> bool:
    """Whether a noun for a body and a word that says it is of a state stand there, in this order."""
    nouns = [nth for nth, word in enumerate(words) if word in read_words("names", "body_nouns")]
    return any(words[nth] == "party" or any(word in NATIONAL for word in words[:nth]) for nth in nouns)


def _is_national(cast: Cast, naming: Naming, figure: Figure) -> bool:
    """Whether the body is one within a state, such as a parliament or a guild; a league or a movement where the sentence
    speaks of politics. What the directory knows has its side from there."""
    words = {word.casefold() for word in figure.name.replace("-", " ").split()}
    if figure.name in cast.gazetteer.known or words & read_words("names", "across_states"):
        return False
    if words & read_words("names", "national_bodies"):
        return True
    if _is_told_national(cast, naming):
        return True
    sentence = {token.lower_ for token in cast.article.sentence(naming.start)}
    return bool(words & read_words("names", "political_bodies") and sentence & read_words("names", "politics"))

"""The cast of an article: which actor a word stands for.

A name stands for its actor; a pronoun, a description ("the minister") or a body of a state ("the navy") is resolved to one
where the article leaves no real doubt, and to nothing where it does. A source without a name ("two diplomats") is given a
figure of its own when a record needs one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from app.parsing.actors import Figure, Naming
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.places import Gazetteer
from app.records import ActorKind, slug

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
FARTHEST_SENTENCES = 8
FARTHEST_PARAGRAPHS = 2
PAIRED = frozenset(
    {
        "side",
        "government",
        "country",
        "party",
        "leader",
        "president",
        "delegation",
        "capital",
        "nation",
        "army",
        "minister",
        "team",
        "neighbor",
        "neighbour",
        "state",
        "foe",
        "rival",
        "enemy",
        "man",
        "woman",
        "premier",
    }
)
LEADERS = frozenset({"leader", "president", "man", "woman", "minister", "premier", "chancellor"})
BODIES = frozenset(
    {
        "bloc",
        "alliance",
        "agency",
        "union",
        "party",
        "council",
        "bank",
        "group",
        "court",
        "front",
        "company",
        "league",
        "organization",
        "organisation",
        "commission",
        "ministry",
        "department",
        "movement",
        "federation",
        "parliament",
        "institute",
        "committee",
        "militia",
        "body",
    }
)
BLOCS = frozenset(
    {
        "union",
        "alliance",
        "compact",
        "league",
        "community",
        "organization",
        "organisation",
        "association",
        "pact",
        "group",
        "states",
        "nations",
        "bloc",
    }
)
STATES = frozenset({"country", "nation", "government", "state", "republic", "kingdom", "island", "regime"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor seen at a token, by name or by a pronoun already resolved; `subject` where it is what its clause is about."""

    token: int
    key: str
    subject: bool
    quoted: bool


@dataclass(slots=True)
class Cast:
    article: Article
    figures: dict[str, Figure]
    namings: list[Naming]
    gazetteer: Gazetteer
    sightings: list[Sighting] = field(default_factory=list)
    sighted: list[int] = field(default_factory=list)
    naming_of: dict[int, Naming] = field(default_factory=dict)
    resolved: dict[int, tuple[str, ...]] = field(default_factory=dict)
    speakers: dict[int, str] = field(default_factory=dict)  # quotation (index in article.marked) -> its speaker

    # -- what records ask --------------------------------------------------------------------------------------------

    def resolve(self, token: Token) -> tuple[str, ...]:
        """The actors for whom the noun phrase headed by `token` stands; () where it stands for none, or where in doubt."""
        if token.i not in self.resolved:
            self.resolved[token.i] = ()  # a phrase that leads back to itself stands for nobody
            self.resolved[token.i] = self._resolve(token)
        return self.resolved[token.i]

    def resolve_all(self, token: Token) -> tuple[str, ...]:
        """As `resolve`, with those coordinated with it ("Putin and Trump")."""
        keys = list(self.resolve(token))
        for other in token.conjuncts:
            if other.i > token.i:
                keys.extend(self.resolve(other))
        return tuple(dict.fromkeys(keys))

    def resolve_source(self, token: Token) -> str | None:
        """The one actor who speaks or wants there; an unnamed one is given a figure. None where nobody can be named."""
        keys = self.resolve(token)
        key = keys[0] if keys else self.claim(token)
        return key

    def use(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Mark these actors as needed by a record."""
        kept = tuple(dict.fromkeys(keys))
        for key in kept:
            self.figures[key].used = True
        return kept

    def named_at(self, token: Token) -> str | None:
        naming = self.naming_of.get(token.i)
        return naming.key if naming else None

    def side_of(self, key: str) -> str | None:
        """The key of the country or organisation for which the actor acts; a country acts for itself."""
        figure = self.figures[key]
        if figure.kind is ActorKind.COUNTRY:
            return key
        return slug(figure.side) if figure.side and slug(figure.side) in self.figures else None

    # -- names, pronouns, descriptions -------------------------------------------------------------------------------

    def _resolve(self, token: Token) -> tuple[str, ...]:
        if naming := self.naming_of.get(token.i):
            return (naming.key,)
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            return self._resolve_pronoun(token)
        for child in token.children:
            if (
                child.dep_ == "appos"
                and child.i in self.naming_of
                and self.figures[self.naming_of[child.i].key].kind is not ActorKind.COUNTRY
            ):
                return (self.naming_of[child.i].key,)
        if token.text[0].isupper() and token.pos_ == "PROPN":
            return ()
        return self._resolve_description(token)

    def _resolve_pronoun(self, token: Token) -> tuple[str, ...]:
        word = token.lower_
        if word in FIRST:
            nth = self.article.mark_of[token.i]
            return (self.speakers[nth],) if nth in self.speakers else ()
        if word in ("who", "which", "that", "whose"):
            return self._resolve_relative(token)
        if word in MALE or word in FEMALE:
            key = self._find_person(token, "male" if word in MALE else "female")
            return (key,) if key else ()
        if word in IT:
            key = self._find_body(token)
            return (key,) if key else ()
        if word in THEY or word == "both":
            return self._find_several(token)
        return ()

    def _resolve_relative(self, token: Token) -> tuple[str, ...]:
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        return self.resolve(clause.head) if clause.dep_ == "relcl" and clause.head.i < token.i else ()

    def _sightings_back(self, token: Token) -> Iterable[list[Sighting]]:
        """What was seen before the token, sentence by sentence, the nearest sentence first."""
        article = self.article
        here = article.sentence_of[token.i]
        paragraph = article.paragraph_of(token.idx)
        at = bisect_left(self.sighted, token.i)
        for nth in range(here, max(-1, here - FARTHEST_SENTENCES), -1):
            sentence = article.sentences[nth]
            if article.paragraph_of(sentence.start_char) < paragraph - FARTHEST_PARAGRAPHS:
                return
            left = bisect_left(self.sighted, sentence.start)
            yield self.sightings[left:at]
            at = left

    def _find_person(self, token: Token, gender: str) -> str | None:
        barred = self._barred(token)
        quoted = self.article.mark_of[token.i] >= 0
        if quoted and (speaker := self.speakers.get(self.article.mark_of[token.i])):
            barred.add(speaker)
        for nth, seen in enumerate(self._sightings_back(token)):
            fitting = [one for one in seen if self._fits(one, gender, barred) and (quoted or not one.quoted)]
            if not fitting:
                continue
            subjects = [one for one in fitting if one.subject]
            chosen = (subjects or fitting[::-1])[0] if nth or subjects else fitting[-1]
            figure = self.figures[chosen.key]
            figure.gender = figure.gender or gender
            return chosen.key
        return None

    def _barred(self, token: Token) -> set[str]:
        """A pronoun that is the object of a verb is not the verb's subject ("Mwangi told him")."""
        verb = token.head
        if token.dep_ in SUBJECTS or token.dep_ == "poss":
            return set()
        while verb.dep_ in ("prep", "pobj", "dative", "xcomp") and verb.head.i != verb.i:
            verb = verb.head
        return {
            key
            for child in verb.children
            if child.dep_ in SUBJECTS and child.i < token.i
            for key in self.resolve(child)
        }

    def _fits(self, one: Sighting, gender: str, barred: set[str]) -> bool:
        figure = self.figures[one.key]
        return figure.kind is ActorKind.PERSON and figure.gender in ("", gender) and one.key not in barred

    def _find_body(self, token: Token) -> str | None:
        barred = self._barred(token)
        for nth, seen in enumerate(self._sightings_back(token)):
            if nth > 3:
                return None
            fitting = [
                one
                for one in seen
                if self.figures[one.key].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION) and one.key not in barred
            ]
            if fitting:
                subjects = [one for one in fitting if one.subject]
                return (subjects or fitting[::-1])[0].key
        return None

    def _find_several(self, token: Token) -> tuple[str, ...]:
        for nth, seen in enumerate(self._sightings_back(token)):
            subjects = [one for one in seen if one.subject]
            keys = tuple(dict.fromkeys(one.key for one in subjects))
            if len(keys) > 1 and any(self.article.doc[one.token].conjuncts for one in subjects):
                return keys
            groups = [key for key in keys if self.figures[key].kind is ActorKind.GROUP]
            if groups:
                return (groups[0],)
            if nth > 1 or (nth and keys):
                return ()
        return ()

    def _resolve_description(self, token: Token) -> tuple[str, ...]:
        noun = token.lemma_.casefold()
        determiner = next((child.lower_ for child in token.children if child.dep_ in ("det", "predet")), "")
        number = any(child.lower_ == "two" for child in token.children)
        if noun in PAIRED and (
            determiner in ("both", "either", "neither")
            or number
            or (noun in ("party", "side", "delegation") and token.tag_ == "NNS" and determiner == "the")
        ):
            return self._pair(noun)
        if noun in ("spokesman", "spokeswoman", "spokesperson") and (of := self._speaks_for(token)):
            return of
        if noun in read_words("speech", "texts"):
            return self._author_of(token)
        if owner := self._state_of(token, noun, determiner):
            return owner
        if noun in BODIES and determiner in ("the", "this", "that"):
            key = self._find_described_body(token, noun)
            return (key,) if key else ()
        if (determiner in ("the", "this", "that") or (token.dep_ == "nsubj" and not determiner)) and token.tag_ == "NN":
            key = self._find_described_person(token, noun)
            return (key,) if key else ()
        return ()

    def _pair(self, noun: str) -> tuple[str, ...]:
        """The two countries, or the two leaders, whom the article names most."""
        counts: dict[str, int] = {}
        for naming in self.namings:
            figure = self.figures[naming.key]
            wanted = (
                figure.kind is ActorKind.PERSON
                and any(
                    word in figure.role.casefold()
                    for word in ("president", "prime", "chancellor", "king", "chairman", "premier", "leader")
                )
                if noun in LEADERS
                else figure.kind is ActorKind.COUNTRY
            )
            if wanted:
                counts[naming.key] = counts.get(naming.key, 0) + 1
        most = sorted(counts, key=lambda key: (-counts[key], key))[:2]
        return (
            tuple(sorted(most, key=lambda key: next(naming.start for naming in self.namings if naming.key == key)))
            if len(most) == 2
            else ()
        )

    def _speaks_for(self, token: Token) -> tuple[str, ...]:
        """A spokesman without a name speaks as the body for which he speaks; for a person he stays an unnamed person."""
        for child in token.children:
            owners = self.resolve(child) if child.dep_ in ("poss", "compound", "nmod") else ()
            if child.dep_ == "prep" and child.lower_ in ("for", "of"):
                owners = next(
                    (self.resolve(grandchild) for grandchild in child.children if grandchild.dep_ == "pobj"), ()
                )
            if owners and self.figures[owners[0]].kind is not ActorKind.PERSON:
                return owners[:1]
        return ()

    def _author_of(self, token: Token) -> tuple[str, ...]:
        """A statement, letter or memorandum speaks for its author: its owner, else whoever the passage is about."""
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                if keys := self.resolve(child):
                    return keys[:1]
                if (country := self.gazetteer.demonym(child.text)) and (key := self._country_key(country)):
                    return (key,)
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj" and (keys := self.resolve(grandchild)):
                        return keys[:1]
            if child.dep_ == "acl" and child.tag_ == "VBN":
                for agent in (grandchild for grandchild in child.children if grandchild.dep_ == "agent"):
                    for author in agent.children:
                        if author.dep_ == "pobj" and (keys := self.resolve(author)):
                            return keys[:1]
        if not any(child.lower_ == "the" for child in token.children):
            return ()
        paragraph = self.article.paragraph_of(token.idx)
        for seen in self._sightings_back(token):
            subjects = [one for one in seen if one.subject and not one.quoted]
            if subjects and self.article.paragraph_of(self.article.doc[subjects[0].token].idx) == paragraph:
                return (subjects[0].key,)
        return ()

    def _state_of(self, token: Token, noun: str, determiner: str) -> tuple[str, ...]:
        """What belongs to a state acts for it: "Neridan artillery", "Kaldova's navy", "the government", "his country"."""
        organs = read_words("names", "organs")
        if noun not in organs and token.lower_ not in organs:
            return ()
        if country := self.country_of(token):
            return (country,)
        if (noun in read_words("names", "possessor_organs") and determiner == "the") or noun in STATES:
            return self._recent_country(token)
        return ()

    def country_of(self, token: Token) -> str | None:
        """The country that an adjective, a possessor or an "of" phrase of the noun names."""
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod") and (country := self.gazetteer.demonym(child.text)):
                return self._country_key(country)
            if child.dep_ in ("poss", "compound", "nmod"):
                for key in self.resolve(child)[:1]:
                    return self.side_of(key) if self.figures[key].kind is not ActorKind.ORGANIZATION else key
            if child.dep_ == "prep" and child.lower_ in ("of", "from"):
                for grandchild in child.children:
                    for key in self.resolve(grandchild)[:1] if grandchild.dep_ == "pobj" else ():
                        if self.figures[key].kind is ActorKind.COUNTRY:
                            return key
        return None

    def _country_key(self, name: str) -> str | None:
        key = slug(name)
        return key if key in self.figures else None

    def _recent_country(self, token: Token) -> tuple[str, ...]:
        for seen in self._sightings_back(token):
            for one in sorted(seen, key=lambda one: (not one.subject, -one.token)):
                if side := self.side_of(one.key):
                    return (side,)
        return ()

    def _find_described_body(self, token: Token, noun: str) -> str | None:
        wanted = BLOCS if noun in ("bloc", "alliance", "group") else {noun}
        for naming in reversed(self.namings[: self._namings_before(token)]):
            figure = self.figures[naming.key]
            if figure.kind is ActorKind.ORGANIZATION and wanted & {word.casefold() for word in figure.name.split()}:
                return naming.key
        return None

    def _namings_before(self, token: Token) -> int:
        return bisect_left(self.namings, token.i, key=lambda naming: naming.start)

    def _find_described_person(self, token: Token, noun: str) -> str | None:
        """The person last named whose role says that noun ("the minister"), or the unnamed source of that noun."""
        at = bisect_left(self.sighted, token.i)
        modifier = next((child.lower_ for child in token.children if child.dep_ in ("compound", "amod")), "")
        for one in reversed(self.sightings[:at]):
            figure = self.figures[one.key]
            role = figure.role.casefold().split()
            if (
                figure.kind is ActorKind.PERSON
                and (noun in role or noun == figure.head)
                and (
                    not modifier
                    or modifier in role
                    or self.gazetteer.demonym(modifier.capitalize()) in (figure.side, None)
                )
            ):
                return one.key
        return None

    # -- the unnamed -------------------------------------------------------------------------------------------------

    def claim(self, token: Token) -> str | None:
        """A figure for an unnamed source ("two diplomats", "senior Dravonian official"); None where the noun names nobody."""
        noun = token.lemma_.casefold()
        people = read_words("names", "people")
        if (
            token.pos_ not in ("NOUN", "PROPN", "ADJ")
            or noun in read_words("names", "nobody")
            or (noun not in people and token.lower_ not in people)
        ):
            return None
        words = self._phrase(token)
        name = words.text
        key = slug(name)
        if not key:
            return None
        if key not in self.figures:
            plural = token.tag_ in ("NNS", "NNPS") or noun in (
                "people",
                "family",
                "delegation",
                "coalition",
                "team",
                "staff",
                "opposition",
            )
            institution = noun in (
                "parliament",
                "police",
                "bank",
                "ministry",
                "government",
                "court",
                "agency",
                "council",
                "union",
                "party",
                "authority",
                "company",
            )
            kind = (
                ActorKind.ORGANIZATION
                if (institution and not plural) or noun == "police"
                else ActorKind.GROUP
                if plural
                else ActorKind.PERSON
            )
            country = self.country_of(token)
            side = self.figures[country].name if country else ""
            self.figures[key] = Figure(key, name, kind, {name: None}, side=side, named=False, head=noun)
        self.figures[key].forms.setdefault(name)
        self._see(Sighting(token.i, key, token.dep_ in SUBJECTS, self.article.mark_of[token.i] >= 0))
        return key

    def note(self, token: Token) -> None:
        """Resolve a pronoun or description and remember it, so that what comes later can lean on it."""
        keys = self.resolve(token)
        if len(keys) == 1 and token.i not in self.naming_of:
            self._see(Sighting(token.i, keys[0], is_subject(token), False))

    def _see(self, sighting: Sighting) -> None:
        at = bisect_left(self.sighted, sighting.token)
        if at == len(self.sighted) or self.sighted[at] != sighting.token:
            self.sightings.insert(at, sighting)
            self.sighted.insert(at, sighting.token)

    def _phrase(self, token: Token) -> Span:
        """The words of an unnamed source: its modifiers without article or pronoun, and a short phrase that follows it."""
        left = token.i
        for child in sorted(token.lefts, key=lambda child: -child.i):
            if (
                child.dep_ in ("det", "predet", "punct", "cc", "preconj")
                or child.tag_ == "PRP$"
                or child.right_edge.i != left - 1
            ):
                break
            if child.dep_ not in ("amod", "compound", "nummod", "poss", "nmod", "npadvmod", "advmod", "quantmod"):
                break
            left = child.left_edge.i
        while left < token.i and (
            token.doc[left].dep_ in ("det", "predet") or token.doc[left].is_punct or token.doc[left].tag_ == "PRP$"
        ):
            left += 1
        right = token.i
        for child in token.rights:
            if (
                child.i == right + 1
                and child.dep_ in ("prep", "cc", "conj", "amod")
                and child.right_edge.i - token.i <= 5
                and child.lower_ in ("of", "for", "in", "at", "from", "close", "and", "to", "with", "inside")
                and not any(
                    (word.is_punct and word.tag_ != "POS") or word.tag_ in ("WP", "WDT") for word in child.subtree
                )
            ):
                right = child.right_edge.i
            elif child.dep_ == "conj" and child.i <= right + 3 and child.right_edge.i - token.i <= 4:
                right = child.i
        return token.doc[left : right + 1]


def build_cast(article: Article, figures: dict[str, Figure], namings: list[Naming], gazetteer: Gazetteer) -> Cast:
    """The cast with every naming in place and every pronoun outside quotations resolved, in text order."""
    cast = Cast(article, figures, namings, gazetteer)
    for naming in namings:
        root = article.doc[naming.start : naming.end].root
        for index in range(naming.title_start, naming.end):
            cast.naming_of.setdefault(index, naming)
        subject = is_subject(root)
        cast.sightings.append(Sighting(root.i, naming.key, subject, article.mark_of[root.i] >= 0))
    cast.sightings.sort(key=lambda one: one.token)
    cast.sighted = [one.token for one in cast.sightings]
    return cast


def resolve_pronouns(cast: Cast) -> None:
    """Resolve pronouns and descriptions of persons outside quotations, left to right, so that each can lean on those before."""
    for token in cast.article.doc:
        if token.lower_ in ("he", "she", "it", "they") and cast.article.mark_of[token.i] < 0 and is_subject(token):
            cast.note(token)
        elif token.dep_ == "det" and token.lower_ == "the" and cast.article.mark_of[token.i] < 0:
            noun = token.head
            if (
                noun.i > token.i
                and noun.tag_ in ("NN", "NNP")
                and noun.lemma_.casefold() in read_words("names", "people")
            ):
                cast.note(noun)


def is_subject(token: Token) -> bool:
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_ in SUBJECTS

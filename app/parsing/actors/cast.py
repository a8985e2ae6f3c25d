"""The cast of an article: which actor a word stands for.

A name stands for its actor; a pronoun, a description ("the minister") or a body of a state ("the navy") is resolved to
one where the article leaves no real doubt, and to nothing where it does. A source without a name ("two diplomats") is
given a figure of its own when a record needs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.parsing.actors.clues import calling_at
from app.parsing.actors.descriptions import LATEST_OWNER, Descriptions
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.places import Gazetteer
from app.parsing.actors.sightings import SUBJECTS, Sighting, is_subject
from app.parsing.actors.unnamed import (
    COLLECTIVES,
    INSTITUTIONS,
    PARTS,
    SHARES,
    counted_people,
    gender_of,
    introduces_source,
    is_no_name_of,
    is_person,
    is_press_at_large,
    named_by_part,
    tells_who,
)
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.tokens import Span, Token
from app.records import ActorKind, slug

COMPLEMENTS = frozenset({"of", "for", "in", "at", "from", "close", "familiar", "around", "and", "to", "with", "inside"})


class Cast(Descriptions):
    """Who is who in one article; what the rules for quotes, demands and outcomes ask."""

    __slots__ = ()

    def resolve(self, token: Token) -> tuple[str, ...]:
        """The actors for whom the noun phrase headed by `token` stands; () where it stands for none, or in doubt."""
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
        return keys[0] if keys else self.claim(token)

    def use(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Mark these actors as needed by a record."""
        kept = tuple(dict.fromkeys(keys))
        for key in kept:
            self.figures[key].used = True
        return kept

    def named_at(self, token: Token) -> str | None:
        naming = self.naming_of.get(token.i)
        return naming.key if naming else None

    def _resolve(self, token: Token) -> tuple[str, ...]:
        if naming := self.naming_of.get(token.i):
            return (naming.key,)
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$") or token.lower_ in ("hers", "theirs"):
            return self._resolve_pronoun(token)
        if token.lower_ in ("one", "another") and token.dep_ == "nsubj" and not token.children:
            return self._one_of_several(token)
        if (named := named_by_part(token)) is not None:
            return self.resolve(named)
        for child in token.children:
            if (
                child.dep_ == "appos"
                and child.i in self.naming_of
                and self.figures[self.naming_of[child.i].key].kind is not ActorKind.COUNTRY
            ):
                return (self.naming_of[child.i].key,)
        if (beside := self._named_in_apposition(token)) is not None:
            return (beside,)
        if token.text[0].isupper() and token.pos_ == "PROPN":
            return ()
        return self._resolve_description(token)

    def _named_in_apposition(self, token: Token) -> str | None:
        """The person whose name follows the noun behind a comma: "its mission chief for Maridhia, Bartholomew Ito,"."""
        doc = token.doc
        comma = token.i + 1
        if comma + 4 < len(doc) and doc[comma].lower_ in ("for", "to", "of", "in", "on"):
            comma = next((index for index in range(comma + 1, comma + 5) if doc[index].text == ","), comma)
        if comma + 1 >= len(doc) or doc[comma].text != "," or token.pos_ not in ("NOUN", "PROPN"):
            return None
        if token.dep_ == "pobj" and token.head.head.lemma_.casefold() in read_words("names", "people"):
            return None  # "a spokesman for the bank, Ali Deby,": the name is the spokesman's
        first = comma + 1 + calling_at(doc, comma + 1)
        naming = self.naming_of.get(first)
        if naming is None or naming.title_start != first or self.figures[naming.key].kind is not ActorKind.PERSON:
            return None
        closed = naming.end < len(doc) and doc[naming.end].text in (",", ".", "—", "–")
        return naming.key if closed and token.lemma_.casefold() in read_words("names", "people") else None

    def claim(self, token: Token) -> str | None:
        """A figure for an unnamed source ("two diplomats"); None where the noun names nobody."""
        if (token.pos_ == "NUM" or token.lemma_ in SHARES or token.lower_ in PARTS) and (
            counted := counted_people(token)
        ) is not None:
            return self._claim_words(counted, token.doc[token.i : counted.i + 1])
        noun = token.lemma_.casefold()
        if (
            token.pos_ not in ("NOUN", "PROPN", "ADJ")
            or (noun in read_words("names", "nobody") and not self._reports_for(token))
            or is_press_at_large(token)
            or not (is_person(noun) or is_person(token.lower_) or _is_head(token))
            or _is_done(token)
        ):
            return None
        return self._claim_words(token, self._introduced(token, self._phrase(token)))

    def _reports_for(self, token: Token) -> bool:
        """Whether a reporter is told by his paper: "a reporter from Le Marin asked"."""
        behind = token.i + 1 + (token.doc[token.i + 2 : token.i + 3].text.casefold() == "the")
        named = behind + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in ("from", "for", "of", "with")
        naming = self.naming_of.get(behind + 1) if named else None
        return naming is not None and self.figures[naming.key].kind is ActorKind.ORGANIZATION

    def _introduced(self, token: Token, words: Span) -> Span:
        """The words by which the article called a body before, where "the ministry" alone names it now."""
        noun = token.lemma_.casefold()
        if len(words) > 1 or noun not in INSTITUTIONS or token.doc[words.start - 1].lower_ != "the":
            return words
        for index in range(words.start - 1, max(0, words.start - LATEST_OWNER), -1):
            before = token.doc[index]
            if before.lower_ == token.lower_ and self.article.mark_of[index] < 0:
                return phrase if len(phrase := self._phrase(before)) > 1 else words
        return words

    def _claim_words(self, token: Token, words: Span) -> str | None:
        """The figure of these words, made if it is new; `token` is their noun."""
        noun = token.lemma_.casefold()
        name = words.text
        key = slug(name)
        if not key:
            return None
        if key not in self.figures:
            plural = token.tag_ in ("NNS", "NNPS") or noun in COLLECTIVES
            institution = noun in INSTITUTIONS
            kind = (
                ActorKind.ORGANIZATION
                if (institution and not plural) or noun == "police"
                else ActorKind.GROUP
                if plural
                else ActorKind.PERSON
            )
            country = self.country_of(token)
            side = self.figures[country].name if country else ""
            gender = gender_of(noun) if kind is ActorKind.PERSON else ""
            self.figures[key] = Figure(key, name, kind, {name: None}, side=side, gender=gender, named=False, head=noun)
        self.figures[key].forms.setdefault(name)
        self.see(Sighting(token.i, key, token.dep_ in SUBJECTS, self.article.mark_of[token.i] >= 0))
        return key

    def note(self, token: Token) -> tuple[str, ...]:
        """Resolve a pronoun or description and remember it, so that what comes later can lean on it."""
        keys = self.resolve(token)
        if len(keys) == 1 and token.i not in self.naming_of:
            self.see(Sighting(token.i, keys[0], is_subject(token), False))
        return keys

    def _belongs_before(self, token: Token) -> bool:
        """Whether a country's name or adjective stands right before the noun: "Broz officials"."""
        naming = self.naming_of.get(token.i)
        named = naming is not None and self.figures[naming.key].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
        return (named or self.gazetteer.nation(token) is not None) and token.whitespace_ != ""

    def _phrase(self, token: Token) -> Span:
        """The words of an unnamed source: its modifiers without article or pronoun, and a short phrase behind it."""
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
        while left and self._belongs_before(token.doc[left - 1]):
            left -= 1
        while left < token.i and is_no_name_of(token.doc[left], token):
            left += 1
        right = token.i
        for child in token.rights:
            if (
                child.i == right + 1
                and child.dep_ in ("prep", "cc", "conj", "amod")
                and child.right_edge.i - token.i <= 5
                and child.lower_ in COMPLEMENTS
                and not any(
                    (word.is_punct and word.tag_ != "POS") or word.tag_ in ("WP", "WDT") for word in child.subtree
                )
            ):
                right = child.right_edge.i
            elif child.dep_ == "conj" and child.i <= right + 3 and child.right_edge.i - token.i <= 4:
                right = child.i
            elif child.dep_ == "relcl" and left == right == token.i and tells_who(token, child):
                right = child.right_edge.i
        return token.doc[left : right + 1]


def _is_head(noun: Token) -> bool:
    """Whether the noun is the head of something: "the deputy head of the delegation"."""
    return noun.lower_ in ("head", "no.") and any(child.lower_ in ("of", "for") for child in noun.children)


def _is_organ(noun: Token) -> bool:
    """Whether the noun is one of what governs a state: "the Kazakh government"."""
    lemma = noun.lemma_.casefold()
    return lemma in read_words("names", "possessor_organs") or lemma in read_words("names", "state_nouns")


def _is_done(noun: Token) -> bool:
    """Whether the noun is what is done to, though it looks like who does it: "trading prisoners encourages"."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    return (
        before.lower_.endswith("ing")
        and before.dep_ == "compound"
        and noun.tag_ == "NNS"
        and noun.head.tag_ == "VBZ"
        and noun.dep_ in SUBJECTS
    )


def build_cast(article: Article, figures: dict[str, Figure], namings: list[Naming], gazetteer: Gazetteer) -> Cast:
    """The cast with every naming in place and every pronoun outside quotations resolved, in text order."""
    cast = Cast(article, figures, namings, gazetteer)
    for naming in namings:
        root = article.doc[naming.start : naming.end].root
        for index in range(naming.title_start, naming.end):
            cast.naming_of.setdefault(index, naming)
        subject = is_subject(root) or _precedes_verb(article, naming)
        cast.sightings.append(Sighting(root.i, naming.key, subject, article.mark_of[root.i] >= 0))
    cast.sightings.sort(key=lambda one: one.token)
    cast.sighted = [one.token for one in cast.sightings]
    return cast


def _precedes_verb(article: Article, naming: Naming) -> bool:
    """Whether a verb of saying stands right behind the name, whatever the analysis makes of it: "At 2:30 Vogt announced"."""
    if naming.end >= len(article.doc):
        return False
    verb = article.doc[naming.end]
    return verb.tag_ in ("VBD", "VBZ") and verb.lemma_ in read_words("speech", "saying")


def resolve_pronouns(cast: Cast, after_sentence: Callable[[int], None]) -> None:
    """Resolve pronouns and descriptions of persons outside quotations, left to right: each can lean on those before, and on
    what `after_sentence` makes of each sentence that lies behind."""
    here = 0
    for token in cast.article.doc:
        for nth in range(here, cast.article.sentence_of[token.i]):
            after_sentence(nth)
        here = cast.article.sentence_of[token.i]
        if token.lower_ in ("he", "she", "it", "they") and cast.article.mark_of[token.i] < 0 and is_subject(token):
            cast.note(token)
        elif token.lower_ in ("his", "her", "him") and cast.article.mark_of[token.i] < 0:
            cast.resolve(token)  # what it tells of a gender counts from here on
        elif (
            (token.dep_ in SUBJECTS or token.dep_ == "pobj")
            and cast.article.mark_of[token.i] < 0
            and introduces_source(token)
        ):
            if not cast.note(token):
                cast.claim(token)
        elif token.tag_ == "NN" and token.dep_ in SUBJECTS and cast.article.mark_of[token.i] < 0 and _is_organ(token):
            cast.note(token)  # "his administration", that "it" may take up
        elif token.dep_ == "det" and token.lower_ == "the" and cast.article.mark_of[token.i] < 0:
            noun = token.head
            if (
                noun.i > token.i
                and noun.tag_ in ("NN", "NNP")
                and any(noun.lemma_.casefold() in read_words("names", words) for words in ("people", "bodies", "ranks"))
            ):
                cast.note(noun)
    after_sentence(here)

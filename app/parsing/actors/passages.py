"""Which country a passage is about, and so for whom somebody acts whose words name none.

A newspaper leaves the country out where the passage is about it: "Kaldova has let slip that it may pay. … Finance Minister
Ewan Holt said". So the country is that of whoever the sentences before are about, the subject rather than the object, and not
what an if-clause supposes; at home, where nobody is, the country of the dateline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.parsing.actors.cast import Cast
from app.parsing.actors.dealings import dealt_with
from app.parsing.actors.figures import Naming
from app.parsing.actors.offices import home_country
from app.parsing.actors.sightings import SUBJECTS, is_supposed
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

SPEAKING = frozenset({"speaking", "talking", "writing", "interviewed", "reached"})
ANSWERING = frozenset({"comment", "respond", "answer", "reply", "react", "decline", "speak"})
FARTHEST = 14  # sentences
FARTHEST_PARAGRAPHS = 4
FEW_HAVE = re.compile(r"(?i)\b(former|ex|king|queen|emir|sultan|chancellor)\b")
HAS_BEEN = re.compile(r"(?i)\b(former|ex|onetime|retired)\b")
LONGEST_HEADING = 40  # characters


@dataclass(slots=True)
class Passages:
    """Which country each passage is about; `prominent` are the countries and blocs that the article names most, `states`
    the countries among them, `named` all countries, `home` the one from which it is written."""

    cast: Cast
    prominent: frozenset[str]
    states: frozenset[str]
    named: frozenset[str]
    home: str

    def side_at(
        self, at: int, named: Naming | None, possible: frozenset[str], barred: frozenset[str] = frozenset()
    ) -> str:
        """The country, of the possible ones, that the passage before the token is about; "" where none is, or where the nearest
        is one that the article hardly names. The dateline's goes before those of other paragraphs, unless the paragraph begins
        with a quotation; that of a heading or of a place where somebody speaks before all. None is one of the `barred`."""
        article, key = self.cast.article, named.key if named else ""
        paragraph = article.paragraph_of(article.doc[at].idx)
        here = article.sentence_of[at]
        home = self.home if self.home in possible else ""
        first = article.tokens(article.paragraph_starts[paragraph], article.paragraph_starts[paragraph] + 1)[0]
        quoted = article.mark_of[first.i] >= 0
        if (country := self._told(here, at, named)) and country not in barred:
            return country
        for back in range(min(FARTHEST_PARAGRAPHS, paragraph) + 1):
            if headed := self._heading(paragraph - back):
                return headed
            if back > quoted and home:
                return home
            sentences = self._sentences_of(paragraph - back, here)
            for find in (self._scene, self._acting, self._named):
                for nth in sentences:
                    for country in find(nth, at, key):
                        if country in possible:
                            return country
                        if country and country not in self.prominent and country not in barred:
                            speaks = not back and country == self._speaking(nth, at, key)
                            return country if speaks else self._other_of_two(barred)
        return home or self._other_than_behind(at, possible, barred) or self._other_of_two(barred)

    def _speaking(self, nth: int, at: int, key: str) -> str:
        """The country that speaks in a sentence, of which its officer may then say more though the article tells little else
        of it: "Downing Street called it late. “We had a deal,” said Europe Minister Ilse Brandt". No king and nobody who once
        was is given to it."""
        figure, sentence = self.cast.figures.get(key), self.cast.article.sentences[nth]
        verbs = read_words("speech", "saying") | read_words("speech", "labelling") | read_words("speech", "acts")
        if figure is None or figure.kind is not ActorKind.PERSON or FEW_HAVE.search(figure.role):
            return ""
        for token in self.cast.article.doc[sentence.start : min(at, sentence.end)]:
            speaks = token.dep_ == "nsubj" and token.head.lemma_ in verbs
            if speaks and (country := self._country_at(token, key)) and self.cast.gazetteer.country(country):
                return country
        return ""

    def _other_of_two(self, barred: frozenset[str]) -> str:
        """Where the article names two states and one is barred, the other."""
        others = self.named - barred
        return next(iter(others)) if len(self.named) == 2 and len(others) == 1 else ""

    def _told(self, nth: int, at: int, named: Naming | None) -> str:
        """The country that the sentence of a person tells by itself, though the article tells little else of it."""
        if named is None or self.cast.figures[named.key].kind is not ActorKind.PERSON:
            return ""
        told = self._spoken_from(named.end) or self.cast.scene_of(at) or self._main_subject(nth, at, named.key)
        return told or self._government_before(nth, at)

    def _government_before(self, nth: int, at: int) -> str:
        """The country whose government the sentence before tells of, and that of no other: "The threat alarmed the Norwegian
        government. Foreign Minister Ilse Brandt urged"."""
        article = self.cast.article
        before = article.sentences[nth - 1] if nth else None
        if before is None or article.paragraph_of(before.start_char) != article.paragraph_of(article.doc[at].idx):
            return ""
        found = {
            self.cast.figures[country].name
            for token in before
            if token.lemma_ == "government" and (country := self.cast.country_of(token))
        }
        acting = {country for country in self._acting(nth - 1, at, "") if country} - found
        return found.pop() if len(found) == 1 and not acting else ""

    def _spoken_from(self, end: int) -> str:
        """ "Ilse Brandt, speaking in Oslo, said": where somebody is who is no guest there."""
        doc = self.cast.article.doc
        if doc[end : end + 1].text != "," or not any(word.lower_ in SPEAKING for word in doc[end + 1 : end + 3]):
            return ""
        places = (word.i + 1 for word in doc[end + 1 : end + 5] if word.lower_ in ("in", "from"))
        return next((found for place in places if (found := self.cast.gazetteer.home_at(doc, place))), "")

    def _heading(self, paragraph: int) -> str:
        """The country whose name is the whole of a paragraph, or stands before its first colon as its seat may: a round-up goes
        from one to the next."""
        found = self.cast.article.paragraphs[paragraph]
        words = self.cast.article.text[found.start : min(found.end, found.start + LONGEST_HEADING)]
        label, colon, _ = words.partition(":")
        name = (label if colon else words).strip(" \n.")
        country = self.cast.gazetteer.country(name) or (self.cast.gazetteer.seat(name) if colon else "") or ""
        return country if self.cast.gazetteer.country(country) else ""

    def _other_than_behind(self, at: int, possible: frozenset[str], barred: frozenset[str]) -> str:
        """Where nothing stands before and the article is about two: the one that the sentence does not name first behind the
        token, which is dealt with: "Brandt expelled Norway's envoy"."""
        article = self.cast.article
        for index in range(at, article.sentence(at).end):
            naming = self.cast.naming_of.get(index)
            figure = self.cast.figures[naming.key] if naming else None
            country = figure.name if figure and figure.kind is ActorKind.COUNTRY else ""
            country = country or self.cast.gazetteer.nation(article.doc[index]) or ""
            if country in possible | barred:
                others = possible - {country}
                return next(iter(others)) if len(others) == 1 else ""
        return ""

    def _main_subject(self, nth: int, at: int, key: str) -> str:
        """The country that is the subject of the sentence before the token, though the article tells little else of it: "Carrow
        closed its border, as President Brandt had threatened to do"."""
        doc = self.cast.article.doc
        for token in doc[self.cast.article.sentences[nth].start : at]:
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
                country = self._country_at(token, key)
                rare = country not in self.prominent and self.cast.gazetteer.country(country) is not None
                return country if rare and token.head is not dealt_with(doc[at]) else ""
        return ""

    def _sentences_of(self, paragraph: int, last: int) -> list[int]:
        """The sentences of a paragraph up to the one numbered `last`, the nearest first."""
        article = self.cast.article
        found = []
        for nth in range(last, max(-1, last - FARTHEST), -1):
            of = article.paragraph_of(article.doc[article.sentences[nth].start].idx)
            if of < paragraph:
                break
            if of == paragraph:
                found.append(nth)
        return found

    def _scene(self, nth: int, at: int, key: str) -> Iterator[str]:
        """The country in which the sentence says first of all that it plays: "In Ondrel, the prosecutor …"."""
        first = self.cast.article.doc[self.cast.article.sentences[nth].start]
        if nth == self.cast.article.sentence_of[at] and first.lower_ in ("in", "at") and first.i + 1 < at:
            yield self.cast.gazetteer.place_at(self.cast.article.doc, first.i + 1)

    def _acting(self, nth: int, at: int, key: str) -> Iterator[str]:
        """The countries of a sentence's subjects before the token, that of the main clause first."""
        cast, doc = self.cast, self.cast.article.doc
        sentence = cast.article.sentences[nth]
        person = key in cast.figures and cast.figures[key].kind is ActorKind.PERSON
        dealt = dealt_with(doc[at]) if at < sentence.end and person else None
        acting: list[tuple[bool, str]] = []
        for index in range(sentence.start, min(at, sentence.end)):
            token = doc[index]
            acts = token.dep_ in SUBJECTS or (
                index in cast.naming_of and (index == sentence.start or token.dep_ == "ROOT")
            )
            if not acts or cast.article.mark_of[index] >= 0 or is_supposed(token) or _is_silent(token.head):
                continue
            if token.head is not dealt and (country := self._country_at(token, key)):
                acting.append((token.head.dep_ != "ROOT", country))
        for _, country in sorted(acting, key=lambda one: one[0]):
            yield country

    def _named(self, nth: int, at: int, key: str) -> Iterator[str]:
        """The countries that a sentence names otherwise before the token, the last first; and those where it plays."""
        cast, doc = self.cast, self.cast.article.doc
        sentence = cast.article.sentences[nth]
        end = min(at, sentence.end)
        if at < sentence.end and dealt_with(doc[at]) is not None:
            return
        for one in reversed(cast.sightings_in(sentence.start, end)):
            if one.key != key and not one.quoted and not is_supposed(doc[one.token]):
                yield self._country(one.key)
        for index in range(sentence.start, end - 1):
            if doc[index].lower_ == "in":
                yield cast.gazetteer.place_at(doc, index + 1)

    def _country_at(self, subject: Token, key: str) -> str:
        """The country for which a subject acts: its own, or the one to which it belongs ("Niger's rulers")."""
        for one in self.cast.sightings_in(subject.i, subject.i + 1):
            return self._country(one.key) if one.key != key else ""
        country = self.cast.country_of(subject)
        return self.cast.figures[country].name if country else ""

    def _country(self, key: str) -> str:
        figure = self.cast.figures[key]
        if figure.kind is ActorKind.COUNTRY:
            return figure.name
        if HAS_BEEN.search(figure.role) and figure.side not in self.prominent:
            return ""  # "a former minister of Peru" tells nothing of those who come after him
        return figure.side or (figure.name if figure.name in self.prominent else "")


def read_passages(cast: Cast) -> Passages:
    """The passages of the article, once the sides that its words name are known."""
    counts = count_countries(cast)
    most = [count for _, count in counts.most_common(2)]
    prominent = frozenset(name for name, count in counts.items() if count >= max(2, most[-1] // 2))
    states = frozenset(name for name in prominent if cast.gazetteer.country(name))
    home = home_country(cast, counts)
    if home:
        cast.gazetteer.seats.setdefault((cast.article.document.place or "").split(", ")[0], home)
    named = frozenset(name for name in counts if cast.gazetteer.country(name))
    return Passages(cast, prominent, states, named, home)


def count_countries(cast: Cast) -> Counter[str]:
    """How often the article names each country and bloc, or calls it by its adjective."""
    counts: Counter[str] = Counter()
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        bloc = read_words("names", "blocs") & {word.casefold() for word in figure.name.split()}
        if figure.kind is ActorKind.COUNTRY or (figure.kind is ActorKind.ORGANIZATION and bloc and not figure.side):
            counts[figure.name] += 1
        elif figure.side and not HAS_BEEN.search(figure.role) and not _is_of_business(cast, figure.side):
            counts[figure.side] += 1
    for token in cast.article.doc:
        if token.text[0].isupper() and (country := cast.gazetteer.nation(token)):
            counts[country] += 1
    return counts


def _is_of_business(cast: Cast, side: str) -> bool:
    """Whether the side is a body that no directory knows and that is no bloc, such as a company: no passage is about it."""
    bloc = read_words("names", "blocs") & {word.casefold() for word in side.split()}
    return not (cast.gazetteer.country(side) or side in cast.gazetteer.known or bloc)


def _is_silent(verb: Token) -> bool:
    """Whether somebody says nothing ("did not comment", "said nothing", "declined to comment"): nobody's officer speaks next."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    if verb.lemma_ in ANSWERING and (negated or verb.lemma_ == "decline"):
        return True
    return verb.lemma_ == "say" and any(
        child.dep_ == "dobj" and child.lower_ in ("nothing", "little") for child in verb.children
    )

"""The persons that an article names in full, and which of them a shorter form of a name stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from app.parsing.actors.kinds import given_names
from app.parsing.actors.places import Gazetteer, bare
from app.parsing.actors.titles import Name
from app.parsing.actors.unnamed import gender_of
from app.parsing.article import Article
from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Token
from app.records import ActorKind

JUST_NAMED = 80  # tokens
SENIOR = frozenset({"Sr.", "Sr"})
SUFFIXES = SENIOR | {"Jr.", "Jr", "II", "III", "IV"}
AGES = frozenset({"elder", "younger"})


@cache
def _formal_names() -> dict[str, str]:
    """For each short form of a given name the name itself: "Ken" -> "Kenneth"."""
    return {short: name for name, shorts in read_lexicon("names")["short_names"].items() for short in shorts}


def _ends(name: str) -> tuple[str, ...]:
    """The given name in full, the surname and a "Jr." behind it: what two forms of one person's name share. A father may have
    the name of his son without it."""
    words = _without_suffix(name)
    suffix = name.split()[len(words) :]
    return (_formal_names().get(words[0], words[0]), words[-1], *suffix)


def _capitalise(surname: str) -> str:
    """How a surname with a particle is written at the beginning of a sentence: "de Waal" -> "De Waal"."""
    return surname[0].upper() + surname[1:]


def _without_suffix(name: str) -> list[str]:
    """The words of a person's name without the "Jr." or "III" at its end."""
    words = name.split()
    return words[:-1] if len(words) > 2 and words[-1] in SUFFIXES else words


def _speaks(name: Token) -> bool:
    """Whether a name, of which this is the first word, is the subject of a verb of saying, or stands behind "according to"."""
    behind = name.i
    while behind + 1 < len(name.doc) and name.doc[behind].text[0].isupper():
        behind += 1
    if name.doc[behind].tag_ in ("VBD", "VBZ") and name.doc[behind].lemma_ == "say":
        return True  # whatever the analysis makes of the name before it
    while (name.dep_ in ("compound", "nmod") and name.head.i > name.i) or name.dep_ == "appos":
        name = name.head
    verb = name.head
    things = any(child.dep_ == "dobj" for child in verb.children) and verb.lemma_ != "tell"  # "wrote a book"
    said = name.dep_ == "nsubj" and verb.lemma_ in read_words("speech", "saying") and not things
    return said or (verb.lower_ == "to" and verb.head.lower_ == "according")


class People:
    """The persons that the article names in full, and which of them a shorter form stands for.

    Its names are to be asked about in text order: whom a surname meant last counts where two share it.
    """

    def __init__(
        self, article: Article, names: Sequence[Name], kinds: dict[str, ActorKind], gazetteer: Gazetteer
    ) -> None:
        self.article, self.gazetteer = article, gazetteer
        counts = Counter(name.text for name in names if kinds.get(name.text) is ActorKind.PERSON)
        self.full: list[str] = []
        self.by_ends: dict[tuple[str, ...], str] = {}
        self.by_part: dict[str, set[str]] = defaultdict(set)
        for text in sorted((text for text in counts if len(text.split()) > 1), key=lambda text: -len(text)):
            words = _without_suffix(text)
            full = self.by_ends.setdefault(_ends(text), text)
            if not gazetteer.demonym(words[0]):
                self.by_part[words[0]].add(full)
            if full == text:
                self.full.append(text)
                self._add_parts(text, words)
        self.places: dict[str, list[int]] = defaultdict(
            list
        )  # where each was named, in full or since then by the surname
        self.called: dict[str, Counter[str]] = defaultdict(Counter)  # whom the article has called by a surname alone
        for name in names:
            words = _without_suffix(name.text)
            if len(words) > 1 and (full := self.by_ends.get(_ends(name.text), "")):
                self.places[full].append(name.start)
        self._note_titles(names)

    def _add_parts(self, full: str, words: list[str]) -> None:
        for at in range(1, len(words)):
            self.by_part[" ".join(words[at:])].add(full)
            self.by_part[_capitalise(" ".join(words[at:]))].add(full)

    def _note_titles(self, names: Sequence[Name]) -> None:
        """Who bears which title: "President Trump" is not the "Ivanka Trump" named before."""
        self.titled: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in names:
            words = _without_suffix(name.text)
            if name.titled and len(words) > 1 and (full := self.by_ends.get(_ends(name.text))):
                self.titled[words[-1], name.title].add(full)
        for name in names:
            other = name.titled and name.title.casefold() not in read_words("names", "courtesy")
            if other and (known := self._known(name.text)) and (name.text, name.title) not in self.titled:
                self.places[known].append(name.start)

    def knows(self, text: str) -> bool:
        return len(self.by_part.get(text, ())) > 0

    def full_name(self, name: Name) -> str | None:
        """The fullest form of the person whom the name stands for; None where two could be meant."""
        words = _without_suffix(name.text)
        age = self.article.doc[name.title_start - 1].lower_ if name.title_start else ""
        if age in AGES and name.text in self.by_part:
            return self._by_age(self.by_part[name.text], young=age == "younger")
        if len(words) > 1 and name.text not in self.by_part:
            full = self.by_ends.get(_ends(name.text), name.text)
            return self._known(full) or full
        candidates = {full for full in self.by_part.get(name.text, set()) if self._suits(full, name.title)}
        by_surname = {full for full in candidates if full.split()[0] != name.text} or candidates
        known = self._known(name.text)
        if known and not any(self._known(full) == known for full in by_surname):
            by_surname = by_surname | {known} if by_surname else by_surname  # "Trump" beside an "Ivanka Trump"
        found = next(iter(by_surname), name.text)
        if len(by_surname) > 1:
            found = self._choose(name, by_surname) or known or ""
        return self._known(found) or found or None

    def _by_age(self, several: set[str], *, young: bool) -> str | None:
        """Of a father and a son who share a surname the one meant by "the elder Weiss", where a "Jr." tells them apart."""
        found = [full for full in several if (full.split()[-1] in SUFFIXES - SENIOR) == young]
        return found[0] if len(found) == 1 and len(several) > 1 else None

    def _choose(self, name: Name, several: set[str]) -> str | None:
        """Of several who share a surname the one whom the title names in full elsewhere, else the one named last, as far as that
        tells."""
        several = several & self.titled.get((name.text, name.title), set()) or several
        found = next(iter(several)) if len(several) == 1 else self._last_named(several, name)
        if found is not None:
            self.places[found].append(name.start)
            self.called[name.text][found] += 1
        return found

    def _suits(self, full: str, title: str) -> bool:
        """Whether the person can be meant by the title: "Mrs. Abedini" is not "Saeed Abedini"."""
        said = {word.casefold() for word in title.split()}
        other = {"male": read_words("names", "female_titles"), "female": read_words("names", "male_titles")}
        return said.isdisjoint(other.get(self.gender(full), frozenset()))

    def _last_named(self, several: set[str], name: Name) -> str | None:
        """Of several who share a surname the only one named so far; else the only one who has spoken or been called by it, or
        whom alone the article has called by it more than once, unless this paragraph has named another since; else the one
        named a few lines ago."""
        at = name.start
        last = {full: max((place for place in self.places[full] if place <= at), default=None) for full in several}
        named = sorted((at - place, full) for full, place in last.items() if place is not None)
        if len(named) < 2:
            return named[0][1] if named else None
        (back, latest), (further, _) = named[:2]
        called = self.called[name.text]
        heard = {full for _, full in named if full in called or self._has_spoken(full, at)}
        if len(called) == 1 and max(called.values()) > 1:
            heard = set(called)
        if len(heard) == 1:
            (one,) = heard
            return one if latest == one or self._paragraph(at - back) != self._paragraph(at) else None
        return latest if back < JUST_NAMED < further or set(called) == {latest} else None

    def _has_spoken(self, full: str, before: int) -> bool:
        """Whether the person, named in full, is the subject of a verb of saying before that token: of two who share a surname
        newspapers call by it alone the one whom they quote, and his wife or his father by another name."""
        return any(_speaks(self.article.doc[place]) for place in self.places[full] if place < before)

    def _paragraph(self, token: int) -> int:
        return self.article.paragraph_of(self.article.doc[token].idx)

    def _known(self, text: str) -> str | None:
        entry = self.gazetteer.known.get(bare(text))
        return entry["name"] if entry is not None else None

    def gender_at(self, name: Name, full: str) -> str:
        """As `gender`; else by the noun before the name: "his wife, Tova", "the spokeswoman Tova"."""
        doc, before = self.article.doc, name.title_start - 1
        before -= before > 0 and doc[before].text == ","
        return self.gender(full) or (gender_of(doc[before].lower_) if before >= 0 else "")

    def gender(self, full: str) -> str:
        """ "female" or "male" by the directory or the given name, else ""."""
        entry = self.gazetteer.known.get(bare(full), {})
        words = full.split()
        given = given_names().get(words[0].casefold(), "") if len(words) > 1 else ""
        return str(entry.get("gender", given))

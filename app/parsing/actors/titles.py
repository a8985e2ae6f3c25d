"""Titles and names: a run of capitals parted into the two.

"Zambaran Foreign Minister Celso Aldana" is the name "Celso Aldana" behind the title "Zambaran Foreign Minister". What kind
of thing a name stands for is decided later, over the whole article (`kinds`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.parsing.actors.places import Gazetteer
from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Doc

ABBREVIATED = {
    "sen.": "senator",
    "rep.": "representative",
    "gov.": "governor",
    "gen.": "general",
    "adm.": "admiral",
    "col.": "colonel",
    "maj.": "major",
    "capt.": "captain",
    "amb.": "ambassador",
    "prof.": "professor",
}
LONGEST_LIST = 16  # tokens between a title and the last of those who share it


@dataclass(slots=True)
class Name:
    """One place where a name stands: tokens `start` to `end`; from `title_start` on with its title, if it has one."""

    start: int
    end: int
    text: str
    title_start: int
    title: str = ""

    @property
    def titled(self) -> bool:
        return self.title_start < self.start


def part_run(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> list[Name]:
    """Part a run of capitals into the title and the name: the title ends with its last title word."""
    words = [doc[index].text for index in range(start, end)]
    if gazetteer.knows(doc[start:end].text):
        return [Name(start, end, doc[start:end].text, start)]
    cut = 0
    titles = _titles()
    for nth, word in enumerate(words[:-1]):
        lowered = word.casefold()
        if lowered in titles and not _part_of_organisation(words, nth) and not _gathered(words, nth):
            cut = nth + 1
            if words[nth + 1 : nth + 2] in (["of"], ["for"]):
                cut = _skip_office(words, nth + 1)
    if (
        words[-1].casefold() in titles
        and len(words) > cut
        and not _is_organisation(words[cut:])
        and len(words) - cut <= 4
    ):
        return _names_before_title(doc, start, end, words, gazetteer)
    if cut >= len(words):
        return []
    if cut:
        named = Name(start + cut, end, doc[start + cut : end].text, start, borne_by_one(doc[start : start + cut].text))
        prefix = _names_before_title(doc, start, start + cut, words[:cut], gazetteer)
        return [*prefix, named]
    return _split_demonym(doc, start, end, gazetteer)


@cache
def _plural_titles() -> dict[str, str]:
    """What one bears of a title that several bear: "ministers" -> "minister"."""
    return dict(read_lexicon("names")["plural_titles"])


@cache
def _titles() -> frozenset[str]:
    return read_words("names", "titles") | _plural_titles().keys()


def borne_by_one(title: str) -> str:
    """What each of several bears: "Foreign Minister" of "Foreign Ministers"; any other title as it is."""
    words = title.split(" ")
    for nth, word in enumerate(words):
        if one := _plural_titles().get(word.casefold()):
            words[nth] = one.capitalize() if word[0].isupper() else one
    return " ".join(words)


def shared_title(doc: Doc, start: int) -> int:
    """Where the word of the title stands that the name at `start` shares with those before it: "Presidents Ada Lund of Norway
    and [Ali Deby]"; -1 where it shares none."""
    at = start - 1
    if at < 1 or doc[at].lower_ not in ("and", ","):
        return -1
    at -= doc[at].lower_ == "and" and doc[at - 1].text == ","
    for index in range(at - 1, max(-1, at - LONGEST_LIST), -1):
        word = doc[index]
        if word.lower_ in _plural_titles():
            return index if doc[index + 1].text[0].isupper() or doc[index + 1].lower_ == "of" else -1
        if not (word.text[0].isupper() or word.text in (",", "of", "the", "(", ")")):
            return -1
    return -1


def _skip_office(words: list[str], at: int) -> int:
    """The index behind "of State" in ["Secretary", "of", "State", "Marco", "Rubio"]."""
    after = at + 1
    while after < len(words) and (
        words[after].casefold() in read_words("names", "title_modifiers") or words[after] in ("the", "and")
    ):
        after += 1
    return after if after > at + 1 else at


def _part_of_organisation(words: list[str], nth: int) -> bool:
    """ "House" and "Press" name organisations, "Speaker of the House" an office: a title word followed by an organisation's."""
    rest = words[nth + 1 :]
    return bool(rest) and rest[0].casefold() in read_words("names", "organisations") and len(rest) == 1


def _gathered(words: list[str], nth: int) -> bool:
    """ "Presidents" of a "Conference of Presidents" are no title."""
    return nth > 1 and words[nth - 1] == "of" and words[nth - 2].casefold() in read_words("names", "organisations")


def _is_organisation(words: list[str]) -> bool:
    return any(word.casefold() in read_words("names", "organisations") for word in words)


def _names_before_title(doc: Doc, start: int, end: int, words: list[str], gazetteer: Gazetteer) -> list[Name]:
    """The country or organisation that a title begins with ("Broz President", "United Nations Special Envoy"), if it is a noun."""
    length = 0
    while length < len(words) and words[length].casefold() not in read_words("names", "title_modifiers") | read_words(
        "names", "titles"
    ):
        length += 1
    if "United" in words[:2] and len(words) > 2:
        length = 2
    text = doc[start : start + length].text if length else ""
    if not text or (gazetteer.demonym(text) and not gazetteer.country(text)):
        return []
    return [Name(start, start + length, text, start)] if gazetteer.knows(text) else []


def _split_demonym(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> list[Name]:
    """A known adjective alone or before a name of its own is no part of it ("Russian Crimea"), except in an organisation's name."""
    text = doc[start:end].text
    if end - start == 1 and gazetteer.demonym(text) and not gazetteer.country(text):
        return []
    return [Name(start, end, text, start)]

"""The countries that an article shows to be such, though no list knows them: by their adjective, their capital, their
president, or because they are both a place and one that acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from app.parsing.actors.kinds import given_names
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.places import Gazetteer, bare, is_demonym
from app.parsing.actors.titles import Name
from app.parsing.actors.told_lands import OPPOSITES, is_called_land, led_lands
from app.parsing.article import Article
from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Doc

CONTINENTS = frozenset({"africa", "america", "antarctica", "asia", "eurasia", "europe", "oceania"})
COMPASS = frozenset({"new", "east", "west", "north", "south", "upper", "lower", "san", "saint", "el"})
LOCATING = frozenset({"in", "inside", "throughout", "within", "of", "from", "to", "into", "against"})
WITHIN = frozenset({"in", "inside", "throughout", "within", "through", "across", "via"})
STATE_BODIES = frozenset({"government", "troops", "army", "navy", "ambassador", "embassy"})
STATES_OF = frozenset(
    {"government", "governments", "republic", "kingdom", "embassy", "embassies", "premier", "chancellor", "parliament"}
)
ARCHIPELAGOS = frozenset({"islands", "isles", "coast", "archipelago"})  # what a country may be named after, too
COUNTRY_ENDING = "stan"  # "-land" ends as many regions and towns


def learn_countries(article: Article, names: Sequence[Name], gazetteer: Gazetteer) -> None:
    """Add to the gazetteer the countries that this article shows to be such, with their adjectives and capitals."""
    counts = Counter(name.text for name in names)
    capitals = {
        token.text for token in article.doc if token.text[0].isupper() and token.is_alpha and len(token.text) > 3
    }
    adjectives = capitals | {word[:-1] for word in capitals if word.endswith("ns")}
    words = Words(counts, adjectives)
    for text in counts:
        _learn_long_name(text, words, gazetteer)
    for text in counts:
        _learn_half(text, words, gazetteer)
    for text in counts:
        _learn_by_adjective(text, words, gazetteer)
    for text in led_lands(article.doc, names):
        _learn_led(text, words, gazetteer)
    _learn_seats(article, names, gazetteer)
    shown = [text for text in counts if " " not in text and len(text) > 6 and text.endswith(COUNTRY_ENDING)]
    shown += _acting_places(article.doc, names, article.document.title or "")
    shown += [name.text for name in names if _bears_state_noun(article.doc, name)]
    shown += _dateline_country(article, names)
    shown += [name.text for name in names if is_called_land(article.doc, name)]
    _add_shown(shown, words, gazetteer)
    _add_shown(_beside_countries(article.doc, names, gazetteer), words, gazetteer)


def _add_shown(shown: Sequence[str], words: Words, gazetteer: Gazetteer) -> None:
    for text in shown:
        given = " " in text and text.split()[0].casefold() in given_names()
        land = not given and all(_may_be_land(word, words) for word in text.split())
        if land and _is_free(text, gazetteer) and text not in words.surnames:
            gazetteer.add_country(bare(text), (), tuple(words.demonyms(bare(text))))


def _learn_half(text: str, known: Words, gazetteer: Gazetteer) -> None:
    """ "North Lorrain", because the article names "South Lorrain" too."""
    half, _, whole = bare(text).partition(" ")
    other = OPPOSITES.get(half)
    if other and whole and " " not in whole and f"{other} {whole}" in known.counts and _is_free(text, gazetteer):
        gazetteer.add_country(bare(text), (), tuple(f"{half} {one}" for one in known.demonyms(whole)))


def _learn_led(text: str, known: Words, gazetteer: Gazetteer) -> None:
    """ "Orsani Islands", of which "Orsani" is the adjective."""
    *first, last = bare(text).split()
    if last.casefold() in ARCHIPELAGOS and first and not gazetteer.knows(text) and bare(text) not in _regions():
        adjectives = (
            (first[0],) if len(first) == 1 and (first[0] in known.counts or first[0] in known.adjectives) else ()
        )
        gazetteer.add_country(bare(text), (), adjectives)
    else:
        _add_shown([text], known, gazetteer)


def _dateline_country(article: Article, names: Sequence[Name]) -> list[str]:
    """The second part of a dateline ("PORT LINNET, Marrowen"), where the article has it act or own something too."""
    place = (article.document.place or "").rpartition(", ")[2]
    acts = any(
        name.text == place and article.doc[name.end - 1].dep_ in ("nsubj", "nsubjpass", "poss") for name in names
    )
    return [place] if acts and ", " in (article.document.place or "") else []


def _beside_countries(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer) -> list[str]:
    """Names coordinated with a country ("Norway and Kaldova") that stand somewhere as a place ("to Kaldova") too."""
    places: set[str] = set()
    beside: set[str] = set()
    for before, name in pairwise(names):
        coordinated = doc[before.end : name.start].text in ("and", "or", ",", ", and")
        if coordinated and not before.titled and not name.titled:
            for one, other in ((before, name), (name, before)):
                if gazetteer.country(one.text) and " " not in other.text and not other.text.isupper():
                    beside.add(other.text)
            land = gazetteer.country(before.text) or before.text in beside & places
            if land and name.text.split()[0].casefold() in COMPASS:  # "from Norway and Lower Quend"
                beside.add(name.text)
                places.add(name.text)
        places |= {one.text for one in (before, name) if one.start and doc[one.start - 1].lower_ in LOCATING}
    return sorted(beside & places)


class Words:
    """What an article's words are asked for each of its names: indexed, since a long article has thousands of both."""

    def __init__(self, counts: Counter[str], adjectives: set[str]) -> None:
        self.counts = counts
        self.adjectives = adjectives
        self.surnames = {
            text[at.end() :]
            for text in counts
            if " of " not in text and " for " not in text  # "Supreme Court of Kaldova"
            for at in re.finditer(" ", text)
        }
        self._alike: dict[str, list[str]] = {}
        for word in sorted(adjectives):
            self._alike.setdefault(word[:3], []).append(word)

    def demonyms(self, name: str) -> list[str]:
        """The words that look like the adjective of a name, in order; they begin as it does."""
        return [word for word in self._alike.get(name[:3], ()) if is_demonym(word, name)]


def _learn_long_name(text: str, known: Words, gazetteer: Gazetteer) -> None:
    """ "Broz Federation", short "Broz"; "Republic of Orsana", short "Orsana"."""
    words = bare(text).split()
    states = read_words("names", "states")
    if len(words) > 2 and words[0].casefold() in states and words[1] == "of":
        short = " ".join(words[2:])
    elif (
        len(words) == 2 and words[1].casefold() in states and (words[0] in known.counts or words[0] in known.adjectives)
    ):
        short = words[0]
    else:
        return
    if not gazetteer.country(text):
        gazetteer.add_country(bare(text), (short,), (short, *known.demonyms(short)))


def _learn_by_adjective(text: str, known: Words, gazetteer: Gazetteer) -> None:
    """ "Dravonia", because the article says "Dravonian" too."""
    word = bare(text)
    words = word.split()
    if not _is_free(text, gazetteer) or len(words) > 2 or text in known.surnames:
        return
    if len(words) > 1 and words[0].casefold() in given_names():
        return  # "Ilse Brandt", though the article says "Brandtian"
    if any(not _may_be_land(word, known) for word in words):
        return
    found = [one for one in known.demonyms(words[-1]) if one not in gazetteer.names and not gazetteer.demonym(one)]
    if found and (known.counts[text] > 1 or len(found) == 1):
        gazetteer.add_country(word, (), tuple(found))


def _may_be_land(word: str, known: Words) -> bool:
    """Whether nothing speaks against it: no plural of a word for people ("Ohioans"), no party, creed or month."""
    plural = word.endswith("s") and word[:-1] in known.adjectives
    return (
        not plural
        and word.casefold() not in read_words("names", "creeds")
        and word not in read_words("names", "calendar")
    )


def _acting_places(doc: Doc, names: Sequence[Name], title: str) -> list[str]:
    """Names of a word or two that are both a place ("in Qarastan", in the headline too) and one that acts ("Qarastan has called
    up")."""
    places, acting = set(), set()
    for name in names:
        if name.titled or len(name.text.split()) > 2:
            continue
        before = doc[name.start - 1].lower_ if name.start else ""
        if before in WITHIN or (before in ("of", "from") and not name.text.isupper()):
            places.add(name.text)
        root = doc[name.start : name.end].root
        if root.dep_ in ("nsubj", "nsubjpass") and root.head.pos_ in ("VERB", "AUX") and root.head.lemma_ != "be":
            acting.add(name.text)
    titled = [text for text in acting if text in title]
    places |= {text for text in titled if re.search(rf"\b(?:in|from|leave|leaves|quit) {re.escape(text)}\b", title)}
    return sorted(places & acting)


def _is_free(text: str, gazetteer: Gazetteer) -> bool:
    """Whether nothing else is known of the name: it is in no list and holds no word for a body or a kind of place."""
    words = [word.casefold() for word in text.split()]
    if gazetteer.knows(text) or bare(text) in _regions():
        return False
    return not any(word in _other_words() or word in CONTINENTS for word in words)


@cache
def _regions() -> frozenset[str]:
    return frozenset(region for regions in read_lexicon("countries")["regions"].values() for region in regions)


@cache
def _other_words() -> frozenset[str]:
    return read_words("names", "organisations") | (read_words("names", "places") - COMPASS)


def _bears_state_noun(doc: Doc, name: Name) -> bool:
    """Whether words beside the name tell of a state: "Kaldova's foreign minister", "the government of Kaldova", "the Kaldova
    border", "Kaldova recalled its ambassador"."""
    if name.titled or len(name.text.split()) > 2:
        return False
    return _owns_state_noun(doc, name) or _belongs_to_state_noun(doc, name) or _acts_on_state_noun(doc, name)


def _owns_state_noun(doc: Doc, name: Name) -> bool:
    """ "Kaldova's foreign minister", "Kaldova's president", "Kaldova troops"."""
    after = [token.lower_ for token in doc[name.end : name.end + 4]]
    if after and after[0] in POSSESSIVES:
        marks = read_words("names", "state_marks")
        if " " not in name.text and not name.text.isupper():
            marks |= read_words("names", "heads_of_state")
        return any(word in marks for word in after[1:3]) or after[2:3] == ["minister"]
    return bool(after) and after[0] in STATE_BODIES and doc[name.end - 1].dep_ == "compound"


def _belongs_to_state_noun(doc: Doc, name: Name) -> bool:
    """ "the government of Kaldova", "the governments of Nerida and Castrova", "the embassies of Quillon and Brannock"."""
    before = [token.lower_ for token in doc[max(0, name.start - 6) : name.start]]
    if before[-1:] == ["of"]:
        return any(word in STATES_OF for word in before)
    return before[-1:] == ["and"] and "of" in before[-4:] and bool({"governments", "embassies"} & set(before))


def _acts_on_state_noun(doc: Doc, name: Name) -> bool:
    """ "Kaldova recalled its ambassador", and "Kaldova held the ship. Its premier said"."""
    root = doc[name.start : name.end].root
    if root.dep_ != "nsubj":
        return False
    nouns = read_words("names", "state_marks") | read_words("names", "heads_of_state")
    held = nouns | read_words("names", "state_holdings")
    for child in root.head.children:
        if child.dep_ == "dobj" and any(word.lower_ == "its" for word in child.children) and child.lower_ in held:
            return True
    behind = root.sent.end
    words = [token.lower_ for token in doc[behind : behind + 3]]
    return words[:1] == ["its"] and any(word in nouns | {"minister"} for word in words[1:])


def _learn_seats(article: Article, names: Sequence[Name], gazetteer: Gazetteer) -> None:
    """ "Marnesk, the Dravonian capital", "Velmoor, Morvania's capital", "the Kaldovan capital, Ondrel", "capital of Broz"."""
    doc = article.doc
    for name in names:
        if gazetteer.country(name.text) or name.titled:
            continue
        after = doc[name.end : name.end + 7].text
        before = doc[max(0, name.start - 5) : name.start].text
        found = re.match(r"\s*,? (?:the )?(?P<of>[A-Z][\w'’ -]*?)(?:['’]s?)? capital\b", after) or re.match(
            r"\s*, (?:the )?capital of (?:the )?(?P<of>[A-Z][\w-]+)", after
        )
        if found is None:
            found = re.search(r"(?P<of>[A-Z][\w-]+)(?:['’]s?)? capital(?: of|,)?\s*$", before)
        if found is None:
            continue
        of = found["of"].removesuffix("'s").removesuffix("’s").strip()
        if country := gazetteer.country(of) or gazetteer.demonym(of):
            gazetteer.seats[bare(name.text)] = country

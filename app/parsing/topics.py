"""What the words of a demand, an outcome or a quote are about, by the lexicon `topics.toml`.

The thing wanted or done decides, and of two the one named first: "suspend its tariffs on timber for the length of the
talks" is about sanctions. Each entry of the lexicon found in the words counts its strength, less a little for each word
that stands before it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from app.parsing.lexicon import LexiconError, read_lexicon
from app.records import Topic

STRENGTHS = {"strong": 3.0, "plain": 2.0, "weak": 1.0}
LATER = 0.12  # what a word loses for each word before it
LATEST = 1.5  # and at most
PLAINLY = 2.4  # a best score below this means that the words themselves name nothing plainly
CONTEXT = 0.4  # what the sentence around counts, where the words themselves name nothing plainly
PROFILE_FAINT = 1.5  # what the article's main topic adds to itself then
TALKS = 0.8  # how much of that `negotiations` gets
PROFILE_PLAIN = 0.9  # and what it adds where the words do name it
SECOND = 1.1  # a second topic is given if it comes this near to the first
SECOND_FAINT = 2.0  # and this near where the words themselves name nothing plainly
VOWELS = "aeiou"
LONGEST_STEM = 12  # letters by which entries are looked up
WORD = re.compile(r"\w+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
HYPHEN = re.compile(r"[-–—/]")

Profile = Mapping[Topic, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the lexicon found in a text: `place` counts the words before them."""

    topic: Topic
    strength: float
    place: int


def topics_of(thing: str, context: str = "", profile: Profile | None = None) -> tuple[Topic, ...]:
    """The topics of a thing wanted or done, best first, two at most; `other` where nothing tells.

    `context` is the words around it (best its sentence and then its paragraph), `profile` what the whole article is
    about (`profile_topics`). They count little, and more where the thing itself says too little: "let none through".
    """
    scores = score_topics(thing)
    if max(scores.values(), default=0.0) >= PLAINLY:
        add_topics(scores, profile or {}, PROFILE_PLAIN)
        return best_two(scores) or (Topic.OTHER,)
    add_topics(scores, score_topics(context), CONTEXT)
    add_topics(scores, profile or {}, PROFILE_FAINT)
    return best_two(scores, SECOND_FAINT) or (Topic.OTHER,)


def find_topics(words: str) -> tuple[Topic, ...]:
    """The topics that the words themselves name plainly, best first, two at most; () where they name none.

    For quotes, many of which are about nothing on the list: `find_topics("I am punctual") == ()`.
    """
    named = score_topics(words, least=STRENGTHS["plain"])
    return best_two({topic: score for topic, score in named.items() if topic is not Topic.OTHER})


def best_two(scores: Mapping[Topic, float], near: float = SECOND) -> tuple[Topic, ...]:
    ranked = sorted(scores, key=lambda topic: -scores[topic])
    return tuple(topic for topic in ranked[:2] if scores[topic] >= scores[ranked[0]] - near)


def add_topics(scores: dict[Topic, float], others: Mapping[Topic, float], weight: float) -> None:
    """Adds to `scores` what the words around say; all articles about diplomacy speak of talks, so these count less."""
    for topic, score in others.items():
        if topic is not Topic.OTHER:
            share = weight * (TALKS if topic is Topic.NEGOTIATIONS else 1.0)
            scores[topic] = scores.get(topic, 0.0) + score * share


def profile_topics(text: str) -> Profile:
    """How much of an article is about each topic but `other`, from 0 to 1 for the one that it is about most."""
    counts: dict[Topic, float] = {}
    for hit in find_hits(plain_words(text)):
        if hit.strength >= STRENGTHS["plain"] and hit.topic is not Topic.OTHER:
            counts[hit.topic] = counts.get(hit.topic, 0.0) + hit.strength
    most = max(counts.values(), default=1.0)
    return {topic: count / most for topic, count in counts.items()}


def score_topics(words: str, least: float = 0.0) -> dict[Topic, float]:
    """What each topic named in the words scores: its best hit, and a little for every further one.

    Hits weaker than `least` are left out.
    """
    scores: dict[Topic, float] = {}
    for hit in find_hits(plain_words(words)):
        if hit.strength < least:
            continue
        score = hit.strength - min(hit.place * LATER, LATEST)
        known = scores.get(hit.topic, 0.0)
        scores[hit.topic] = max(known, score) + (0.15 if known else 0.0)
    return scores


def plain_words(words: str) -> str:
    """Lower case without accents, straight apostrophes, hyphens as spaces, single spaces."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("’", "'"))
    plain = NOT_ASCII.sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], plain)
    return " ".join(HYPHEN.sub(" ", plain).split())


def find_hits(words: str) -> list[Hit]:
    """The entries found, in text order; where two overlap, the longer, and of equals the stronger."""
    found = [(start, end, *read_lists()[nth][:2]) for nth, start, end in match_entries(words)]
    found.sort(key=lambda hit: (hit[0] - hit[1], -hit[3], hit[0]))
    taken = bytearray(len(words))
    kept = []
    for start, end, topic, strength in found:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, topic, strength))
    hits, place, before = [], 0, 0
    for start, topic, strength in sorted(kept):
        place += words.count(" ", before, start)
        before = start
        hits.append(Hit(topic, strength, place))
    return hits


def match_entries(words: str) -> Iterator[tuple[int, int, int]]:
    """Each match of each list of the lexicon: the list's number, start and end; those of one list never overlap.

    The same as `finditer` with a pattern of all entries for one list after the other, in a tenth of its time: at each
    word only those entries are tried that may begin with it.
    """
    ends = [0] * len(read_lists())
    for word in WORD.finditer(words):
        start = word.start()
        for nth, pattern in patterns_beginning(word[0][:LONGEST_STEM]):
            if start >= ends[nth] and (match := pattern.match(words, start)):
                ends[nth] = match.end()
                yield nth, start, match.end()


@lru_cache(maxsize=20_000)
def patterns_beginning(word: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Numbers of lists, each with a pattern of those of its entries whose first word the given one may be."""
    stems = index_stems()
    fitting = {place for end in range(1, len(word) + 1) for place in stems.get(word[:end], ())}
    found: dict[int, list[int]] = {}
    for nth, place in sorted(fitting):
        found.setdefault(nth, []).append(place)
    return tuple((nth, compile_entries(nth, tuple(places))) for nth, places in found.items())


@cache
def compile_entries(nth: int, places: tuple[int, ...]) -> re.Pattern[str]:
    """One pattern for some entries of a list, in the list's order."""
    irregular = read_lexicon("topics").get("irregular", {})
    entries = read_lists()[nth][2]
    return re.compile(rf"(?:{'|'.join(entry_pattern(entries[place], irregular) for place in places)})(?!\w)")


@cache
def index_stems() -> Mapping[str, frozenset[tuple[int, int]]]:
    """For what all forms of an entry's first word begin with: the number of its list, and its place there."""
    irregular: dict[str, list[str]] = read_lexicon("topics").get("irregular", {})
    found: dict[str, set[tuple[int, int]]] = {}
    for nth, (_, _, entries) in enumerate(read_lists()):
        for place, entry in enumerate(entries):
            for word in entry.split()[0].split("|"):
                for form in (word.rstrip("*") if word.endswith("*") else word[:-1] or word, *irregular.get(word, ())):
                    stem = WORD.match(form)
                    found.setdefault(stem[0][:LONGEST_STEM] if stem else "", set()).add((nth, place))
    return {stem: frozenset(places) for stem, places in found.items()}


@cache
def read_lists() -> tuple[tuple[Topic, float, tuple[str, ...]], ...]:
    """The entries of each topic and strength, longer ones first. Raises LexiconError on an unknown table or key."""
    lists = []
    for name, table in read_lexicon("topics").items():
        if name == "irregular":
            continue
        if name not in set(Topic):
            raise LexiconError(f"lexicon/topics.toml: [{name}] is no topic; the topics are {', '.join(Topic)}")
        for strength, entries in table.items():
            if strength not in STRENGTHS or not all(is_entry(entry) for entry in entries):
                raise LexiconError(
                    f"lexicon/topics.toml: [{name}] {strength}: lists of words named {', '.join(STRENGTHS)}"
                )
            lists.append((Topic(name), STRENGTHS[strength], tuple(sorted(entries, key=len, reverse=True))))
    return tuple(lists)


def is_entry(entry: object) -> bool:
    """Whether it is words, the first of them no gap."""
    words = entry.split() if isinstance(entry, str) else []
    return bool(words) and all(WORD.match(choice) for choice in words[0].split("|"))


def entry_pattern(entry: str, irregular: dict[str, list[str]]) -> str:
    """`entry_pattern("free … prisoner", {})` matches "freed the first 40 prisoners"."""
    parts: list[str] = []
    for word in entry.split():
        if word == "…":
            parts[-1] += r"(?:,? [^\s,;.]+){0,3}"
        else:
            forms = "|".join(word_pattern(choice, irregular) for choice in word.split("|"))
            parts.append(f"(?:{forms})")
    return " ".join(parts)


def word_pattern(word: str, irregular: dict[str, list[str]]) -> str:
    """The word and its inflections: "ban" also "bans", "banned", "banning", "ban's"."""
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    forms = [re.escape(form) for form in irregular.get(word, ())]
    if not word.isalpha() or len(word) < 3:
        return "|".join([re.escape(word), *forms])
    if word.endswith("e"):
        regular = f"{word[:-1]}(?:e(?:s|d|'s)?|ing)"
    elif word.endswith("y") and word[-2] not in VOWELS:
        regular = f"{word[:-1]}(?:y(?:'s|ing)?|ies|ied)"
    else:
        double = f"(?:{word[-1]})?" if word[-1] not in VOWELS + "wxys" and word[-2] in VOWELS else ""
        regular = f"{word}(?:'?s|es|{double}(?:ed|ing))?"
    return "|".join([regular, *forms])

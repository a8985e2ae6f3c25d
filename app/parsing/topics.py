"""What the words of a demand, an outcome or a quote are about, by the lexicon `topics.toml`.

The thing wanted or done decides, and of two the one named first: "suspend its tariffs on timber for the length of the
talks" is about sanctions. Each entry of the lexicon found in the words counts its strength, less a little for each word
that stands before it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from app.parsing.lexicon import LexiconError, read_lexicon
from app.parsing.phrases import Phrasebook
from app.records import Topic

STRENGTHS = {"strong": 3.0, "plain": 2.0, "weak": 1.0}
LATER = 0.1  # what a word loses for each word before it
LATEST = 2.2  # and at most
FURTHER = 0.22  # what each further word of a topic adds
PLAINLY = 2.4  # a best score below this means that the words themselves name nothing plainly
CONTEXT = 0.4  # what the sentence around counts, where the words themselves name nothing plainly
BEFORE = 0.1  # and what the sentence before it does
PROFILE_FAINT = 1.5  # what the article's main topic adds to itself then
TALKS = 0.95  # how much of that `negotiations` gets
PROFILE_PLAIN = 0.45  # and what it adds where the words do name it
SECOND = 1.1  # a second topic is given if it comes this near to the first
SECOND_FAINT = 2.0  # and this near where the words themselves name nothing plainly
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


def topics_of(thing: str, context: Sequence[str] = (), profile: Profile | None = None) -> tuple[Topic, ...]:
    """The topics of a thing wanted or done, best first, two at most; `other` where nothing tells.

    `context` is the words around it (its sentence, its paragraph, the sentence before), `profile` what the whole article
    is about (`profile_topics`). They count little, and more where the thing itself says too little: "let none through".
    A second topic is one that the thing or its sentence names.
    """
    scores = score_topics(thing)
    named, near = set(scores), SECOND
    if max(scores.values(), default=0.0) >= PLAINLY:
        add_topics(scores, profile or {}, PROFILE_PLAIN)
    else:
        around = [score_topics(words) for words in context]
        named, near = named.union(*around[:1]), SECOND_FAINT
        best = {topic: max(each.get(topic, 0.0) for each in around[:2]) for topic in set().union(*around[:2])}
        add_topics(scores, best, CONTEXT)
        for before in around[2:]:
            add_topics(scores, before, BEFORE)
        add_topics(scores, profile or {}, PROFILE_FAINT)
    first, *second = best_two(scores, near) or (Topic.OTHER,)
    return (first, *(topic for topic in second if topic in named))


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


def profile_topics(paragraphs: Iterable[str]) -> Profile:
    """How much of an article is about each topic, from 0 to 1 for the one that it is about most; `other` is none."""
    counts: dict[Topic, float] = {}
    for paragraph in paragraphs:
        for hit in find_hits(paragraph):
            if hit.strength >= STRENGTHS["plain"] and hit.topic is not Topic.OTHER:
                counts[hit.topic] = counts.get(hit.topic, 0.0) + hit.strength
    most = max(counts.values(), default=1.0)
    return {topic: count / most for topic, count in counts.items()}


def score_topics(words: str, least: float = 0.0) -> dict[Topic, float]:
    """What each topic named in the words scores: its best hit, and a little for every further one.

    Hits weaker than `least` are left out.
    """
    scores: dict[Topic, float] = {}
    for hit in find_hits(words):
        if hit.strength < least:
            continue
        score = hit.strength - min(hit.place * LATER, LATEST)
        known = scores.get(hit.topic, 0.0)
        scores[hit.topic] = max(known, score) + (FURTHER if known else 0.0)
    return scores


def plain_words(words: str) -> str:
    """Lower case without accents, straight apostrophes, hyphens as spaces, single spaces."""
    plain = words.lower().replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = NOT_ASCII.sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], plain)
    return " ".join(HYPHEN.sub(" ", plain).split())


@lru_cache(maxsize=1024)
def find_hits(text: str) -> tuple[Hit, ...]:
    """The entries found, in text order; where two overlap, the longer, and of equals the stronger.

    Words that stand in the lists of two topics with one strength are a hit of each: a port closed to foreign ships is
    about trade and about sanctions.
    """
    words = plain_words(text)
    found = [(start, end, *read_lists()[nth][:2]) for nth, start, end in topic_phrases().find(words)]
    found.sort(key=lambda hit: (hit[0] - hit[1], -hit[3], hit[0]))
    taken = bytearray(len(words))
    kept: list[tuple[int, Topic, float]] = []
    last = None
    for start, end, topic, strength in found:
        if (start, end, strength) == last or not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, topic, strength))
            last = (start, end, strength)
    hits, place, before = [], 0, 0
    for start, topic, strength in sorted(kept):
        place += words.count(" ", before, start)
        before = start
        hits.append(Hit(topic, strength, place))
    return tuple(hits)


@cache
def topic_phrases() -> Phrasebook:
    """The lists of the lexicon, ready to be looked for."""
    return Phrasebook([entries for _, _, entries in read_lists()], read_lexicon("topics").get("irregular", {}))


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

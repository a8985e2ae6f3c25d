"""What the words of a demand, an outcome or a quote are about, by the lexicon `topics.toml`.

The thing wanted or done decides, and of two the one named first: "suspend its tariffs on timber for the length of the
talks" is about sanctions. Each entry of the lexicon found in the words counts its strength, less a little for each word
that stands before it.
"""

import re
from dataclasses import dataclass
from functools import cache

from app.parsing.lexicon import LexiconError, read_lexicon
from app.records import Topic

STRENGTHS = {"strong": 3.0, "plain": 2.0, "weak": 1.0}
LATER = 0.12  # what a word loses for each word before it
LATEST = 1.5  # and at most
CONTEXT = 0.45  # what the sentence around counts, where the words themselves name nothing plainly
SECOND = 0.8  # a second topic is given if it comes this near to the first
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the lexicon found in a text: `place` counts the words before them, `width` their characters."""

    topic: Topic
    strength: float
    place: int
    start: int
    width: int


def topics_of(thing: str, context: str = "") -> tuple[Topic, ...]:
    """The topics of a thing wanted or done, best first, two at most; `other` where the lexicon knows none of its words.

    `context` is the sentence it stands in: it counts only where the thing itself says too little ("accept it at once").
    """
    return find_topics(thing, context) or (Topic.OTHER,)


def find_topics(words: str, context: str = "") -> tuple[Topic, ...]:
    """As `topics_of`, but () where nothing is named, as for a quote that is about nothing in particular."""
    scores = score_topics(words)
    if max(scores.values(), default=0.0) < STRENGTHS["plain"] - LATEST / 2 and context:
        for topic, score in score_topics(context).items():
            scores[topic] = scores.get(topic, 0.0) + score * CONTEXT
    ranked = sorted(scores, key=lambda topic: -scores[topic])
    return tuple(topic for topic in ranked[:2] if scores[topic] >= scores[ranked[0]] - SECOND)


def score_topics(words: str) -> dict[Topic, float]:
    """What each topic named in the words scores: its best hit, and a little for every further one."""
    scores: dict[Topic, float] = {}
    for hit in find_hits(plain_words(words)):
        score = hit.strength - min(hit.place * LATER, LATEST)
        known = scores.get(hit.topic, 0.0)
        scores[hit.topic] = max(known, score) + (0.15 if known else 0.0)
    return scores


def plain_words(words: str) -> str:
    """Lower case, straight apostrophes, hyphens as spaces, single spaces."""
    return " ".join(re.sub(r"[-–—/]", " ", words.lower().replace("’", "'")).split())


def find_hits(words: str) -> list[Hit]:
    """The entries found; where two overlap, the longer, and of equals the stronger."""
    hits = [
        Hit(topic, strength, words.count(" ", 0, match.start()), match.start(), len(match[0]))
        for topic, strength, pattern in compile_lexicon()
        for match in pattern.finditer(words)
    ]
    hits.sort(key=lambda hit: (-hit.width, -hit.strength, hit.start))
    kept: list[Hit] = []
    for hit in hits:
        if all(hit.start + hit.width <= other.start or other.start + other.width <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


@cache
def compile_lexicon() -> tuple[tuple[Topic, float, re.Pattern[str]], ...]:
    """One pattern for each topic and strength, longer entries first. Raises LexiconError on an unknown table or key."""
    tables = dict(read_lexicon("topics"))
    irregular: dict[str, list[str]] = tables.pop("irregular", {})
    compiled = []
    for name, table in tables.items():
        if name not in set(Topic):
            raise LexiconError(f"lexicon/topics.toml: [{name}] is no topic; the topics are {', '.join(Topic)}")
        for strength, entries in table.items():
            if strength not in STRENGTHS or not all(isinstance(entry, str) and entry.strip() for entry in entries):
                raise LexiconError(f"lexicon/topics.toml: [{name}] {strength}: lists of words named {', '.join(STRENGTHS)}")
            longest_first = sorted(entries, key=len, reverse=True)
            pattern = "|".join(entry_pattern(entry, irregular) for entry in longest_first)
            compiled.append((Topic(name), STRENGTHS[strength], re.compile(rf"\b(?:{pattern})(?!\w)")))
    return tuple(compiled)


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

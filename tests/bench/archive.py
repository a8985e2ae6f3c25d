"""A made-up archive of news for the benches, always the same: speakers and words as unequal as in a newsroom's archive,
some ten quotes to an article, whose roles and short names change from one article to the next, as they do.
"""

import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from app.parsing.version import PARSER_VERSION
from app.records import (
    Actor,
    ActorKind,
    Demand,
    DemandKind,
    Document,
    Mention,
    Outcome,
    OutcomeStatus,
    Parse,
    Passage,
    Quote,
    QuoteKind,
    Topic,
    hash_text,
    slug,
)
from app.transfer import format_whole_line

ACTORS, WORDS, FIRST_DAY, DAYS = 3000, 60_000, date(2015, 1, 1), 4300
SYLLABLES = ("ba", "be", "bra", "do", "dro", "fa", "ge", "gro", "ha", "ja", "ka", "kle", "lo", "ma", "mi", "na", "or")
SYLLABLES += ("pe", "pra", "ri", "ro", "sa", "she", "sti", "ta", "tor", "va", "vi", "zo", "zan")
PUBLISHERS = tuple(
    f"The {name} {kind}" for name in ("Morning", "Northern", "Open") for kind in ("Courier", "Wire", "Post")
)
ROLES = ("president", "the president", "former envoy", "minister", "the foreign minister", "")


class Writer:
    """Writes articles, each sentence with what it holds."""

    def __init__(self, seed: int = 6) -> None:
        self.random = random.Random(seed)
        self.words = self.name_words(WORDS)
        self.names = [
            f"{first.title()} {last.title()}" for first, last in zip(self.words[::2], self.words[1::2], strict=True)
        ]
        self.actors = self.names[:ACTORS]
        self.word_weights = list(accumulate(1 / (rank + 3.7) for rank in range(WORDS)))
        self.actor_weights = list(accumulate(1 / (rank + 1) for rank in range(ACTORS)))
        self.topic_weights = list(accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(Topic))))

    def name_words(self, many: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < many:
            found["".join(self.random.choices(SYLLABLES, k=self.random.choice((2, 2, 3, 4))))] = None
        return list(found)

    def write_words(self, many: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.word_weights, k=many))

    def write_parse(self, number: int) -> Parse:
        day = FIRST_DAY + timedelta(days=int(DAYS * self.random.random() ** 0.7))
        cast = list(dict.fromkeys(self.random.choices(self.actors, cum_weights=self.actor_weights, k=5)))
        story = Story(cast)
        for _ in range(max(1, min(40, int(self.random.lognormvariate(2.1, 0.6))))):
            self.write_paragraph(story, day)
        text = "".join(story.parts)
        name = f"article-{number}"
        document = Document(
            name,
            text,
            hash_text(text),
            f"{cast[0]}: {self.write_words(6)}",
            self.random.choice(PUBLISHERS),
            day,
            "Askar",
            None,
            f"{name}.txt",
        )
        return Parse(
            document,
            PARSER_VERSION,
            tuple(self.describe(actor) for actor in cast),
            tuple(story.mentions),
            tuple(story.quotes),
            tuple(story.demands),
            tuple(story.outcomes),
            tuple(story.sentences),
        )

    def describe(self, name: str) -> Actor:
        kind = ActorKind.PERSON if self.random.random() < 0.98 else ActorKind.GROUP
        return Actor(slug(name), name, kind, (name, name.split()[1]), self.random.choice(ROLES))

    def write_paragraph(self, story: "Story", day: date) -> None:
        topics = tuple(self.random.choices(list(Topic), cum_weights=self.topic_weights))
        speaker, other = self.random.choice(story.cast), self.random.choice(story.cast)
        words = self.write_words(max(4, min(90, int(self.random.lognormvariate(3.0, 0.5)))))
        quote, source = story.add(f"“{words},” {speaker} said.", words, speaker)
        kind = self.random.choice(list(QuoteKind))
        story.quotes.append(Quote(quote, kind, slug(speaker), source, "bench", "said", (), day, topics))
        story.add(f" {self.write_words(8).capitalize()}.\n\n")
        if self.random.random() < 0.25:
            wish = self.write_words(7)
            wanted, _ = story.add(f"{other} demanded {wish}. ", wish, other)
            story.demands.append(
                Demand(
                    wanted,
                    self.random.choice(list(DemandKind)),
                    slug(other),
                    "bench",
                    "demanded",
                    (slug(speaker),),
                    topics,
                )
            )
        if self.random.random() < 0.13:
            deed = self.write_words(6)
            done, _ = story.add(f"{other} will {deed}. ", deed, other)
            status = self.random.choice(list(OutcomeStatus))
            story.outcomes.append(Outcome(done, status, "bench", (slug(other),), (), None, topics))


class Story:
    """An article as it grows: its sentences and what they hold."""

    def __init__(self, cast: list[str]) -> None:
        self.cast, self.length = cast, 0
        self.parts: list[str] = []
        self.sentences: list[tuple[int, int]] = []
        self.mentions: list[Mention] = []
        self.quotes: list[Quote] = []
        self.demands: list[Demand] = []
        self.outcomes: list[Outcome] = []

    def add(self, sentence: str, words: str = "", name: str = "") -> tuple[Passage, Passage]:
        """Append the sentence; returns where the words and the name stand."""
        start = self.length
        self.parts.append(sentence)
        self.length += len(sentence)
        self.sentences.append((start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())))
        found, named = (place(sentence, start, part) for part in (words, name))
        if name:
            self.mentions.append(Mention(named, slug(name)))
        return found, named


def place(sentence: str, offset: int, words: str) -> Passage:
    start = offset + sentence.index(words)
    return Passage(start, start + len(words), words)


def write_lines(writer: Writer, path: Path, numbers: range) -> int:
    """Write the parses of these numbers as lines for `ingest`; returns how many records they hold."""
    records = 0
    with path.open("w") as file:
        for number in numbers:
            parse = writer.write_parse(number)
            records += len(parse.quotes) + len(parse.demands) + len(parse.outcomes)
            file.write(format_whole_line(parse) + "\n")
    return records

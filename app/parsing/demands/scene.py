"""What every rule for demands needs to see: the article, its cast, and who speaks at each place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.parsing.actors.cast import Cast
from app.parsing.article import Article, Paragraph
from app.parsing.tokens import Span, Token
from app.records import DemandKind, Quote, QuoteKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `start` to `end` (exclusive): one thing wanted, still with the punctuation at its ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at a cue, before it is checked against the others and made a record."""

    kind: DemandKind
    rule: str
    cue: Token
    pieces: tuple[Piece, ...]
    holders: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    per_piece: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Scene:
    article: Article
    cast: Cast
    quotes: Sequence[Quote]
    starts: list[int] = field(default_factory=list)
    spoken: dict[int, str] = field(default_factory=dict)  # sentence -> whose demands it states
    asked: dict[int, tuple[str, ...]] = field(default_factory=dict)  # sentence -> of whom they are made

    def __post_init__(self) -> None:
        self.starts = [quote.passage.start for quote in self.quotes]

    def quote_at(self, token: Token) -> Quote | None:
        """The quote, of whatever kind, in whose words the token stands."""
        at = bisect_right(self.starts, token.idx)
        for quote in reversed(self.quotes[max(0, at - 3) : at]):
            if quote.passage.start <= token.idx < quote.passage.end:
                return quote
        return None

    def voice(self, token: Token) -> str | None:
        """Who speaks there; None in the narrator's own voice."""
        quote = self.quote_at(token)
        if quote:
            return quote.speaker
        mark = self.article.mark_of[token.i]
        return self.cast.speakers.get(mark) if mark >= 0 else None

    def limit(self, start: int) -> int:
        """The token before which something that begins at `start` must end: its sentence, its quotation, its quote."""
        token = self.article.doc[start]
        end = self.article.sentence(token).end
        mark = self.article.mark_of[start]
        if mark >= 0 and token.idx >= self.article.marked[mark].start:
            while end > start and self.article.doc[end - 1].idx >= self.article.marked[mark].end:
                end -= 1
        quote = self.quote_at(token)
        if quote and quote.kind is not QuoteKind.DIRECT:
            while end > start and self.article.doc[end - 1].idx >= quote.passage.end:
                end -= 1
        return end

    def marked_apart(self, token: Token, start: int) -> bool:
        """Whether the token stands in quotation marks in which `start` does not."""
        mark = self.article.mark_of
        return mark[token.i] >= 0 and mark[token.i] != mark[start]

    def before_in_sentence(self, token: Token) -> Span:
        return self.article.doc[self.article.sentence(token).start : token.i]

    def last_holder(self, token: Token) -> str | None:
        """Who holds the demands of the paragraph, or of the one before it (the points of a list are not counted)."""
        article = self.article
        nth = article.paragraph_of(token.idx)
        first = nth - 1
        while first > 0 and article.paragraphs[first].bullet:
            first -= 1
        start = article.paragraphs[max(first, 0)].start if article.paragraphs else 0
        for sentence in range(article.sentence_of[token.i], -1, -1):
            if article.sentences[sentence].start_char < start:
                return None
            if sentence in self.spoken:
                return self.spoken[sentence]
        return None

    def state(self, finding: Finding) -> None:
        """Remember whose demands, and of whom, the sentence states."""
        nth = self.article.sentence_of[finding.cue.i]
        self.spoken[nth] = finding.holders[0]
        if finding.addressees:
            self.asked[nth] = finding.addressees

    def asked_before(self, token: Token) -> tuple[str, ...]:
        """Of whom the demands so far in the sentence, or in the one before it, are made."""
        nth = self.article.sentence_of[token.i]
        return self.asked.get(nth) or self.asked.get(nth - 1) or ()

    def carried(self, token: Token) -> str | None:
        """Whose voice a sentence without attribution goes on with: the holder of the demands of the one before it."""
        nth = self.article.sentence_of[token.i]
        before = self.article.sentences[nth - 1] if nth else None
        if before is None or self.article.paragraph_of(token.idx) != self.article.paragraph_of(before.start_char):
            return None
        return self.spoken.get(nth) or self.spoken.get(nth - 1)

    def points_after(self, token: Token) -> tuple[Paragraph, ...]:
        """The points of the list that a colon at the end of its paragraph opens: those with the first one's sort of mark."""
        paragraphs = self.article.paragraphs
        nth = self.article.paragraph_of(token.idx)
        if nth >= len(paragraphs) or self.article.text[token.idx : paragraphs[nth].end].strip() != ":":
            return ()
        points: list[Paragraph] = []
        for paragraph in paragraphs[nth + 1 :]:
            if not paragraph.bullet or (points and self._sort_of_mark(paragraph) != self._sort_of_mark(points[0])):
                break
            points.append(paragraph)
        return tuple(points)

    def _sort_of_mark(self, point: Paragraph) -> str:
        """The mark of a point with its number or letter left open: "1.", "- ", "(a)" -> "0.", "-", "(x)"."""
        mark = self.article.text[point.start : self.article.point_mark(point)].strip()
        return re.sub(r"\d+", "0", re.sub(r"[a-z]", "x", mark))

    def point_words(self, point: Paragraph) -> Piece | None:
        """The words of a point without its mark and the "; and" at its end."""
        tokens = [token for token in self.article.tokens(point.start, point.end) if not token.is_space]
        mark = self.article.point_mark(point)
        while tokens and (tokens[0].idx < mark or tokens[0].is_punct or tokens[0].lower_ in ("that", "to")):
            tokens.pop(0)
        while tokens and (tokens[-1].lower_ in ("and", "or") or tokens[-1].text in ";,."):
            tokens.pop()
        return Piece(tokens[0].i, tokens[-1].i + 1) if tokens else None

"""What every rule for demands needs to see: the article, its cast, and who speaks at each place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from app.parsing.article import Article, Paragraph
from app.parsing.cast import Cast
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

    def state(self, token: Token, holder: str) -> None:
        """Remember that the sentence of the token states a demand of the holder."""
        self.spoken[self.article.sentence_of[token.i]] = holder

    def carried(self, token: Token) -> str | None:
        """Whose voice a sentence without attribution goes on with: the holder of the demands of the one before it."""
        nth = self.article.sentence_of[token.i]
        here, before = self.article.sentences[nth], self.article.sentences[nth - 1] if nth else None
        if before is None or self.article.paragraph_of(token.idx) != self.article.paragraph_of(before.start_char):
            return None
        return self.spoken.get(nth) or self.spoken.get(nth - 1) if here is not None else None

    def points_after(self, token: Token) -> tuple[Paragraph, ...]:
        """The points of the list that a colon at the end of its paragraph opens."""
        paragraphs = self.article.paragraphs
        nth = self.article.paragraph_of(token.idx)
        if nth >= len(paragraphs) or self.article.text[token.idx : paragraphs[nth].end].strip() != ":":
            return ()
        points = []
        for paragraph in paragraphs[nth + 1 :]:
            if not paragraph.bullet:
                break
            points.append(paragraph)
        return tuple(points)

    def point_words(self, point: Paragraph) -> Piece | None:
        """The words of a point without its mark and the "; and" at its end."""
        tokens = [token for token in self.article.tokens(point.start, point.end) if not token.is_space]
        while tokens and (tokens[0].is_punct or tokens[0].text in "•·▪‣*"):
            tokens.pop(0)
        while tokens and (tokens[-1].lower_ in ("and", "or") or tokens[-1].text in ";,."):
            tokens.pop()
        return Piece(tokens[0].i, tokens[-1].i + 1) if tokens else None

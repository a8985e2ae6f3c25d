"""The words of the thing wanted: where they end, and where one thing ends and the next begins.

The small model's trees of coordinations are unsteady, so the words are read from left to right: at each comma, "and"
and "or" the reader decides from the words that follow whether the thing goes on, another begins, or the clause is over.
"""

from __future__ import annotations

from app.parsing.demands.coordination import doers_go_on, is_nested, joins_top, next_infinitive
from app.parsing.demands.scene import Piece, Scene
from app.parsing.demands.shapes import (
    ADDING_CLAUSE,
    BARE_TAGS,
    CLOSING,
    DASHES,
    ENDING,
    FINITE,
    JOINING,
    NOMINATIVE,
    Shape,
    asks_another,
    begins_absolute,
    begins_clause,
    ends_with_threat,
    is_apposed,
    is_attributed,
    is_bare_verb,
    is_outer_verb,
    joins_words,
    leaves_noun,
    lists_words,
    skip_adverbs,
    starts_noun,
)
from app.parsing.tokens import Doc, Token

# Words that say no more than that a list of things follows.
ANNOUNCED = frozenset({"thing", "demand", "following", "point", "condition", "step", "item", "favor", "favour"})


class ThingReader:
    """Reads the things that begin at a token; `limit` is the token before which they must end."""

    def __init__(self, scene: Scene, start: int, shape: Shape, governor: Token, *, limit: int | None = None) -> None:
        self.scene = scene
        self.doc: Doc = scene.article.doc
        self.shape = shape
        self.governor = governor
        self.limit = scene.limit(start) if limit is None else min(limit, scene.limit(start))
        self.pieces: list[Piece] = []
        self.begin = start
        self.at = start
        self.listed = False
        self.finished = False  # behind the "and" of a list, a comma begins no further thing

    def read(self) -> tuple[Piece, ...]:
        """The things, in order; () where there is none."""
        while self.at < self.limit and self.doc[self.at].is_quote:
            self.at += 1
        while self.at < self.limit:
            token = self.doc[self.at]
            if self.scene.marked_apart(token, self.begin) and self.at > self.begin:
                if token.is_quote and self.at + 1 < self.limit and self.doc[self.at + 1].tag_ in FINITE:
                    break
                self.at += 1
            elif token.text in ENDING:
                if not self._pass_dashes(token) and not self._pass_colon(token):
                    break
            elif token.text == "," or token.lower_ in JOINING:
                if not self._pass_joint():
                    break
            elif self._ends_at(token):
                break
            else:
                self.at += 1
        self._close(self.at)
        return tuple(self.pieces)

    # -- the joints --------------------------------------------------------------------------------------------------

    def _pass_dashes(self, token: Token) -> bool:
        """Words between dashes are passed over where the list goes on behind them."""
        if token.text not in DASHES:
            return False
        for at in range(token.i + 1, min(token.i + 25, self.limit - 1)):
            if self.doc[at].text in DASHES:
                if self.doc[at + 1].lower_ not in JOINING:
                    return False
                self._close(token.i)
                self.at = self.begin = at + 1
                return self._pass_joint(closed=True)
        return False

    def _pass_colon(self, token: Token) -> bool:
        """“asks for three things: a loan, …”: behind the colon stand the things that the words before it announce."""
        if token.text != ":" or self.pieces or self.shape not in (Shape.WHAT, Shape.GONE) or token.i + 1 >= self.limit:
            return False
        announced = self.doc[self.begin : token.i]
        if not any(word.lemma_.lower() in ANNOUNCED for word in announced[-2:]):
            return False
        following = self.doc[token.i + 1]
        if following.lower_ not in ("that", "to") and not starts_noun(following):
            return False
        if following.lower_ in ("that", "to"):
            self.shape = Shape.CLAUSE if following.lower_ == "that" else Shape.DO
        self.begin = self.at = token.i + (2 if following.lower_ in ("that", "to") else 1)
        return True

    def _pass_joint(self, closed: bool = False) -> bool:
        """At a comma, "and" or "or": moves on and says whether the reading goes on."""
        joint = self.at
        following = joint + 1
        comma = self.doc[joint].text == ","
        while following < self.limit and self.doc[following].text in CLOSING and comma:
            following += 1
        joined = not comma
        if comma and following < self.limit and self.doc[following].lower_ in JOINING:
            following += 1
            joined = True
        if following >= self.limit:
            return False
        doers = joined and self.shape is Shape.GONE and doers_go_on(self.doc, self.begin, following, self.limit)
        if doers or joins_words(self.doc, joint, following):
            self.at = following
            return True
        if joined and begins_absolute(self.doc, following, self.limit, self.governor):
            return False
        if self._threatens(following, joined) or ends_with_threat(self.doc, joint + comma, self.limit):
            return False
        begin = self._next_thing(following, joined, comma)
        if begin is not None:
            if not closed:
                self._close(joint)
            self.listed = self.listed or not joined
            self.finished = joined
            self.begin = self.at = begin
            return True
        if closed or self._clause_over(following, joined, comma):
            return not closed and self._pass_relative(following)
        self.at = following
        return True

    def _pass_relative(self, at: int) -> bool:
        """“on a loan, which it needs by June, and on a truce”: a relative clause is passed over where the list goes on."""
        if self.shape not in (Shape.WHAT, Shape.GONE, Shape.DO) or self.doc[at].tag_ not in ("WDT", "WP"):
            return False
        governed = self.doc[self.begin - 1]
        for index in range(at + 1, min(at + 25, self.limit - 3)):
            following = [self.doc[index + step] for step in (1, 2)]
            if (
                self.doc[index].text == ","
                and following[0].lower_ in JOINING
                and following[1].lower_ == governed.lower_
            ):
                self._close(at - 1)
                self.begin = self.at = index + 3
                return True
        return False

    def _threatens(self, at: int, joined: bool) -> bool:
        """“told it to pay [or lose] the loan”: what follows “or” is no more asked for."""
        before = self.doc[at - 1].lower_
        return joined and before == "or" and self.shape is Shape.DO and is_bare_verb(self.doc[at], self.begin)

    def _next_thing(self, at: int, joined: bool, comma: bool) -> int | None:
        """The token at which the next thing of the list begins, or None if what follows is none."""
        at = skip_adverbs(self.doc, at, self.limit)
        if at >= self.limit:
            return None
        token = self.doc[at]
        if self.shape is Shape.CLAUSE:
            return self._next_clause(at, joined)
        if self.shape is Shape.DO:
            return next_infinitive(self.doc, self.begin, at, self.limit, joined)
        if self.shape is Shape.DOING:
            return at if token.tag_ == "VBG" and joined else None
        return self._next_noun(at, joined, comma)

    def _next_clause(self, at: int, joined: bool) -> int | None:
        token = self.doc[at]
        if token.lower_ == "that" and token.tag_ == "IN":
            return at + 1
        if not joined:
            return at if is_bare_verb(token, self.begin) and self._list_ahead(at, BARE_TAGS) else None
        return at if is_bare_verb(token, self.begin) else None

    def _next_noun(self, at: int, joined: bool, comma: bool) -> int | None:
        token = self.doc[at]
        if token.tag_ == "IN":  # "on a new treaty and on a loan"
            governed = self.doc[self.pieces[0].start - 1 if self.pieces else self.begin - 1]
            return at + 1 if governed.lower_ == token.lower_ and joined else None
        if not starts_noun(token) or (joined and begins_clause(self.doc, at, self.limit, self.shape)):
            return None
        if joined:
            if not self.listed and is_nested(self.doc, self.begin, at, self.limit):
                return None
            return (
                at
                if self.listed or comma or joins_top(self.doc, self.begin, at, self.limit, self.shape, self.governor)
                else None
            )
        if self.finished or is_nested(self.doc, self.begin, at, self.limit):
            return None
        return at if self.listed or self._list_ahead(at, None) else None

    def _list_ahead(self, at: int, tags: frozenset[str] | None) -> bool:
        """Whether the words from `at` on lead to the "and" or "or" before the last thing of a list."""
        commas = 0
        for index in range(at, min(at + 40, self.limit - 1)):
            token = self.doc[index]
            if token.text in ENDING or token.lower_ in ADDING_CLAUSE:
                return False
            if token.text == ",":
                commas += 1
                following = self.doc[index + 1]
                if following.tag_ == "IN" or following.lower_ in ADDING_CLAUSE or following.tag_ == "VBG":
                    return False
            if token.lower_ in JOINING:
                following = self.doc[skip_adverbs(self.doc, index + 1, self.limit)] if index + 1 < self.limit else token
                if begins_clause(self.doc, following.i, self.limit, self.shape) or following.tag_ in FINITE:
                    return False
                if tags:
                    return following.tag_ in tags or is_bare_verb(following, self.begin)
                return starts_noun(following) or following.tag_ == "IN"
        return False

    def _clause_over(self, at: int, joined: bool, comma: bool) -> bool:
        """Whether the words at `at`, behind a comma or "and", belong no more to what is wanted."""
        at = skip_adverbs(self.doc, at, self.limit)
        if at >= self.limit:
            return True
        token = self.doc[at]
        if self._is_outer(token):
            return True
        if token.lower_ in ADDING_CLAUSE or token.tag_ in FINITE or token.lower_ in NOMINATIVE:
            small = self.shape is Shape.GONE and token.dep_ == "conj" and token.head.i > self.begin
            return token.tag_ != "VBD" or not small  # "wants the ban lifted and the tax ended"
        if joined:
            return (
                begins_clause(self.doc, at, self.limit, self.shape)
                or asks_another(self.doc, at, self.limit)
                or token.lower_ == "been"  # "had asked for a loan and been given a map"
                or (token.tag_ in ("VBG", "VBN", "VBP") and token.dep_ == "conj" and token.head.i <= self.governor.i)
            )
        if token.tag_ == "VBG" and token.lower_ != "including":
            return True
        if [word.lower_ for word in self.doc[at : at + 2]] in (["at", "least"], ["for", "now"], ["not", "least"]):
            return self.shape in (Shape.WHAT, Shape.GONE)
        if is_attributed(self.doc, at, self.limit):
            return True
        if starts_noun(token) and comma:
            return not (lists_words(self.doc, at, self.limit) or is_apposed(self.doc, at, self.limit))
        return False

    def _ends_at(self, token: Token) -> bool:
        """Words at which the thing ends without a comma before them."""
        if token.i == self.begin:
            return False
        if token.lower_ == "while" and self.shape is not Shape.CLAUSE:
            return token.nbor(1).tag_ == "VBG" if token.i + 1 < self.limit else False
        if token.lower_ in ("according", "whereas", "although", "though", "but", "because") or self._is_outer(token):
            return True
        if token.lower_ in ("on", "under") and ends_with_threat(self.doc, token.i, self.limit):
            return True
        if self.shape in (Shape.WHAT, Shape.GONE):
            return leaves_noun(token, self.governor, self.begin, self.shape)
        return False

    def _is_outer(self, token: Token) -> bool:
        return is_outer_verb(token, self.begin, self.shape)

    def _close(self, end: int) -> None:
        start = self.begin
        if end > start:
            self.pieces.append(Piece(start, end))

"""The words of the thing wanted: where they end, and where one thing ends and the next begins.

The small model's trees of coordinations are unsteady, so the words are read from left to right: at each comma, "and" and
"or" the reader decides from the words that follow whether the thing goes on, another begins, or the clause is over.
"""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Doc, Token

from app.parsing.demands.frames import read_list
from app.parsing.demands.scene import Piece, Scene
from app.parsing.lexicon import read_words


class Shape(StrEnum):
    """What a thing looks like, and so what the next one of its list must look like."""

    DO = "do"
    WHAT = "what"
    GONE = "gone"
    DOING = "doing"
    CLAUSE = "clause"


FINITE = frozenset({"VBZ", "VBD", "MD"})
NOMINATIVE = frozenset({"he", "she", "it", "they", "we", "i", "there", "who"})
ADDING_CLAUSE = frozenset(
    [
        "but",
        "while",
        "which",
        "who",
        "whose",
        "whom",
        "where",
        "whereas",
        "although",
        "though",
        "because",
        "since",
        "so",
        "yet",
        "according",
        "when",
        "as",
        "nor",
        "thereby",
        "lest",
        "even",
    ]
)
JOINING = frozenset({"and", "or"})
DASHES = frozenset({"—", "–", "--"})
ENDING = frozenset({";", ":", "...", "…"}) | DASHES
CLOSING = frozenset("”’\"'»")
HELPERS = frozenset({"have", "be", "do", "will"})
NOUN_STARTS = frozenset({"DT", "PRP$", "CD", "PDT", "WDT"})
PAIRED_BY_AND = frozenset({"between", "both"})
BARE_TAGS = frozenset({"VB", "VBP"})


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
        while self.at < self.limit:
            token = self.doc[self.at]
            if self.scene.marked_apart(token, self.begin) and self.at > self.begin:
                if token.is_quote and self.at + 1 < self.limit and self.doc[self.at + 1].tag_ in FINITE:
                    break
                self.at += 1
            elif token.text in ENDING:
                if not self._pass_dashes(token):
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
        begin = self._next_thing(following, joined, comma)
        if begin is not None:
            if not closed:
                self._close(joint)
            self.listed = self.listed or not joined
            self.finished = joined
            self.begin = self.at = begin
            return True
        if closed or self._clause_over(following, joined, comma):
            return False
        self.at = following
        return True

    def _next_thing(self, at: int, joined: bool, comma: bool) -> int | None:
        """The token at which the next thing of the list begins, or None if what follows is none."""
        at = self._skip_adverbs(at)
        if at >= self.limit:
            return None
        token = self.doc[at]
        if self.shape is Shape.CLAUSE:
            return self._next_clause(at, joined)
        if self.shape is Shape.DO:
            return self._next_infinitive(at)
        if self.shape is Shape.DOING:
            return at if token.tag_ == "VBG" and joined else None
        return self._next_noun(at, joined, comma)

    def _next_clause(self, at: int, joined: bool) -> int | None:
        token = self.doc[at]
        if token.lower_ == "that" and token.tag_ == "IN":
            return at + 1
        if not joined:
            return at if self._bare_verb(token) and self._list_ahead(at, BARE_TAGS) else None
        if self._bare_verb(token):
            return at
        return None

    def _next_infinitive(self, at: int) -> int | None:
        token = self.doc[at]
        if token.lower_ == "not" and at + 1 < self.limit and self.doc[at + 1].lower_ == "to":
            return at
        if token.lower_ == "to" and at + 1 < self.limit and self.doc[at + 1].tag_ == "VB":
            return at + 1
        return at if self._bare_verb(token) else None

    def _bare_verb(self, token: Token) -> bool:
        if token.lower_ in HELPERS and token.tag_ != "VB":
            return False
        if token.tag_ == "VB":
            return True
        if token.lower_ != token.lemma_.lower():
            return token.tag_ == "VBD" and token.lower_ in ("cut", "put", "set", "let", "shut", "read", "quit", "split")
        if token.tag_ == "VBP":
            return not any(child.dep_ in ("nsubj", "expl") and child.i < token.i for child in token.children)
        if token.dep_ != "conj" or token.head.i < self.begin or token.head.tag_ not in BARE_TAGS:
            return token.dep_ == "conj" and any(child.dep_ in ("prt", "dobj") for child in token.children)
        return not any(child.dep_ in ("det", "amod", "compound", "poss", "nummod") for child in token.children)

    def _next_noun(self, at: int, joined: bool, comma: bool) -> int | None:
        token = self.doc[at]
        if token.tag_ == "IN":  # "on a full apology and on damages"
            governed = self.doc[self.pieces[0].start - 1 if self.pieces else self.begin - 1]
            return at + 1 if governed.lower_ == token.lower_ and joined else None
        if not self._noun_starts(token) or (joined and self._new_clause(at)):
            return None
        if joined:
            if not self.listed and self._nested(at):
                return None
            return at if self.listed or comma or self._joins_top(at) else None
        if self.finished or self._nested(at):
            return None
        return at if self.listed or self._list_ahead(at, None) else None

    def _nested(self, at: int) -> bool:
        """ "deals in energy, minerals and space": a list of bare nouns inside a thing that has a preposition."""
        last = next((index for index in range(at, self.limit - 1) if self.doc[index].lower_ in JOINING), at)
        if self.doc[last + 1 if last + 1 < self.limit else at].tag_ in NOUN_STARTS:
            return False
        return self.doc[at].tag_ not in NOUN_STARTS and any(
            self.doc[index].tag_ == "IN" and self.doc[index + 1].tag_ in ("NN", "NNS", "NNP", "JJ")
            for index in range(self.begin, at - 1)
        )

    def _joins_top(self, at: int) -> bool:
        """Whether the noun phrase at `at` is coordinated with the whole thing and not with something inside it."""
        head = self._noun_head(at)
        if head.dep_ not in ("conj", "appos"):
            return self.doc[at].tag_ in NOUN_STARTS and not any(
                self.doc[index].tag_ == "IN" for index in range(self.begin, at)
            )
        top = self._noun_head(self.begin)
        above = head.head
        if self.shape is Shape.GONE and above.tag_[:2] == "VB" and above.head.i == self.governor.i:
            return True  # "wants the generals put on a list and the revenue held in escrow"
        return above.i == top.i or above.i <= self.begin

    def _noun_head(self, at: int) -> Token:
        """The noun that heads the phrase whose first word stands at `at`."""
        token = self.doc[at]
        while token.head.i > token.i and token.dep_ in (
            "det", "amod", "compound", "poss", "nummod", "predet", "nmod", "case", "advmod", "quantmod", "npadvmod", "punct",
        ):  # fmt: skip
            token = token.head
        return token

    def _noun_starts(self, token: Token) -> bool:
        return token.tag_ in NOUN_STARTS or token.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "VBN", "$")

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
                following = self.doc[self._skip_adverbs(index + 1)] if index + 1 < self.limit else token
                if self._new_clause(following.i) or following.tag_ in FINITE:
                    return False
                return following.tag_ in tags if tags else self._noun_starts(following) or following.tag_ == "IN"
        return False

    def _clause_over(self, at: int, joined: bool, comma: bool) -> bool:
        """Whether the words at `at`, behind a comma or "and", belong no more to what is wanted."""
        at = self._skip_adverbs(at)
        if at >= self.limit:
            return True
        token = self.doc[at]
        if token.lower_ in ADDING_CLAUSE or token.tag_ in FINITE or token.lower_ in NOMINATIVE:
            return token.tag_ != "VBD" or not self._participle_goes_on(token)
        if joined:
            return (
                self._new_clause(at)
                or self._asks_another(at)
                or (token.tag_ in ("VBG", "VBN", "VBP") and self._belongs_to_governor(token))
            )
        if token.tag_ == "VBG" and token.lower_ != "including":
            return True
        if self._attributed(at):
            return True
        if self._noun_starts(token) and comma:
            return not self._apposed(at)
        return False

    def _asks_another(self, at: int) -> bool:
        """Whether others are asked for something else there: "and [to the Front to clear] its mines"."""
        if self.doc[at].lower_ not in ("by", "to", "on", "upon", "with", "of") or self.doc[at + 1].tag_ == "VB":
            return False
        for index in range(at + 1, min(at + 8, self.limit - 1)):
            if self.doc[index].is_punct:
                return False
            if self.doc[index].lower_ == "to" and self.doc[index + 1].tag_ == "VB":
                return True
        return False

    def _participle_goes_on(self, token: Token) -> bool:
        return self.shape is Shape.GONE and token.dep_ == "conj" and token.head.i > self.begin

    def _belongs_to_governor(self, token: Token) -> bool:
        return token.dep_ == "conj" and token.head.i <= self.governor.i

    def _apposed(self, at: int) -> bool:
        """An apposition is passed over where the thing goes on behind it ("the Front, a separatist group, from …")."""
        for index in range(at, min(at + 14, self.limit - 1)):
            if self.doc[index].text == ",":
                return self.doc[index + 1].tag_ == "IN" and self.doc[index + 1].lower_ not in ADDING_CLAUSE
        return False

    def _attributed(self, at: int) -> bool:
        """Whether an attribution begins there: "…, she said", "…, officials in both capitals said"."""
        verbs = read_words("speech", "saying")
        for index in range(at, min(at + 9, self.limit)):
            token = self.doc[index]
            if token.is_punct:
                return False
            if token.lemma_ in verbs and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
                return index > at or token.tag_ == "VBD"
        return False

    def _new_clause(self, at: int) -> bool:
        """Whether a subject of its own with a finite verb begins there."""
        if at >= self.limit:
            return False
        if self.doc[at].lower_ in NOMINATIVE:
            return True
        for index in range(at, min(at + 9, self.limit)):
            token = self.doc[index]
            if token.text in ENDING or (token.is_punct and token.text != "-" and token.tag_ != "HYPH"):
                return False
            if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and index > at):
                return False
            if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.i > token.i:
                return self._finite(token.head)
            if token.tag_ in ("VBZ", "MD"):
                return index > at
        return False

    def _finite(self, verb: Token) -> bool:
        helped = any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in verb.children)
        if self.shape in (Shape.GONE, Shape.CLAUSE) and not helped and verb.tag_ in ("VBD", "VBN", "VB", "VBP"):
            return False
        return helped or verb.tag_ in ("VBZ", "VBD", "VBP")

    def _ends_at(self, token: Token) -> bool:
        """Words at which the thing ends without a comma before them."""
        if token.i == self.begin:
            return False
        if token.lower_ == "while" and self.shape is not Shape.CLAUSE:
            return token.nbor(1).tag_ == "VBG" if token.i + 1 < self.limit else False
        if token.lower_ in ("according", "whereas", "although", "though", "but"):
            return True
        if self.shape in (Shape.WHAT, Shape.GONE):
            return self._leaves_noun(token)
        return False

    def _leaves_noun(self, token: Token) -> bool:
        """ "the crew [within minutes]", "the terms [as “a menu”]": what follows belongs to the verb."""
        if token.lower_ == "as" and token.i + 1 < self.limit:
            return token.head.i == self.governor.i or token.nbor(1).is_quote
        if token.tag_ == "IN" and token.head.i == self.governor.i:
            noun = next((child for child in token.children if child.dep_ == "pobj"), None)
            if noun is not None and (noun.lemma_.lower() in read_list("occasions")):
                return True
        if (
            token.head.i == self.governor.i
            and token.dep_ in ("npadvmod", "advmod")
            and token.lower_ in read_list("occasions")
        ):
            return True
        return token.tag_ in ("VBZ", "MD") and self.shape is Shape.WHAT and token.head.i <= self.begin

    def _skip_adverbs(self, at: int) -> int:
        while (
            at < self.limit
            and self.doc[at].tag_ == "RB"
            and self.doc[at].lower_ not in ("not", "no", "so", "yet", "more", "almost", "nearly", "about")
        ):
            at += 1
        return at

    def _close(self, end: int) -> None:
        start = self.begin
        if end > start:
            self.pieces.append(Piece(start, end))

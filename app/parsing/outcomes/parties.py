"""Whose a joint event is: the parties of a round, an accord or a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.telling import Telling
from app.parsing.sides import two_sides
from app.parsing.tokens import Token

NOBODYS = frozenset({"news", "press", "civil", "world"})  # a news conference, a civil war
SPANS = frozenset({"hour", "day", "week", "month", "year"})


@dataclass(slots=True)
class Parties(Telling):
    sides: tuple[str, ...] | None = None

    def parties(self, noun: Token | None) -> tuple[str, ...]:
        """The parties of a joint event: those whom its noun names, else the two sides of which the article tells most."""
        noun = what_lasts(noun) if noun is not None else None
        if noun is not None and (named := self._named_parties(noun)) and (len(named) > 1 or _is_of_one(noun)):
            return named
        sides = self._two_sides()
        if noun is not None and noun.lemma_.lower() in (
            "meeting",
            "summit",
            "handshake",
            "dinner",
            "lunch",
            "conference",
        ):
            return self.heads(sides) or sides
        return sides

    def shared_by(self, noun: Token) -> tuple[str, ...]:
        """ "The border between Chad and Niger", "a joint patrol": whose it is together."""
        for child in noun.children:
            if child.lower_ == "between":
                two = self._named_parties(noun)
                return two if len(two) > 1 else self.parties(None)
            if child.lower_ in ("joint", "mutual", "bilateral"):
                return self.parties(None)
        return ()

    def _named_parties(self, noun: Token) -> tuple[str, ...]:
        """Those of "a meeting of the two leaders", "talks between Egypt and Sudan"."""
        for child in noun.children:
            if child.lower_ == "whose" and noun.head.dep_ == "relcl":
                return self.cast.resolve_all(noun.head.head)
            if child.dep_ == "prep" and child.lower_ in ("of", "between", "by", "with", "among"):
                for one in child.children:
                    if one.dep_ == "pobj" and len(keys := self.cast.resolve_all(one)) > 1:
                        return keys
        return self.cast.resolve_all(noun)

    def heads(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """The head of each side, where the article names them all."""
        found = []
        for side in sides:
            often = (key for key, _ in self.cast.times_named.most_common())
            heads = [key for key in often if key != side and self.cast.side_of(key) == side and self._leads(key)]
            found += heads[:1]
        return tuple(found) if len(found) == len(sides) else ()

    def _leads(self, key: str) -> bool:
        role = set(self.cast.figures[key].role.casefold().replace("’", " ").split())
        deputy = {"vice", "deputy", "former", "foreign", "adviser", "spokesman", "spokeswoman"}
        return (
            bool(role & {"president", "prime", "chancellor", "king", "premier", "chairman", "emir", "sultan"})
            and not role & deputy
        )

    def _two_sides(self) -> tuple[str, ...]:
        if self.sides is None:
            self.sides = two_sides(self.cast)
        return self.sides

    def is_joint(self, noun: Token) -> bool:
        joint, noun = outcome_words("joint"), what_lasts(noun)
        if noun.lemma_.lower() not in joint and noun.lower_ not in joint:
            return False
        return not any(child.lower_ in NOBODYS for child in noun.children)


def what_lasts(noun: Token) -> Token:
    """The talks in "three days of talks"."""
    if noun.lemma_.lower() not in SPANS:
        return noun
    of = next((child for child in noun.children if child.lower_ == "of" and child.i > noun.i), None)
    return next((one for one in of.children if one.dep_ == "pobj"), noun) if of is not None else noun


def _is_of_one(noun: Token) -> bool:
    """ "the African Union, whose own talks collapsed"."""
    return any(child.lower_ == "whose" for child in noun.children)

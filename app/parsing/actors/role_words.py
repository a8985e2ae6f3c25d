"""The words of a role, and what a relative clause behind a name tells of it: "who teaches naval law", "who was her secretary"."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token

TRADES = frozenset(
    {
        "speak",
        "serve",
        "work",
        "teach",
        "lead",
        "head",
        "direct",
        "chair",
        "run",
        "advise",
        "command",
        "represent",
        "oversee",
    }
    | {
        "coordinate",
        "study",
        "research",
        "write",
        "edit",
        "cover",
        "negotiate",
        "govern",
        "rule",
        "found",
        "manage",
        "track",
    }
    | {"monitor", "follow", "specialize", "specialise", "focus", "keep", "own", "farm", "fish"}
    | {
        "trade",
        "sell",
        "skipper",
        "captain",
        "grow",
        "raise",
        "breed",
        "drive",
        "bake",
        "brew",
        "repair",
        "export",
        "import",
    }
    | {"publish", "produce", "moderate", "mediate", "practise", "practice", "patrol", "mine", "supply", "coach", "host"}
)
ONCE = frozenset({"draft", "plan", "design", "negotiate"})  # only what is told of the past is a trade
BREAKS = frozenset({".", ";", ":", "—", "–", "--", "(", ")", "“", "”", '"', "!", "?", ","})
RELATIVES = frozenset({"who", "whose", "which", "whom"})
LONGEST_ROLE = 32  # tokens


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a role, and the tokens in which to look for whom it serves (a pronoun before it included)."""

    words: str
    start: int
    end: int


def role_in_clause(doc: Doc, who: int) -> Role | None:
    """The relative clause behind "who" at the token, where it tells a trade, an office held or what somebody calls himself."""
    verb = next((doc[index] for index in range(who + 1, min(who + 4, len(doc))) if _is_main(doc[index])), None)
    if verb is None or not (_tells_trade(verb) or _tells_office(doc, verb) or _tells_name(doc, verb)):
        return None
    end = verb.i
    while end < min(len(doc), who + LONGEST_ROLE) and doc[end].text not in BREAKS and not doc[end].is_space:
        end += 1
    return Role(doc[who + 1 : end].text, who + 1, end)


def _is_main(token: Token) -> bool:
    return token.pos_ == "VERB" or (token.lemma_ == "be" and token.dep_ == "relcl")


def _tells_trade(verb: Token) -> bool:
    return verb.lemma_ in TRADES or (verb.lemma_ in ONCE and verb.tag_ == "VBD")


def _tells_office(doc: Doc, verb: Token) -> bool:
    """ "who was her private secretary at the time": not "who was ill", "who is a friend"."""
    office = next((child for child in verb.children if child.dep_ == "attr"), None) if verb.lemma_ == "be" else None
    return (
        office is not None
        and office.tag_ in ("NN", "NNP")
        and office.lemma_.casefold() in read_words("names", "offices")
    )


def _tells_name(doc: Doc, verb: Token) -> bool:
    """ "who calls himself the foreign minister of the breakaway north"."""
    itself = doc[verb.i + 1 : verb.i + 2].text
    return verb.lemma_ in ("call", "style", "proclaim") and itself in ("himself", "herself")

"""An attribution: the words that say who spoke, with what the rules for contents need to know of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.lexicon import read_words
from app.parsing.tokens import Token

# By whose account something is so, and in whose.
ACCOUNTS = {
    "by": frozenset({"account", "count", "reckoning", "estimate", "tally", "calculation", "admission"}),
    "in": frozenset({"view", "opinion", "words", "telling", "account", "judgment", "judgement"}),
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source. `start` to `end` are the tokens of the attribution itself, `key` the actor who speaks.

    `clause` is the verb of the clause where a noun, not a verb, introduces it ("his claim that the road was open").
    """

    cue: Token
    source: Token
    key: str
    start: int
    end: int
    phrase: bool = False
    clause: int | None = None
    participle: bool = False
    inverted: bool = False
    thinking: bool = False


def is_finite_cue(cue: Token) -> bool:
    """Whether a base form tells that something was said: "would say", "went on to say", "was quick to say", "took to Twitter to
    say"; what one wants, has or refuses to say is not said."""
    marks = {child.tag_ for child in cue.children if child.dep_ == "aux"}
    if "TO" not in marks:
        return bool(marks) or cue.dep_ in ("conj", "ROOT")
    head = cue.head
    if cue.dep_ == "xcomp":
        ready = head.dep_ == "acomp" and head.lemma_ in read_words("speech", "ready")
        by_way_of = (
            head.lemma_ in ("take", "use") and cue.i - head.i > 2
        )  # "took to Twitter to say", but not "used to say"
        return ready or by_way_of or head.lemma_ in read_words("speech", "carried_out")
    if cue.dep_ == "advcl" and cue.i > head.i and head.lemma_ not in read_words("speech", "trying"):
        return head.tag_ in ("VBD", "VBZ", "VBP") and not any(child.dep_ in ("neg", "aux") for child in head.children)
    return False

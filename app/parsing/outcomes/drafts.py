"""What the rules hand on: a draft of an outcome, a prospect under judgement, and the voice that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.conditions import Condition
from app.parsing.predicates import Predicate
from app.parsing.tokens import Token
from app.records import OutcomeStatus


@dataclass(frozen=True, slots=True)
class Draft:
    """An outcome before its words are cut: from `start` (a subject that stays) or the verb, with who does it."""

    status: OutcomeStatus
    rule: str
    verb: Token
    actors: tuple[str, ...] = ()
    subject: Token | None = None
    cue: Token | None = None
    condition: Condition | None = None
    start: int = -1


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, in what word: `speaker` is None where the article itself speaks."""

    speaker: str | None
    cue: str
    direct: bool = False


NARRATOR = Voice(None, "")


@dataclass(frozen=True, slots=True)
class Prospect:
    """Something to come, as it is told: the predicate with its subject, who does it, who says it, on what it depends."""

    predicate: Predicate
    subject: Token
    actors: tuple[str, ...]
    voice: Voice
    condition: Condition | None

    @property
    def verb(self) -> Token:
        return self.predicate.verb

    def draft(
        self, status: OutcomeStatus, rule: str, actors: tuple[str, ...] | None = None, subject: Token | None = None
    ) -> Draft:
        """A draft of it; `subject` where the subject stays in the words."""
        doers = self.actors if actors is None else actors
        return Draft(status, rule, self.verb, doers, subject, None, self.condition)

    def said_by(self, voice: Voice) -> Prospect:
        return Prospect(self.predicate, self.subject, self.actors, voice, self.condition)

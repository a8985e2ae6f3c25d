"""For whom those act who meet, sign and talk in the plural: leaders, ministers, negotiators, the teams of two states."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.parties import Parties
from app.parsing.predicates import is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind

SIDES = frozenset(
    {"side", "party", "government", "country", "state", "delegation", "army", "signatory", "parliament", "capital"}
    | {"nation", "neighbor", "neighbour", "rival", "foe", "navy", "cabinet", "legislature", "republic"}
)
EACH = frozenset({"each", "neither", "either", "both", "two"})
STATES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
LEADERS = frozenset({"leader", "president", "premier"})
BARE = frozenset({"the", "both", "two"})


@dataclass(slots=True)
class Delegates(Parties):
    def sent_by(self, subject: Token) -> tuple[str, ...]:
        """ "The leaders of Egypt and Sudan", "ministers from the two blocs", "teams from both countries": those for whom they
        meet; for leaders the two themselves, where the article names them."""
        lemma = subject.lemma_.lower()
        if subject.tag_ != "NNS" or lemma not in outcome_words("sent_people") | outcome_words("agents"):
            return ()
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "from"):
                for one in child.children:
                    keys = self._several(one) if one.dep_ == "pobj" else ()
                    if keys:
                        return (self.heads(keys) if lemma in LEADERS else ()) or keys
        if lemma in LEADERS and is_bare(subject):
            two = any(child.lower_ in EACH for child in subject.children)
            return self.heads(self.parties(None)) or (self.parties(None) if two else ())
        return ()

    def _several(self, noun: Token) -> tuple[str, ...]:
        keys = self.cast.resolve_all(noun)
        if len(keys) > 1 and {self.cast.figures[key].kind for key in keys} <= STATES:
            return keys
        two = noun.lemma_.lower() in SIDES and any(child.lower_ in EACH for child in noun.children)
        return self.parties(None) if two else ()

    def both_sides(self, verb: Token, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The two sides, where "they", "the two" or "the delegations" do what one does with another: meet, sign, talk."""
        subject = self._who_meets(verb)
        if subject is None or lemma_of(verb) not in outcome_words("done_together"):
            return ()
        if actors and any(self.cast.figures[key].named for key in actors):
            return ()
        sent = subject.lemma_.lower() in outcome_words("met_people")
        if actors:
            return self.parties(None) if sent and subject.tag_ == "NNS" and is_bare(subject) else ()
        return self.parties(None) if sent or subject.lower_ in ("they", "both", "two") else ()

    def _who_meets(self, verb: Token) -> Token | None:
        """The subject of the verb, or of what governs it: "the negotiators are due to meet"."""
        if (subject := self.predicate(verb).subject) is not None or verb.dep_ != "xcomp":
            return subject
        above = verb.head if is_verbal(verb.head) else verb.head.head
        return own_subject(above)


def is_bare(noun: Token) -> bool:
    """Nothing but "the", "both" or "two" tells who they are."""
    return all(child.lower_ in BARE for child in noun.children if not child.is_punct)

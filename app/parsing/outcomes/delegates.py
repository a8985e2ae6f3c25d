"""For whom those act who are sent: leaders, ministers and teams of two states, members of a bloc, fleets, a people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.parsing.lexicon import read_words
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
FORCES = frozenset({"Fleet", "Navy"})
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
        people = tuple(key for key in keys if self.cast.figures[key].kind is ActorKind.PERSON)
        if len(people) > 1:
            return people  # "the presidents of Chad and Niger, Omar Keita and Ali Bako"
        if len(keys) > 1 and {self.cast.figures[key].kind for key in keys} <= STATES:
            return keys
        two = noun.lemma_.lower() in SIDES and any(child.lower_ in EACH for child in noun.children)
        return self.parties(None) if two else ()

    def both_sides(self, verb: Token, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The two sides, where "they", "the two" or "the delegations" do what one does with another: meet, sign, talk."""
        if lemma_of(verb) not in outcome_words("done_together"):
            return ()
        if actors and any(self.cast.figures[key].named for key in actors):
            return ()
        if (subject := self._who_meets(verb)) is None:
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

    def _state_of_force(self, subject: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "The Indian Navy", "the Pacific Fleet": ships act for their state, where the article tells which it is."""
        figure = self.cast.figures[found[0]]
        if len(found) != 1 or figure.kind is not ActorKind.ORGANIZATION or figure.name.split()[-1] not in FORCES:
            return ()
        beside = [self.cast.country_of(one) for one in (subject, *subject.children)]
        state = self.cast.side_of(found[0]) or next((key for key in beside if key), None)
        return (state,) if state and self.cast.figures[state].kind is ActorKind.COUNTRY else ()

    def _seated(self, subject: Token) -> tuple[str, ...]:
        """ "Cairo, the Egyptian capital, has offered": the state whose seat it is."""
        for child in subject.children:
            if child.dep_ == "appos" and child.lemma_.lower() == "capital" and (key := self.cast.country_of(child)):
                return (key,)
        return ()

    def _of_bloc(self, subject: Token) -> tuple[str, ...]:
        """ "The member states", "its heads of state", "the 15 members": the bloc of which they are, the last one named."""
        heads = subject.lemma_.lower() == "head" and any(
            one.lower_ in ("state", "government") for child in subject.children for one in child.children
        )
        members = subject.lemma_.lower() in ("state", "country", "government") and any(
            child.lower_ == "member" for child in subject.children
        )
        if not (heads or members):
            return ()
        for token in subject.subtree:
            if (key := self.cast.named_at(token)) and self.cast.figures[key].kind is ActorKind.ORGANIZATION:
                return (key,)
        named = [
            naming.key
            for naming in self.cast.namings[: self.cast.namings_before(subject)]
            if self.cast.figures[naming.key].kind is ActorKind.ORGANIZATION
        ]
        blocs = read_words("names", "blocs")
        wanted = [key for key in named if blocs & set(self.cast.figures[key].name.casefold().split())]
        return (Counter(wanted).most_common(1)[0][0],) if wanted else ()

    def _people_of(self, subject: Token) -> tuple[str, ...]:
        """ "The Saudis", "the Americans": the country whose people's name stands alone behind "the"."""
        alone = [child.lower_ for child in subject.children if child.i < subject.i] == ["the"]
        country = self.cast.gazetteer.demonym(subject.text) if alone and subject.tag_ in ("NNPS", "NNP") else None
        key = self.cast.country_of(subject) if country else None
        return (key,) if key else ()


def is_bare(noun: Token) -> bool:
    """Nothing but "the", "both" or "two" tells who they are."""
    return all(child.lower_ in BARE for child in noun.children if not child.is_punct)

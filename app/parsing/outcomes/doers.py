"""Who does what is told: subjects resolved to actors, possessors to their owners, joint events to their parties."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from app.parsing.actors.pronouns import FIRST
from app.parsing.lexicon import read_words
from app.parsing.outcomes.delegates import EACH, SIDES, STATES, Delegates
from app.parsing.outcomes.drafts import Voice
from app.parsing.outcomes.frames import event_words, outcome_words
from app.parsing.predicates import Predicate, cleft_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind

ORGANIZED = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})
FARTHEST_TOLD = 30  # outcomes back to the one that told who does it
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
MOVEMENTS = frozenset(
    {
        "movement's",
        "front's",
        "group's",
        "party's",
        "rebels'",
        "militia's",
        "alliance's",
        "union's",
        "league's",
        "company's",
    }
)
PERSONAL = frozenset({"office", "team", "delegation", "crew", "guard"})
QUANTITIES = frozenset(
    {"some", "all", "most", "half", "many", "several", "both", "members", "dozens", "hundreds", "thousands", "scores"}
)


@dataclass(slots=True)
class Doers(Delegates):
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def doers(self, subject: Token | None) -> tuple[str, ...]:
        """The actors for whom the subject stands; with a leader's "we", the leader and the state."""
        if subject is None:
            return ()
        if subject.lower_ in FIRST:
            return self._first_person(subject)
        if any(child.lower_ in ("next", "future", "whichever", "whatever") for child in subject.children):
            return ()  # "the next president takes office"
        keys = self.cast.resolve_all(subject)
        return tuple(dict.fromkeys(keys))

    def _first_person(self, subject: Token) -> tuple[str, ...]:
        quote = self.quote_at(subject)
        nth = self.article.mark_of[subject.i]
        speaker = quote.speaker if quote else self.cast.speakers.get(nth)
        if speaker is None:
            return ()
        side = self.cast.side_of(speaker) if subject.lower_ in ("we", "us", "our") else None
        return (side, speaker) if side and side != speaker else (speaker,)

    def claim(self, subject: Token | None) -> tuple[str, ...]:
        """As `doers`; soldiers, offices and delegations stand for those whose they are, and an unnamed group
        ("customs officers") is given a figure.
        """
        if subject is None:
            return ()
        subject = cleft_of(subject) or subject
        if subject.lemma_.lower() in SIDES and any(child.lower_ in EACH for child in subject.children):
            return self.doers(subject) or self.parties(None)
        if members := self._of_bloc(subject):
            return members
        found = self.doers(subject)
        known = bool(found) and self.cast.figures[found[0]].named and len(found) > 1
        if not known and (several := self.sent_by(subject) or self._people_of(subject)):
            return several
        own = (
            subject.lemma_.lower() in outcome_words("agents")
            and any(child.dep_ == "poss" for child in subject.children)
            and not any(child.dep_ == "appos" and self.cast.named_at(child) in found for child in subject.children)
        )
        named = bool(found) and all(self.cast.figures[key].named for key in found)
        if named and (not own or all(self.cast.figures[key].kind is ActorKind.PERSON for key in found)):
            return found
        if owner := self._through_owner(subject) or self._seated(subject) or self._served(subject, found):
            return owner
        if found or subject.pos_ not in ("NOUN", "PROPN", "NUM", "DET", "ADJ"):
            return found
        if subject.like_num or subject.lower_ in QUANTITIES:
            return self._of_whom(subject) or (self.parties(None) if _the_two(subject) else ())
        key = self.cast.claim(subject)
        return (key,) if key else ()

    def _seated(self, subject: Token) -> tuple[str, ...]:
        """ "Cairo, the Egyptian capital, has offered": the state whose seat it is."""
        for child in subject.children:
            if child.dep_ == "appos" and child.lemma_.lower() == "capital" and (key := self.cast.country_of(child)):
                return (key,)
        return ()

    def _served(self, subject: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """Unnamed envoys, police or soldiers told of before act for their side."""
        if (
            len(found) != 1
            or self.cast.figures[found[0]].named
            or subject.lemma_.lower() not in outcome_words("agents")
        ):
            return ()
        side = self.cast.side_of(found[0])
        return (side,) if side else ()

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

    def _of_whom(self, quantity: Token) -> tuple[str, ...]:
        """ "nine of the members", "most of the delegates"."""
        for child in quantity.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((self.claim(one) for one in child.children if one.dep_ == "pobj"), ())
        return ()

    def _through_owner(self, noun: Token) -> tuple[str, ...]:
        """ "his office", "Serbian negotiators", "U.N. monitors", "whose fighters": their owner acts."""
        one_man = noun.lemma_.lower() in ("minister", "commander", "general", "envoy") and noun.tag_ == "NN"
        if one_man or noun.lemma_.lower() not in outcome_words("agents") or self.cast.named_at(noun):
            return ()
        for child in noun.children:
            if child.dep_ == "poss" and (owners := self.cast.resolve(child)):
                person = self.cast.figures[owners[0]].kind is ActorKind.PERSON
                side = self.cast.side_of(owners[0]) if person and noun.lemma_.lower() not in PERSONAL else None
                return (side,) if side else owners[:1]
        for child in noun.children:  # "inspectors from the agency"
            if child.dep_ == "prep" and child.lower_ in ("from", "of"):
                for one in child.children:
                    key = self.cast.named_at(one) if one.dep_ == "pobj" else None
                    if key and self.cast.figures[key].kind is ActorKind.ORGANIZATION:
                        return (key,)
        for one in (noun, *(child for child in noun.children if child.dep_ in ("compound", "amod"))):
            if country := self.cast.country_of(one):
                return (country,)
            if one.dep_ == "compound" and (key := self.cast.named_at(one)) and self.cast.figures[key].kind in STATES:
                return (key,)  # "Northern Assembly negotiators"
        return ()

    def echoed(self, predicate: Predicate, voice: Voice) -> tuple[str, ...]:
        """A pronoun as subject of what "X says" is X, if it fits: "Trump says he will", "the parties said they planned to"."""
        subject = predicate.subject
        if subject is None or voice.speaker is None:
            return ()
        if voice.direct and self.article.mark_of[subject.i] >= 0 and subject.lower_ in ("he", "she", "they", "it"):
            return ()
        figure, word = self.cast.figures[voice.speaker], subject.lower_
        if word in ("he", "she") and figure.kind is ActorKind.PERSON:
            wanted = "male" if word == "he" else "female"
            return (voice.speaker,) if figure.gender in ("", wanted) else ()
        if word == "they":
            above = self.governing(predicate.verb)
            speakers = (
                self.cast.resolve_all(speaking)
                if above is not None and (speaking := own_subject(above)) is not None
                else ()
            )
            return (
                speakers
                if len(speakers) > 1
                else (voice.speaker,)
                if figure.kind in ORGANIZED or figure.name.endswith("s")
                else ()
            )
        if word == "it" and figure.kind is not ActorKind.PERSON:
            return (voice.speaker,)
        return ()

    def same_side(self, actors: tuple[str, ...], speaker: str | None) -> bool:
        """The speaker can answer for what these actors do."""
        if speaker is None:
            return False
        sides = {speaker, self.cast.side_of(speaker)} - {None}
        return any(actor in sides or self.cast.side_of(actor) in sides for actor in actors)

    def body_of(self, speaker: str) -> tuple[str, ...]:
        """For whom a speaker makes promises: the side of a person, an organisation itself."""
        side = self.cast.side_of(speaker)
        figure = self.cast.figures[speaker]
        return (side,) if side and figure.kind in (ActorKind.PERSON, ActorKind.GROUP) else (speaker,)

    def spoken_for(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """What a spokesman promises or threatens those do for whom he speaks."""
        bodies = (self.body_of(key) if self._only_speaks(key) and self._is_states(key) else (key,) for key in actors)
        return tuple(dict.fromkeys(key for body in bodies for key in body))

    def _is_states(self, key: str) -> bool:
        """No state stands in for the movement or the rebels whose spokesman the article calls him."""
        side = self.cast.side_of(key)
        state = side is not None and self.cast.figures[side].kind is ActorKind.COUNTRY
        return not (state and MOVEMENTS & set(self.cast.figures[key].role.casefold().replace("’", "'").split()))

    def _only_speaks(self, key: str) -> bool:
        return bool(SPOKESMEN & set(self.cast.figures[key].role.casefold().split()))

    def answers(self, speaker: str) -> tuple[str, ...]:
        """Who brings about what a speaker says will come about: a leader or a minister himself, with his state; behind a
        spokesman or an unnamed official, the body."""
        figure = self.cast.figures[speaker]
        body = self.body_of(speaker)
        if figure.kind is not ActorKind.PERSON or not figure.named or self._only_speaks(speaker):
            return body
        return tuple(dict.fromkeys((speaker, *body)))

    def told_doer(self, predicate: Predicate) -> tuple[str, ...]:
        """Who was told before to do it to the same thing ("stop the sale of electricity" … "the electricity will be cut")."""
        subject = predicate.subject
        if subject is None or subject.pos_ not in ("NOUN", "PROPN") or not predicate.passive:
            return ()
        lemma = subject.lemma_.lower()
        for draft in self.drafts[: -FARTHEST_TOLD - 1 : -1]:
            if draft.actors and any(
                token.lemma_.lower() == lemma and token.i > draft.verb.i for token in draft.verb.subtree
            ):
                return draft.actors
        return ()

    def note_owner(self, noun: Token) -> None:
        """Remember whose duties, freeze or embargo the article named first, for when it tells of them without their owner."""
        lemma = noun.lemma_.lower()
        if lemma not in self.owners and lemma in event_words("subjects", "events") and not self.is_joint(noun):
            owner = next((self.cast.resolve(child)[:1] for child in noun.children if child.dep_ == "poss"), ())
            country = self.cast.country_of(noun) if not owner else None
            if owner or country:
                self.owners[lemma] = owner or ((country,) if country else ())

    def owner_of(self, noun: Token) -> tuple[str, ...]:
        """Whose measure it is: by its possessor or its adjective, or as the article told before."""
        self.note_owner(noun)
        for child in noun.children:  # "the deadline that Japan set"
            if (
                child.dep_ == "relcl"
                and child.lemma_ in ("set", "give", "impose", "fix", "issue")
                and (setter := own_subject(child))
            ):
                return self.doers(setter)
        behind = [one for child in noun.children if child.lower_ == "of" for one in child.children]
        owners = (child for one in (noun, *behind) for child in one.children if child.dep_ == "poss")
        owner = next((found for child in owners if (found := self.cast.resolve(child)[:1])), ())
        country = None if owner else self.cast.country_of(noun)
        return owner or ((country,) if country else self.owners.get(noun.lemma_.lower(), ()))


def _the_two(subject: Token) -> bool:
    """ "The two will sign it", "both will attend": the two sides."""
    return subject.lower_ == "both" or (
        subject.lower_ == "two" and any(child.lower_ == "the" for child in subject.children)
    )

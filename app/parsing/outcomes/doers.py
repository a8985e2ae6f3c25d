"""Who does what is told: subjects resolved to actors, possessors to their owners, joint events to their parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.parsing.actors.pronouns import FIRST
from app.parsing.outcomes.delegates import EACH, SIDES, STATES, Delegates
from app.parsing.outcomes.drafts import Voice
from app.parsing.outcomes.frames import event_words, outcome_words
from app.parsing.outcomes.owners import SERVING, owner_of_noun
from app.parsing.predicates import Predicate, cleft_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind, slug

ORGANIZED = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})
FARTHEST_TOLD = 30  # outcomes back to the one that told who does it
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
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
        keys = (*self.cast.resolve_all(subject), *self._and_others(subject))
        return tuple(dict.fromkeys(keys))

    def _and_others(self, subject: Token) -> tuple[str, ...]:
        """Hassan Nur in "Kenya's president, Moses Kariuki, and Somalia's premier, Hassan Nur, signed"."""
        for child in subject.children:
            if child.dep_ == "appos" and self.cast.named_at(child):
                others = (key for one in child.children if one.dep_ == "conj" for key in self.cast.resolve_all(one))
                return tuple(key for key in others if self.cast.figures[key].named)
        return ()

    def _first_person(self, subject: Token) -> tuple[str, ...]:
        quote = self.quote_at(subject)
        nth = self.article.mark_of[subject.i]
        speaker = quote.speaker if quote else self.cast.speakers.get(nth)
        if speaker is None or self.article.quoted_within(subject):
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
        if named and (state := self._state_of_force(subject, found)):
            return state
        if named and (not own or all(self.cast.figures[key].kind is ActorKind.PERSON for key in found)):
            return found
        if owner := self._through_owner(subject) or self._seated(subject) or self._served(subject, found):
            return owner
        if not found and subject.tag_ in ("WP", "WDT") and subject.head.dep_ == "relcl":
            return self.claim(subject.head.head)
        if found or subject.pos_ not in ("NOUN", "PROPN", "NUM", "DET", "ADJ"):
            return found
        if subject.like_num or subject.lower_ in QUANTITIES:
            return self._of_whom(subject) or (self.parties(None) if _the_two(subject) else ())
        key = self.cast.claim(subject)
        return (key,) if key else ()

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
        if (principal := self._principal(predicate.verb, word)) is not None:
            return (principal,)
        if word in ("he", "she") and not figure.named and figure.head in outcome_words("mouthpieces"):
            return ()  # "An aide said he would go": the one for whom the aide speaks
        if word in ("he", "she") and figure.kind is ActorKind.PERSON:
            return (voice.speaker,) if self._is_one(voice.speaker, word) else ()
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
        if (
            word == "it"
            and figure.kind is not ActorKind.PERSON
            and not (figure.kind is ActorKind.GROUP and figure.name.endswith("s"))
        ):
            return (voice.speaker,)
        return ()

    def _principal(self, verb: Token, pronoun: str) -> str | None:
        """For whom "his spokesman" or "an aide to Ms. Solis" speaks: what such a source says that "he" will do, he will."""
        quote = self.quote_at(verb) if pronoun in ("he", "she") else None
        if quote is None:
            return None
        for token in self.article.tokens(quote.source.start, quote.source.end):
            noun = token.head if token.dep_ == "appos" else token
            for one in (noun, *(child for child in noun.children if child.dep_ == "appos")):
                owner = owner_of_noun(one, SERVING) if one.lemma_.lower() in outcome_words("mouthpieces") else None
                keys = self.cast.resolve(owner) if owner is not None else ()
                if keys and self.cast.figures[keys[0]].kind is ActorKind.PERSON and self._is_one(keys[0], pronoun):
                    return keys[0]
        return None

    def _is_one(self, key: str, pronoun: str) -> bool:
        return self.cast.figures[key].gender in ("", "male" if pronoun == "he" else "female")

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
        """What a spokesman promises or threatens the body does that the article calls him by."""
        bodies = (
            self.body_of(key) if self._only_speaks(key) and self._called_by_side(key) else (key,) for key in actors
        )
        return tuple(dict.fromkeys(key for body in bodies for key in body))

    def _called_by_side(self, key: str) -> bool:
        """ "Iran's foreign ministry spokesman", "a spokesman for the Northern League": his role names his side."""
        side, role = self.cast.side_of(key), self.cast.figures[key].role.replace("’", "'")
        if side is None:
            return False
        words = [word.removesuffix("'s").removesuffix("'") for word in role.split()]
        named = {word for word in words if word[:1].isupper()}
        gazetteer = self.cast.gazetteer
        states = {slug(gazetteer.demonym(word) or gazetteer.seat(word) or word) for word in named}
        return side in states or bool(named & set(self.cast.figures[side].name.split()))

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
        if shared := self.shared_by(noun):
            return shared
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

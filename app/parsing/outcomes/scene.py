"""What every rule for outcomes needs to see: the article, its cast, who speaks at each place, and which if applies where."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from app.parsing.article import Article
from app.parsing.cast import Cast
from app.parsing.conditions import Condition, find_conditions
from app.parsing.lexicon import read_words
from app.parsing.outcomes.frames import event_words, outcome_words
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject, read_predicate
from app.parsing.pronouns import FIRST
from app.records import ActorKind, OutcomeStatus, Quote

FARTHEST_GOVERNOR = 6
QUANTITIES = frozenset(
    {"some", "all", "most", "half", "many", "several", "both", "members", "dozens", "hundreds", "thousands", "scores"}
)


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
    end: int = 0
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


@dataclass(slots=True)
class Scene:
    article: Article
    cast: Cast
    quotes: Sequence[Quote]
    starts: list[int] = field(default_factory=list)
    conditions: dict[int, list[Condition]] = field(default_factory=dict)
    predicates: dict[int, Predicate] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    sides: tuple[str, ...] | None = None
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [quote.passage.start for quote in self.quotes]

    def predicate(self, verb: Token) -> Predicate:
        if verb.i not in self.predicates:
            predicate = self.predicates[verb.i] = read_predicate(verb)
            self._reanchor(predicate)
        return self.predicates[verb.i]

    def _reanchor(self, predicate: Predicate) -> None:
        """ "would resume talks provided that the shelling stopped, and would open a line": the second verb is coordinated
        with the first, not with that of the condition."""
        verb = predicate.verb
        if predicate.lead is verb or own_subject(verb) is not None or predicate.subject is None:
            return
        held = next(
            (one for one in self.conditions_at(verb) if one.holds(predicate.subject) and one.end <= verb.i), None
        )
        if held is None:
            return
        for token in reversed(verb.doc[self.sentence(verb).start : held.start]):
            if is_verbal(token) and token.dep_ not in ("aux", "auxpass") and (subject := read_predicate(token).subject):
                predicate.subject, predicate.lead = subject, verb
                return

    def sentence(self, token: Token) -> Span:
        return self.article.sentence(token)

    def conditions_at(self, token: Token) -> list[Condition]:
        nth = self.article.sentence_of[token.i]
        if nth not in self.conditions:
            self.conditions[nth] = find_conditions(self.article.sentences[nth])
        return self.conditions[nth]

    def is_asked(self, token: Token) -> bool:
        """Its sentence is a question; one that only a quotation inside it asks does not count."""
        sentence = self.sentence(token)
        for last in reversed(sentence):
            if last.text == "?":
                return self.article.mark_of[last.i] in (-1, self.article.mark_of[token.i])
            if not (last.is_punct or last.is_space):
                return False
        return False

    def supposed(self, token: Token) -> bool:
        """It stands in the words of a condition."""
        return any(condition.holds(token) for condition in self.conditions_at(token))

    # -- who says it -------------------------------------------------------------------------------------------------

    def quote_at(self, token: Token) -> Quote | None:
        at = bisect_right(self.starts, token.idx)
        for quote in reversed(self.quotes[max(0, at - 3) : at]):
            if quote.passage.start <= token.idx < quote.passage.end:
                return quote
        return None

    def voice(self, verb: Token) -> Voice:
        """Who says what the verb tells: the speaker of the quote it stands in, else the subject of a verb of saying above it."""
        governing = self._governing(verb)
        if quote := self.quote_at(verb):
            cue = (quote.cue or "").split(" ")[0]
            lemma = lemma_of(governing) if governing is not None else self._lemma_of_cue(quote, cue)
            return Voice(quote.speaker, lemma, self.article.mark(verb) is not None)
        nth = self.article.mark_of[verb.i]
        if nth >= 0 and nth in self.cast.speakers:
            return Voice(self.cast.speakers[nth], lemma_of(governing) if governing is not None else "say", True)
        if governing is not None:
            subject = self.predicate(governing).subject
            speaker = self.cast.resolve_source(subject) if subject is not None else None
            return Voice(speaker, lemma_of(governing)) if speaker else NARRATOR
        return NARRATOR

    def _lemma_of_cue(self, quote: Quote, cue: str) -> str:
        for token in self.article.tokens(quote.source.start, quote.source.end):
            for near in (token.head, token):
                if near.text == cue:
                    return lemma_of(near)
        return cue.lower() or "say"

    def _governing(self, verb: Token) -> Token | None:
        """The verb of saying or thinking above the verb, or set off beside it ("…, he said, …")."""
        saying, thinking = read_words("speech", "saying"), read_words("speech", "thinking")
        step = verb
        for _ in range(FARTHEST_GOVERNOR):
            beside = next(
                (child for child in step.children if child.dep_ == "parataxis" and lemma_of(child) in saying), None
            )
            if beside is not None:
                return beside
            if step.head.i == step.i or step.dep_ in ("relcl",):
                return None
            relation, step = step.dep_, step.head
            if (
                relation in ("ccomp", "parataxis", "acl", "advcl", "xcomp", "dep")
                and lemma_of(step) in saying | thinking
                and is_verbal(step)
            ):
                return step if relation in ("ccomp", "dep", "parataxis", "advcl") else None
            if (
                relation == "acl"
                and step.lemma_ in ("word", "promise", "assurance", "pledge", "guarantee")
                and is_verbal(step.head)
            ):
                return step.head
        return None

    # -- who does it -------------------------------------------------------------------------------------------------

    def doers(self, subject: Token | None) -> tuple[str, ...]:
        """The actors for whom the subject stands; with a leader's "we", the leader and the state."""
        if subject is None:
            return ()
        if subject.lower_ in FIRST:
            return self._first_person(subject)
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
        found = self.doers(subject)
        if found and all(self.cast.figures[key].named for key in found):
            return found
        if owner := self._through_owner(subject):
            return owner
        if found or subject.pos_ not in ("NOUN", "PROPN", "NUM", "DET", "ADJ"):
            return found
        for child in subject.children:  # "thirteen of the Council's members", "most of the delegates"
            if child.dep_ == "prep" and child.lower_ == "of" and (subject.like_num or subject.lower_ in QUANTITIES):
                return next((self.claim(one) for one in child.children if one.dep_ == "pobj"), ())
        key = self.cast.claim(subject)
        return (key,) if key else ()

    def _through_owner(self, noun: Token) -> tuple[str, ...]:
        """ "his office", "Broz negotiators", "U.N. monitors", "whose fighters": their owner acts."""
        if noun.lemma_.lower() not in outcome_words("agents") or self.cast.named_at(noun):
            return ()
        for child in noun.children:
            if child.dep_ == "poss" and (owners := self.cast.resolve(child)):
                return owners[:1]
        for one in (noun, *(child for child in noun.children if child.dep_ in ("compound", "amod"))):
            if country := self.cast.country_of(one):
                return (country,)
        return ()

    def echoed(self, predicate: Predicate, voice: Voice) -> tuple[str, ...]:
        """A pronoun as subject of what "X says" is X, if it fits: "Trump says he will", "the parties said they planned to"."""
        subject = predicate.subject
        if subject is None or voice.speaker is None or (voice.direct and subject.lower_ in ("he", "she", "they", "it")):
            return ()
        figure, word = self.cast.figures[voice.speaker], subject.lower_
        if word in ("he", "she") and figure.kind is ActorKind.PERSON:
            wanted = "male" if word == "he" else "female"
            return (voice.speaker,) if figure.gender in ("", wanted) else ()
        if word == "they":
            above = self._governing(predicate.verb)
            speakers = (
                self.cast.resolve_all(speaking)
                if above is not None and (speaking := own_subject(above)) is not None
                else ()
            )
            return speakers if len(speakers) > 1 else (voice.speaker,) if figure.kind is ActorKind.GROUP else ()
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

    def parties(self, noun: Token | None) -> tuple[str, ...]:
        """The parties of a joint event: those whom its noun names, else the two sides of which the article tells most."""
        if noun is not None and len(named := self.cast.resolve_all(noun)) > 1:
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
            return self._leaders(sides) or sides
        return sides

    def _leaders(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """The head of each side, where the article names both."""
        found = []
        for side in sides:
            counts = Counter(
                naming.key
                for naming in self.cast.namings
                if naming.key != side and self.cast.side_of(naming.key) == side
            )
            heads = [key for key, _ in counts.most_common() if self._leads(key)]
            found += heads[:1]
        return tuple(found) if len(found) == 2 else ()

    def _leads(self, key: str) -> bool:
        role = set(self.cast.figures[key].role.casefold().replace("’", " ").split())
        deputy = {"vice", "deputy", "former", "foreign", "adviser", "spokesman", "spokeswoman"}
        return (
            bool(role & {"president", "prime", "chancellor", "king", "premier", "chairman", "emir", "sultan"})
            and not role & deputy
        )

    def _two_sides(self) -> tuple[str, ...]:
        if self.sides is None:
            counts: Counter[str] = Counter()
            for naming in self.cast.namings:
                side = self.cast.side_of(naming.key) or naming.key
                if self.cast.figures[side].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION):
                    counts[side] += 1
            most = [key for key, _ in counts.most_common(2)]
            first = {naming.key: naming.start for naming in reversed(self.cast.namings)}
            self.sides = tuple(sorted(most, key=lambda key: first.get(key, 0))) if len(most) == 2 else ()
        return self.sides

    def is_joint(self, noun: Token) -> bool:
        joint = outcome_words("joint")
        return noun.lemma_.lower() in joint or noun.lower_ in joint

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
        owner = next((self.cast.resolve(child)[:1] for child in noun.children if child.dep_ == "poss"), ())
        country = None if owner else self.cast.country_of(noun)
        return owner or ((country,) if country else self.owners.get(noun.lemma_.lower(), ()))

    # -- what it depends on ------------------------------------------------------------------------------------------

    def condition_of(self, verb: Token) -> Condition | None:
        """The condition on which what the verb tells depends, or None."""
        predicate = self.predicate(verb)
        chosen = None
        for condition in self.conditions_at(verb):
            if condition.holds(verb) or self._parted(condition, verb):
                continue
            if condition.leading and condition.start < verb.i:
                chosen = condition
            elif (
                condition.start > verb.i
                and (chosen is None or chosen.start < verb.i)
                and self._reaches(condition, verb, predicate)
            ):
                return condition
            elif (condition.end <= verb.i and not condition.leading and self._governed(condition, predicate)) or (
                condition.end <= verb.i
                and predicate.negated
                and own_subject(verb) is None
                and predicate.lead is not verb
            ):
                chosen = condition
        return chosen or self._carried(verb, predicate)

    def _parted(self, condition: Condition, verb: Token) -> bool:
        left, right = sorted((condition.start, verb.i))
        return any(token.text in (";", "?") for token in verb.doc[left:right])

    def _reaches(self, condition: Condition, verb: Token, predicate: Predicate) -> bool:
        """A condition that follows belongs to the verbs before it, back to the first that is coordinated with the nearest."""
        doc = verb.doc
        between = [
            token
            for token in doc[verb.i + 1 : condition.start]
            if is_verbal(token) and token.dep_ not in ("aux", "auxpass", "relcl", "acl", "amod", "xcomp", "pcomp")
        ]
        if not between:
            return True
        return all(
            self._coordinated(token, verb)
            for token in between
            if token.dep_ in ("conj", "ccomp", "ROOT", "advcl", "parataxis") and own_subject(token) is not None
        ) and any(self._coordinated(token, verb) for token in between)

    def _coordinated(self, token: Token, verb: Token) -> bool:
        step = token
        while step.dep_ in ("conj", "xcomp", "dep", "ccomp", "advcl") and step.head.i >= verb.i:
            step = step.head
            if step.i == verb.i:
                return True
        return False

    def _governed(self, condition: Condition, predicate: Predicate) -> bool:
        """A condition in the middle holds for the verb right behind it ("that without a deal Ashkar would …")."""
        doc = predicate.verb.doc
        between = doc[condition.end : predicate.verb.i]
        verbs = [token for token in between if is_verbal(token) and token.dep_ not in ("aux", "auxpass")]
        return all(
            self._coordinated(predicate.verb, token) or lemma_of(token) in read_words("speech", "saying")
            for token in verbs
        ) and (
            condition.start == 0
            or doc[condition.start - 1].text in (",", "—")
            or doc[condition.start - 1].lower_ in ("that", "and", "but")
        )

    def _carried(self, verb: Token, predicate: Predicate) -> Condition | None:
        """A sentence that plainly goes on from the one before keeps its condition: "also", or the same quotation."""
        nth = self.article.sentence_of[verb.i]
        if nth == 0 or self.conditions.get(nth):
            return None
        before = self.article.sentences[nth - 1]
        if before.end_char <= self.article.document.body_start or self.article.paragraph_of(
            before.start_char
        ) != self.article.paragraph_of(verb.idx):
            return None
        same_quote = (
            self.article.mark_of[verb.i] >= 0
            and self.article.mark_of[before.end - 1] == self.article.mark_of[verb.i]
            and self.article.mark_of[before.start] == self.article.mark_of[verb.i]
        )
        also = any(token.lower_ in ("also", "too", "either") for token in self.article.sentences[nth][:8])
        if not (also or same_quote):
            return None
        earlier = [
            draft for draft in self.drafts if draft.condition is not None and before.start <= draft.verb.i < before.end
        ]
        if not earlier:
            return self._inherited(nth - 1) if same_quote else None
        return earlier[-1].condition

    def _inherited(self, nth: int) -> Condition | None:
        return None

"""Pronouns: whom "she", "it" and "they" stand for, by gender and number, subject before object, near before far."""

from __future__ import annotations

from app.parsing.actors.sightings import SUBJECTS, Sighting, Sightings, is_supposed
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "which", "that", "whose"})
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})


MEANING = frozenset({"want", "hope", "intend", "plan", "seek", "aim", "expect", "mean", "wish", "insist"})
LATEST_SUBJECT = 2.0  # what the subject of the latest sentence counts against others seen once
UNKNOWN_GENDER = 0.5  # what somebody of unknown gender counts in the paragraphs before
NEAR_SENTENCES = 6  # farther back only somebody whose gender is known can be meant


class Pronouns(Sightings):
    """Sightings that know whom a pronoun stands for."""

    __slots__ = ()

    def _resolve_pronoun(self, token: Token) -> tuple[str, ...]:
        word = token.lower_
        if word in FIRST:
            nth = self.article.mark_of[token.i]
            own = nth in self.speakers and not self.article.quoted_within(token)
            return (self.speakers[nth],) if own else ()
        if word in RELATIVE:
            return self._resolve_relative(token)
        if word in MALE or word in FEMALE:
            key = self._find_person(token, "male" if word in MALE else "female")
            return (key,) if key else ()
        if word in IT:
            key = None if _is_expletive(token) else self._find_body(token)
            return (key,) if key else ()
        if word in THEY:
            return self._find_several(token)
        return ()

    def _resolve_relative(self, token: Token) -> tuple[str, ...]:
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        return self.resolve(clause.head) if clause.dep_ == "relcl" and clause.head.i < token.i else ()

    def _find_person(self, token: Token, gender: str) -> str | None:
        barred = self._barred(token) | self._aide_above(token)
        quoted = self.article.mark_of[token.i] >= 0
        if quoted and (speaker := self.speakers.get(self.article.mark_of[token.i])):
            barred.add(speaker)
        aside = self._is_aside(token)
        asked = self._asked_about(token)
        paragraph = self.article.paragraph_of(token.idx)
        for nth, seen in enumerate(self.sightings_back(token)):
            if aside and not nth:
                continue
            if seen and self.article.paragraph_of(self.article.doc[seen[0].token].idx) != paragraph:
                break
            fitting = [one for one in seen if self._fits(one, gender, barred, asked) and (quoted or not one.quoted)]
            if fitting:
                latest = self._asked_before(fitting) if nth else self._subject_before_semicolon(token, fitting)
                return self._agree((latest or self._foremost(fitting)).key, gender)
        return self._find_protagonist(token, gender, barred, asked, quoted)

    def _foremost(self, seen: list[Sighting]) -> Sighting:
        """Of those seen in one sentence the subject of its main clause, else the first subject, else the last one."""
        doc = self.article.doc
        subjects = [one for one in seen if one.subject]
        subjects = [one for one in subjects if not is_supposed(doc[one.token])] or subjects
        main = [one for one in subjects if doc[one.token].head.dep_ == "ROOT"]
        return main[0] if main else subjects[0] if subjects else seen[-1]

    def _subject_before_semicolon(self, token: Token, seen: list[Sighting]) -> Sighting | None:
        """The last of several clauses' subjects before a semicolon: "Brandt has offered a road, and Lund is tempted; he said"."""
        doc = self.article.doc
        subjects = [one for one in seen if one.subject and doc[one.token].head.dep_ in ("ROOT", "conj")]
        parted = subjects and any(word.text == ";" for word in doc[subjects[-1].token : token.i])
        return subjects[-1] if parted else None

    def _asked_before(self, seen: list[Sighting]) -> Sighting | None:
        """Whom the sentence before asked a question, who now answers: "“Why?” a reporter asked Brandt. “Why not,” he said"."""
        doc = self.article.doc
        for one in seen:
            verb = doc[one.token].head
            if (
                doc[one.token].dep_ in ("dobj", "dative")
                and verb.lemma_ == "ask"
                and "?" in self.article.sentence(one.token).text
            ):
                return one
        return None

    def _find_protagonist(self, token: Token, gender: str, barred: set[str], asked: range, quoted: bool) -> str | None:
        """Whom the paragraphs before are about: the person seen there most, the latest subject counting more; nobody farther
        back than the first paragraph with a subject that fits.

        Farther back only somebody whose gender is known can be meant.
        """
        counts: dict[str, float] = {}
        told = -1  # the paragraph whose sentences are about somebody who fits
        for nth, seen in enumerate(self.sightings_back(token)):
            fitting = [one for one in seen if self._fits(one, gender, barred, asked) and (quoted or not one.quoted)]
            fitting = [one for one in fitting if nth < NEAR_SENTENCES or self.figures[one.key].gender == gender]
            if not fitting:
                continue
            paragraph = self.article.paragraph_of(self.article.doc[fitting[0].token].idx)
            if told not in (-1, paragraph):
                break
            latest = not counts
            for one in fitting:
                weight = LATEST_SUBJECT if latest and one.subject else 1.0
                weight *= 1.0 if self.figures[one.key].gender == gender else UNKNOWN_GENDER
                counts[one.key] = counts.get(one.key, 0.0) + weight
                told = paragraph if one.subject else told
        known = {key: self.figures[key].gender == gender for key in counts}
        return self._agree(max(counts, key=lambda key: (counts[key], known[key])), gender) if counts else None

    def _agree(self, key: str, gender: str) -> str:
        """The key; the figure's gender, if it is a person, is known from now on."""
        if self.figures[key].kind is ActorKind.PERSON:
            self.figures[key].gender = self.figures[key].gender or gender
        return key

    def _is_aside(self, token: Token) -> bool:
        """Whether the pronoun speaks in an aside behind what was said ("Putin would look at it, he added"): then it is
        nobody whom the sentence names."""
        before = token.doc[token.i - 1] if token.i else token
        verb = token.head
        closed = before.text in (",", "—") or self.article.mark_of[before.i] >= 0
        return closed and abs(verb.i - token.i) <= 2 and verb.lemma_ in read_words("speech", "saying")

    def _asked_about(self, token: Token) -> range:
        """What a question at the head of the sentence is about ("Asked what Calloway would do, he smiled"): "he" is the one who
        was asked, and not one of those."""
        first = self.article.sentence(token.i)[0]
        asks = first.lemma_ in ("ask", "press", "question", "quiz") and first.dep_ in ("advcl", "csubj", "dep", "amod")
        return range(first.i, first.right_edge.i + 1) if asks and first.right_edge.i < token.i else range(0)

    def _barred(self, token: Token) -> set[str]:
        """A pronoun that is the object of a verb is not the verb's subject ("Mwangi told him")."""
        verb = token.head
        if token.dep_ in SUBJECTS or token.dep_ == "poss":
            return set()
        while verb.dep_ in ("prep", "pobj", "dative", "xcomp") and verb.head.i != verb.i:
            verb = verb.head
        return {
            key
            for child in verb.children
            if child.dep_ in SUBJECTS and child.i < token.i
            for key in self.resolve(child)
        }

    def _aide_above(self, token: Token) -> set[str]:
        """The unnamed aide who says what "he" will do or wants: he means the one for whom he works ("An aide said he would go")."""
        verb = token.head
        ahead = verb.tag_ == "VBG" or verb.lemma_ in MEANING or any(child.tag_ == "MD" for child in verb.lefts)
        if token.dep_ != "nsubj" or verb.dep_ != "ccomp" or not ahead:
            return set()
        aide = next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
        if aide is None or aide.lemma_ not in read_words("names", "aides") | SPOKESPEOPLE:
            return set()
        return {one.key for one in self.sightings_in(aide.i, aide.i + 1) if not self.figures[one.key].named}

    def _fits(self, one: Sighting, gender: str, barred: set[str], asked: range) -> bool:
        figure = self.figures[one.key]
        person = figure.kind is ActorKind.PERSON and figure.gender in ("", gender)
        person = person or self.article.doc[one.token].lemma_ in SPOKESPEOPLE  # who speaks as a body is still a person
        return person and one.key not in barred and one.token not in asked

    def _find_body(self, token: Token) -> str | None:
        barred = self._barred(token)
        passed = -1  # sentences back, the points of a list above the token's paragraph left out
        for nth, seen in enumerate(self.sightings_back(token)):
            if self._is_point_above(token, nth):
                continue
            passed += 1
            if passed > 3:
                return None
            fitting = [
                one
                for one in seen
                if self.figures[one.key].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION) and one.key not in barred
            ]
            if fitting:
                return self._foremost(fitting).key
        return None

    def _is_point_above(self, token: Token, back: int) -> bool:
        """Whether the sentence so many back is a point of a list, and the token stands in none."""
        article = self.article
        sentence = article.sentences[article.sentence_of[token.i] - back]
        here, there = (article.paragraphs[article.paragraph_of(at)] for at in (token.idx, sentence.start_char))
        return there.bullet and not here.bullet

    def _find_several(self, token: Token) -> tuple[str, ...]:
        aside, barred = self._is_aside(token), self._barred(token)
        for nth, seen in enumerate(self.sightings_back(token)):
            if aside and not nth:
                continue
            subjects = [one for one in seen if one.subject and one.key not in barred]
            keys = tuple(dict.fromkeys(one.key for one in subjects))
            if any(self.article.doc[one.token].conjuncts for one in subjects):
                return keys  # one may be all that is known of them: "Putin and his aides said they …"
            groups = [one.key for one in subjects if self._is_several(one, here=not nth)]
            if groups:
                return (groups[0],)
            if nth > 1 or (nth and keys):
                return ()
        return ()

    def _one_of_several(self, token: Token) -> tuple[str, ...]:
        """ "One said", "said another" behind a group: it speaks for the group, the only one seen in that sentence."""
        for nth, seen in enumerate(self.sightings_back(token)):
            groups = {one.key for one in seen if self.figures[one.key].kind is ActorKind.GROUP and not one.quoted}
            if groups or nth > 1:
                return tuple(groups) if len(groups) == 1 else ()
        return ()

    def _is_several(self, one: Sighting, *, here: bool) -> bool:
        """Whether "they" may be the one seen: a group, or in the same sentence a body, of which many speak so."""
        kind = self.figures[one.key].kind
        return kind is ActorKind.GROUP or (here and kind is ActorKind.ORGANIZATION)


def _is_expletive(token: Token) -> bool:
    """Whether "it" may stand for nothing: "It took months and several calls for Trump to shift course"."""
    verb = token.head
    spans = [child for child in verb.children if child.dep_ == "dobj"]
    long = verb.lemma_ == "take" and any(span.lemma_ in read_words("names", "lasting") for span in spans)
    attribute = next((child for child in verb.children if child.dep_ == "attr"), None)
    if verb.lemma_ == "be" and attribute is not None and attribute.lemma_ in read_words("names", "times"):
        return True  # "It was the third time"
    return long and token.dep_ in SUBJECTS and any(word.tag_ == "TO" for word in verb.subtree if word.i > verb.i)

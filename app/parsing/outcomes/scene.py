"""What every rule for outcomes needs to see; here: which if applies to which verb."""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.conditions import Condition
from app.parsing.lexicon import read_words
from app.parsing.outcomes.doers import Doers
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token


@dataclass(slots=True)
class Scene(Doers):
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
        return any(token.text in (";", "?", ":") for token in verb.doc[left:right])

    def _reaches(self, condition: Condition, verb: Token, predicate: Predicate) -> bool:
        """A condition that follows belongs to the verbs before it, back to the first that is coordinated with the nearest."""
        doc = verb.doc
        between = [
            token
            for token in doc[verb.i + 1 : condition.start]
            if is_verbal(token)
            and token.dep_ not in ("aux", "auxpass", "relcl", "acl", "amod", "xcomp", "pcomp", "parataxis")
            and not self._reports(token, verb)
        ]
        if not between:
            return True
        return all(
            self._coordinated(token, verb)
            for token in between
            if token.dep_ in ("conj", "ccomp", "ROOT", "advcl", "parataxis") and own_subject(token) is not None
        ) and any(self._coordinated(token, verb) for token in between)

    def _reports(self, token: Token, verb: Token) -> bool:
        """ "…, he said, provided that …": a verb of saying behind what it reports."""
        return token.is_ancestor(verb) and lemma_of(token) in read_words("speech", "saying")

    def _coordinated(self, token: Token, verb: Token) -> bool:
        step = token
        while step.dep_ in ("conj", "xcomp", "dep", "ccomp", "advcl") and step.head.i >= verb.i:
            step = step.head
            if step.i == verb.i:
                return True
        return False

    def _governed(self, condition: Condition, predicate: Predicate) -> bool:
        """A condition in the middle holds for the verb right behind it ("that without a deal Russia would …")."""
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

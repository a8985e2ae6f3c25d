"""A promise or threat and its failure in one sentence: "had pledged to …; the envelope held …", "…, then let the date pass"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Form, is_verbal

BEHIND_COMMA = frozenset({"then", "only", "but", "yet", "and"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
REPORTED = frozenset(
    {"promise.will", "threat.will", "threat.unless", "promise.clause", "threat.clause", "prediction.will"}
)
AFTER_TURN = 14  # tokens within which the verb of the second half stands


def lapses_here(scene: Scene, draft: Draft) -> bool:
    """The sentence goes on, behind ";" or a comma and "but" or "then", to say that it was not done."""
    cue = draft.cue or (_reporting(draft.verb) if draft.rule in REPORTED else None)
    sentence = scene.sentence(draft.verb)
    turn = next((token for token in sentence.doc[draft.verb.i + 1 : sentence.end] if _turns(token)), None)
    if turn is None or cue is None or not is_verbal(cue):
        return False
    form, after = scene.predicate(cue).form, sentence.doc[turn.i : sentence.end]
    if form is Form.PLUPERFECT:
        return True
    return (form is Form.PAST and _failed(after)) or (
        form is Form.PERFECT and any(one.lower_ == "never" for one in after)
    )


def _reporting(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "ccomp" and is_verbal(verb.head) else None


def _turns(token: Token) -> bool:
    if token.text == ";":
        return True
    if token.lower_ not in BEHIND_COMMA or token.i == 0 or token.nbor(-1).text != ",":
        return False
    return any(one.tag_ in FINITE for one in token.doc[token.i + 1 : token.i + AFTER_TURN])


def _failed(after: Span) -> bool:
    """In words of failure, or by a mere count of what was done ("…; two went in")."""
    words = {token.lower_ for token in after}
    text = f" {after.text.lower()} "
    if words & outcome_words("failure") or any(f" {phrase} " in text for phrase in outcome_words("failing")):
        return True
    return after[0].text == ";" and len(after) > 1 and after[1].like_num

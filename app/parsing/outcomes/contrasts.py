"""A promise or threat and its failure in one sentence: "had pledged to …; it has not", "…, then let the date pass"."""

from __future__ import annotations

import re
from itertools import pairwise

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import MONTHS, Form, is_verbal, lemma_of
from app.parsing.tokens import Span, Token

BEHIND_COMMA = frozenset({"then", "only", "but", "yet", "and"})
KEPT = frozenset({"did", "kept", "fulfilled", "honored", "honoured", "so", "duly", "delivered"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
REPORTED = frozenset(
    {"promise.will", "threat.will", "threat.unless", "promise.clause", "threat.clause", "prediction.will"}
)
YEAR = re.compile(r"(?:19|20)\d\d")
TIMES = frozenset({"year", "winter", "spring", "summer", "autumn", "fall", "month"})
AFTER_TURN = 14  # tokens within which the verb of the second half stands


def lapses_here(scene: Scene, draft: Draft) -> bool:
    """The sentence goes on, behind ";" or a comma and "but" or "then", to say that it was not done."""
    cue = (
        _above(draft.verb)
        if draft.rule == "threat.or"
        else draft.cue or (_reporting(draft.verb) if draft.rule in REPORTED else None)
    )
    sentence = scene.sentence(draft.verb)
    if _outlived(scene, draft) or _other_was_given(scene, draft):
        return True
    if cue is not None and not is_verbal(cue) and is_verbal(cue.head):
        cue = cue.head  # "had been due to leave"
    turn = next((token for token in sentence.doc[draft.verb.i + 1 : sentence.end] if _turns(token)), None)
    if turn is None or cue is None or not is_verbal(cue):
        return False
    form, after = scene.predicate(cue).form, sentence.doc[turn.i : sentence.end]
    if draft.rule in REPORTED and turn.text != ";" and any(one.tag_ == "MD" for one in after[:4]):
        return False  # "said that it would restore the line, but would never sign a paper"
    if form is Form.PLUPERFECT:
        return True
    words = {token.lower_ for token in after}
    kept = words & KEPT if not words & {"never", "failed", "not", "n’t", "n't"} else set()
    if draft.rule in ("schedule.to", "schedule.due") and form is Form.PAST and turn.lower_ in ("but", "yet", "only"):
        return not kept  # "were to vote in May, but no list was ever drawn up"
    if form is Form.PAST and not kept and (turn.lower_ == "then" or (turn.text == ";" and _long_ago(sentence, draft))):
        return True
    return (form is Form.PAST and _failed(after)) or (
        form is Form.PERFECT and (any(one.lower_ == "never" for one in after) or _went_by(after))
    )


def _long_ago(sentence: Span, draft: Draft) -> bool:
    """Before the promise stands a month, a year or "two years ago"."""
    words = [token.lower_ for token in sentence.doc[sentence.start : draft.verb.i]]
    return "ago" in words or any(
        YEAR.fullmatch(word) or (before == "in" and word in MONTHS) or (before in ("last", "earlier") and word in TIMES)
        for before, word in pairwise(["", *words])
    )


def _above(verb: Token) -> Token | None:
    """The verb that sets the choice of which "or else" is the second half."""
    step = verb.head
    while step.head.i != step.i and step.dep_ in ("xcomp", "acl", "relcl", "advcl", "dobj", "conj", "npadvmod"):
        step = step.head
    return step if is_verbal(step) else None


def _reporting(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "ccomp" and is_verbal(verb.head) else None


def _turns(token: Token) -> bool:
    if token.text == ";":
        return True
    following = [one.lower_ for one in token.doc[token.i + 1 : token.i + 3]]
    if token.lower_ in ("and", "but") and (following[:1] == ["never"] or following[1:] == ["yet"]):
        return True  # "promised a ship and has yet to send it"
    if token.lower_ == "but" and token.nbor(1).tag_ in ("VBD", "VBZ", "VBP"):
        return True  # "had agreed to take the survivors but turned the ship away"
    if token.lower_ == "then" and token.nbor(-1).lower_ in ("and", "but"):
        return True  # "swore to close the road and then opened a second"
    if token.lower_ not in BEHIND_COMMA or token.i == 0 or token.nbor(-1).text != ",":
        return False
    return any(one.tag_ in FINITE for one in token.doc[token.i + 1 : token.i + AFTER_TURN])


def _went_by(after: Span) -> bool:
    """ "; both dates went by": what was set has passed."""
    words = [token.lower_ for token in after]
    return any(pair in (("went", "by"), ("came", "and"), ("ran", "out")) for pair in pairwise(words))


def _outlived(scene: Scene, draft: Draft) -> bool:
    """ "The pass, which Sudan had undertaken to open by May, is shut": told as a thing of the past inside what tells
    that all is as it was, or that something else was done since."""
    cue = draft.cue or _reporting(draft.verb)
    if cue is None or not is_verbal(cue) or scene.predicate(cue).form is not Form.PLUPERFECT:
        return False
    lead = scene.predicate(cue).lead
    if lead.dep_ != "relcl":
        return False
    sentence = scene.sentence(cue)
    after = sentence.doc[lead.right_edge.i + 1 : sentence.end]
    return any(token.lower_ in outcome_words("unchanged") for token in after)


def _other_was_given(scene: Scene, draft: Draft) -> bool:
    """ "In 2019 Egypt promised the team a helicopter and gave it a bus"."""
    cue = draft.cue
    if cue is None or not is_verbal(cue) or scene.predicate(cue).form not in (Form.PAST, Form.PLUPERFECT):
        return False
    for other in cue.conjuncts:
        given = [child for child in other.children if child.dep_ == "dobj" and child.pos_ != "PRON"]
        if other.i > draft.verb.i and other.tag_ == "VBD" and given and lemma_of(other) in outcome_words("giving"):
            return _long_ago(scene.sentence(cue), draft)
    return False


def _failed(after: Span) -> bool:
    """In words of failure, or by a mere count of what was done ("…; two went in")."""
    words = {token.lower_ for token in after}
    text = " ".join(["", *(token.lower_ for token in after if not token.is_punct), ""])
    if words & outcome_words("failure") or any(f" {phrase} " in text for phrase in outcome_words("failing")):
        return True
    return after[0].text == ";" and len(after) > 1 and after[1].like_num

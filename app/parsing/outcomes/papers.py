"""What an agreement or a draft says is to be: "under the draft, …", "a plan under which …", "people who have seen a draft"."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Prospect
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.states import is_stative
from app.parsing.predicates import Form, Predicate, is_verbal, own_subject
from app.parsing.tokens import Token

DRAFTS = frozenset({"draft", "outline", "blueprint", "text"})


def under_paper(scene: Scene, predicate: Predicate) -> bool:
    """ "Under the draft, …" opens the sentence, "under which" the clause, or a list that a paper heads holds it."""
    lead = predicate.lead
    while lead.dep_ == "conj":  # "under which Chad will disarm and Niger will pay"
        lead = lead.head
    if lead.dep_ == "relcl" and (lead is predicate.lead or under_which(lead)):
        return under_which(lead)
    if predicate.form is Form.CONDITIONAL and _trails(predicate.verb):
        return True
    first = scene.sentence(predicate.verb)[0]
    opening = first.lower_ == "under" or (first.lower_ in ("in", "by") and predicate.form is Form.CONDITIONAL)
    if opening and any(child.dep_ == "pobj" and _is_paper(child) for child in first.children):
        return True
    if first.lower_ == "as" and _is_part_of_paper(first):
        return True
    if predicate.form is Form.CONDITIONAL and _told_behind_colon(scene, predicate.verb):
        return True
    if predicate.form in (Form.CONDITIONAL, Form.FUTURE) and (above := scene.governing(predicate.verb)) is not None:
        saying = own_subject(above) if is_verbal(above) else None
        if saying is not None and saying.lemma_.lower() in DRAFTS:  # "a draft seen by Reuters says Chad would …"
            return True
    return scene.listed_under(predicate.verb, outcome_words("papers")) or _still_under(scene, predicate)


def under_which(lead: Token) -> bool:
    """ "a memorandum under which Iran would allow …"."""
    return lead.head.lemma_.lower() in outcome_words("papers") and any(
        token.lower_ == "which" and token.nbor(-1).lower_ in ("under", "by", "in")
        for token in lead.subtree
        if 0 < token.i < lead.i
    )


def read_in_draft(scene: Scene, prospect: Prospect) -> bool:
    """ "According to two people who have seen a draft, Chad would …"."""
    quote = scene.quote_at(prospect.verb) if prospect.predicate.form in (Form.FUTURE, Form.CONDITIONAL) else None
    source = scene.article.tokens(quote.source.start, quote.source.end) if quote is not None else ()
    told = (one for token in source for one in token.subtree)
    return any(one.lemma_.lower() in DRAFTS for one in told) and not is_stative(prospect.predicate)


def _told_behind_colon(scene: Scene, verb: Token) -> bool:
    """ "On the table is a modest swap: Iran would …"."""
    before = [token for token in scene.sentence(verb) if token.i < verb.i]
    colon = next((nth for nth, token in enumerate(before) if token.text == ":"), 0)
    return any(_is_paper(token) or token.lemma_.lower() in ("swap", "bargain", "exchange") for token in before[:colon])


def _is_part_of_paper(first: Token) -> bool:
    """ "As part of the deal, …"."""
    opening = [token.lower_ for token in first.doc[first.i + 1 : first.i + 3]]
    return opening == ["part", "of"] and any(_is_paper(token) for token in first.doc[first.i + 3 : first.i + 7])


def _trails(verb: Token) -> bool:
    """ "Sudan would disarm, under the terms of the accord": the paper stands behind."""
    under = [token for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if token.lower_ == "under"]
    return any(one.dep_ == "pobj" and _is_paper(one) for token in under for one in token.children)


def _still_under(scene: Scene, predicate: Predicate) -> bool:
    """The sentence before told in "would" what the paper says, and this one goes on in the same paragraph."""
    if predicate.form is not Form.CONDITIONAL or not scene.drafts or scene.drafts[-1].rule != "promise.draft":
        return False
    before, article = scene.drafts[-1].verb, scene.article
    near = article.sentence_of[predicate.verb.i] - article.sentence_of[before.i] <= 1
    return near and article.paragraph_of(before.idx) == article.paragraph_of(predicate.verb.idx)


def _is_paper(noun: Token) -> bool:
    return noun.lemma_.lower() in outcome_words("papers")

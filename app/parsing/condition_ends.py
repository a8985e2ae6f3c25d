"""How far the words of a condition reach."""

from __future__ import annotations

from app.parsing.predicates import is_verbal
from app.parsing.tokens import Span, Token

SPEECH_BREAK = frozenset({"said", "says", "warned", "added", "told", "argued", "wrote", "insisted", "predicted"})


def has_clause(mark: Token, sentence: Span, stops: str = ".;:") -> bool:
    """A finite verb follows before the next stop."""
    for token in sentence.doc[mark.i + 1 : sentence.end]:
        if token.tag_ in ("VBZ", "VBP", "VBD", "MD") or (token.tag_ == "VBN" and token.dep_ not in ("amod", "acl")):
            return True
        if token.text in stops:
            return False
    return False


def clause_verb(mark: Token) -> Token | None:
    if mark.dep_ in ("mark", "advmod") and is_verbal(mark.head) and mark.head.i > mark.i:
        return mark.head
    for child in mark.children:
        if is_verbal(child) and child.i > mark.i and child.dep_ in ("ccomp", "pcomp", "advcl"):
            return child
    return None


def opens_clause(token: Token, sentence: Span) -> bool:
    """Nothing but marks, "and", "but" or a reporting "said that" stands before it in its sentence."""
    at = token.i - 1
    while at >= sentence.start and (
        token.doc[at].is_punct
        or token.doc[at].is_space
        or token.doc[at].lower_ in ("and", "but", "that", "yet", "or", "so", "because")
    ):
        if token.doc[at].text in ",":
            return False
        at -= 1
    return at < sentence.start or token.doc[at + 1].lower_ == "that" or token.doc[at + 1].text in '“"‘;:—'


def clause_end(mark: Token, verb: Token | None, sentence: Span, leading: bool) -> int:
    doc = mark.doc
    inside = {token.i for token in verb.subtree} if verb is not None else set()
    barred = set()
    if verb is not None:
        for child in verb.children:
            if child.dep_ == "parataxis" or (
                child.dep_ in ("conj", "dep", "ccomp") and _own_modal(child) and child.i > verb.i
            ):
                barred |= {token.i for token in child.subtree}
                barred |= {
                    before.i
                    for before in child.head.children
                    if before.dep_ == "cc" and before.i < child.i and before.i > verb.i
                }
    end = mark.i + 1
    for at in range(mark.i + 1, sentence.end):
        token = doc[at]
        if token.text in (".", ";", "?", "!", ":", "—", "–") and not (token.text in "—–" and at in inside):
            break
        if token.text == "," and _clause_break(at, sentence, inside, leading):
            break
        if at in barred or (token.text in '”"’' and end > mark.i + 1 and doc[at - 1].text in ",."):
            break
        if token.lower_ == "and" and at + 1 < sentence.end and doc[at + 1].tag_ == "MD":
            break
        if not token.is_punct:
            end = at + 1
    return end


def _own_modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.children)


def _clause_break(comma: int, sentence: Span, inside: set[int], leading: bool) -> bool:
    """The comma that ends the clause: what follows is not part of it, or is a reporting "he said"."""
    doc = sentence.doc
    if comma + 1 >= sentence.end or comma + 1 not in inside:
        return True
    after = [token.lower_ for token in doc[comma + 1 : min(comma + 5, sentence.end)]]
    if any(word in SPEECH_BREAK for word in after):
        return True
    return (
        leading
        and not any(doc[at].is_punct for at in range(comma + 1, min(comma + 3, sentence.end)))
        and not _returns(comma, sentence)
    )


def _returns(comma: int, sentence: Span) -> bool:
    """A second comma closes what the first opened, before the main clause ("If he, the minister, agrees, …")."""
    doc = sentence.doc
    for at in range(comma + 1, sentence.end):
        token = doc[at]
        if token.tag_ in ("MD", "VBZ", "VBP", "VBD"):
            return False
        if token.text == ",":
            return True
    return False


def phrase_end(last: Token, sentence: Span) -> int:
    """Up to the next comma, mark or "and would"."""
    doc = last.doc
    end = last.i + 1
    for at in range(last.i + 1, sentence.end):
        token = doc[at]
        if token.text in (",", ".", ";", ":", "—", "”", '"', "?", "!") or (
            token.lower_ in ("and", "but") and at + 1 < sentence.end and doc[at + 1].tag_ == "MD"
        ):
            break
        end = at + 1
    return end

"""Where what was said stands: before its attribution, behind it, or on both sides of it."""

from __future__ import annotations

from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.accounts import joins_on, skip_back
from app.parsing.quotes.clause_ends import has_verb, right_end, takes_clause
from app.parsing.quotes.clauses import find_right
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.left_ends import left_start
from app.parsing.quotes.titles import in_title
from app.parsing.tokens import Span, Token

# Behind the comma that closes an attribution these tell of the speaking, not of what was said.
CIRCUMSTANCES = frozenset(
    {
        "who",
        "which",
        "whose",
        "where",
        "when",
        "for",
        "while",
        "as",
        "and",
        "but",
        "after",
        "before",
        "in",
        "on",
        "at",
        "with",
        "during",
    }
)


def around_cue(
    article: Article, sentence: Span, attribution: Attribution, others: list[Attribution]
) -> list[tuple[int, int, str]]:
    doc = article.doc
    if as_told := _as_told(article, sentence, attribution):
        return as_told
    before = skip_back(article, attribution.start, sentence)
    if joined := _behind_conjunction(article, sentence, attribution, before, others):
        return joined
    left = (
        before > sentence.start
        and not attribution.participle
        and _is_content_before(article, sentence, before, attribution)
    )
    right = find_right(article, sentence, attribution, others)
    if not left:
        return _set_off(article, sentence, attribution, before, others) or (
            [(*right, _rule_right(attribution))] if right else []
        )
    cut = left_start(article, sentence, before)
    that = right is not None and doc[right[0] - 1].lower_ == "that" and doc[right[0] - 2].text != ","
    if right and that and article.mark_of[before - 1] < 0:
        return [(*right, _rule_right(attribution))]  # "Deby is tired — he told the bank that the road was shut"
    regions = [(cut, before, "quote.cue-after")]
    resumed = _resumption(article, sentence, attribution, others)
    if resumed is not None and (
        doc[resumed[0]].pos_ not in ("VERB", "AUX")
        or _has_clause_as_subject(doc[resumed[0]])
        or doc[cut:before].root.pos_ in ("NOUN", "PROPN", "PRON")
    ):
        return [(cut, before, "quote.interrupted"), (*resumed, "quote.interrupted")]
    if (
        right
        and not article.is_wholly_marked(doc[cut].idx, doc[before - 1].idx + 1)
        and (_follows(article, attribution, right) or not _clause_is_ccomp(article, attribution, cut, before))
    ):
        return [(*right, _rule_right(attribution))]
    if right and article.mark_of[right[0]] >= 0 and right[0] > attribution.end:
        regions.append((*right, _rule_right(attribution)))
    return regions


def _as_told(article: Article, sentence: Span, attribution: Attribution) -> list[tuple[int, int, str]]:
    """ "As Brandt noted, the road is shut": the clause behind the comma; "The road is shut, as Brandt noted": the one before."""
    doc, cue = article.doc, attribution.cue
    told = cue.dep_ == "advcl" and any(child.lower_ == "as" and child.dep_ == "mark" for child in cue.children)
    if not told or cue.lemma_ not in read_words("speech", "inverting") | read_words("speech", "as_told"):
        return []
    first = attribution.start - 1
    opens = first <= sentence.start or doc[first - 1].dep_ == "cc"
    if opens or (doc[first - 1].text == "," and not has_verb(article, sentence.start, first)):
        comma = _comma_behind(article, attribution, sentence)
        if comma is not None and has_verb(article, comma + 1, sentence.end):
            return [(comma + 1, sentence.end, "quote.according-to")]
    elif (
        doc[first].lower_ == "as"
        and _closes(article, first - 1)
        and not has_verb(article, attribution.end, sentence.end)
    ):
        return [(sentence.start, first - 1, "quote.according-to")]
    return []


def _closes(article: Article, index: int) -> bool:
    """Whether a comma or a closing mark ends there what was said."""
    return article.doc[index].text == "," or article.mark_of[index] >= 0


def _set_off(
    article: Article, sentence: Span, attribution: Attribution, before: int, others: list[Attribution]
) -> list[tuple[int, int, str]]:
    """An attribution between commas in the midst of a clause: "The delegations, he said, “have paused”"."""
    if before <= sentence.start or before == attribution.start or attribution.participle or attribution.inverted:
        return []
    if _comma_behind(article, attribution, sentence) is None or _is_aside_about(attribution.cue):
        return []
    if _has_object(article, attribution):
        return []
    resumed = _resumption(article, sentence, attribution, others)
    if resumed is None or not takes_clause(attribution.cue) or attribution.source.i < before:
        return []
    if before == sentence.start + 1 and article.doc[sentence.start].lower_ in (
        "and",
        "but",
        "or",
        "so",
        "still",
        "yet",
    ):
        return [(*resumed, "quote.interrupted")]
    if _opens_sentence(article, resumed[0]):
        return []  # a sentence of its own: "Quoting her mother, Brandt said, “Bread first.”"
    return [(sentence.start, before, "quote.interrupted"), (*resumed, "quote.interrupted")]


def _behind_conjunction(
    article: Article, sentence: Span, attribution: Attribution, before: int, others: list[Attribution]
) -> list[tuple[int, int, str]]:
    """An attribution behind the word that opens a clause: of "The mast fell because, she said, it was old" only the clause."""
    if before in (sentence.start, attribution.start) or not joins_on(article, before):
        return []
    if _comma_behind(article, attribution, sentence) is None:
        return []
    resumed = _resumption(article, sentence, attribution, others)
    return [(*resumed, "quote.interrupted")] if resumed is not None else []


def _is_aside_about(cue: Token) -> bool:
    """Whether the attribution tells of somebody named before: "Deby, who thinks so, left"."""
    return any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in cue.children)


def _rule_right(attribution: Attribution) -> str:
    return "quote.participle" if attribution.participle else "quote.cue-before"


def _is_content_before(article: Article, sentence: Span, before: int, attribution: Attribution) -> bool:
    doc = article.doc
    last = doc[before - 1]
    titled = in_title(article, last.i)
    if article.mark_of[last.i] >= 0 and not titled:
        opened = article.marked[article.mark_of[last.i]].outer_start > sentence.start_char
        says = attribution.cue.lemma_ in read_words("speech", "saying")
        return (
            says or not opened or not _has_object(article, attribution)
        )  # "While he spoke of “peace,” she used a knife"
    if doc[attribution.start - 1].text not in (",", "—", "–") and not (titled and doc[last.i - 1].text == ","):
        return False
    if not takes_clause(attribution.cue) or attribution.cue.tag_ == "VBG" or attribution.source.i < before:
        return False
    if _has_object(article, attribution):
        return False
    comma = _comma_behind(article, attribution, sentence)
    set_off = comma is not None and not _opens_sentence(article, comma + 1)
    return has_verb(article, sentence.start, before) and not _subordinate(doc[sentence.start : before], set_off)


def _opens_sentence(article: Article, index: int) -> bool:
    """Whether a mark stands there that opens a sentence of its own: "In Oslo, as it rained, Brandt said, “I want bread.”"."""
    behind = article.doc[index + 1 : index + 2]
    return index < len(article.doc) and article.mark_of[index] >= 0 and len(behind) > 0 and behind[0].text[0].isupper()


def _has_object(article: Article, attribution: Attribution) -> bool:
    """Whether the verb says or does a thing of its own, and nobody's words stand before it: "In May, Norway held elections"."""
    if attribution.cue.lemma_ in read_words("speech", "listeners"):
        return False
    for child in attribution.cue.rights:
        if child.dep_ != "dobj" or child.i == attribution.source.i or article.mark_of[child.i] >= 0:
            continue
        if any(token.text == ":" for token in article.doc[attribution.cue.i : child.i]):
            continue
        if child.tag_ in ("NN", "NNS") and child.lower_ not in ("yesterday", "today", "reporters"):
            return True
    return False


def _comma_behind(article: Article, attribution: Attribution, sentence: Span) -> int | None:
    """The comma that closes an attribution in the midst of a sentence, behind the day it may name ("said last week,")."""
    doc = article.doc
    for index in range(max(attribution.end, attribution.cue.i + 1), min(sentence.end, attribution.end + 5)):
        if doc[index].text == ",":
            return index
        if doc[index].pos_ in ("VERB", "AUX", "SCONJ") or doc[index].lower_ == "that":
            return None
        if doc[index].pos_ == "PRON" and doc[index].tag_ != "PRP$":
            return None
    return None


def _subordinate(words: Span, set_off: bool) -> bool:
    """Whether the words before hang on the cue as a condition or a circumstance ("If Putin agrees, Trump says he will")."""
    root = words.root
    if root.dep_ in ("ccomp", "ROOT", "parataxis", "dep", "nsubj", "nsubjpass", "csubj", "conj"):
        return False
    if root.dep_ in ("advcl", "prep", "npadvmod", "advmod", "pcomp", "acl"):
        return not set_off
    return False


def _has_clause_as_subject(verb: Token) -> bool:
    """Whether what stands before is the verb's subject: "What would help, he says, is time"."""
    return any(child.dep_ == "csubj" for child in verb.children)


def _follows(article: Article, attribution: Attribution, right: tuple[int, int]) -> bool:
    """Whether a clause without marks stands right behind the cue: "Norway left, Brandt said she would stay, and Chad wept"."""
    first = article.doc[right[0]]
    return right[0] == attribution.cue.i + 1 and article.mark_of[first.i] < 0 and first.dep_ in ("nsubj", "nsubjpass")


def _clause_is_ccomp(article: Article, attribution: Attribution, start: int, end: int) -> bool:
    return any(child.dep_ == "ccomp" and start <= child.i < end for child in attribution.cue.children)


def _resumption(
    article: Article, sentence: Span, attribution: Attribution, others: list[Attribution]
) -> tuple[int, int] | None:
    """What goes on behind an attribution set off on both sides: "That chapter," he added, "is closed."."""
    doc = article.doc
    at = _set_off_at(article, sentence, attribution)
    if at is None:
        return None
    start = at if article.mark_of[at] >= 0 else at + 1
    if start >= sentence.end:
        return None
    if article.mark_of[start] < 0:
        participle = doc[start].tag_ in ("VBG", "VBN") and doc[start].dep_ not in ("amod", "csubj")
        circumstance = doc[start].lower_ in CIRCUMSTANCES or participle
        circumstance = circumstance and not _in_other_tense(article, attribution, start, sentence.end)
        if not takes_clause(attribution.cue) or (circumstance and doc[at].text == ","):
            return None
        if not has_verb(article, start, sentence.end) or _is_verdict(doc[start : sentence.end]):
            return None
    return start, right_end(article, sentence, attribution, start, others)


def _is_verdict(words: Span) -> bool:
    """Whether what stands behind the attribution is a noun for what stands before it, or a time: "a policy that may hurt"."""
    root = words.root
    return (
        words[0].lower_ in ("a", "an", "the")
        and root.pos_ == "NOUN"
        and root.dep_ in ("appos", "npadvmod", "dobj", "attr")
    )


def _in_other_tense(article: Article, attribution: Attribution, start: int, end: int) -> bool:
    """Whether what begins with "and", "but" or "when" goes on with what was said, as its tense is not that of the saying:
    "It will lift the ban, Brandt said, when the markets open", "He thanked her, she says, and then asked for more"."""
    if article.doc[start].lower_ not in ("and", "but", "when"):
        return False
    verb = next((token for token in article.doc[start:end] if token.tag_ in FINITE), None)
    return verb is not None and verb.tag_ != attribution.cue.tag_ and attribution.cue.tag_ in FINITE


def _set_off_at(article: Article, sentence: Span, attribution: Attribution) -> int | None:
    """The comma, semicolon or mark that closes the attribution, before any other verb of the sentence."""
    doc = article.doc
    for at in range(attribution.end, min(sentence.end, attribution.end + 14)):
        if in_title(article, at):
            continue
        if doc[at].text in (",", ";") or article.mark_of[at] >= 0:
            return at
        if doc[at].tag_ in FINITE and doc[at].i != attribution.cue.i:
            return None
    return None

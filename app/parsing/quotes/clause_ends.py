"""Where a reported clause ends: before its source's next act, before another source, or where the reporter goes on."""

from __future__ import annotations

from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.cue import ACCOUNTS, Attribution
from app.parsing.sentences import CLOSERS
from app.parsing.tokens import Span, Token

CONTRASTS = frozenset({"though", "although", "while", "whereas"})
CONNECTIVES = frozenset({"and", "or", "but", "nor", "yet"})
OCCASIONS = frozenset(
    {"interview", "statement", "speech", "letter", "tweet", "post", "briefing", "conference", "address", "rally"}
)
COMMENTS = frozenset(
    {"swipe", "reference", "play", "phrase", "nod", "jab", "dig", "allusion", "echo", "term", "slogan", "line"}
)
VERDICTS = frozenset({"appos", "npadvmod", "attr", "dobj", "dep", "ROOT", "oprd"})


def right_end(article: Article, sentence: Span, attribution: Attribution, start: int, others: list[Attribution]) -> int:
    """Where what was said ends: with the sentence, or before a second predicate of the source, or before the next cue of it."""
    doc = article.doc
    cuts = [_before_other(article, sentence, attribution, other, start) for other in others if other.cue.i > start]
    end = min(cuts, default=sentence.end)
    if attribution.cue.dep_ in ("advcl", "relcl") and attribution.cue.right_edge.i > start:
        end = min(end, attribution.cue.right_edge.i + 1)
    end = _before_bracket(article, start, _before_gloss(article, start, end))
    end = _before_aside(article, start, _before_rank(article, start, end))
    end = _before_verdict(article, start, end)
    for child in attribution.cue.children:
        if child.dep_ == "conj" and start < child.i < end and article.mark_of[child.i] < 0:
            edge = child.left_edge.i
            while edge > start and (doc[edge - 1].dep_ == "cc" or doc[edge - 1].text in (",", ";")):
                edge -= 1
            if edge > start + 1 and not _same_clause(attribution.cue, child):
                end = min(end, edge)
    end = _before_second_predicate(article, attribution, start, end)
    mark = article.mark(start)
    if mark is not None and doc[start].idx <= mark.start and _ends_sentence(article, mark, sentence):
        inside = start
        while inside < len(doc) and doc[inside].idx < mark.outer_end:
            inside += 1
        return inside
    return end


def _before_other(article: Article, sentence: Span, attribution: Attribution, other: Attribution, start: int) -> int:
    """Where another attribution ends what the first one introduced; the sentence's end where it does not."""
    doc = article.doc
    before = doc[other.start - 1]
    ends = [sentence.end]
    if (
        other.participle
        and doc[other.cue.i - 1].text == ","
        and attribution.cue.is_ancestor(other.cue)
        and other.key == attribution.key
        and _introduces(article, other.cue)
    ):
        ends.append(other.cue.i - 1)
    parts = other.phrase and other.cue.lower_ not in ACCOUNTS  # "…, in its view, …" is part of what it said
    if (parts and article.mark_of[other.start] < 0) or (attribution.participle and other.cue.dep_ == "ROOT"):
        ends.append(other.start)
    if is_second_cue(attribution, other):
        ends.append(other.cue.i - 1)
    reports = any(child.dep_ == "ccomp" for child in other.cue.children)
    if before.lower_ in CONTRASTS and before.i > start + 1 and reports:
        ends.append(before.i)
    if before.text == "," and not other.participle and _closes_sentence(article, sentence, other):
        ends.append(before.i)
    named = other.start <= other.source.i < other.end and article.mark_of[other.source.i] < 0
    if named and article.mark_of[start] >= 0 and article.mark_of[before.i] >= 0 and before.i > start:
        ends.append(other.start)  # "“but we want it with dignity,” he went on, “and we will wait”"
    for index in range(other.start - 1, start, -1):
        if doc[index].tag_ in FINITE:
            break
        if doc[index].text == ";" and article.mark_of[index] < 0:
            ends.append(index)
    return min(ends)


def _introduces(article: Article, cue: Token) -> bool:
    """Whether a clause or words in marks stand behind a participle: ", adding that", but not ", responding to pressure"."""
    behind = article.doc[cue.i + 1 : cue.i + 8]
    return any(child.dep_ in ("ccomp", "xcomp") for child in cue.rights) or any(
        article.mark_of[token.i] >= 0 or token.lower_ == "that" for token in behind
    )


def _closes_sentence(article: Article, sentence: Span, other: Attribution) -> bool:
    """Whether the attribution is the sentence's last words: ", the agency reported."."""
    if not other.phrase and other.cue.tag_ not in FINITE:
        return False
    return not any(token.is_alpha for token in article.doc[other.end : sentence.end])


def _before_second_predicate(article: Article, attribution: Attribution, start: int, end: int) -> int:
    """Where the source's next act begins, though the analysis took it into the clause: "said she would fight it and
    challenged Carney", "but did not say when": a verb in the cue's own tense behind a clause in another one.
    """
    doc = article.doc
    for index in range(start + 2, end):
        verb = doc[index]
        if verb.dep_ != "conj" or article.mark_of[index] >= 0 or not start <= verb.head.i < index:
            continue
        if _tells_besides(attribution.cue, verb):
            return _edge_before(verb.left_edge, start)
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        first = helpers[0] if helpers else verb
        if first.tag_ != attribution.cue.tag_ or any(helper.lemma_ != "do" for helper in helpers):
            continue
        head_helpers = {child.tag_ for child in verb.head.children if child.dep_ == "aux"}
        head_helped = ("MD" if verb.head.tag_ == "VB" else "VBD") in head_helpers and verb.head.tag_ in ("VB", "VBN")
        alone = not any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children)
        parted = doc[first.i - 2].dep_ == "cc" and doc[first.i - 3].text == "," and first.tag_ == "VBD"
        if parted and doc[first.i - 1].lower_ in ("he", "she") and (head_helped or verb.head.tag_ in ("VBZ", "VBP")):
            return first.i - 3
        if head_helped and alone and doc[first.i - 1].dep_ in ("cc", "advmod"):
            return first.i - 1
    return end


def _tells_besides(cue: Token, verb: Token) -> bool:
    """Whether a second source speaks: "Brandt said that the road was open, and a third of the drivers said that it was shut"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.pos_ != "PRON"), None)
    tells = verb.lemma_ in read_words("speech", "saying") and any(child.dep_ == "ccomp" for child in verb.children)
    return subject is not None and tells and verb.tag_ == cue.tag_


def _edge_before(first: Token, start: int) -> int:
    """The index of the comma or the "and" before a clause that begins with the token."""
    index = first.i
    while index > start + 1 and (first.doc[index - 1].dep_ == "cc" or first.doc[index - 1].text in (",", ";")):
        index -= 1
    return index


def is_second_cue(first: Attribution, second: Attribution) -> bool:
    """Whether the second verb of saying goes on with the subject of the first: "He says A and says B"."""
    before = second.cue.doc[second.cue.i - 1]
    return before.dep_ == "cc" and second.cue.tag_ == first.cue.tag_ and not first.phrase and not second.phrase


def _before_gloss(article: Article, start: int, end: int) -> int:
    """Where the reporter begins to explain what was said: ", referring to the summit of 1945"."""
    doc = article.doc
    for index in range(start + 2, end - 1):
        if doc[index].tag_ == "VBG" and article.mark_of[index] < 0:
            before = index - 1
            while before > start and doc[before].pos_ == "ADV":
                before -= 1
            after_mark = article.mark_of[before] >= 0 and doc[before].text in CLOSERS
            if after_mark or (doc[before].text == "," and doc[index].lemma_ in read_words("speech", "glosses")):
                return before + after_mark
    return end


def _before_rank(article: Article, start: int, end: int) -> int:
    """Where the reporter ranks what was said: ", in the sharpest exchange since the truce"."""
    doc = article.doc
    for index in range(start + 2, end - 3):
        ranks = doc[index].text == "," and doc[index + 1].lower_ == "in" and article.mark_of[index] < 0
        words = doc[index + 2 : index + 6]
        superlative = any(word.tag_ in ("JJS", "RBS") or word.lower_ == "latest" for word in words)
        if ranks and superlative and not any(token.tag_ in FINITE for token in doc[index:end]):
            return index
    return end


def _before_verdict(article: Article, start: int, end: int) -> int:
    """Where the reporter says in a noun what the words before are: ", a claim that the ministry denies", ", the first sign of
    movement". Such a noun stands for the whole clause, so a verb stands before it, and none of its own behind it."""
    doc = article.doc
    for index in range(start + 2, end - 2):
        if doc[index].text not in (",", "—", "–"):
            continue
        behind = index + 1
        while behind < end and doc[behind].text in CLOSERS:
            behind += 1
        if article.mark_of[index] >= 0 and behind == index + 1:
            continue
        words = doc[behind : min(end, behind + 5)]
        if not len(words) or words[0].lower_ not in ("a", "an", "the", "another"):
            continue
        noun = next((word for word in words if word.pos_ == "NOUN"), None)
        verdict = noun is not None and noun.lemma_ in read_words("speech", "verdicts") and noun.dep_ in VERDICTS
        if verdict and has_verb(article, start, index):
            return behind if behind > index + 1 else index
    return end


def _before_bracket(article: Article, start: int, end: int) -> int:
    """The bracket that closes before the end what had opened before the words: they stood inside it."""
    depth = 0
    for index in range(start, end):
        if article.mark_of[index] < 0 and article.doc[index].text in ("(", ")"):
            depth += 1 if article.doc[index].text == "(" else -1
            if depth < 0:
                return index
    return end


def _before_aside(article: Article, start: int, end: int) -> int:
    """Where the reporter goes on for himself: behind a semicolon that no "and" or "that" follows, and behind a comma or a dash
    that follows closing marks, with a word of contrast, the occasion ("in an interview with") or a noun that tells what the
    words are ("a swipe at")."""
    doc = article.doc
    marked = False
    for index in range(start + 1, end - 2):
        if article.mark_of[index] >= 0 and doc[index].text not in CLOSERS:
            marked = True
            continue
        if marked and doc[index].text in (",", "—", "–") and _comments(article, index + 1, end):
            return index
        if doc[index].text == ";" and article.mark_of[index] < 0:
            goes_on = doc[index + 1].lower_ in CONNECTIVES or (
                doc[index + 1].lower_ == "that" and doc[index + 1].tag_ == "IN"
            )
            if not goes_on:
                return index
            continue
        if doc[index].text == "," and article.mark_of[index] < 0 and _contrasts(article, start, index, end):
            return index
        behind = index - 1 if doc[index].text in (",", "—", "–") else index
        if article.mark_of[behind] < 0 or doc[behind].text not in CLOSERS:
            continue
        after = index + 1
        closed = doc[index].text in (",", "—", "–") or doc[behind - 1].text == ","
        if closed and after < end and _is_aside(article, after, end):
            return behind + 1
    return end


def _contrasts(article: Article, start: int, comma: int, end: int) -> bool:
    """Whether a contrast begins behind a comma, with a verb on either side of it: "it will stay, though it has bought a radar"."""
    doc = article.doc
    closes = next((index for index in range(comma + 2, min(end, comma + 5)) if doc[index].text == ","), None)
    bare = closes is not None and all(
        token.pos_ in ("ADJ", "ADV") for token in doc[comma + 2 : closes]
    )  # ", though brief,"
    contrast = doc[comma + 1].lower_ in CONTRASTS and not bare
    return contrast and all(has_verb(article, *part) for part in ((start, comma), (comma + 1, end)))


def _is_aside(article: Article, index: int, end: int) -> bool:
    doc = article.doc
    if doc[index].lower_ in CONTRASTS:
        return True
    if doc[index].lower_ in ("in", "during", "at"):
        return any(token.lemma_ in OCCASIONS for token in doc[index + 1 : min(end, index + 5)])
    return False


def _comments(article: Article, index: int, end: int) -> bool:
    """ "a swipe at", "a play on words": the reporter says what the words before are."""
    words = article.doc[index : min(end, index + 4)]
    noun = len(words) > 1 and words[0].lower_ in ("a", "an") and not any(token.tag_ in FINITE for token in words)
    return noun and any(token.lemma_ in COMMENTS for token in words)


def _ends_sentence(article: Article, mark: Marked, sentence: Span) -> bool:
    inner = article.text[mark.start : mark.end].rstrip()
    return inner[-1:] in ".?!" or mark.outer_end >= sentence.end_char - 2


def _same_clause(cue: Token, verb: Token) -> bool:
    """Whether a second predicate goes on with what was said: "… and would be filled", "… and that it was full", and behind
    "said" also "… and it would be filled"."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    that = any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children)
    reported = cue.tag_ == "VBD" and any(helper.lower_ in ("would", "could") for helper in helpers)
    return that or reported or (not subject and any(helper.tag_ == "MD" for helper in helpers))


def has_verb(article: Article, start: int, end: int) -> bool:
    return any(token.tag_ in FINITE for token in article.doc[start:end])


def takes_clause(cue: Token) -> bool:
    """Whether the cue can stand behind or inside the clause that it reports: "…, she said", "…, mediators believe"."""
    goes_on = cue.lemma_ == "go"
    return goes_on or cue.lemma_ in read_words("speech", "saying") or cue.lemma_ in read_words("speech", "believing")

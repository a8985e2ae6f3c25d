"""Sentences in quotation marks that no attribution introduced, which stand by themselves in a passage of one speaker.
Without a source they are no quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from app.parsing.actors.cast import Cast
from app.parsing.article import FINITE, WORD, Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.addressees import find_addressees
from app.parsing.quotes.contents import Content, trim
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.sources import is_text, owner_of_text
from app.records import ActorKind

ISSUING = frozenset({"release", "issue", "publish", "send", "post", "deliver", "make", "write", "give", "put", "share"})
BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
# A turn of a conversation that is written down: "BRANDT: The road is open."
TURN = re.compile(r"^\W*[A-Z][A-Z .'’-]{2,}:", re.MULTILINE)
# What stands for the speaker before his words: "Transcript as follows:".
WRITTEN_DOWN = re.compile(r"\b(transcript|remarks|statement|text|excerpt)s?\b[^.:]*\bfollows?:\s*\Z", re.IGNORECASE)


def unclaimed(article: Article, contents: list[Content]) -> list[tuple[int, Marked]]:
    claimed = {nth for content in contents for nth in article.marks_within(content.start, content.end)}
    return [(nth, mark) for nth, mark in enumerate(article.marked) if nth not in claimed]


def stands_alone(article: Article, mark: Marked) -> bool:
    """Whether the quotation is a sentence or several by itself, with nothing beside it in its sentence."""
    before, after = _words_beside(article, mark)
    return not WORD.search(before) and not WORD.search(after)


def _ends_behind_colon(article: Article, mark: Marked) -> bool:
    """Whether the quotation is what its sentence leads up to with a colon."""
    before, after = _words_beside(article, mark)
    return before.rstrip().endswith(":") and not WORD.search(BRACKETED.sub("", after))


def _words_beside(article: Article, mark: Marked) -> tuple[str, str]:
    """What stands before and behind the quotation in its sentences."""
    tokens = article.tokens(mark.start, mark.end)
    first, last = article.sentence(tokens[0]), article.sentence(tokens[-1])
    return article.text[first.start_char : mark.outer_start], article.text[mark.outer_end : last.end_char]


def find_standing(
    article: Article, cast: Cast, contents: list[Content], by_sentence: dict[int, list[Attribution]]
) -> list[Content]:
    """Sentences in marks without an attribution of their own: the speaker of the passage goes on."""
    found: list[Content] = []
    for _, mark in unclaimed(article, contents):
        alone = stands_alone(article, mark)
        if mark.outer_start < article.document.body_start or not (alone or _ends_behind_colon(article, mark)):
            continue
        known = sorted([*contents, *found], key=lambda one: one.start)
        before = _speaker_announced(article, cast, mark, by_sentence) or _speaker_written_down(article, mark, known)
        if before is None and alone:
            before = (
                _speaker_told(article, mark, known, by_sentence)
                or _speaker_behind(article, mark, known, by_sentence)
                or _speaker_beside(article, cast, mark, known)
            )
        if before is not None:
            start, end = trim(article.text, mark.outer_start, mark.outer_end, direct=True)
            sentence = article.sentence_of[article.tokens(mark.start, mark.end)[0].i]
            found.append(
                Content(start, end, before.key, before.source, before.cue, "quote.carried", sentence, before.addressees)
            )
    return found


def _speaker_told(
    article: Article, mark: Marked, known: list[Content], by_sentence: dict[int, list[Attribution]]
) -> Content | None:
    """Who speaks at the end of the sentence before in this paragraph, of which nothing is quoted: "Or Oslo, Brandt says.
    “It is near.”"."""
    nth = article.sentence_of[article.tokens(mark.start, mark.end)[0].i] - 1
    said = by_sentence[nth][-1] if by_sentence.get(nth) else None
    if said is None or said.cue.lemma_ not in read_words("speech", "saying"):
        return None
    if article.paragraph_of(said.cue.idx) != article.paragraph_of(mark.outer_start):
        return None
    sentence = article.sentences[nth]
    quoted = any(one.start < sentence.end_char and sentence.start_char < one.end for one in known)
    rest = {token.lower_ for token in article.doc[said.end : sentence.end] if token.is_alpha}
    if quoted or said.phrase or said.thinking or rest - read_words("speech", "occasions"):
        return None
    return Content(0, 0, said.key, said.source, said.cue.text, "quote.carried", nth)


def _speaker_behind(
    article: Article, mark: Marked, known: list[Content], by_sentence: dict[int, list[Attribution]]
) -> Content | None:
    """Who asks or cries it in a sentence of its own behind a question in the same paragraph, of which nothing else is quoted:
    "“Why?” Brandt told Norway in an interview when he was asked how it fared."."""
    last = article.tokens(mark.start, mark.end)[-1].i
    nth = article.sentence_of[last] + 1
    said = by_sentence[nth][0] if by_sentence.get(nth) else None
    if said is None or article.text[mark.end - 1] not in "?!" or said.start != article.sentences[nth].start:
        return None
    sentence = article.sentences[nth]
    quoted = any(one.start < sentence.end_char and sentence.start_char < one.end for one in known)
    if quoted or said.cue.tag_ not in FINITE or article.paragraph_of(said.cue.idx) != article.paragraph_of(mark.start):
        return None
    return Content(0, 0, said.key, said.source, said.cue.text, "quote.carried", nth)


def _speaker_beside(article: Article, cast: Cast, mark: Marked, known: list[Content]) -> Content | None:
    """The quote before this one in the same paragraph, else the first behind it, else whoever a question or an act of speech
    in the sentence before is about, else the last in marks of the paragraph before, where that ends in no question."""
    paragraph = article.paragraph_of(mark.outer_start)
    before = [one for one in known if one.end <= mark.outer_start and one.source.head.dep_ != "advcl"]
    if before and article.paragraph_of(before[-1].end - 1) == paragraph:
        return None if _is_lost_between(article, before[-1].end, mark, known) else before[-1]
    if _is_lost_between(article, article.paragraphs[paragraph].start, mark, known):
        return None
    after = next((one for one in known if one.start >= mark.outer_end), None)
    if after is not None and article.paragraph_of(after.start) == paragraph:
        return after
    if (acting := _speaker_asked(article, cast, mark) or _speaker_acting(article, cast, mark)) is not None:
        return acting
    if before and article.paragraph_of(before[-1].end - 1) == paragraph - 1 and goes_on(article, before[-1], mark):
        return before[-1]
    if (
        after is not None
        and article.paragraph_of(after.start) == paragraph + 1
        and after.key in _told_of(article, cast, mark)
    ):
        return after  # "Lund is hopeful. / “We shall win.” / “It will take a year,” Lund said."
    return None


def _is_lost_between(article: Article, start: int, mark: Marked, known: list[Content]) -> bool:
    """Whether other words in marks between there and the quotation are nobody's: then it is the same unknown speaker's."""
    between = [article.marked[nth] for nth in article.marks_within(start, mark.outer_start)]
    long = [
        one for one in between if one.end <= mark.outer_start and len(article.text[one.start : one.end].split()) > 3
    ]
    return any(not any(content.start < one.end and one.start < content.end for content in known) for one in long)


def _told_of(article: Article, cast: Cast, mark: Marked) -> tuple[str, ...]:
    """Of whom the sentence before tells."""
    nth = article.sentence_of[article.tokens(mark.start, mark.end)[0].i] - 1
    verb = article.sentences[max(0, nth)].root
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return cast.resolve(subject) if subject is not None and article.mark_of[subject.i] < 0 else ()


def _speaker_asked(article: Article, cast: Cast, mark: Marked) -> Content | None:
    """Whom the question before is about, where it calls him by a pronoun: "Did she regret it? “I regret the neighbor.”"."""
    nth = article.sentence_of[article.tokens(mark.start, mark.end)[0].i] - 1
    if nth < 0 or not article.sentences[nth].text.rstrip().endswith("?"):
        return None
    verb = article.sentences[nth].root
    subject = next((child for child in verb.children if child.lower_ in ("he", "she") and child.dep_ == "nsubj"), None)
    keys = cast.resolve(subject) if subject is not None and article.mark_of[subject.i] < 0 else ()
    return Content(0, 0, keys[0], subject, verb.text, "quote.carried", nth) if subject is not None and keys else None


def _speaker_acting(article: Article, cast: Cast, mark: Marked) -> Content | None:
    """The subject of the sentence before, where its verb is done by speaking: "Lund thanked Norway. “We needed a friend.”"."""
    nth = article.sentence_of[article.tokens(mark.start, mark.end)[0].i] - 1
    if nth < 0 or article.paragraph_of(article.sentences[nth].start_char) < article.paragraph_of(mark.outer_start) - 1:
        return None
    verb = article.sentences[nth].root
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ not in read_words("speech", "acts") or article.mark_of[verb.i] >= 0:
        return None
    keys = cast.resolve(subject)
    return Content(0, 0, keys[0], subject, verb.text, "quote.carried", nth) if len(keys) == 1 else None


def goes_on(article: Article, before: Content, mark: Marked) -> bool:
    """Whether a paragraph that is a quotation alone continues the speaker of the one before, whose words were no aside."""
    verb = before.source.head
    aside = before.source.dep_ != "nsubj" or verb.dep_ in ("acl", "relcl", "advcl")
    if aside and not article.marks_within(before.start, before.end):
        return False
    between = article.text[before.end : mark.outer_start]
    return not article.text[before.start : before.end].rstrip().endswith("?") and between.count(".") <= 2


def _speaker_announced(
    article: Article, cast: Cast, mark: Marked, by_sentence: dict[int, list[Attribution]]
) -> Content | None:
    """The words before end in a colon: their attribution, or their subject, introduces these ("Cruz called them on it:").

    Of words read from another's text ("from a Broz memorandum: “…”") the text's owner is the speaker.
    """
    first = article.tokens(mark.outer_start, mark.outer_end)[0].i
    nth = article.sentence_of[first]
    if first == article.sentences[nth].start:
        nth -= 1
    before = article.text[article.sentences[nth].start_char : mark.outer_start]
    if nth not in by_sentence or not before.rstrip().endswith(":"):
        return None
    if (named := _named_at_colon(article, cast, first)) is not None:
        return named
    attributions = {one.cue.i: one for one in by_sentence[nth]}
    for index in range(first - 1, article.sentences[nth].start - 1, -1):
        word = article.doc[index]
        if (said := attributions.get(index)) is not None:
            told = find_addressees(cast, word, mark.start, mark.end)
            return Content(0, 0, said.key, said.source, word.text, "quote.carried", nth, told)
        if is_text(word) and not (word.dep_ == "dobj" and word.head.lemma_ in ISSUING):
            owner = owner_of_text(cast, word)
            return Content(0, 0, owner, word, word.text, "quote.carried", nth) if owner else None
        if word.tag_ in FINITE and article.mark_of[index] < 0 and not attributions:
            verb = word.head if word.dep_ in ("aux", "auxpass") else word
            if verb.dep_ == "pcomp":
                return None  # "they wrote on how many the rebels could kill: “…”"
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            keys = cast.resolve(subject) if subject is not None else ()
            return Content(0, 0, keys[0], subject, verb.text, "quote.carried", nth) if subject and keys else None
    return None


def _named_at_colon(article: Article, cast: Cast, mark: int) -> Content | None:
    """The person or body whose name alone stands before the colon and the token `mark`: "Brandt: “…”", "From Brandt: “…”",
    "Polls differ - Brandt: “…”"."""
    doc = article.doc
    colon = next((index for index in range(mark - 1, max(0, mark - 4), -1) if doc[index].text == ":"), None)
    naming = cast.naming_of.get(colon - 1) if colon is not None else None
    if naming is None or naming.end != colon or cast.figures[naming.key].kind is ActorKind.COUNTRY:
        return None
    before = doc[naming.title_start - 1] if naming.title_start else None
    alone = before is None or doc[naming.title_start].is_sent_start or before.text in ("-", "—", "–", "”", "]")
    if not alone and (before is None or before.lower_ not in ("from", "by")):
        return None
    return Content(0, 0, naming.key, doc[naming.start : naming.end].root, ":", "quote.carried", 0)


def _speaker_written_down(article: Article, mark: Marked, known: list[Content]) -> Content | None:
    """Who spoke last, where the words "Transcript as follows:" stand before the quotation and it is no conversation."""
    before = [one for one in known if one.end <= mark.outer_start]
    announced = WRITTEN_DOWN.search(article.text, before[-1].end if before else mark.outer_start, mark.outer_start)
    if not announced or TURN.search(article.text, mark.start, mark.end):
        return None
    return replace(
        before[-1], source=article.tokens(announced.start(), announced.end())[0], cue="follows", addressees=()
    )

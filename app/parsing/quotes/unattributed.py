"""Words in quotation marks that no attribution introduced: a fragment under a verb of its speaker ("called it “piracy”"),
or a sentence that stands by itself in a passage of one speaker. Without a source they are no quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from app.parsing.actors.cast import Cast
from app.parsing.article import WORD, Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.addressees import find_addressees
from app.parsing.quotes.attribution import cue_lemmas
from app.parsing.quotes.contents import Content, trim
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.sources import FINITE, find_source, is_text, owner_of_text
from app.parsing.quotes.titles import is_title
from app.parsing.tokens import Token
from app.records import ActorKind

NAMING = frozenset({"call", "describe", "brand", "label", "dub", "term", "denounce", "dismiss", "deride"})
ISSUING = frozenset({"release", "issue", "publish", "send", "post", "deliver", "make", "write", "give", "put", "share"})
NOT_SAYING = frozenset({"be", "have", "do", "make", "set", "give", "hold"})  # these say too little alone
BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
# A turn of a conversation that is written down: "BRANDT: The road is open."
TURN = re.compile(r"^\W*[A-Z][A-Z .'’-]{2,}:", re.MULTILINE)
# What stands for the speaker before his words: "Transcript as follows:".
WRITTEN_DOWN = re.compile(r"\b(transcript|remarks|statement|text|excerpt)s?\b[^.:]*\bfollows?:\s*\Z", re.IGNORECASE)
ENOUGH_WORDS = 4  # four or more words in marks are nearly always somebody's; fewer may be a title or a scare quote


def _unclaimed(article: Article, contents: list[Content]) -> list[tuple[int, Marked]]:
    claimed = {nth for content in contents for nth in article.marks_within(content.start, content.end)}
    return [(nth, mark) for nth, mark in enumerate(article.marked) if nth not in claimed]


def _stands_alone(article: Article, mark: Marked) -> bool:
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


def find_governed(
    article: Article, cast: Cast, contents: list[Content], by_sentence: dict[int, list[Attribution]]
) -> list[Content]:
    """Fragments in marks under a verb whose subject can be the source: the marked words alone are the quote."""
    found = []
    for _, mark in _unclaimed(article, contents):
        if mark.outer_start < article.document.body_start or _stands_alone(article, mark):
            continue
        tokens = [token for token in article.tokens(mark.start, mark.end) if WORD.search(token.text)]
        if not tokens or len(article.text[mark.start : mark.end].split("\n")) > 1:
            continue
        if content := _govern(article, cast, mark, tokens):
            found.append(content)
    return found


def _govern(article: Article, cast: Cast, mark: Marked, tokens: list[Token]) -> Content | None:
    sentence = article.sentence(tokens[0])
    if _is_name_of_thing(article, tokens):
        return None
    verbs = read_words("speech", "labelling") | cue_lemmas() | read_words("speech", "wanting")
    titled = is_title(article, mark)
    verbs -= NOT_SAYING
    governors = sorted(_governors(article, mark), key=lambda verb: verb.lemma_ not in verbs)  # those of saying first
    for verb in governors:
        if titled and verb.lemma_ not in NAMING:
            return None
        known = verb.lemma_ in verbs
        if not known and len(tokens) < ENOUGH_WORDS:
            continue
        source, _ = find_source(article, cast, verb, sentence)
        if source is None or source.i in range(tokens[0].i, tokens[-1].i + 1):
            continue
        key = cast.resolve_source(source)
        if key is None and known and source.pos_ == "PROPN" and verb.tag_ != "VBG":
            return None  # "a driver asked for help, and Lund said, “not now”": if Lund is nobody, they are still not the driver's
        if key is None or (not known and cast.figures[key].kind not in (ActorKind.PERSON, ActorKind.GROUP)):
            continue
        start, end = trim(article.text, mark.outer_start, mark.outer_end, direct=False)
        addressees = find_addressees(cast, verb, start, end)
        nth = article.sentence_of[tokens[0].i]
        return Content(start, end, key, source, verb.text, "quote.fragment", nth, addressees, fragment=True)
    return None


def _governors(article: Article, mark: Marked) -> list[Token]:
    """The verbs outside marks on which the marked words hang, the nearest first; last a verb of naming right before them,
    which the analysis may have passed over ("who has called the court “a circus”").
    """
    found: list[Token] = []
    words = article.tokens(mark.start, mark.end)
    verb = words.root
    steps = 0
    while verb.head.i != verb.i and steps < 12:
        verb = verb.head
        steps += 1
        if article.mark_of[verb.i] < 0 and verb.pos_ in ("VERB", "AUX"):
            found.append(verb)
    for index in range(words.start - 1, max(0, words.start - 8), -1):
        token = article.doc[index]
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";", ":", "."):
            if token.lemma_ in NAMING and token not in found:
                found.append(token)
            break
    return found


def _is_name_of_thing(article: Article, tokens: list[Token]) -> bool:
    """Whether the marked words are a name that modifies a noun: "the “Iron Gate” program"."""
    after = next((token for token in article.doc[tokens[-1].i + 1 : tokens[-1].i + 3] if WORD.search(token.text)), None)
    named = all(token.text[0].isupper() for token in tokens)
    return named and after is not None and after.pos_ == "NOUN" and article.mark_of[after.i] < 0


def find_standing(
    article: Article, cast: Cast, contents: list[Content], by_sentence: dict[int, list[Attribution]]
) -> list[Content]:
    """Sentences in marks without an attribution of their own: the speaker of the passage goes on."""
    found: list[Content] = []
    for _, mark in _unclaimed(article, contents):
        alone = _stands_alone(article, mark)
        if mark.outer_start < article.document.body_start or not (alone or _ends_behind_colon(article, mark)):
            continue
        known = sorted([*contents, *found], key=lambda one: one.start)
        before = _speaker_announced(article, cast, mark, by_sentence) or _speaker_written_down(article, mark, known)
        if before is None and alone:
            before = _speaker_told(article, mark, known, by_sentence) or _speaker_beside(article, cast, mark, known)
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
    if quoted or said.phrase or said.thinking or any(token.is_alpha for token in article.doc[said.end : sentence.end]):
        return None
    return Content(0, 0, said.key, said.source, said.cue.text, "quote.carried", nth)


def _speaker_beside(article: Article, cast: Cast, mark: Marked, known: list[Content]) -> Content | None:
    """The quote before this one in the same paragraph, else the first behind it, else whoever a question or an act of speech
    in the sentence before is about, else the last in marks of the paragraph before, where that ends in no question."""
    paragraph = article.paragraph_of(mark.outer_start)
    before = [one for one in known if one.end <= mark.outer_start]
    if before and article.paragraph_of(before[-1].end - 1) == paragraph:
        return before[-1]
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
    """Whether a paragraph that is a quotation alone continues the speaker of the one before."""
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

"""Words in quotation marks that no attribution introduced, under a verb of their speaker: "called it “piracy”", "laid out “a
new road”". Without a source they are no quotes."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.article import WORD, Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.addressees import find_addressees
from app.parsing.quotes.attribution import cue_lemmas
from app.parsing.quotes.contents import Content, trim
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.named_sources import SUBJECT
from app.parsing.quotes.sources import find_source
from app.parsing.quotes.titles import is_title
from app.parsing.quotes.unattributed import stands_alone, unclaimed
from app.parsing.tokens import Token
from app.records import ActorKind

NAMING = frozenset({"call", "describe", "brand", "label", "dub", "term", "denounce", "dismiss", "deride"})
NOT_SAYING = frozenset({"be", "have", "do", "make", "set", "give", "hold"})  # these say too little alone
SEEMING = frozenset({"be", "seem", "become", "remain", "appear", "look"})  # what one is or seems one does not say
ENOUGH_WORDS = 4  # four or more words in marks are nearly always somebody's; fewer may be a title or a scare quote


def find_governed(
    article: Article, cast: Cast, contents: list[Content], by_sentence: dict[int, list[Attribution]]
) -> list[Content]:
    """Fragments in marks under a verb whose subject can be the source: the marked words alone are the quote."""
    found = []
    for _, mark in unclaimed(article, contents):
        if mark.outer_start < article.document.body_start or stands_alone(article, mark):
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
    governors = _nearest(article, cast, _governors(article, mark))
    unknown = [nth for nth, verb in enumerate(governors) if _says_unknown(article, cast, verb)]
    for nth, verb in sorted(enumerate(governors), key=lambda one: one[1].lemma_ not in verbs):  # those of saying first
        if titled and verb.lemma_ not in NAMING:
            return None
        known = verb.lemma_ in verbs
        if not known and (len(tokens) < ENOUGH_WORDS or verb.lemma_ in SEEMING):
            continue
        if unknown and (not known or unknown[0] < nth):
            return None
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


def _subject_of(article: Article, verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in SUBJECT and article.mark_of[child.i] < 0), None)


def _says_unknown(article: Article, cast: Cast, verb: Token) -> bool:
    """Whether the verb is one of saying whose subject is nobody known: "a voice said that Lund was “a liar”" is not Lund's."""
    subject = _subject_of(article, verb) if verb.lemma_ in read_words("speech", "saying") else None
    if subject is not None and verb.nbor(1).text == "," and verb.doc[subject.left_edge.i - 1].text == ",":
        return False  # "he told them, a witness said, that"
    return subject is not None and cast.resolve_source(subject) is None and subject.tag_ not in ("WP", "WDT")


def _nearest(article: Article, cast: Cast, governors: list[Token]) -> list[Token]:
    """The verbs up to the first of a clause of circumstance with a person or a group as its own subject: what stands above it
    is another's doing ("While Brandt laid out “a new tax”, Lund used her speech to")."""
    for nth, verb in enumerate(governors):
        subject = _subject_of(article, verb) if verb.dep_ in ("advcl", "relcl") and verb.lemma_ not in SEEMING else None
        keys = cast.resolve(subject) if subject is not None else ()
        if keys and cast.figures[keys[0]].kind in (ActorKind.PERSON, ActorKind.GROUP):
            return governors[: nth + 1]
    return governors


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

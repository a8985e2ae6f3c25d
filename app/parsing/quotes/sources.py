"""The noun phrase that speaks: before the verb, behind it, or inherited from the verb to which a participle belongs."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.noun_phrases import STOPS, noun_head, phrase_start
from app.parsing.sentences import CLOSERS
from app.parsing.tokens import Span, Token

SUBJECT = ("nsubj", "nsubjpass", "csubj")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RECITING = frozenset({"read", "quote", "cite", "recite"})
LONGEST_APPOSITION = 40  # words


def find_source(article: Article, cast: Cast, cue: Token, sentence: Span) -> tuple[Token | None, bool]:
    """The head of the noun phrase that speaks, and whether it stands behind the verb ("said Pavel Adeyemi")."""
    if _recites(cast, cue):
        return None, False
    if (named := named_behind_mark(article, cast, cue)) is not None:
        return named, False
    if (named := _named_behind_first_word(cast, cue)) is not None:
        return named, True
    subjects = [child for child in cue.children if _is_subject(cast, child) and article.mark_of[child.i] < 0]
    passive = any(child.dep_ == "auxpass" and article.mark_of[child.i] < 0 for child in cue.children)
    if passive and not (
        cue.lemma_ in ("quote", "report", "cite") and any(child.lower_ == "as" for child in cue.children)
    ):
        return _agent(cue), False
    reduced = cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl")
    if reduced and not subjects and not any(child.dep_ == "aux" for child in cue.children):
        return _agent(cue), False  # "Told by Norway that the road was shut, Brandt left"
    left = [child for child in subjects if child.i < cue.i]
    if (beside := _named_before(article, cast, cue)) is not None and beside not in left:
        return beside, False
    if left:
        subject = (
            next((child for child in left if child.pos_ != "PRON"), left[-1]) if left[-1].lower_ == "it" else left[-1]
        )
        if subject.tag_ in ("WP", "WDT") and cue.dep_ == "relcl":
            return (cue.head if article.mark_of[cue.head.i] < 0 else None), False
        return subject, False
    if inverted := _behind(article, cue, sentence):
        return inverted, True
    if subjects:
        return subjects[0], True
    if (described := _named_over_apposition(article, cast, cue, sentence)) is not None:
        return described, False
    return _without_subject(article, cast, cue, sentence), False


def _without_subject(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """Who speaks where the verb has no subject of its own: the noun right before it, or another verb's subject."""
    nearest = cue.nbor(-1) if cue.i > sentence.start else None
    if (
        nearest is not None
        and nearest.pos_ in ("PROPN", "PRON", "NOUN")
        and _after_content(article, phrase_start(cast, nearest), sentence)
    ):
        return nearest
    head = cue.head
    if cue.i <= sentence.start + 1 and cue.tag_ == "VBG" and sentence.start:
        return _subject_before(article, sentence)
    behind_relative = cue.tag_ == "VBD" and cue.dep_ == "acl" and nearest is not None and nearest.text == ","
    if behind_relative and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and article.mark_of[head.i] < 0:
        return head  # "An official, who spoke on Monday, signaled that": no verb of its own for the model
    if cue.tag_ == "VBG" and cue.dep_ in SUBJECT and nearest is not None and nearest.text == ",":
        return _subject_left(article, sentence, cue)
    if cue.dep_ in ("conj", "advcl", "xcomp", "acl", "ccomp", "prep", "pcomp", "dep", "parataxis") and head.i != cue.i:
        return _inherit(article, cast, cue, 4)
    return None


def _is_subject(cast: Cast, noun: Token) -> bool:
    """Whether the noun is its verb's subject; the analysis takes a name before "for its part" for an adverbial."""
    return noun.dep_ in SUBJECT or (noun.dep_ == "npadvmod" and noun.i in cast.naming_of)


def is_text(word: Token) -> bool:
    """Whether the word is a noun for something that is read: a letter, a memorandum, a caption."""
    return word.pos_ == "NOUN" and word.lemma_ in read_words("speech", "texts")


def owner_of_text(cast: Cast, text: Token) -> str | None:
    """The country whose text it is ("a leaked Broz memorandum"); None where the words do not say."""
    return cast.country_of(text) if any(child.dep_ == "det" for child in text.children) else None


def _recites(cast: Cast, cue: Token) -> bool:
    """Whether the words are read from another's text: "read aloud from a leaked Broz memorandum: “…”"."""
    behind = cue.doc[cue.i + 1 : cue.right_edge.i + 1]
    return cue.lemma_ in RECITING and any(is_text(word) and owner_of_text(cast, word) for word in behind)


def _agent(cue: Token) -> Token | None:
    """Who stands behind the "by" of a passive verb."""
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None


def _named_before(article: Article, cast: Cast, cue: Token) -> Token | None:
    """The name right before the verb, whatever the analysis makes of it: "…, President Nakamura-Reyes told a rally"."""
    at = cue.i - 1
    while at > 0 and (article.doc[at].dep_ in ("aux", "neg") or article.doc[at].pos_ == "ADV"):
        at -= 1
    if article.doc[at].text == ")":  # "Elizabeth Warren (D., Mass.) said"
        while at > 0 and article.doc[at].text != "(":
            at -= 1
        at -= 1
    if article.doc[at].text == "," and at > 1:  # "Wirth's foreign minister, Dmitri Achterberg, said"
        inner = cast.naming_of.get(at - 1)
        if inner is not None and inner.end == at and article.doc[inner.title_start - 1].text == ",":
            return article.doc[inner.start : inner.end].root
    naming = cast.naming_of.get(at)
    if (
        naming is None
        or naming.end != at + 1
        or article.mark_of[at] >= 0
        or cue.tag_ not in ("VBD", "VBZ", "VBP", "VB", "NNS")
        or any(child.tag_ == "TO" for child in cue.lefts)  # "urged Norway to show": Norway shows nothing
    ):
        return None
    edge = naming.title_start - (naming.title_start > 1 and article.doc[naming.title_start - 1].lower_ == "the")
    before = article.doc[edge - 1] if edge else None
    joined = before is not None and before.pos_ == "CCONJ" and before.lower_ != "but"
    if before is not None and (joined or before.pos_ == "ADP" or before.text in ("'s", "’s")):
        return None
    return article.doc[naming.start : naming.end].root


def _named_over_apposition(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """The name before an apposition between commas, where the analysis has lost the subject: "At Oslo, Jay Deby, the club's
    president and manager, suggested that"."""
    doc = article.doc
    last = cue.i - 1
    while last > sentence.start and (doc[last].pos_ == "ADV" or doc[last].dep_ == "aux"):
        last -= 1
    if cue.tag_ not in FINITE or doc[last].text != ",":
        return None
    for index in range(last - 1, max(sentence.start, last - LONGEST_APPOSITION), -1):
        word = doc[index]
        if article.mark_of[index] >= 0 or (word.tag_ in FINITE and not _is_relative(word)):
            return None
        named = cast.naming_of.get(index - 1) if word.text == "," else None
        if named is not None and named.end == index:
            opens = named.title_start == sentence.start or doc[named.title_start - 1].text == ","
            return doc[named.start : named.end].root if opens and index < last - 1 else None
    return None


def named_behind_mark(article: Article, cast: Cast, cue: Token) -> Token | None:
    """The name right behind a closing mark, with nothing but its appositions before the verb, whatever the analysis makes
    of it: "…,” Varga, the front-runner in the north, said when he was asked"."""
    doc = article.doc
    first = cue.i
    while first and cue.i - first <= LONGEST_APPOSITION and article.mark_of[first - 1] < 0:
        first -= 1
    naming = cast.naming_of.get(first)
    if naming is None or naming.title_start != first or not first or article.mark_of[first - 1] < 0:
        return None
    if article.paragraph_of(doc[first].idx) != article.paragraph_of(doc[first - 1].idx):
        return None
    between = doc[naming.end : cue.i]
    if len(between) and not (len(between) > 2 and between[0].text == between[-1].text == ","):
        return None
    return None if any(_has_own_subject(word) for word in between) else doc[naming.start : naming.end].root


def named_before_aside(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """The name that only an aside between commas parts from the verb, whatever the analysis makes of it: "Of Carson, Levine,
    who has given money to Rubio, said"."""
    doc = article.doc
    for index in range(sentence.start, cue.i):
        naming = cast.naming_of.get(index)
        if naming is None or naming.title_start != index or doc[naming.end].text != ",":
            continue
        opens = index == sentence.start or article.mark_of[index - 1] >= 0
        if not opens and doc[index - 1].text != "," and doc[index - 1].lower_ not in ("as", "after", "but", "and"):
            continue
        between = [word for word in doc[naming.end + 1 : cue.i] if article.mark_of[word.i] < 0 and word.tag_ != "RB"]
        while between and between[-1].dep_ in ("aux", "neg"):
            between.pop()
        closed = len(between) > 2 and (between[-1].text == "," or between[0].tag_ == "WP")
        if closed and between[0].i not in cast.naming_of and not any(_has_own_subject(word) for word in between):
            return doc[naming.start : naming.end].root
    return None


def _has_own_subject(verb: Token) -> bool:
    """Whether the word is the finite verb of a clause of its own, and not of a relative one ("Varga, who had won, said")."""
    finite = verb.pos_ in ("VERB", "AUX") and verb.tag_ in FINITE and not _is_relative(verb)
    clause = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    return finite and any(child.dep_ in SUBJECT for child in clause.children)


def _is_relative(verb: Token) -> bool:
    """Whether a finite verb belongs to a relative clause ("Varga, who had won the vote, said")."""
    return any(word.dep_ == "relcl" for word in (verb, *verb.ancestors))


def _subject_left(article: Article, sentence: Span, cue: Token) -> Token | None:
    """The subject of the nearest verb to the left, for a participle that the analysis took for a subject of what is said:
    "shared the news, writing “Feels great …”"."""
    for index in range(cue.i - 1, sentence.start, -1):
        if article.doc[index].tag_ in FINITE and article.mark_of[index] < 0:
            return next((child for child in article.doc[index].children if child.dep_ in SUBJECT), None)
    return None


def _subject_before(article: Article, sentence: Span) -> Token | None:
    """The subject of the sentence before, for a participle that stands as a sentence: "Adding, “…”"."""
    before = article.sentence(sentence.start - 1)
    subjects = [child for child in before.root.children if child.dep_ in SUBJECT and article.mark_of[child.i] < 0]
    return subjects[0] if subjects else None


def _inherit(article: Article, cast: Cast, cue: Token, depth: int) -> Token | None:
    """The subject of the verb to which a participle or a second predicate belongs: "read it, laughed and said"."""
    head = cue
    while depth and head.head.i != head.i:
        noun = cue.dep_ == "acl" and head.i == cue.i and head.head.pos_ in ("NOUN", "PROPN")
        head = head.head
        depth -= head.pos_ in ("VERB", "AUX")
        if noun and cue.tag_ == "VBG" and cue.i == head.i + 1:
            return head
        if head.pos_ not in ("VERB", "AUX") or article.mark_of[head.i] >= 0:
            continue  # a verb in marks is said, and says nothing itself
        if any(child.dep_ == "auxpass" for child in head.children) and cue.tag_ != "VBD":
            return next(
                (child for child in head.children if child.dep_ == "nsubjpass" and article.mark_of[child.i] < 0), None
            )
        for child in head.children:
            if _is_subject(cast, child) and child.i < max(cue.i, head.i) and article.mark_of[child.i] < 0:
                if child.tag_ in ("WP", "WDT"):
                    return head.head if head.dep_ == "relcl" and article.mark_of[head.head.i] < 0 else None
                if _belongs_higher(cast, cue, head, child):
                    break
                return child
    return None


def _belongs_higher(cast: Cast, cue: Token, verb: Token, subject: Token) -> bool:
    """Whether a second verb of saying that the analysis took into a clause belongs to the verb above it: "she said the road was
    open and warned that" (a road cannot warn), "she said the army would wait and warned that" (no helper verb goes with
    "warned"), "she wants her country to join and has argued that", "he
    met people to whom his country owes money and told them" (another tense).
    """
    if _is_finite(cue) and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp", "advcl"):
        return not any(child.tag_ == "MD" for child in cue.children)
    if verb.dep_ == "relcl" and verb.tag_ in FINITE and cue.tag_ in FINITE and verb.tag_ != cue.tag_:
        return True
    reported = verb.dep_ == "ccomp" and verb.head.tag_ == cue.tag_ and cue.tag_ != "VBG"
    return reported and cast.resolve_source(subject) is None


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children if child.dep_ == "aux")


def _named_behind_first_word(cast: Cast, cue: Token) -> Token | None:
    """The name behind a verb of saying that opens its sentence: "Continued Adeyemi: “…”", "Replied Adeyemi, “…”"."""
    naming = cast.naming_of.get(cue.i + 1) if cue.is_sent_start and cue.tag_ in ("VBD", "VBN", "VBZ") else None
    if naming is None or naming.title_start != cue.i + 1 or naming.end >= len(cue.doc):
        return None
    return cue.doc[naming.start : naming.end].root if cue.doc[naming.end].text in (":", ",") else None


def _behind(article: Article, cue: Token, sentence: Span) -> Token | None:
    """The speaker behind the verb, where what was said stands before it: "…,” said Pavel Adeyemi, the minister"."""
    if not _after_content(article, cue.i, sentence) or cue.i + 1 >= sentence.end:
        return None
    first = cue.nbor(1)
    if article.mark_of[cue.i - 1] < 0 and (cue.tag_ == "VBG" or cue.lemma_ not in read_words("speech", "inverting")):
        return None  # "…, saying lobbyists have paid for it": they do not say so
    if (
        first.text in STOPS
        or first.pos_ in ("ADP", "SCONJ", "ADV", "VERB", "AUX", "CCONJ", "PUNCT")
        or first.lower_ in ("that", "to")
    ):
        return None
    if first.tag_ in ("PRP",) and first.lower_ in ("him", "her", "them", "me", "us"):
        return None
    return noun_head(cue.doc, first.i, sentence.end)


def _after_content(article: Article, index: int, sentence: Span) -> bool:
    """Whether a comma or a closing mark stands right before: what was said may stand before it."""
    if index <= sentence.start:
        return False
    before = article.doc[index - 1]
    return (
        (before.text in CLOSERS and article.mark_of[before.i] >= 0)
        or before.text in (",", "—")
        or article.mark_of[before.i] >= 0
    )

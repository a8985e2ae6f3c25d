"""What the words beside a name tell of it: that it is a place, a body, somebody who speaks or has a role."""

from __future__ import annotations

from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.titles import Name
from app.parsing.actors.unnamed import is_person
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc

PLACED = frozenset(
    {"in", "inside", "near", "outside", "at", "from", "of", "to", "for", "with", "across", "throughout", "within"}
)
LOCATED = frozenset({"in", "inside", "near", "outside", "across", "throughout", "within"})
ROLE_PREPOSITIONS = frozenset({"of", "for", "in", "to", "at"})
MEDIA = frozenset(
    {"newspaper", "daily", "weekly", "magazine", "broadcaster", "channel", "station", "website", "agency"}
)
REPORTERS = frozenset({"reporter", "correspondent", "journalist", "editor", "columnist"})
CALLING = (
    ("who", "calls", "himself"),
    ("who", "calls", "herself"),
    ("who", "called", "himself"),
    ("who", "is", "known", "as"),
    ("who", "goes", "by", "the", "name", "of"),
    ("who", "goes", "by", "the", "name"),
    ("who", "goes", "by"),
    ("better", "known", "as"),
    ("known", "as"),
    ("identified", "as"),
)
LONGEST_CALLING = max(len(words) for words in CALLING)
LONGEST_DATELINE = 8  # tokens behind the town
REACH_OF_ITS = 25  # tokens behind a company's name
OFFICERS = frozenset(
    {"chief executive", "managing director", "country manager", "general manager", "ceo", "shareholders", "shares"}
    | {"executives", "share price", "chief financial", "chief operating"}
)
BEFORE_SPEAKING = frozenset(
    {"has", "had", "have", "also", "later", "then", "'s", "previously", "recently", "earlier", "once"}
)
GATHERED = frozenset({"chain", "group", "network", "station", "cluster", "union"})
LONGEST_BODY = 8  # tokens of an apposition
LONGEST_ROLE = 4  # words of a post without an article
LONGEST_OFFICE = 5  # capitals before the last word of an office
REACH = 60  # tokens within which a pronoun takes up a name
ROLE_OPENERS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "former", "one", "then", "'s", "’s", "'", "’"}
)


def calling_at(doc: Doc, index: int) -> int:
    """How many tokens from `index` on say only that a name follows: "who calls himself", "known as"."""
    following = tuple(token.lower_ for token in doc[index : index + LONGEST_CALLING])
    return next((len(words) for words in CALLING if following[: len(words)] == words), 0)


def is_located(doc: Doc, name: Name) -> bool:
    """Whether the name stands for a place: "in Ondrel", "near The Hague"."""
    before = name.start - 1
    before -= before > 0 and doc[before].lower_ == "the"
    return before >= 0 and doc[before].lower_ in LOCATED


def is_shouted(doc: Doc, name: Name) -> bool:
    """Whether the name is one word of several in capitals ("ZIKA SCARE"), or the town of a dateline ("BEDFORD, N.H. (AP) —")."""
    beside = [doc[index] for index in (name.start - 1, name.end) if 0 <= index < len(doc)]
    if any(token.is_alpha and token.text.isupper() and len(token.text) > 1 for token in beside):
        return True
    first = name.start == 0 or doc[name.start - 1].is_space or "\n" in doc[name.start - 1].whitespace_
    return first and any(token.text in ("—", "–", "--") for token in doc[name.end : name.end + LONGEST_DATELINE])


def is_definite(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ == "the"


def is_body(doc: Doc, name: Name) -> bool:
    """ "the Plateau Mothers, an association of the displaced", "the newspaper Zarya": an organisation by what is said of it."""
    bodies = read_words("names", "body_nouns")
    if name.start and doc[name.start - 1].lower_ in bodies:
        return True
    if name.start > 1 and doc[name.start - 1].lower_ == "the" and doc[name.start - 2].lemma_ == "tell":
        return True
    if is_body_called(doc, name):
        return True
    if (
        name.start > 2
        and doc[name.start - 1].lower_ == "the"
        and doc[name.start - 2].text == ","
        and doc[name.start - 3].lower_ in bodies
    ):
        return True
    window = doc[name.end : name.end + 8]
    if len(window) < 3 or window[0].text != "," or window[1].lower_ not in ("a", "an", "the", "its", "one"):
        return False
    for token in window[2:]:
        if token.text in (",", ".") or token.lower_ in ("of", "for", "that", "which", "in"):
            return False
        if token.lower_ in bodies:
            return doc[token.i + 1].lower_ != "leader" if token.i + 1 < len(doc) else True
    return False


def is_body_called(doc: Doc, name: Name) -> bool:
    """ "the ruling party, Dawn,", "Dawn, a steel group,": a noun for a body is before the comma, or in the apposition."""
    bodies = read_words("names", "body_nouns")
    if doc[name.end : name.end + 1].text == "," and doc[name.end + 1 : name.end + 2].text in ("a", "an", "the", "its"):
        behind = range(name.end + 2, min(name.end + LONGEST_BODY, len(doc)))
        ended = next(
            (index for index in behind if doc[index].text in (",", ".", "—") or doc[index].pos_ in ("ADP", "VERB")), 0
        )
        parts = doc[ended].pos_ == "ADP" and doc[ended - 1].lower_ in GATHERED  # "a chain of islands"
        if ended and doc[ended - 1].lower_ in bodies and not parts:
            return True
    closed = doc[name.end : name.end + 1].text in (",", ".")
    noun = doc[name.start - 2] if name.start > 1 and doc[name.start - 1].text == "," else None
    own = noun is not None and noun.dep_ != "pobj"  # "a spokesman for the agency, Ilse Brandt,"
    return noun is not None and own and closed and noun.lower_ in bodies


def acts_as_body(doc: Doc, name: Name) -> bool:
    """ "the Coastal Liberals have refused", "the Concord's chairman", "joined the Northern Shield": several capitals behind
    "the" that do something, are led by somebody or are joined are a body of some kind."""
    if not name.start or doc[name.start - 1].lower_ != "the":
        return False
    root = doc[name.start : name.end].root
    verb = root.head.head if root.dep_ == "pobj" else root.head
    if root.dep_ in ("nsubj", "agent"):
        return root.head.pos_ == "VERB" and root.head.lemma_ not in ("be", "lie", "stand", "run")
    if root.dep_ in ("dobj", "pobj") and verb.lemma_ in read_words("names", "membership_verbs"):
        return True
    led = doc[name.end : name.end + 1].text in POSSESSIVES and name.end + 1 < len(doc)
    return led and doc[name.end + 1].lemma_.casefold() in read_words("names", "titles")


def has_role(doc: Doc, name: Name) -> bool:
    """ "…, a senior fellow at", "the physicist Anton Brandvold", "its prime minister, Sigrun Hallsdottir,", "…, who teaches"."""
    people = read_words("names", "people") | read_words("names", "titles")
    before = name.start - 1
    if before > 0 and doc[before].text == ",":
        before -= 1
    if before + 1 < name.start:
        before = _before_place(doc, before)
    if (
        before >= 0
        and doc[before].text.casefold() in people
        and (doc[before].text[0].islower() or (doc[before + 1].text == "," and is_capital_office(doc, before)))
        and (doc[before + 1].text != "," or doc[name.end : name.end + 1].text in (",", ".", ";", ":", "—", "–"))
    ):
        return True
    if name.end + 2 < len(doc) and doc[name.end].text == ",":
        following = doc[name.end + 1]
        if following.text[0].isupper() and doc[name.end + 2].text in POSSESSIVES:
            following = doc[name.end + 2]
        if following.text.casefold() in ("who", "whose"):
            return True
        if following.text.isdigit() and doc[name.end + 2].text == ",":
            return True
        window = [doc[index].text.casefold() for index in range(name.end + 1, min(name.end + 9, len(doc)))]
        clause = window[: window.index(",")] if "," in window else window
        return (
            (any(word in people or is_person(word) for word in clause) and following.text.casefold() in ROLE_OPENERS)
            or following.text.casefold() in people
            or _has_bare_role(doc, name)
        )
    return False


def _has_bare_role(doc: Doc, name: Name) -> bool:
    """Whether the words behind the comma name one person's post without an article: "Zubra Alid, vice president for policy,"."""
    end = name.end + 1
    while end < len(doc) and end - name.end <= LONGEST_ROLE and doc[end].text[0].islower() and doc[end].pos_ != "ADP":
        end += 1
    post = doc[end - 1]
    closed = end < len(doc) and (doc[end].pos_ == "ADP" or doc[end].text == ",")
    one = end > name.end + 1 and post.tag_ == "NN" and len(name.text.split()) > 1
    return closed and one and (post.lower_ in read_words("names", "titles") or is_person(post.lower_))


def is_capital_office(doc: Doc, last: int) -> bool:
    """Whether an office in capitals behind "the" or an owner ends there: "the High Representative", "Norway's Foreign Minister"."""
    if doc[last].lower_ not in read_words("names", "titles"):
        return False
    start = last
    while (
        start and last - start < LONGEST_OFFICE and doc[start - 1].text[0].isupper() and doc[start - 1].lower_ != "the"
    ):
        start -= 1
    return start > 0 and (doc[start - 1].lower_ in ROLE_OPENERS)


def _before_place(doc: Doc, last: int) -> int:
    """The noun before a phrase that ends with the token `last`: "a retired president of Slovenia", "its envoy to the United
    Nations", "a commissioner for enlargement"; `last` itself where no such phrase stands there."""
    start = last - 1
    while start > 0 and last - start < 4 and (doc[start].text[0].isupper() or doc[start].lower_ == "the"):
        start -= 1
    named = doc[last].text[0].isupper() and doc[start].text in ROLE_PREPOSITIONS
    return start - 1 if start and (named or doc[start].text in ("of", "for")) else last


def is_he_or_she(article: Article, name: Name) -> bool:
    """Whether the subject of a sentence is "he" or "she" in the words that follow, before anybody else is named: "Morwenna Pask
    sold cold bread. “We have been through worse,” she said"."""
    doc = article.doc
    root = doc[name.start : name.end].root
    subject = root.dep_ in ("nsubj", "nsubjpass") and root.head.pos_ == "VERB"
    if (name.start and doc[name.start - 1].lower_ == "the") or not (subject or _is_owner_alone(article, name)):
        return False
    for index in range(name.end, min(name.end + REACH, len(doc))):
        token = doc[index]
        if article.mark_of[index] >= 0:
            continue
        if token.lower_ in ("he", "she") or "\n" in token.text:
            return token.lower_ in ("he", "she")
        if token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass"):
            return False
    return False


def _is_owner_alone(article: Article, name: Name) -> bool:
    """Whether something belongs to, or is done by, the only one whom a sentence about a thing names: "It belonged to Tesfa
    Alemu."."""
    before = article.doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in ("to", "by") or before.head.lemma_ in read_words("names", "going"):
        return False
    others = [token for token in article.sentence(name.start) if not name.start <= token.i < name.end]
    return not any(token.pos_ == "PROPN" or token.lower_ in ("he", "she", "his", "her", "him", "i") for token in others)


def is_told(doc: Doc, name: Name) -> bool:
    """Whether the name is told or asked something, in no quotation: "told Radio Dala", "asked Ondrel to"."""
    before = name.start - 1
    listens = before > 0 and doc[before].lemma_ in read_words("speech", "listeners")
    return listens and doc[before].tag_ in ("VBD", "VBZ") and not doc[before - 1].is_quote


def is_company(doc: Doc, name: Name) -> bool:
    """ "Lindqvist has stopped drilling. Its chief executive said": the subject of a sentence that has an officer of a company,
    there or in the next one."""
    root = doc[name.start : name.end].root
    if root.dep_ != "nsubj" or name.titled:
        return False
    for index in range(name.end, min(name.end + REACH_OF_ITS, len(doc) - 3)):
        if doc[index].is_space and "\n" in doc[index].text:
            return False
        if doc[index].lower_ == "its":
            return any(doc[index + 1 : end].text.casefold() in OFFICERS for end in (index + 2, index + 3))
    return False


def is_medium(doc: Doc, name: Name) -> bool:
    """ "the Lima newspaper La Mañana", "the broadcaster Bassarat One": a newspaper or a station is named right before."""
    before = name.start - 1
    known = before > 0 and doc[before].lower_ in MEDIA
    return known and any(
        token.lower_ in ("the", "a", "an") or token.tag_ == "PRP$" for token in doc[max(0, before - 3) : before]
    )


def employs_reporter(doc: Doc, name: Name) -> bool:
    """ "a reporter from Der Morgenkurier"."""
    before = name.start - 1
    return before > 0 and doc[before].lower_ in ("from", "for", "of") and doc[before - 1].lemma_ in REPORTERS


def speaks(doc: Doc, name: Name) -> bool:
    """Whether a verb of speaking stands right before or behind the name, or "according to" before it: "said Pavel Adeyemi",
    "Pavel Adeyemi told", "Vantor has said"."""
    verbs = read_words("speech", "saying")
    before = name.start - 1
    definite = is_definite(doc, name)
    placed = before - (before > 0 and definite)
    if before > 0 and doc[before].lower_ == "to" and doc[before - 1].lower_ == "according":
        return True
    if before >= 0 and doc[placed].lower_ in PLACED:
        return False  # "an official from Ondrel told"
    after = name.end
    while after < len(doc) and doc[after].lower_ in BEFORE_SPEAKING:
        after += 1
    helped = after > name.end and not definite and doc[after - 1].lower_ in ("has", "had", "have", "'s")
    tags = ("VBD", "VBZ", "VBP", "VBN") if helped else ("VBD", "VBZ", "VBP")
    if after < len(doc) and doc[after].lemma_ in verbs and doc[after].tag_ in tags:
        return True
    if before < 0 or doc[before].lemma_ not in verbs or doc[before].tag_ not in ("VBD", "VBZ"):
        return False
    return not is_told(doc, name) and (before == 0 or doc[before - 1].text != "to")

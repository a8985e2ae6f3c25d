"""What things wanted look like, and small questions about the words at which they begin and end."""

from __future__ import annotations

from enum import StrEnum

from app.parsing.demands.frames import read_list
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token


class Shape(StrEnum):
    """What a thing looks like, and so what the next one of its list must look like."""

    DO = "do"
    WHAT = "what"
    GONE = "gone"
    DOING = "doing"
    CLAUSE = "clause"


FINITE = frozenset({"VBZ", "VBD", "MD"})
NOMINATIVE = frozenset({"he", "she", "it", "they", "we", "i", "there", "who"})
ADDING_CLAUSE = frozenset(
    {"but", "while", "which", "who", "whose", "whom", "where", "whereas", "although", "though", "because", "since",
     "so", "yet", "according", "when", "as", "nor", "thereby", "lest", "even"}
)  # fmt: skip
JOINING = frozenset({"and", "or"})
DASHES = frozenset({"—", "–", "--", "―"})
ENDING = frozenset({";", ":", "...", "…"}) | DASHES
CLOSING = frozenset("”’\"'»")
HELPERS = frozenset({"have", "be", "do", "will"})
SUBJECT_LABELS = ("nsubj", "nsubjpass", "csubj", "expl")
# Behind these, “as” says why it is refused ("dismissed the plan as a joke"); behind others it belongs to the thing.
SPURNING = frozenset(
    {"reject", "dismiss", "denounce", "condemn", "deride", "decry", "scorn", "oppose", "rebuff", "spurn", "rubbish",
     "repudiate", "brush", "wave", "turn", "rule", "shoot"}
)  # fmt: skip
NOUN_STARTS = frozenset({"DT", "PRP$", "CD", "PDT", "WDT"})
BARE_WORDS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "HYPH"})
BARE_TAGS = frozenset({"VB", "VBP"})


def is_bare_verb(token: Token, begin: int) -> bool:
    """Whether the word is a verb in its base form, for a thing that begins at `begin`; mends words read as nouns."""
    if token.lower_ in HELPERS and token.tag_ != "VB":
        return False
    if token.tag_ == "VB":
        return True
    if token.tag_ in ("IN", "TO", "DT", "CC"):
        return False
    if token.lower_ != token.lemma_.lower():
        return token.tag_ == "VBD" and token.lower_ in ("cut", "put", "set", "let", "shut", "read", "quit", "split")
    if token.tag_ == "VBP":
        return not any(child.dep_ in ("nsubj", "expl") and child.i < token.i for child in token.children)
    if token.dep_ != "conj" or token.head.i < begin or token.head.tag_ not in BARE_TAGS:
        return token.dep_ == "conj" and any(child.dep_ in ("prt", "dobj") for child in token.children)
    return not any(child.dep_ in ("det", "amod", "compound", "poss", "nummod") for child in token.children)


def noun_head(doc: Doc, at: int, limit: int) -> Token:
    """The noun that heads the phrase whose first word stands at `at`."""
    while doc[at].is_quote and at + 1 < limit:
        at += 1
    token = doc[at]
    while token.head.i > token.i and token.dep_ in (
        "det", "amod", "compound", "poss", "nummod", "predet", "nmod", "case", "advmod", "quantmod", "npadvmod",
        "punct",
    ):  # fmt: skip
        token = token.head
    return token


def starts_noun(token: Token) -> bool:
    if token.tag_ in ("VBD", "VBG") and token.dep_ == "amod" and token.head.i == token.i + 1:
        return True  # "shared radar", read as a verb
    if token.tag_ == "VBN":
        return token.dep_ in ("amod", "compound") or token.head.i == token.i + 1
    return token.tag_ in NOUN_STARTS or token.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "$")


def asks_another(doc: Doc, at: int, limit: int) -> bool:
    """Whether others are asked for something else there: "and [to the rebels to leave] the town"."""
    named = doc[at].tag_ == "NNP"  # "urged Chad to pay and [Sudan to] leave"
    if at + 1 >= limit or doc[at + 1].tag_ == "VB":
        return False
    if not named and doc[at].lower_ not in ("by", "to", "on", "upon", "with", "of"):
        return False
    for index in range(at + 1, min(at + 8, limit - 1)):
        if doc[index].is_punct or (named and doc[index].tag_ in ("IN", "VBZ", "VBD", "MD")):
            return False
        if doc[index].lower_ == "to" and doc[index + 1].tag_ == "VB":
            return True
    return False


def is_apposed(doc: Doc, at: int, limit: int) -> bool:
    """An apposition is passed over where the thing goes on behind it ("the Front, an armed group, from …")."""
    for index in range(at, min(at + 14, limit - 1)):
        if doc[index].text == ",":
            return doc[index + 1].tag_ == "IN" and doc[index + 1].lower_ not in ADDING_CLAUSE
    return False


def ends_with_threat(doc: Doc, at: int, limit: int) -> bool:
    """“[on pain of] losing the loan”, "[or else]", "[or face] sanctions": what follows is no more asked for."""
    words = [token.lower_ for token in doc[at : min(at + 3, limit)]]
    return words == ["on", "pain", "of"] or words == ["under", "threat", "of"] or words[:2] == ["or", "else"]


def is_repetition(doc: Doc, at: int, limit: int) -> bool:
    """“[for the second time]”, "[for the last time]": how often it was asked or refused."""
    return at + 3 < limit and doc[at + 1].lower_ in ("the", "a") and doc[at + 3].lower_ == "time"


def is_attributed(doc: Doc, at: int, limit: int) -> bool:
    """Whether an attribution begins there: "…, she said", "…, officials in both capitals said"."""
    verbs = read_words("speech", "saying")
    for index in range(at, min(at + 9, limit)):
        token = doc[index]
        if token.is_punct:
            return False
        if token.lemma_ in verbs and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return index > at or token.tag_ == "VBD"
    return False


def skip_adverbs(doc: Doc, at: int, limit: int) -> int:
    while (
        at < limit
        and doc[at].tag_ in ("RB", "RBS")
        and doc[at].lower_ not in ("not", "no", "so", "yet", "more", "almost", "nearly", "about")
    ):
        at += 1
    return at


def begins_clause(doc: Doc, at: int, limit: int, shape: Shape) -> bool:
    """Whether a subject of its own with a finite verb begins there."""
    if at >= limit:
        return False
    if doc[at].lower_ in NOMINATIVE:
        return True
    for index in range(at, min(at + 9, limit)):
        token = doc[index]
        if token.text in ENDING or (token.is_punct and token.text != "-" and token.tag_ != "HYPH"):
            return False
        if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and index > at):
            return False
        if index > at and (token.dep_ == "mark" or token.lower_ in ("until", "before", "after", "if", "unless")):
            return False
        if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.i > token.i:
            return is_finite(token.head, shape)
        if token.tag_ in ("VBZ", "MD"):
            before = token.dep_ == "conj" and token.head.i < at  # "and eleven of her aides and [says] it will walk out"
            return index > at and not before
    return False


def is_finite(verb: Token, shape: Shape) -> bool:
    helped = any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in verb.children)
    if shape in (Shape.GONE, Shape.CLAUSE) and not helped and verb.tag_ in ("VBD", "VBN", "VB", "VBP"):
        return False
    return helped or verb.tag_ in ("VBZ", "VBD", "VBP")


def leaves_noun(token: Token, governor: Token, begin: int, shape: Shape) -> bool:
    """“the loan [on Friday]”, "the terms [as “a joke”]": what follows a noun belongs to the verb."""
    of_verb = token.head.i == governor.i
    if token.lower_ == "as" and token.i + 1 < len(token.doc):
        clause = token.nbor(1).lower_ in NOMINATIVE  # "the bill [as it was passing]"
        return (of_verb and governor.lemma_ in SPURNING) or token.nbor(1).is_quote or clause
    deadline = token.lower_ in ("by", "before", "until")  # is wanted too
    if token.tag_ == "IN" and of_verb and not deadline:
        noun = next((child for child in token.children if child.dep_ == "pobj"), None)
        if noun is not None and (noun.lemma_.lower() in read_list("occasions")):
            return True
    if token.lower_ == "for" and is_repetition(token.doc, token.i, len(token.doc)):
        return True
    if of_verb and token.dep_ in ("npadvmod", "advmod") and token.lower_ in read_list("occasions"):
        return True
    return token.tag_ in ("VBZ", "MD") and shape is Shape.WHAT and token.head.i <= begin and token.dep_ != "advcl"


def begins_absolute(doc: Doc, at: int, limit: int, governor: Token) -> bool:
    """“with Chad asking for a truce and [Norway refusing] it”: another subject with its participle."""
    if governor.tag_ != "VBG" or not any(word.lower_ == "with" for word in doc[max(0, governor.i - 8) : governor.i]):
        return False
    after = noun_head(doc, at, limit).i + 1
    return after < limit and doc[after].tag_ == "VBG"


def is_outer_verb(token: Token, begin: int, shape: Shape) -> bool:
    """Whether a finite verb belongs to a clause from before the thing: "all who opposed the deal [are] backing it"."""
    if token.tag_ not in FINITE and token.tag_ != "VBP":
        return False
    helps = token.dep_ in ("aux", "auxpass") and token.head.i > token.i
    if shape is Shape.CLAUSE or (shape is Shape.GONE and not helps and token.tag_ not in ("VBZ", "MD")):
        return False  # "wants the ban [put] to a vote"
    verb = token.head if helps else token
    while verb.dep_ == "conj" and verb.head.i >= begin:
        verb = verb.head
    if verb.dep_ not in ("ROOT", "conj", "ccomp", "relcl") or (verb.dep_ != "ROOT" and verb.head.i >= begin):
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECT_LABELS and child.i < verb.i), None)
    if subject is None:
        return verb.dep_ == "conj" and (helps or token.tag_ in ("VBZ", "VBD"))
    return subject.i < begin


def joins_words(doc: Doc, joint: int, following: int) -> bool:
    """Whether a comma or "and" stands inside one noun phrase: "a fair[, ]just [and] lasting peace"."""
    before = doc[joint - 1]
    return before.dep_ == "amod" and before.head.i > following


def begins_noun(token: Token) -> bool:
    if (token.lower_ in NOMINATIVE and token.lower_ != "it") or token.tag_ in ("WP", "WDT", "WRB"):
        return False
    if token.tag_ == "PRP" or token.lower_ in ("that", "this"):
        last = token.i + 1 == len(token.doc)
        return (
            not last
            and token.lower_ in ("them", "it", "us", "that", "this")
            and token.nbor(1).tag_
            in (
                "VBN",
                "JJ",
                "IN",
                "RB",
                "NN",
                "NNS",
            )
        )
    if token.tag_ == "VBG":
        return token.dep_ in ("amod", "compound")
    return token.tag_ in (
        "DT",
        "PRP$",
        "CD",
        "PDT",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "RBR",
        "VBN",
        "$",
        "RB",
        "POS",
    )


def lists_words(doc: Doc, at: int, limit: int) -> bool:
    """Whether bare words follow that end with "and" and another: "on banks, [ports and insurers]"."""
    begin = at
    while at < limit and at - begin <= 3:
        token = doc[at]
        if token.text == "," or token.lower_ in JOINING:
            following = at + 1 + (token.text == "," and at + 1 < limit and doc[at + 1].lower_ in JOINING)
            last = token.lower_ in JOINING or following > at + 1
            if at == begin or following >= limit or doc[following].tag_ not in BARE_WORDS:
                return False
            if last:
                return True
            begin = at + 1
        elif token.tag_ not in BARE_WORDS:
            return False
        at += 1
    return False

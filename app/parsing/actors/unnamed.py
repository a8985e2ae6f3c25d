"""Sources without a name: which nouns can be one ("two diplomats"), of what kind they are, and what brings one in."""

from __future__ import annotations

from app.parsing.lexicon import read_words
from app.parsing.tokens import Token

SHARES = frozenset(
    {"half", "third", "quarter", "majority", "minority", "percent", "number", "dozen", "hundred", "handful", "%"}
)
# Of people these are a part, with "of": "some of his allies".
PARTS = frozenset({"some", "most", "many", "several", "few", "all", "one", "none", "each", "both", "half"})
INSTITUTIONS = frozenset(
    {
        "parliament",
        "assembly",
        "chamber",
        "committee",
        "senate",
        "congress",
        "legislature",
        "office",
        "police",
        "bank",
        "ministry",
        "government",
        "court",
        "agency",
        "panel",
        "service",
        "council",
        "union",
        "party",
        "authority",
        "company",
        "airline",
        "broadcaster",
        "bureau",
        "charity",
        "church",
        "department",
        "embassy",
        "federation",
        "firm",
        "foundation",
        "institute",
        "network",
        "newspaper",
        "nonprofit",
        "organisation",
        "organization",
        "tribunal",
        "university",
    }
)
PERSON_ENDINGS = (
    "ist",
    "ists",
    "ician",
    "icians",
    "sman",
    "smen",
    "swoman",
    "swomen",
    "iaman",
    "iamen",
)
LONGEST_CLAUSE = 8  # tokens
COLLECTIVES = frozenset(
    {"people", "media", "family", "delegation", "coalition", "team", "staff", "opposition", "league", "association"}
    | {
        "couple",
        "pair",
        "majority",
        "group",
        "junta",
        "army",
        "militia",
        "industry",
        "community",
        "crew",
        "public",
        "camp",
    }
)


def is_person(noun: str) -> bool:
    """Whether the noun in lower case is one of a person or a body, by the list of them or by how it ends ("pharmacist")."""
    if noun in read_words("names", "people"):
        return True
    return noun.endswith(PERSON_ENDINGS) and len(noun) > 6 and noun not in read_words("names", "no_people")


def gender_of(noun: str) -> str:
    """ "male" or "female" where the noun tells it ("woman", "spokesman"), else ""."""
    if noun in read_words("names", "female_titles") or noun.endswith("woman"):
        return "female"
    return "male" if noun in read_words("names", "male_titles") or noun.endswith("man") else ""


def is_no_name_of(word: Token, noun: Token) -> bool:
    """Whether a word at the beginning of an unnamed source is left out: an article, a pronoun, "one", a mark."""
    determiner = (word.dep_ in ("det", "predet") and word.text[0].islower()) or word.lower_ in ("a", "an", "the")
    return determiner or word.is_punct or word.tag_ in ("PRP$", "WP$") or (word.lower_ == "one" and noun.tag_ == "NN")


def counted_people(number: Token) -> Token | None:
    """The noun of "two of his ministers" and "nine in ten voters", where it names people."""
    for child in number.children:
        if child.lower_ in ("of", "in"):
            for noun in child.children:
                if (
                    noun.dep_ == "pobj"
                    and noun.tag_ in ("NNS", "NNPS")
                    and noun.lemma_.casefold() in read_words("names", "people")
                    and (child.lower_ == "of" or any(one.dep_ == "nummod" for one in noun.children))
                ):
                    return noun
    return None


def named_by_part(part: Token) -> Token | None:
    """The "them" of "one of them" and "some of them", who speak for all of them."""
    if part.pos_ not in ("NUM", "PRON", "DET", "ADJ") or part.i + 2 >= len(part.doc):
        return None
    of, whole = part.doc[part.i + 1], part.doc[part.i + 2]
    return whole if of.lower_ == "of" and whole.lower_ in ("them", "these", "those", "whom") else None


def tells_who(noun: Token, clause: Token) -> bool:
    """Whether a relative clause is short and all that is told of the people: "people who helped to draft it"."""
    words = noun.doc[noun.i + 1 : clause.right_edge.i + 1]
    bare = noun.lemma_.casefold() in ("people", "person") and len(words) <= LONGEST_CLAUSE
    return bare and words[0].lower_ == "who" and not any(word.is_punct for word in words)


def is_press_at_large(noun: Token) -> bool:
    """Whether "media" names no outlets in particular: "the media", "social media", but not "Iranian state media"."""
    kinds = [child.lower_ for child in noun.children if child.dep_ in ("amod", "compound", "poss", "nmod")]
    return noun.lower_ == "media" and (not kinds or bool({"social", "news", "mass", "mainstream"} & set(kinds)))


def introduces_source(noun: Token) -> bool:
    """Whether the noun brings in an unnamed source to whom "they", or "the official", may refer back."""
    if noun.pos_ != "NOUN" or any(child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "to" and noun.head.head.lower_ == "according"
    new = any(child.lower_ in ("a", "an", "another") for child in noun.children) and noun.head.dep_ == "conj"
    says = noun.head.lemma_ in read_words("speech", "saying")
    return noun.tag_ == "NNS" or new or says or is_taken_up(noun)


def is_taken_up(noun: Token) -> bool:
    """Whether the next sentence begins with "he" or "she", for somebody without a name: "A painter was at work. He said"."""
    if noun.dep_ != "nsubj" or not any(child.lower_ in ("a", "an") for child in noun.children):
        return False
    behind = noun.sent.end
    return behind < len(noun.doc) and noun.doc[behind].lower_ in ("he", "she")

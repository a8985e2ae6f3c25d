"""Where the article names somebody or something: runs of capitalised words, parted into titles and names.

"Zambaran Foreign Minister Celso Aldana" is the name "Celso Aldana" behind the title "Zambaran Foreign Minister". What kind
of thing a name stands for is decided later, over the whole article (`kinds`).
"""

from __future__ import annotations

import re

from app.parsing.actors.places import Gazetteer
from app.parsing.actors.titles import Name, part_run
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token

JOINING = frozenset({"of", "for", "on", "the", "and", "to", "against", "without"})
ORGANISATION_JOINING = frozenset({"of", "for", "on", "against", "without"})
LONGEST_KNOWN = 11  # tokens: "Organization for Security and Co-operation in Europe" has nine
QUANTIFIERS = frozenset(
    {"most", "many", "some", "several", "few", "all", "both", "other", "another", "various", "numerous", "countless"}
)
CREDIT = re.compile(
    r"[\W_]*(?:(?:additional|further|with|and)\s+)*(?:reporting|writing|editing|translation|translated|research)\s+(?:and\s+\w+\s+)?by\b"
    r"|.*\bcontributed\s+(?:\w+\s+)?(?:reporting|research)\b|.*\bcontributed\s+to\s+this\s+(?:article|report|story)\b"
    r"|(?:[A-Z][\w.’'-]*\s+){2,4}reported\s+from\s+[A-Z]",
    re.IGNORECASE | re.DOTALL,
)
KINDS = frozenset({"bloc", "party", "militia"})
DEFINITE = frozenset({"the", "opposition", "ruling", "governing"})
APOSTROPHES = frozenset({"'", "’"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def find_names(article: Article, gazetteer: Gazetteer) -> list[Name]:
    """All names of the body in text order; a title without a name ("the Foreign Minister") gives none."""
    doc = article.doc
    capitals = _capitalised_words(article)
    names: list[Name] = []
    index, credits = _first_token(article), _credits_start(article)
    tokens = doc.tokens
    while index < len(tokens) and tokens[index].idx < credits:
        token = tokens[index]
        if not _begins_name(article, token, capitals, gazetteer):
            index += 1
            continue
        end = _find_known_end(doc, index, gazetteer) or _find_end(doc, index, capitals, gazetteer)
        names.extend(part_run(doc, index, end, gazetteer))
        index = end
    return names


def _first_token(article: Article) -> int:
    body = article.document.body_start
    return next((token.i for token in article.doc if token.idx >= body and not token.is_space), len(article.doc))


def _credits_start(article: Article) -> int:
    """Where the paragraphs at the end begin that only say who reported, wrote and edited the article; else its end."""
    start = len(article.text)
    for paragraph in reversed(article.paragraphs[1:]):
        if not CREDIT.match(article.text[paragraph.start : paragraph.end]):
            break
        start = paragraph.start
    return start


def _capitalised_words(article: Article) -> frozenset[str]:
    """Words that the body capitalises within a sentence: elsewhere they are names too, not just the first of a sentence."""
    found = set()
    body = article.document.body_start
    for token in article.doc:
        if token.idx >= body and token.text[0].isupper() and not _starts_sentence(article, token):
            found.add(token.text)
    return frozenset(found)


def _starts_sentence(article: Article, token: Token) -> bool:
    if token.is_sent_start:
        return True
    before = token.doc[token.i - 1]
    return (
        not before.is_alpha
        and before.text not in POSSESSIVES
        and before.text not in (",", "-", "(", "&", "/")
        and not before.like_num
    )


def _begins_name(article: Article, token: Token, capitals: frozenset[str], gazetteer: Gazetteer) -> bool:
    word = token.text
    if word in ("Q.", "A.") and (token.i == 0 or token.doc[token.i - 1].is_space):
        return False  # a question or an answer begins
    if (
        not word[0].isupper()
        or word in read_words("names", "calendar")
        or word in ("I", "A", "The", "Neighbouring", "Neighboring")
        or token.pos_ == "PRON"
        or (token.lower_ in QUANTIFIERS and _starts_sentence(article, token))
    ):
        return not token.whitespace_ and _hyphenated_particle(token.doc, token.i)
    if not _starts_sentence(article, token):
        return True
    if gazetteer.knows(word) or (
        word in capitals and token.tag_ not in ("IN", "DT", "CC", "PRP", "PRP$", "RB", "WRB", "WP", "MD")
    ):
        return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if (
        following is not None
        and following.text[0].isupper()
        and following.is_alpha
        and following.text not in read_words("names", "calendar")
    ):
        return token.tag_ not in ("IN", "DT", "CC", "PRP", "PRP$", "RB", "WRB", "WP", "MD", "CD", "WDT", "VBG", "VBN")
    return token.tag_ in ("NNP", "NNPS") or word.casefold() in read_words("names", "titles")


def _find_end(doc: Doc, start: int, capitals: frozenset[str], gazetteer: Gazetteer) -> int:
    """The end of the run of capitals that begins at `start`, with the small words that join parts of a name."""
    end = start + 1
    while end < len(doc) and (step := _step(doc, start, end, gazetteer)):
        end += step
    while end > start + 1 and (doc[end - 1].text in JOINING or _is_particle(doc[end - 1])):
        end -= 1
    return end + _bears_kind(doc, start, end, gazetteer)


def _bears_kind(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a word for a body ends the name, though in small letters: "the Homeland bloc", not "the British party"."""
    kind = end < len(doc) and doc[end].text in KINDS and doc[end - 1].whitespace_ != ""
    last = doc[end - 1].text
    plain = (
        not gazetteer.demonym(last)
        and not gazetteer.knows(last)
        and last.casefold() not in read_words("names", "titles")
    )
    return kind and start > 0 and doc[start - 1].lower_ in DEFINITE and plain and doc[end - 1].is_alpha


def _find_known_end(doc: Doc, start: int, gazetteer: Gazetteer) -> int:
    """The end of the longest name with small words in it that the lexicons know and that begins at `start`; 0 if none."""
    if doc[start].text not in gazetteer.long_beginnings:
        return 0
    limit = min(len(doc), start + LONGEST_KNOWN)
    return next((end for end in range(limit, start + 2, -1) if gazetteer.knows_long(doc[start:end].text)), 0)


def _step(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> int:
    """How many tokens from `end` on belong to the name that began at `start`; 0 where it ends."""
    token = doc[end]
    before = doc[end - 1]
    if token.is_sent_start and not before.text.endswith("."):
        return 0
    if _is_capital(token):
        return 1
    if _hyphenated_particle(doc, end):
        return 3
    if _hyphenated_given_name(doc, start, end) or _hyphenated_capital(doc, end):
        return 2
    if _is_particle(token) and token.text not in ("y", "e"):
        both = end + 1 < len(doc) and _is_particle(doc[end + 1])
        return 1 + both if _next_capital(doc, end + 1 + both) else 0
    joins = (
        (token.text in ORGANISATION_JOINING and _joins(doc, start, end))
        or (
            token.text == "the"
            and before.text in ORGANISATION_JOINING
            and _next_capital(doc, end + 1)
            and end - 1 > start
        )
        or (token.text == "and" and _joins_two(doc, start, end, gazetteer))
        or (token.text in POSSESSIVES and _owns_body(before) and _possessive_inside(doc, end))
    )
    return int(joins)


def _is_capital(token: Token) -> bool:
    word = token.text
    if word == "I" and token.head.i > token.i:
        return False  # "as secretary I saw", not "Elizabeth I"
    if word in read_words("names", "calendar") or word in ("He", "She", "It", "They", "We", "You"):
        return False
    return word[0].isupper() or (word[0].isdigit() and word.isalnum() and not word.isdigit())


def _is_particle(token: Token) -> bool:
    bare = token.text.rstrip("-")
    return token.text[0].islower() and bare in read_words("names", "particles") and bare not in ("as", "at")


def _next_capital(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text[0].isupper() and doc[index].text not in read_words("names", "calendar")


def _hyphenated_capital(doc: Doc, index: int) -> bool:
    """Whether the second half of "Solberg-Diaz" stands here, with no space between."""
    if doc[index].text not in ("-", "&", "/") or index + 1 >= len(doc):
        return False
    if doc[index].text == "&":
        return doc[index + 1].text[0].isupper()
    return not doc[index - 1].whitespace_ and not doc[index].whitespace_ and doc[index + 1].text[0].isupper()


def _hyphenated_particle(doc: Doc, index: int) -> bool:
    """Whether "al-Rashidi" stands here: a particle, a hyphen, a capital, with no space between."""
    if index + 2 >= len(doc) or doc[index].whitespace_ or doc[index + 1].text != "-" or doc[index + 1].whitespace_:
        return False
    return doc[index + 2].text[0].isupper() and doc[index].text.casefold() in read_words("names", "particles")


def _hyphenated_given_name(doc: Doc, start: int, index: int) -> bool:
    """Whether the second half of a Korean or Chinese given name stands here: the "-hyun" of "Pak Do-hyun"."""
    if index - start < 2 or index + 1 >= len(doc) or doc[index].text != "-" or doc[index - 1].whitespace_:
        return False
    word = doc[index + 1].text
    short = 2 <= len(word) <= 5 and word.isalpha() and word.islower() and len(doc[index - 1].text) <= 5
    suffix = word in read_words("names", "suffixes") and not (word == "won" and len(doc[index - 1].text) <= 4)
    return short and not doc[index].whitespace_ and not word.endswith("ed") and not suffix


def _joins(doc: Doc, start: int, index: int) -> bool:
    """Whether "of" or "for" stands inside a name: "Court of Justice", "Secretary of State", not "Anand of Morvania"."""
    after = index + 1
    if after < len(doc) and doc[after].text == "the":
        after += 1
    if not _next_capital(doc, after):
        return False
    before = doc[index - 1].text.casefold()
    if before in ("secretary", "secretaries", "minister") and doc[index].text in ("of", "for"):
        return True
    if before in read_words("names", "states") or before in read_words("names", "joining_bodies"):
        return True
    bodies = read_words("names", "organisations")
    joined = any(token.text in ORGANISATION_JOINING for token in doc[start:index])
    if joined and doc[index].text == "of":  # "Organization for the Prohibition of Chemical Weapons"
        return any(token.text.casefold() in bodies for token in doc[start:index])
    return before in bodies and doc[index].text != "on"


def _joins_two(doc: Doc, start: int, index: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" stands inside a name: only after "of" or "for" ("Organization for Security and Co-operation in Europe")."""
    if not _next_capital(doc, index + 1):
        return False
    joined = f"{doc[start:index].text} and {doc[index + 1].text}"
    if gazetteer.begins(joined):
        return True
    words = [token.text for token in doc[start:index]]
    department = words[0].casefold() in read_words("names", "departments") and ("of" in words or "for" in words)
    return department and not gazetteer.knows(doc[index + 1].text) and not gazetteer.knows(words[-1])


def _owns_body(owner: Token) -> bool:
    """Whether a plural stands before the apostrophe: "Traders' Council", "Fishermen's Guild"."""
    return owner.text.endswith("s") or owner.lower_.endswith(("men", "people", "children"))


def _possessive_inside(doc: Doc, index: int) -> bool:
    """Whether the bare apostrophe at `index` is part of a name: "Grain Traders' Council"."""
    return (
        index + 1 < len(doc)
        and doc[index + 1].text.casefold() in read_words("names", "organisations")
        and doc[index + 1].text[0].isupper()
    )

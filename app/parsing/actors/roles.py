"""What the article says a person is: the title before the name, else the apposition or the relative clause behind it."""

from __future__ import annotations

import re

from app.parsing.actors.cast import Cast
from app.parsing.actors.clues import LONGEST_CALLING, calling_at, is_capital_office
from app.parsing.actors.figures import Naming
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.role_words import BREAKS, LONGEST_ROLE, RELATIVES, Role, role_in_clause
from app.parsing.actors.titles import borne_by_one, shared_title
from app.parsing.article import FINITE
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token
from app.records import ActorKind

DETERMINERS = frozenset({"a", "an", "the", "one", "its", "his", "her", "their", "then", "now", "former", "formerly"})
GIVEN_TOO = frozenset({"sultan", "emir", "prince", "major", "king", "imam", "sheikh"})  # "its chairman, Sultan Varga,"
PRONOUNS = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})
LONGEST_POST = 9  # tokens of "ambassador to the United Nations"


def find_roles(cast: Cast) -> dict[str, Role]:
    """Set role and gender of every person that the article names; returns the roles by the person's key."""
    roles: dict[str, Role] = {}
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.kind is not ActorKind.PERSON:
            continue
        if not figure.role and (role := _find_role(cast, naming)):
            roles[naming.key] = role
            figure.role = role.words
            figure.gender = figure.gender or _gender(role.words)
        if not figure.gender and naming.titled:
            figure.gender = _gender(cast.article.doc[naming.title_start : naming.start].text)
    return roles


def _find_role(cast: Cast, naming: Naming) -> Role | None:
    """An officer's rank gives way to his post, where the words behind the name tell it."""
    doc = cast.article.doc
    title = doc[naming.title_start : naming.start].text
    rank = _is_rank(title)
    role = _title_before(doc, naming) or _title_shared(cast, naming)
    if role is None or doc[role.end - 1].lower_ in read_words("names", "relations") or _is_bare(doc, role):
        role = _words_behind(cast, naming, trade=not rank) or role  # "his daughter, Ada Lund, a dentist"
    return Role(title, naming.title_start, naming.start) if role is None and rank else role


def _is_bare(doc: Doc, role: Role) -> bool:
    """Whether a role before the name is one noun behind "a": "a mediator, Ada Lund"."""
    return role.end - role.start == 1 and role.start > 0 and doc[role.start - 1].lower_ in ("a", "an")


def _is_rank(title: str) -> bool:
    """ "General", "Rear Admiral", "Brig. Gen."."""
    words = [word for word in title.casefold().split() if word not in read_words("names", "courtesy")]
    ranks, before = read_words("names", "ranks"), read_words("names", "ranks_before")
    return bool(words) and words[-1] in ranks and all(word in ranks or word in before for word in words)


def _gender(role: str) -> str:
    """What a title says: "king", and not the "King" of "teaches at King's College" or "adviser to the king"."""
    own = re.split(r"\b(?:of|for|to|at|in|on|from|with|by|under)\b", role.casefold())[0]
    words = set(re.findall(r"[a-z.]+(?!['’a-z.])", own))
    if words & read_words("names", "female_titles"):
        return "female"
    return "male" if words & read_words("names", "male_titles") else ""


def _title_before(doc: Doc, naming: Naming) -> Role | None:
    """The title in capitals before the name, or the noun before it: "the journalist", "Norway's foreign minister,"."""
    start = naming.title_start
    title = doc[start : naming.start].text
    given = title.casefold() in GIVEN_TOO and doc[start - 1].text == ","
    minor = given or title.casefold() in read_words("names", "courtesy") or _is_rank(title)
    if naming.start > start and not minor:
        start = _possessor_start(doc, start)
        return Role(borne_by_one(doc[start : naming.start].text), start, naming.start)
    end = next(
        (
            at
            for at in range(max(0, naming.title_start - LONGEST_CALLING), naming.title_start)
            if at + calling_at(doc, at) == naming.title_start
        ),
        naming.title_start,
    )
    comma = end > 1 and doc[end - 1].text == ","
    end -= comma
    head = _head_before(doc, end)
    if head is None or (comma and not _closes(doc, naming.end)):
        return None
    start = head
    while start > 0 and _modifies(doc, start - 1):
        start -= 1
    determiner = doc[start - 1].lower_ if start else ""
    if doc[head].tag_ in ("NNS", "NNPS"):
        if determiner == "of" and doc[start - 2].lower_ == "one":
            return Role(doc[start - 2 : end].text, start - 2, end)
        shared = not comma and head == end - 1
        return Role(f"{doc[start:head].text} {doc[head].lemma_}".strip(), start, end) if shared else None
    if comma and start == end - 1 and determiner not in PRONOUNS | {"the"}:
        one = determiner in ("a", "an") and doc[head].lemma_ in read_words("names", "offices") | read_words(
            "names", "titles"
        )
        return Role(doc[start:end].text, start, end) if one else None
    if comma and determiner in ("the", "a", "an") and doc[start:end].text:
        return Role(doc[start - 1 : end].text, start - 1, end)
    return Role(doc[start:end].text, start - (determiner in PRONOUNS), end)


def _title_shared(cast: Cast, naming: Naming) -> Role | None:
    """The title that stands before the first of several: "Foreign Ministers Per Holm and Ali Deby"."""
    at = shared_title(cast.article.doc, naming.title_start) if naming.title_start == naming.start else -1
    first = (cast.naming_of.get(at) or cast.naming_of.get(at + 1)) if at >= 0 else None
    return _title_before(cast.article.doc, first) if first is not None and first.key != naming.key else None


def _head_before(doc: Doc, end: int) -> int | None:
    """The noun of a role that ends at `end`: its last word, or the one on which that hangs ("ambassador to the agency")."""
    people = read_words("names", "people") | read_words("names", "titles")
    head = end - 1
    if head < 0 or doc[head].is_punct or doc[head].pos_ in ("VERB", "DET", "ADP", "PART"):
        return None
    while (
        head > 0
        and doc[head].dep_ == "pobj"
        and doc[head].head.head.i < head
        and not doc[head + 1].is_sent_start
        and end - doc[head].head.head.i < LONGEST_POST
    ):
        head = doc[head].head.head.i
        if doc[head].text[0].islower() and doc[head].lemma_.casefold() in people:
            return head
    if end and doc[end - 1].text[0].islower() and doc[end - 1].lemma_.casefold() in people:
        return end - 1
    if end < len(doc) and doc[end].text == "," and is_capital_office(doc, end - 1):
        return end - 1
    for at in range(end - 2, max(0, end - LONGEST_POST), -1):  # where the model has lost its way
        if doc[at].is_punct:
            return None
        if doc[at].lower_ in ("for", "to", "of", "in"):
            return at - 1 if doc[at - 1].text[0].islower() and doc[at - 1].lemma_.casefold() in people else None
        if not (doc[at].text[0].isupper() or doc[at].lower_ == "the" or doc[at + 1].text[0].isupper()):
            return None
    return None


def _closes(doc: Doc, end: int) -> bool:
    """Whether the name that ends here stands between commas, or its verb follows at once."""
    return end < len(doc) and (doc[end].text in (",", ".", ";", ":", "—", "–") or doc[end].lemma_ in ("say", "who"))


def _modifies(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.tag_ in ("PRP$", "WP$", "DT"):
        return False
    noun = token.dep_ in ("amod", "compound", "nmod", "poss") or token.tag_ in ("JJ", "NN", "NNP", "HYPH")
    return noun or token.text in POSSESSIVES


def _possessor_start(doc: Doc, start: int) -> int:
    """Where the possessor before a title begins: "Ruvenia's Finance Minister"."""
    if start >= 2 and doc[start - 1].text in POSSESSIVES:
        start -= 2
        while start > 0 and doc[start - 1].text[0].isupper() and doc[start].text[0].isupper():
            start -= 1
    return start


def _words_behind(cast: Cast, naming: Naming, trade: bool) -> Role | None:
    """The apposition behind the name, up to its relative clause; else the relative clause without "who". With `trade` any noun
    said of a person counts, else only those that the lexicon lists."""
    doc = cast.article.doc
    at = naming.end
    if at + 2 >= len(doc):
        return None
    if doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ",":  # his age
        at += 2
    comma = doc[at].text == ","
    if doc[at + comma].lower_ == "of" and (body := _body_at(cast, at + comma + 1)):
        return Role(doc[at + comma : body.end].text, at + comma, body.end)
    if doc[at + comma].text == "who":
        return role_in_clause(doc, at + comma)
    return _apposition(doc, at + 1, naming, trade) if comma else None


def _body_at(cast: Cast, index: int) -> Naming | None:
    """The organisation named at the token, its article passed over: "of the Seabird Alliance"."""
    index += index < len(cast.article.doc) and cast.article.doc[index].lower_ == "the"
    naming = cast.naming_of.get(index)
    return naming if naming and cast.figures[naming.key].kind is ActorKind.ORGANIZATION else None


def _apposition(doc: Doc, start: int, naming: Naming, trade: bool) -> Role | None:
    end = start
    while end < min(len(doc), start + LONGEST_ROLE) and not doc[end].is_space:
        if doc[end].text in BREAKS or doc[end].lower_ in RELATIVES:
            break
        if _is_main_verb(doc[end], naming) or _reports(doc[end]) or _is_finite(doc[end], start):
            return None
        end += 1
    while end > start and doc[end - 1].text in (",", "and"):
        end -= 1
    people = read_words("names", "people") | read_words("names", "titles")
    opens = doc[start].lower_ in DETERMINERS or doc[start].lemma_.casefold() in people or doc[start].text[0].isupper()
    said = [
        token
        for token in doc[start : min(end, start + 12)]
        if token.lemma_.casefold() in people or (trade and token.dep_ == "appos" and _is_trade(token, naming))
    ]
    if not said or not opens:
        return None
    one_of = doc[start].lower_ == "one"
    nouns = [token.tag_ for token in said if token.pos_ == "NOUN"]
    if (nouns[:1] == ["NNS"] and not one_of) or (one_of and doc[start + 1].lower_ != "of"):
        return None  # "the candidates of both parties", of the two named before
    own = doc[start].tag_ == "PRP$"
    return Role(doc[start + own : end].text, start, end)


def _is_trade(noun: Token, naming: Naming) -> bool:
    """Whether the noun is said of the person: "Brandt, a baker"."""
    said_of_name = naming.start <= noun.head.i < naming.end
    near = noun.tag_ == "NN" and noun.i - naming.end < LONGEST_POST
    return said_of_name and near and noun.lemma_ not in read_words("names", "lasting")


def _is_main_verb(word: Token, naming: Naming) -> bool:
    finite = word.pos_ in ("VERB", "AUX") and word.tag_ in FINITE
    return finite and word.dep_ in ("ROOT", "conj", "ccomp") and word.head.i <= naming.end


def _is_finite(word: Token, start: int) -> bool:
    """Whether the word is the verb of a clause that is no apposition: "Brandt, the attack in Oslo was", not "the man she met"."""
    clause = word.pos_ in ("VERB", "AUX") and word.dep_ not in ("acl", "relcl") and word.doc[word.i - 1].pos_ != "PRON"
    return word.tag_ in FINITE and (word.i == start + 1 or clause)


def _reports(word: Token) -> bool:
    """Whether the word is the verb of "officials said" between commas behind a name."""
    return word.tag_ in ("VBD", "VBZ", "VBP") and word.lemma_ in read_words("speech", "saying")

"""For whom an office holder acts, by what his own sentence tells of him: whose team he leads, who sends him, before whose
parliament he speaks, what he says that his country will do."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.actors.dealings import dealt_with, subject_of
from app.parsing.actors.figures import Naming
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

LEADING = frozenset({"lead", "head", "chair", "represent", "command", "govern", "rule", "run"})
SENDING = frozenset({"send", "dispatch", "appoint", "name", "recall", "withdraw", "nominate", "deploy", "delegate"})
ASSEMBLIES = frozenset(
    {"parliament", "assembly", "senate", "congress", "cabinet", "chamber", "legislature", "diet", "duma", "knesset"}
    | {"bundestag", "sejm", "rada", "majlis", "deputies", "lawmakers", "legislators", "senators"}
)
FACING = frozenset({"in", "to", "before", "tell"})
COMMITTING = frozenset({"will", "would", "can", "could", "wo", "ca", "’ll", "'ll"})
DREADED = frozenset(  # what people say that others will do, or that will be done to them
    {
        "pay",
        "suffer",
        "regret",
        "lose",
        "face",
        "fall",
        "fail",
        "collapse",
        "be",
        "get",
        "learn",
        "answer",
        "attack",
        "invade",
    }
    | {
        "strike",
        "bomb",
        "shell",
        "cheat",
        "lie",
        "steal",
        "violate",
        "break",
        "exploit",
        "use",
        "try",
        "continue",
        "blame",
    }
)
ASKED = frozenset({"ask", "warn", "tell", "inform", "consult", "notify", "invite", "hear"})
BETWEEN = frozenset({",", "and", "later", "then", "also", "with"})
LONGEST_CLAUSE = 14  # tokens
LONGEST_BETWEEN = 5  # tokens


def own_country(cast: Cast, naming: Naming, title_start: int) -> str:
    """The country that the sentence gives to the person of an office at `title_start`; "" where it gives none.

    "a Norwegian delegation led by Energy Minister Ito" · "Norway sent Energy Minister Ito" · "Prime Minister Ito told the
    Norwegian parliament" · "Energy Minister Ito said that Norway would wait".
    """
    find = (_team_led, _sender, _led_by_him, _placed, _heard_at_home, _committed, _opposed)
    return next((country for one in find if (country := one(cast, naming))), "") or _beside(cast, naming, title_start)


def side_of_clause(cast: Cast, naming: Naming, start: int) -> str:
    """Of a role at `start` with "its", whose subject the clause before it is: "Norway's grain board has sold it to Chad, its
    chairman, Per Holm, said"."""
    doc = cast.article.doc
    comma = naming.end < len(doc) and doc[naming.end].text == ","
    says = doc[naming.end + comma : naming.end + comma + 1].text in ("said", "says", "announced", "added", "wrote")
    if doc[start].lower_ != "its" or doc[start - 1].text != "," or not says:
        return ""
    for token in doc[cast.article.sentence(start).start : start]:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ccomp", "ROOT"):
            if country := cast.country_of(token):
                return cast.figures[country].name
            keys = cast.resolve(token)[:1]
            figure = cast.figures[keys[0]] if keys else None
            if figure is None or figure.kind is ActorKind.PERSON:
                return ""
            return cast.gazetteer.country(figure.side) or figure.name
    return ""


def side_as_told(cast: Cast, naming: Naming) -> str:
    """ "Ilse Brandt has been Norway's chief negotiator for eleven months": the country of the office that somebody is said to
    hold, or to have held."""
    verb = _verb_of(cast, naming)
    if verb is None or verb.lemma_ not in ("be", "become", "remain"):
        return ""
    office = next((child for child in verb.children if child.dep_ == "attr"), None)
    if office is None or office.lemma_.casefold() not in read_words("names", "offices"):
        return ""
    return _name_of(cast, cast.country_of(office))


def _name_of(cast: Cast, key: str | None) -> str:
    return cast.figures[key].name if key else ""


def _verb_of(cast: Cast, naming: Naming) -> Token | None:
    """The verb of which the person is the subject."""
    root = cast.article.doc[naming.start : naming.end].root
    return root.head if root.dep_ == "nsubj" else None


def _team_led(cast: Cast, naming: Naming) -> str:
    doc = cast.article.doc
    before = naming.title_start - 1
    before = (
        doc[before - 1].left_edge.i - 1 if before > 0 and doc[before].text == "," else before
    )  # "by an envoy, Holm"
    by = doc[max(0, before)]
    if by.lower_ != "by" or by.head.lemma_ not in LEADING:
        return ""
    if by.head.dep_ == "acl":
        return _name_of(cast, cast.country_of(by.head.head))
    led = next((child for child in by.head.children if child.dep_ == "nsubjpass"), None)  # "Norway was represented by"
    sides = [side for key in cast.resolve(led)[:1] if (side := cast.side_of(key))] if led is not None else []
    return cast.figures[sides[0]].name if sides and cast.figures[sides[0]].kind is ActorKind.COUNTRY else ""


def _sender(cast: Cast, naming: Naming) -> str:
    verb = dealt_with(cast.article.doc[naming.end - 1])
    subject = subject_of(verb) if verb is not None and verb.lemma_ in SENDING else None
    keys = cast.resolve(subject)[:1] if subject is not None else ()
    sides = [side for key in keys if (side := cast.side_of(key))]
    return cast.figures[sides[0]].name if sides and cast.figures[sides[0]].kind is ActorKind.COUNTRY else ""


def _led_by_him(cast: Cast, naming: Naming) -> str:
    verb = _verb_of(cast, naming)
    if verb is None or verb.lemma_ not in LEADING:
        return ""
    led = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if led is None or led.lower_ not in read_words("names", "organs") | read_words("names", "national"):
        return ""
    if country := cast.country_of(led):
        return cast.figures[country].name
    for token in cast.article.doc[led.i + 1 : led.i + 3]:
        placed = cast.naming_of.get(token.i) if token.i and cast.article.doc[token.i - 1].lower_ == "in" else None
        if placed and cast.figures[placed.key].kind is ActorKind.COUNTRY:
            return cast.figures[placed.key].name
    return ""


def _placed(cast: Cast, naming: Naming) -> str:
    """ "Senator Diaz, who heads the foreign affairs committee in Lima": where the person holds an office."""
    doc, who = cast.article.doc, naming.end + 1
    if who + 1 >= len(doc) or doc[who].lower_ != "who" or doc[who + 1].lemma_ not in LEADING:
        return ""
    for token in doc[who + 2 : who + LONGEST_CLAUSE]:
        if token.text in (",", ".", ";", "—"):
            break
        if token.lower_ == "in" and (place := cast.gazetteer.home_at(doc, token.i + 1)):
            return place
    return ""


def _opposed(cast: Cast, naming: Naming) -> str:
    """ "Opposition leader Brandt urged President Lund to wait": of the country whose officer an opponent addresses at home."""
    verb = _verb_of(cast, naming) if "opposition" in cast.figures[naming.key].role.casefold() else None
    addressed = next((child for child in verb.children if child.dep_ == "dobj"), None) if verb is not None else None
    for key in cast.resolve(addressed)[:1] if addressed is not None else ():
        side = cast.side_of(key)
        return cast.figures[side].name if side and cast.figures[key].kind is ActorKind.PERSON else ""
    return ""


def _heard_at_home(cast: Cast, naming: Naming) -> str:
    """The country of the parliament in which, or to which, the person speaks; its name may tell it, or its adjective."""
    doc = cast.article.doc
    for token in doc[naming.end : cast.article.sentence(naming.start).end]:
        named = cast.naming_of.get(token.i)
        if token.lower_ not in ASSEMBLIES or (named is not None and token.i != named.end - 1):
            continue
        start = token.left_edge.i if named is None else named.start
        start -= start > 0 and doc[start - 1].lower_ == "the"
        if start and doc[start - 1].lemma_ in FACING and cast.article.mark_of[token.i] < 0:
            country = cast.figures[named.key].side if named else _name_of(cast, cast.country_of(token))
            if country:
                return country
    return ""


def _committed(cast: Cast, naming: Naming) -> str:
    """The country of which the person says what it will do, or that it was not asked: its own officer speaks for it."""
    verb = _verb_of(cast, naming)
    if verb is None or verb.lemma_ not in read_words("speech", "saying"):
        return ""
    content = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if content is None or content.lemma_ in DREADED:
        return ""
    subject = next((child for child in content.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    will = any(child.dep_ == "aux" and child.lower_ in COMMITTING for child in content.children)
    passed_over = content.lemma_ in ASKED and any(child.dep_ == "neg" for child in content.children)
    named = cast.naming_of.get(subject.i) if subject is not None and (will or passed_over) else None
    country = cast.figures[named.key] if named else None
    return country.name if country is not None and country.kind is ActorKind.COUNTRY else ""


def _beside(cast: Cast, naming: Naming, title_start: int) -> str:
    """The country of the officer named right before: "met Industry Minister Ito and, later, President Lund"."""
    doc = cast.article.doc
    at = title_start - 1
    while at > title_start - LONGEST_BETWEEN and at > 0 and doc[at].lower_ in BETWEEN:
        at -= 1
    other = cast.naming_of.get(at)
    both = any(token.lower_ == "and" for token in doc[at:title_start])
    if other is None or not both or cast.figures[other.key].kind is not ActorKind.PERSON:
        return ""
    return cast.figures[other.key].side

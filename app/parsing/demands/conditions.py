"""Rules for conditions: what an actor makes necessary for a consent, and terms set for an act."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.addressees import find_addressees
from app.parsing.demands.clauses import denial, has_helper, is_supposed
from app.parsing.demands.frames import read_list
from app.parsing.demands.holders import find_holders, find_subject
from app.parsing.demands.matching import find_infinitive, match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape, begins_noun
from app.parsing.demands.things import ThingReader
from app.parsing.tokens import Token
from app.records import ActorKind, DemandKind

# What makes necessary: the words, and the shape of what follows them.
NECESSARY = (
    (("only", "if"), Shape.CLAUSE),
    (("only", "when"), Shape.CLAUSE),
    (("only", "once"), Shape.CLAUSE),
    (("only", "after"), Shape.CLAUSE),
    (("only", "in", "exchange", "for"), Shape.WHAT),
    (("only", "in", "return", "for"), Shape.WHAT),
    (("only", "on", "condition", "that"), Shape.CLAUSE),
    (("on", "condition", "that"), Shape.CLAUSE),
    (("on", "the", "condition", "that"), Shape.CLAUSE),
    (("on", "condition", "of"), Shape.WHAT),
    (("provided", "that"), Shape.CLAUSE),
    (("provided",), Shape.CLAUSE),
    (("providing", "that"), Shape.CLAUSE),
    (("so", "long", "as"), Shape.CLAUSE),
    (("as", "long", "as"), Shape.CLAUSE),
    (("contingent", "on"), Shape.WHAT),
    (("contingent", "upon"), Shape.WHAT),
    (("conditional", "on"), Shape.WHAT),
    (("conditional", "upon"), Shape.WHAT),
    (("in", "exchange", "for"), Shape.WHAT),
    (("in", "return", "for"), Shape.WHAT),
    (("unless",), Shape.CLAUSE),
    (("without",), Shape.WHAT),
)  # fmt: skip
BY_FIRST = {
    first: [entry for entry in NECESSARY if entry[0][0] == first] for first in {words[0] for words, _ in NECESSARY}
}
OPENING = BY_FIRST.keys()
HARSH = (("unless",), ("without",))
OFFERING = frozenset({"offer", "propose", "promise", "pledge", "agree", "willing", "ready", "prepared", "vow"})
GRANTING = ("will", "would", "can", "could", "'ll", "’ll", "ready", "willing")
GIVING = frozenset({"give", "set", "hand", "grant"})


def find_necessary(scene: Scene, token: Token) -> Iterator[Finding]:
    """“Chad would open the road only in exchange for a loan”: what a consent is made to depend on."""
    doc = token.doc
    found = next((entry for entry in BY_FIRST[token.lower_] if reads(token, entry[0])), None)
    if found is None:
        return
    words, shape = found
    start = token.i + len(words)
    if start >= scene.limit(token.i) or doc[start].lower_ in ("anonymity", "when"):
        return
    if words[0] == "as" and doc[token.i - 1].lower_ in ("for", "so", "twice"):
        return
    harsh = words in HARSH
    verb = token.head if words[0] in ("contingent", "conditional") else find_depending(scene, token, words)
    if verb is None or (words[0] == "in" and not offers(verb)):
        return
    if words[0] == "only" and words[-1] in ("after", "when", "once") and verb.tag_ in ("VBD", "VBG"):
        return  # "returned only after Lund had called": told, not asked
    if words[0] == "as" and (scene.voice(token) is None or not has_helper(verb, GRANTING)):
        return
    if (verb.lemma_ not in read_list("conceding") and verb.i > token.i) or (not harsh and denial(verb) == "will"):
        return
    if words == ("provided",) and (
        token.dep_ in ("ROOT", "conj", "relcl", "acl")
        or (doc[start].tag_ in ("IN", "DT") and not has_clause(token, start))
    ):
        return
    if shape is Shape.WHAT and not begins_noun(doc[start]):
        return
    holders = find_consenting(scene, token, verb)
    pieces = ThingReader(scene, start, shape, token).read()
    if words[0] == "as" and pieces and pieces[0].end - pieces[0].start < 4:
        return  # "as long as she likes"
    if holders and pieces:
        who = find_doer(scene, pieces[0], holders)
        yield Finding(DemandKind.DEMAND, "demand.necessary", token, pieces, holders, who)


def reads(token: Token, words: tuple[str, ...]) -> bool:
    """Whether the words stand there, from the token on."""
    doc, last = token.doc, token.i + len(words)
    return last <= len(doc) and all(doc[token.i + nth].lower_ == word for nth, word in enumerate(words))


def offers(verb: Token) -> bool:
    """ "has offered a loan in return for": whether the verb, or the one above it, offers something for something."""
    if any(word.lemma_ in OFFERING for word in (verb, verb.head)):
        return True
    return verb.lemma_ in read_list("conceding") and has_helper(verb, ("will", "would")) and denial(verb) != "will"


def withholds(verb: Token) -> bool:
    """“will not sign”, "there can be no peace", "no deal is possible": what is held back until the condition is met."""
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return False  # "could not have moved without"
    if denial(verb) == "will":
        return True
    modal = any(child.tag_ == "MD" for child in verb.children)
    return (modal or verb.lemma_ == "be") and any(
        word.lower_ == "no"
        for child in verb.children
        if child.dep_ in ("nsubj", "attr", "dobj")
        for word in child.children
    )


def has_clause(token: Token, start: int) -> bool:
    return any(word.dep_ in ("nsubj", "nsubjpass") for word in token.doc[start : start + 6])


def find_depending(scene: Scene, token: Token, words: tuple[str, ...]) -> Token | None:
    """The verb of the consent, before the condition in the sentence."""
    candidates = [
        word
        for word in scene.before_in_sentence(token)
        if word.tag_[:2] == "VB" and word.dep_ not in ("aux", "auxpass", "relcl", "acl", "amod")
    ]
    if token.lower_ == "in":
        return next((word for word in reversed(candidates) if offers(word)), None)
    if words[0] in ("on", "provided", "providing", "as"):  # what is granted so is a consent whatever the verb
        granted = (word for word in reversed(candidates) if has_helper(word, GRANTING))
        return next(granted, candidates[-1] if candidates else None)
    if words in HARSH:  # "will not … unless": whatever is held back
        above = {word.i for word in token.ancestors}
        held = next((word for word in reversed(candidates) if withholds(word)), None)
        return held if held is not None and (held.i in above or words[0] != "without") else None
    consent = next((word for word in reversed(candidates) if is_consent(word)), None)
    past = (
        consent is not None and consent.tag_ == "VBD" and words[0] == "only" and words[1] in ("after", "when", "once")
    )
    return None if past else consent  # "agreed only after the shelling stopped" tells what happened


def is_consent(verb: Token) -> bool:
    """Whether the verb concedes something, as any act that one says one will do."""
    own = has_helper(verb, ("will", "would", "'ll", "’ll")) and verb.lemma_ not in read_list("passive_will")
    return own or verb.lemma_ in read_list("conceding")


def find_consenting(scene: Scene, token: Token, verb: Token) -> tuple[str, ...]:
    """Who gives the consent: the speaker, or the actor whose consent it is if he or nobody else speaks."""
    subject = find_subject(verb)
    keys = find_holders(scene, subject) if subject is not None else ()
    speaker = scene.voice(verb) or find_signaller(scene, token)
    if speaker is None:
        return keys or find_holders(scene, find_subject(scene.article.sentence(token).root))
    side = scene.cast.side_of(speaker)
    if keys and side is None and scene.cast.figures[speaker].kind is ActorKind.PERSON:
        return keys if subject is not None and subject.i in scene.cast.naming_of else (speaker,)
    if len(keys) > 1 and speaker in keys:
        return keys  # "Both said that they would …"
    if (keys and subject is not None and subject.i in scene.cast.naming_of) or (
        subject is not None and subject.lower_ in ("it", "country", "government")
    ):
        return keys if any(key == speaker or scene.cast.side_of(key) == side for key in keys) else (speaker,)
    return (speaker,)


def find_signaller(scene: Scene, token: Token) -> str | None:
    """“a visit [Lund has signaled] is contingent on”: who says so in the same sentence."""
    for word in reversed(list(scene.before_in_sentence(token))):
        if (
            word.lemma_
            in ("signal", "say", "make", "hint", "indicate", "suggest", "warn", "insist", "announce", "add", "tell")
            and word.tag_[:2] == "VB"
        ):
            keys = find_holders(scene, find_subject(word))
            return keys[0] if keys else None
    return None


def find_doer(scene: Scene, piece: Piece, holders: tuple[str, ...]) -> tuple[str, ...]:
    """“the first offer came from Chad”: from whom it is to come."""
    doc = scene.article.doc
    for index in range(piece.start, piece.end - 1):
        if doc[index].lower_ in ("from", "by") and doc[index + 1].i in scene.cast.naming_of:
            return tuple(key for key in scene.cast.resolve_all(doc[index + 1]) if key not in holders)
    return ()


def find_deadline(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“gave Chad two weeks to pay”: a term set for an act."""
    if verb.tag_[:2] != "VB" or is_supposed(scene, verb) or denial(verb):
        return
    doc = verb.doc
    whom = next((child for child in verb.children if child.dep_ in ("dative", "dobj") and child.i > verb.i), None)
    near = [token for token in doc[verb.i + 1 : verb.i + 14] if token.lemma_.lower() in read_list("terms")]
    term = next((token for token in near if token.dep_ != "compound"), None)
    if term is None or (whom is not None and whom.lower_.endswith(("self", "selves"))):
        return
    if whom is None or whom.i == term.i:
        yield from find_term_for(scene, verb, term)
        return
    if term.i + 1 < len(doc) and whom.i > term.i:
        return
    begin = find_infinitive(verb, term.i + 1, scene.limit(verb.i), whom)
    holders = find_holders(scene, find_subject(verb))
    keys = find_addressees(scene, whom, holders)
    if begin is None or not keys or not holders:
        return
    pieces = ThingReader(scene, begin, Shape.DO, verb).read()
    if len(pieces) > 1 and "or" in {doc[index].lower_ for index in range(pieces[0].end - 1, pieces[1].start)}:
        pieces = pieces[:1]
    yield Finding(DemandKind.DEMAND, "demand.deadline", verb, pieces, holders, keys)


def find_term_for(scene: Scene, verb: Token, term: Token) -> Iterator[Finding]:
    """“set a deadline of June 1 for Iraq to clear the mines”."""
    limit = scene.limit(verb.i)
    near = next((word.i for word in verb.doc[term.i + 1 : limit] if word.lower_ == "for"), limit)
    match = match_takes(scene, term, near, (("for", "WHOM", "to", "DO"),))
    holders = find_holders(scene, find_subject(verb))
    if match is not None and match.whom is not None and holders:
        keys = find_addressees(scene, match.whom, holders)
        yield Finding(DemandKind.DEMAND, "demand.deadline", verb, match.pieces, holders, keys)

"""Rules for conditions: what an actor makes necessary for a consent, lists of conditions, deadlines."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_addressees, find_holders, find_owners, find_subject
from app.parsing.demands.matching import find_infinitive, match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.things import Shape, ThingReader
from app.parsing.demands.words import find_noun_holders
from app.records import DemandKind

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
    (("contingent", "on"), Shape.WHAT),
    (("contingent", "upon"), Shape.WHAT),
    (("conditional", "on"), Shape.WHAT),
    (("conditional", "upon"), Shape.WHAT),
    (("unless",), Shape.CLAUSE),
)  # fmt: skip
OPENING = frozenset(words[0] for words, _ in NECESSARY)
GIVING = frozenset({"give", "set", "hand", "grant"})
FULFILLED = frozenset({"include", "be", "comprise", "contain", "cover"})
LISTED = frozenset(
    {
        "condition",
        "demand",
        "term",
        "precondition",
        "requirement",
        "request",
        "price",
        "ultimatum",
        "line",
        "prerequisite",
    }
)


def find_necessary(scene: Scene, token: Token) -> Iterator[Finding]:
    """ "It would free its captives only in exchange for the surveyors": what a consent is made to depend on."""
    doc = token.doc
    for words, shape in NECESSARY:
        if all(token.i + nth < len(doc) and doc[token.i + nth].lower_ == word for nth, word in enumerate(words)):
            break
    else:
        return
    start = token.i + len(words)
    if start >= scene.limit(token.i) or doc[start].lower_ in ("anonymity", "when"):
        return
    verb = token.head if words[0] in ("contingent", "conditional") else find_depending(scene, token)
    if verb is None or (words == ("unless",) and denial(verb) != "will"):
        return
    if (verb.lemma_ not in read_list("conceding") and verb.i > token.i) or (
        words != ("unless",) and denial(verb) == "will"
    ):
        return
    if words == ("provided",) and (
        token.dep_ in ("ROOT", "conj", "relcl", "acl")
        or doc[start].tag_ in ("IN", "DT")
        and not has_clause(token, start)
    ):
        return
    holders = find_consenting(scene, token, verb)
    pieces = ThingReader(scene, start, shape, token).read()
    if holders and pieces:
        who = find_doer(scene, pieces[0], holders)
        yield Finding(DemandKind.DEMAND, "demand.necessary", token, pieces, holders, who)


def has_clause(token: Token, start: int) -> bool:
    return any(word.dep_ in ("nsubj", "nsubjpass") for word in token.doc[start : start + 6])


def find_depending(scene: Scene, token: Token) -> Token | None:
    """The verb of the consent, before the condition in the sentence."""
    candidates = [
        word
        for word in scene.before_in_sentence(token)
        if word.tag_[:2] == "VB" and word.dep_ not in ("aux", "auxpass", "relcl", "acl", "amod")
    ]
    return next((word for word in reversed(candidates) if word.lemma_ in read_list("conceding")), None)


def find_consenting(scene: Scene, token: Token, verb: Token) -> tuple[str, ...]:
    """Who gives the consent: the speaker, or the actor whose consent it is if he or nobody else speaks."""
    subject = find_subject(verb)
    keys = find_holders(scene, subject) if subject is not None else ()
    speaker = scene.voice(verb) or find_signaller(scene, token)
    if speaker is None:
        return keys
    side = scene.cast.side_of(speaker)
    if (
        keys
        and subject is not None
        and subject.i in scene.cast.naming_of
        or subject is not None
        and subject.lower_ in ("it", "country", "government")
    ):
        return keys if any(key == speaker or scene.cast.side_of(key) == side for key in keys) else (speaker,)
    return (speaker,)


def find_signaller(scene: Scene, token: Token) -> str | None:
    """ "something [Trump has signaled] is contingent on": who says so in the same sentence."""
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
    """ "the first step came from Indonesia": from whom it is to come."""
    doc = scene.article.doc
    for index in range(piece.start, piece.end - 1):
        if doc[index].lower_ in ("from", "by") and doc[index + 1].i in scene.cast.naming_of:
            return tuple(key for key in scene.cast.resolve_all(doc[index + 1]) if key not in holders)
    return ()


def find_list(scene: Scene, noun: Token) -> Iterator[Finding]:
    """ "Its conditions include an end to the shelling and …", "Their demands: …"."""
    if noun.lemma_ == "line" and not any(child.lower_ == "red" for child in noun.children):
        return
    if noun.lemma_ not in LISTED or noun.dep_ not in ("nsubj", "ROOT", "pobj", "dobj", "nsubjpass"):
        return
    verb = noun.head
    doc = noun.doc
    if noun.dep_ == "nsubj" and verb.lemma_ in FULFILLED and verb.i > noun.i:
        start = verb.i + 1
        while start < len(doc) and doc[start].tag_ == "RB":
            start += 1
        holders = find_owners(scene, noun)
        shape = Shape.WHAT
        if doc[start].lower_ == "that":
            start, shape = start + 1, Shape.CLAUSE
        elif doc[start].lower_ == "to":
            start, shape = start + 1, Shape.DO
        elif doc[start].tag_ not in ("DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP", "VBG") or (
            verb.lemma_ == "be" and doc[start].tag_ in ("JJ", "VBG")
        ):
            return
        if holders and not is_supposed(scene, noun):
            yield Finding(
                DemandKind.DEMAND, "demand.list", noun, ThingReader(scene, start, shape, verb).read(), holders
            )


def find_bullets(scene: Scene, token: Token) -> Iterator[Finding]:
    """Points of a list behind "called on X to:" or "what it expects of X:": each point is a thing."""
    points = scene.points_after(token)
    if not points:
        return
    sentence = scene.article.sentence(token)
    pieces = tuple(piece for point in points if (piece := scene.point_words(point)) is not None)
    for word in sentence:
        if word.i >= token.i:
            return
        lemma = read_frames().base(word)
        if word.tag_[:2] == "VB" and lemma in read_frames().verbs:
            holders = find_holders(scene, find_subject(word))
            whom = find_called(scene, word, token.i)
            kinds = [frame.kind for frame in read_frames().verbs[lemma] if not frame.only]
            if holders and kinds and not denial(word):
                kind = DemandKind.DEMAND if DemandKind.DEMAND in kinds else kinds[0]
                yield Finding(kind, "demand.points", word, pieces, holders, whom)
                return
        elif lemma in LISTED and word.pos_ == "NOUN":
            holders = find_owners(scene, word) or find_noun_holders(scene, word, word.head)
            if holders:
                yield Finding(DemandKind.DEMAND, "demand.points", word, pieces, holders)
                return


def find_called(scene: Scene, verb: Token, end: int) -> tuple[str, ...]:
    """Whom the verb before a list of points names: "called on Castrova to:", "what it expects of Ilmar"."""
    doc = verb.doc
    for index in range(verb.i + 1, end):
        if index in scene.cast.naming_of or doc[index].dep_ in ("dobj", "pobj"):
            keys = scene.cast.resolve_all(doc[index])
            if keys:
                return keys
        if doc[index].tag_ in ("VBZ", "VBD"):
            break
    return ()


def find_deadline(scene: Scene, verb: Token) -> Iterator[Finding]:
    """ "gave Thessara ninety days to surrender its stocks": a term set for an act."""
    if verb.tag_[:2] != "VB" or is_supposed(scene, verb) or denial(verb):
        return
    doc = verb.doc
    whom = next((child for child in verb.children if child.dep_ in ("dative", "dobj") and child.i > verb.i), None)
    term = next((token for token in doc[verb.i + 1 : verb.i + 14] if token.lemma_.lower() in read_list("terms")), None)
    if term is None or (whom is not None and whom.lower_.endswith(("self", "selves"))):
        return
    if whom is None or whom.i == term.i:
        yield from find_term_for(scene, verb, term)
        return
    if term.i + 1 < len(doc) and whom.i > term.i:
        return
    begin = find_infinitive(verb, term.i + 1, scene.limit(verb.i), whom)
    keys = find_addressees(scene, whom)
    holders = find_holders(scene, find_subject(verb))
    if begin is None or not keys or not holders:
        return
    pieces = ThingReader(scene, begin, Shape.DO, verb).read()
    if len(pieces) > 1 and "or" in {doc[index].lower_ for index in range(pieces[0].end - 1, pieces[1].start)}:
        pieces = pieces[:1]
    yield Finding(DemandKind.DEMAND, "demand.deadline", verb, pieces, holders, keys)


def find_term_for(scene: Scene, verb: Token, term: Token) -> Iterator[Finding]:
    """ "set a deadline of June 1 for Iraq to clear the mines"."""
    match = match_takes(scene, term, term.i + 1, (("for", "WHOM", "to", "DO"),))
    holders = find_holders(scene, find_subject(verb))
    if match is not None and match.whom is not None and holders:
        keys = find_addressees(scene, match.whom)
        yield Finding(DemandKind.DEMAND, "demand.deadline", verb, match.pieces, holders, keys)


def find_cleft(scene: Scene, verb: Token) -> Iterator[Finding]:
    """ "What he wants is a public apology": the thing stands behind the "is" of the whole."""
    what = next((child for child in verb.children if child.lower_ in ("what", "all") and child.i < verb.i), None)
    frames = read_frames().verbs.get(read_frames().base(verb), ())
    if what is None or not frames or denial(verb) or is_supposed(scene, verb):
        return
    be = next((word for word in verb.ancestors if word.lemma_ == "be" and word.i > verb.i), None)
    if be is None:
        return
    match = match_takes(scene, be, be.i + 1, (("for", "WHOM", "to", "DO"), ("to", "DO"), ("that", "THAT"), ("GONE",)))
    holders = find_holders(scene, find_subject(verb))
    if match is None or not holders or verb.doc[be.i + 1].tag_.startswith("JJ"):
        return
    kind = next((frame.kind for frame in frames if not frame.only), DemandKind.DEMAND)
    if match.shape is Shape.DO and match.whom is None:
        kind = DemandKind.GOAL
    yield Finding(
        kind, f"{kind}.cleft", verb, match.pieces, holders, find_addressees(scene, match.whom) if match.whom else ()
    )


def find_relative(scene: Scene, verb: Token) -> Iterator[Finding]:
    """ "the Tamsin heights, which Zambara claims": the thing wanted is the noun before the relative clause."""
    frames = read_frames().verbs.get(read_frames().base(verb), ())
    clause = verb
    while clause.dep_ == "xcomp" and clause.head.lemma_ in ("seem", "appear", "continue"):
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.i > verb.i:
        return
    subject = next((child for child in clause.children if child.dep_ == "nsubj" and child.i < clause.i), None)
    if subject is None or subject.tag_ in ("WP", "WDT") or subject.i < clause.head.i or is_supposed(scene, verb):
        return
    denied = denial(verb)
    for frame in frames:
        if (
            ("WHAT",) not in frame.takes
            and ("GONE",) not in frame.takes
            or frame.only
            or frame.particles
            or frame.objects
            or frame.would
        ):
            continue
        kind = frame.negated if denied else frame.kind
        if kind is None or denied == "maybe" or has_object(verb):
            continue
        piece = antecedent(scene, clause.head, subject)
        if piece is None:
            return
        yield Finding(kind, f"{kind}.relative", verb, (piece,), find_holders(scene, subject))
        return


def has_object(verb: Token) -> bool:
    return any(
        child.dep_ in ("dobj", "xcomp", "ccomp") and child.tag_ not in ("WDT", "WP") and child.i > verb.i
        for child in verb.children
    )


def antecedent(scene: Scene, noun: Token, subject: Token) -> Piece | None:
    """The noun phrase before a relative clause; where it is an apposition ("the Tolm Valley, a wedge of …"), its first noun."""
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.dep_ in ("prep", "appos") and top.head.i < top.i:
        top = top.head
    if top.dep_ == "appos":
        noun = top.head
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of", "for") and noun.head.head.pos_ == "NOUN":
        if not any(child.dep_ in ("det", "poss") for child in noun.children):
            noun = noun.head.head  # "a breakdown in relations that neither wants"
    if noun.lemma_.lower() in read_list("vague"):
        return None
    doc = noun.doc
    start, end = noun.left_edge.i, subject.left_edge.i
    for index in range(noun.i + 1, end):
        relative = doc[index].tag_ in ("WDT", "WP") or doc[index].lower_ == "that"
        if doc[index].text in (",", "—") or relative or doc[index].dep_ == "mark":
            end = index
            break
    return Piece(start, end) if end > start else None

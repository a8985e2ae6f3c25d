"""Rules for the verbs and adjectives of wanting that the lexicon lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.parsing.demands.addressees import find_addressees
from app.parsing.demands.clauses import (
    NEVER,
    denial,
    follows_would,
    has_condition,
    has_helper,
    is_main_misread,
    is_supposed,
    is_verb,
)
from app.parsing.demands.frames import OWN, Frame, read_frames, read_list
from app.parsing.demands.holders import (
    find_agent,
    find_holders,
    find_passive_subject,
    find_subject,
    is_own,
)
from app.parsing.demands.matching import WISHING, Match, find_noun, match_takes, thing_is
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.unasked import disagrees, is_forecast, is_meaning, is_over, is_own_people, is_thing, is_threat
from app.parsing.tokens import Token
from app.records import DemandKind


def find_by_verb(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“Chad demands a new treaty”: the first frame of the verb whose pattern fits the words behind it."""
    frames = read_frames().verbs.get(read_frames().base(verb))
    if not frames or not is_verb(verb) or is_supposed(scene, verb):
        return
    refused = denial(verb)
    if refused == "maybe" or is_over(verb, refused) or is_meaning(verb) or is_threat(scene, verb):
        return
    for frame in frames:
        kind = _kind(frame, refused)
        if kind is not None and (parted := _read_parted(scene, verb, frame, kind)) is not None:
            yield parted
            return
        after = _after_particles(verb, frame)
        if after is None or kind is None or (frame.would and not follows_would(verb)):
            continue
        ahead = kind is DemandKind.REFUSAL and has_helper(verb, ("will", "would", "'ll", "’ll"))
        if (frame.only == "denied" or ahead) and has_condition(scene, verb):
            continue  # "will not accept a truce unless …" is a condition, not a refusal
        if kind is DemandKind.REFUSAL and not refused and _is_asked_of(verb):
            continue  # "urged Chad to reject the deal"
        if frame.only == "spoken" and scene.voice(verb) is None:
            continue
        if frame.only == "will" and not has_helper(verb, ("will", "would", "'ll", "’ll")):
            continue
        finding = _read_verb(scene, verb, frame, kind, after)
        if finding is not None:
            yield finding
            yield from find_further(scene, verb, frame, finding)
            return


def _is_asked_of(verb: Token) -> bool:
    """Whether somebody else asks somebody to do it: "urged Chad to reject the deal"."""
    above = verb.head
    asks = any(frame.kind is DemandKind.DEMAND for frame in read_frames().verbs.get(read_frames().base(above), ()))
    to_do = any(child.tag_ == "TO" for child in verb.lefts)
    return verb.dep_ in ("xcomp", "ccomp") and asks and to_do and above.i < verb.i


def find_further(scene: Scene, verb: Token, frame: Frame, finding: Finding) -> Iterator[Finding]:
    """The same verb once more for others: "…, and to the rebels to leave the town", "…, and by Norway to pay"."""
    doc, limit = verb.doc, scene.article.sentence(verb).end
    at = finding.pieces[-1].end
    while at < limit and (doc[at].is_punct or doc[at].lower_ == "and"):
        at += 1
    if at + 2 >= limit or doc[at - 1].lower_ != "and":
        return
    if finding.rule.endswith("passive") and doc[at].lower_ == "by":
        agent = find_noun(scene, at + 1, limit)
        match = match_takes(scene, verb, agent.i + 1, (("to", "DO"),), end=limit) if agent is not None else None
        if agent is not None and match is not None and (holders := find_holders(scene, agent)):
            yield replace(finding, pieces=match.pieces, holders=holders)
        return
    first = "WHOM" if doc[at].tag_ == "NNP" else doc[at].lower_
    takes = tuple(take for take in frame.takes if take[0] == first and "WHOM" in take)
    match = match_takes(scene, verb, at, takes, end=limit) if takes else None
    if match is not None and match.whom is not None:
        yield replace(finding, pieces=match.pieces, addressees=find_addressees(scene, match.whom, finding.holders))


def _kind(frame: Frame, denied: str) -> DemandKind | None:
    """What the record is when the word is denied or not; None where it is none."""
    if frame.only == "denied":
        return frame.kind if denied == "will" else None
    if frame.only == "will":
        return frame.kind if not denied else None
    if frame.only == "negated":
        return (frame.negated or frame.kind) if denied else None
    return frame.negated if denied else frame.kind


def _after_particles(verb: Token, frame: Frame) -> int | None:
    """The token behind the verb and its particles (OWN: a possessive); None where they do not stand there."""
    doc, at = verb.doc, verb.i + 1
    for particle in frame.particles:
        if at >= len(doc) or not (doc[at].tag_ == "PRP$" if particle == "OWN" else doc[at].lower_ == particle):
            return None
        at += 1
    return at


def _read_parted(scene: Scene, verb: Token, frame: Frame, kind: DemandKind) -> Finding | None:
    """“turned the request down”: the thing between the verb and its particle."""
    if (
        len(frame.particles) != 1
        or ("WHAT",) not in frame.takes
        or (verb.tag_ == "VBN" and not has_helper(verb, ("have",)))
    ):
        return None
    doc = verb.doc
    near = doc[verb.i + 2 : min(verb.i + 9, scene.limit(verb.i))]
    particle = next((word for word in near if word.lower_ == frame.particles[0] and word.head.i == verb.i), None)
    if particle is None or any(child.dep_ in ("pobj", "pcomp") for child in particle.children):
        return None  # "count the guns on both sides"
    if doc[verb.i + 1].tag_ in ("IN", "TO", "RB", ","):
        return None
    match = Match((Piece(verb.i + 1, particle.i),))
    if not is_allowed(scene, frame, match):
        return None
    return make_finding(scene, kind, f"{kind}.verb", verb, match, find_holders(scene, find_subject(verb)), frame)


def _read_verb(scene: Scene, verb: Token, frame: Frame, kind: DemandKind, after: int) -> Finding | None:
    rule = f"{kind}.verb"
    passive = find_passive_subject(verb)
    if passive is None and verb.dep_ == "conj" and verb.tag_ == "VBN" and find_agent(verb) is not None:
        passive = find_passive_subject(verb.head)  # "was accepted by Chad and [rejected] by Norway"
    misread = is_main_misread(scene, verb)
    if is_asked_aside(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i > verb.head.i and not misread):
        return _read_passive(scene, verb, frame, kind, after, verb.head)  # "Chad, asked by Norway to leave …"
    if passive is not None and has_helper(verb, ("be", "get")):
        return _read_passive(scene, verb, frame, kind, after, passive)
    if verb.tag_ == "VBN" and not misread and not has_helper(verb, ("have",)):
        return None
    match = match_takes(scene, verb, after, frame.takes)
    if match is None or not is_allowed(scene, frame, match):
        return None
    holders = find_holders(scene, find_subject(verb))
    return None if disagrees(scene, verb, holders) else make_finding(scene, kind, rule, verb, match, holders, frame)


def is_asked_aside(verb: Token) -> bool:
    """“Norway, [asked] to mediate, said”: an aside that the tagger reads as a past tense."""
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or verb.i < 2 or verb.i + 1 >= len(verb.doc):
        return False
    return verb.nbor(-1).text == "," and verb.nbor(1).tag_ == "TO" and verb.head.dep_ in ("nsubj", "nsubjpass")


def _read_passive(
    scene: Scene, verb: Token, frame: Frame, kind: DemandKind, after: int, subject: Token
) -> Finding | None:
    """“Chad was urged by Norway to …”; "a swap was ruled out by the minister"."""
    agent = find_agent(verb)
    if agent is None:
        return None
    holders = find_holders(scene, agent)
    infinitive = next((take for take in frame.takes if take[-3:] == ("WHOM", "to", "DO") and len(take) <= 4), None)
    if infinitive is not None:
        reach = scene.limit(verb.i)
        at = min(agent.i + 1, reach)
        match = match_takes(scene, verb, at, (("to", "DO"),)) or match_takes(scene, verb, after, (("to", "DO"),))
        if match is not None:
            return make_finding(
                scene, kind, f"{kind}.passive", verb, Match(match.pieces, subject, match.shape), holders, frame
            )
    if verb.dep_ != "acl" and (("WHAT",) in frame.takes or ("GONE",) in frame.takes):
        aside = next((child for child in subject.children if child.dep_ == "appos" and child.i > subject.i), None)
        end = min(subject.right_edge.i + 1, verb.i)
        if aside is not None and aside.left_edge.nbor(-1).text == ",":  # "The harbor, a horseshoe of basalt, is sought"
            end = aside.left_edge.i - 1
        match = Match((Piece(subject.left_edge.i, end),), None)
        if is_allowed(scene, frame, match):
            return make_finding(scene, kind, f"{kind}.passive", verb, match, holders, frame)
    return None


def is_allowed(scene: Scene, frame: Frame, match: Match) -> bool:
    first = match.pieces[0]
    if frame.objects and match.shape in (Shape.WHAT, Shape.GONE) and not thing_is(scene, first, frame.objects):
        return False
    if not frame.never or frame.never == OWN:
        return True
    if match.shape is Shape.DO and scene.article.doc[first.start].lower_ == "know":
        return scene.article.doc[first.start + 1].tag_ in ("WP", "WRB", "WDT")  # "wants to know who gave the order"
    if match.shape is Shape.DO:  # the verb alone decides: "declined to [say] …"
        verbs = [
            token.lemma_.lower()
            for token in scene.article.doc[first.start : first.end]
            if token.lower_ not in ("not", "to") and token.tag_ != "RB"
        ]
        own_life = verbs[:1] == ["be"] and verbs[1:2] in (["a"], ["an"])  # "wanted to be a doctor"
        return not own_life and (not verbs or verbs[0] not in read_list(frame.never))
    return not thing_is(scene, first, frame.never)


def make_finding(
    scene: Scene,
    kind: DemandKind,
    rule: str,
    cue: Token,
    match: Match,
    holders: tuple[str, ...],
    frame: Frame | None = None,
) -> Finding | None:
    """The finding of a match, with its addressees; None where nobody holds it, or for an order to one's own."""
    if not holders:
        return None
    addressees = find_addressees(scene, match.whom, holders) if match.whom is not None else ()
    if match.whom is not None and match.whom.lower_ == "you" and (quote := scene.quote_at(cue)) is not None:
        addressees = quote.addressees  # "“I urge you to stop,” she told Chad"
    if cue.lemma_ == "expect" and match.whom is not None and is_forecast(scene, cue, holders):
        return None
    if match.whom is not None and is_thing(scene, cue, match, match.whom, addressees):
        return None
    if set(addressees) & set(holders) and rule.endswith("passive"):
        return None
    if match.whom is not None and cue.lemma_ in WISHING and not scene.cast.resolve_all(match.whom):
        first = Piece(match.whom.left_edge.i, match.pieces[0].end)  # "would like [the fence to stay]"
        return Finding(kind, rule, cue, (first, *match.pieces[1:]), holders)
    if match.whom is not None and is_own_people(match.whom):
        return None
    if frame is not None and frame.never == OWN:
        others = tuple(key for key in addressees if not is_own(scene, key, holders))
        if match.whom is not None and addressees and not others and frame.kind == "demand":
            return None
        addressees = others
        if cue.lemma_ in ("order", "command", "instruct", "direct", "require", "oblige") and not _foreign(
            scene, addressees, holders, match.whom is not None and match.whom.i in scene.cast.naming_of
        ):
            return None
    return Finding(kind, rule, cue, match.pieces, holders, addressees)


def _foreign(scene: Scene, addressees: tuple[str, ...], holders: tuple[str, ...], named: bool) -> bool:
    sides = {scene.cast.side_of(key) for key in holders}
    return bool(addressees) and named and all(scene.cast.side_of(key) not in (*sides, None) for key in addressees)


def is_predicate(be: Token, word: Token) -> bool:
    """Whether a preposition says what somebody is: "was [firmly] against it", not "appeared in Rome after it"."""
    return be.lemma_ == "be" and all(between.tag_ == "RB" for between in be.doc[be.i + 1 : word.i])


def find_by_adjective(scene: Scene, adjective: Token) -> Iterator[Finding]:
    """“Chad is adamant that the border be opened”: an adjective or a preposition behind a form of "be"."""
    frames = read_frames().adjectives.get(adjective.lower_)
    if not frames or adjective.dep_ not in (
        "acomp",
        "prep",
        "attr",
        "oprd",
        "ROOT",
        "conj",
        "xcomp",
        "ccomp",
        "advmod",
    ):
        return
    verb = adjective if adjective.dep_ in ("ROOT", "ccomp", "conj") else adjective.head
    be = next((child for child in verb.children if child.lemma_ == "be"), verb)
    if (
        be.lemma_ not in ("be", "remain", "seem", "appear", "stay", "look")
        or be.i > adjective.i
        or adjective.i - be.i > 5
    ):
        return
    if is_supposed(scene, be) or (adjective.tag_ == "IN" and not is_predicate(be, adjective)):
        return
    between = {word.lower_ for word in adjective.doc[be.i + 1 : adjective.i]}
    denied = "will" if between & NEVER or {denial(verb), denial(be)} & {"not", "will"} else ""
    for frame in frames:
        kind = _kind(frame, denied)
        if kind is None or (match := match_takes(scene, adjective, adjective.i + 1, frame.takes)) is None:
            continue
        if not is_allowed(scene, frame, match):
            continue
        holders = find_holders(scene, find_subject(be) or find_subject(verb) or find_passive_subject(verb))
        finding = make_finding(scene, kind, f"{kind}.adjective", adjective, match, holders)
        if finding is not None:
            yield finding
            return

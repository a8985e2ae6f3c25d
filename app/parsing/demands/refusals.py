"""Rules for what a source will not do: will not and never, not going to, a question answered with "would not"."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import has_condition, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_holders, find_subject
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.demands.voices import find_clause_subject
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import DemandKind

CAN = frozenset({"can", "ca", "could"})
MERELY = frozenset({"just", "only", "simply", "merely", "necessarily"})
ALLOWING = frozenset({"allow", "let", "permit"})
WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall", *CAN})


def find_will_not(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“We will not pay”, "it would never pay", "No minister will ever sign"."""
    verb = find_behind_aside(modal) or (modal.head if modal.head.i > modal.i else None)
    if verb is not None and (turned := find_turned(scene, modal, verb)) is not None:
        yield turned
        return
    if modal.lower_ in CAN and (verb is None or not can_refuse(scene, modal, verb)):
        return
    if verb is None or verb.tag_ not in ("VB", "NN", "VBP", "JJ", "VBN"):
        yield from find_answer(scene, modal)
        return
    if verb.tag_ == "VBN" and not is_endured(scene, modal, verb):
        return  # "it would not be bound" is a refusal only where the one who would be bound says so
    if verb.lemma_ in read_list("passive_will") or is_supposed(scene, modal) or has_condition(scene, verb):
        return
    subject = find_clause_subject(modal, verb)
    if (
        subject is None
        or is_done_to(verb, subject)
        or is_text(subject)
        or is_musing(modal, subject)
        or any(child.tag_ == "WP" and child.i < modal.i for child in verb.children)
    ):
        return
    begin = find_refused(modal, verb)
    if begin is not None and is_read_as_verb(scene, modal, verb):
        return
    speaker = scene.voice(modal)
    if begin is None and subject.conjuncts and any(child.lower_ == "neither" for child in subject.children):
        begin = verb.i  # "neither Chad nor Norway will pay"
    if begin is None:
        if speaker and has_no(subject) and subject.i < modal.i and subject.lemma_ not in ("amount", "number"):
            begin = subject.left_edge.i
            pieces = ThingReader(scene, modal.i + 1, Shape.DO, modal).read()
            if pieces:
                yield Finding(DemandKind.REFUSAL, "refusal.no-one", modal, (Piece(begin, pieces[0].end),), (speaker,))
        return
    holders = find_refusers(scene, subject, speaker)
    if not holders:
        return
    pieces = (*find_fronted(scene, modal, verb), *ThingReader(scene, begin, Shape.DO, modal).read())[:1]
    yield Finding(DemandKind.REFUSAL, "refusal.will-not", modal, pieces, holders)


def is_read_as_verb(scene: Scene, modal: Token, verb: Token) -> bool:
    """Whether the rule for verbs reads what is not accepted: "will not accept a swap", "will hear nothing of a swap"."""
    denied = [frame for frame in read_frames().verbs.get(verb.lemma_, ()) if frame.only == "denied"]
    if not any(is_not(word) for word in modal.doc[modal.i + 1 : verb.i]):
        return bool(denied) and any(child.lower_ in ("nothing", "none") for child in verb.children)
    return any(match_takes(scene, verb, verb.i + 1, frame.takes) for frame in denied)


def find_behind_aside(modal: Token) -> Token | None:
    """The verb behind an aside: "will not, its aides say, [sit] at a table with him"."""
    doc, at = modal.doc, modal.i + 2
    if at >= len(doc) or doc[at].text != "," or not is_not(doc[at - 1]):
        return None
    close = next((word.i for word in doc[at + 1 : at + 12] if word.text == ","), len(doc))
    verb = next((word for word in doc[close + 1 : close + 3] if not word.is_quote), None)
    return verb if verb is not None and verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_.lower() else None


def can_refuse(scene: Scene, modal: Token, verb: Token) -> bool:
    """Whether “cannot” refuses: "cannot allow", and in one's own words an act that one could do ("I cannot sign this")."""
    if scene.voice(modal) is None:
        return False
    own = modal.lower_ != "could" and scene.article.mark_of[modal.i] >= 0
    subject = find_clause_subject(modal, verb) if own else None
    first = subject is not None and subject.lower_ in ("i", "we")
    return verb.lemma_ in ALLOWING or (first and verb.lemma_ in read_list("withheld"))


def is_not(word: Token) -> bool:
    return word.lower_ in ("not", "n't", "n’t", "never")


def is_endured(scene: Scene, modal: Token, verb: Token) -> bool:
    """Whether a passive may tell what one will not bear: in the words of a source, or of what is done by force."""
    forced = (
        verb.lemma_ in read_list("coerced") and verb.doc[verb.i + 1 : verb.i + 2].text != "on"
    )  # "be drawn on that"
    perfect = any(child.lemma_ == "have" for child in verb.children)
    return not perfect and (forced or scene.voice(modal) is not None)


def find_turned(scene: Scene, modal: Token, verb: Token) -> Finding | None:
    """“Under no circumstances will we leave”, "never will Chad pay": the subject behind the helper."""
    before = [word.lower_ for word in scene.before_in_sentence(modal)][-4:]
    turned = (
        before[-1:] == ["never"]
        or before[-2:] == ["never", "again"]
        or (before[-2:-1] == ["no"] and before[-1:] != ["one"])
    )
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and modal.i < child.i < verb.i), None)
    if any(frame.only == "denied" for frame in read_frames().verbs.get(verb.lemma_, ())):
        return None  # "never will we accept": the rule for verbs
    if not turned or subject is None or verb.lemma_ in read_list("passive_will") or has_condition(scene, verb):
        return None
    holders, speaker = find_holders(scene, subject), scene.voice(modal)
    if not holders or speaker is None or not speaks_of_own(scene, speaker, holders):
        return None
    pieces = ThingReader(scene, verb.i, Shape.DO, modal).read()
    return Finding(DemandKind.REFUSAL, "refusal.will-not", modal, pieces, holders) if pieces else None


def is_musing(modal: Token, subject: Token) -> bool:
    """“I wouldn't underestimate them”: advice, or a thought."""
    return modal.lower_ == "would" and subject.lower_ == "i" and modal.nbor(1).lower_ != "never"


def is_text(subject: Token) -> bool:
    """“her plan will not end the war” foretells."""
    return subject.lemma_.lower() in read_list("mouthpieces") - {"office", "aide", "camp", "entourage"}


def is_done_to(verb: Token, subject: Token) -> bool:
    """“it would not be met” tells what becomes of a thing; "it would not be bullied" what its holder will not have."""
    passive = verb.tag_ == "VBN" and subject.lower_ in ("it", "they", "this", "that")
    return passive and verb.lemma_ not in read_list("coerced")


def find_refusers(scene: Scene, subject: Token, speaker: str | None) -> tuple[str, ...]:
    """Who will not do it: the subject, if nobody else foretells it; behind "her deputies" she who says so."""
    holders = find_holders(scene, subject)
    if speaker is None:
        return holders
    unnamed = not any(scene.cast.figures[key].named for key in holders)
    if unnamed and is_own_subject(scene, speaker, subject):
        return (speaker,)
    return holders if speaks_of_own(scene, speaker, holders) else ()


def is_own_subject(scene: Scene, speaker: str, subject: Token) -> bool:
    """“her party's deputies”, where it is she who says what they will not do."""
    return any(word.tag_ == "PRP$" and speaker in scene.cast.resolve(word) for word in subject.subtree)


def find_fronted(scene: Scene, modal: Token, verb: Token) -> tuple[Piece, ...]:
    """“A recount he would not hear of”: the thing refused stands before the subject, and nothing behind the verb."""
    doc = modal.doc
    sentence = scene.article.sentence(modal)
    last = doc[verb.i + 1] if verb.i + 1 < sentence.end else verb
    top = verb.head
    if verb.dep_ != "relcl" or last.tag_ not in ("IN", "RP") or not doc[last.i + 1].is_punct or top.dep_ != "ROOT":
        return ()
    subject = find_clause_subject(modal, verb)
    if subject is None or subject.left_edge.i <= sentence.start or top.left_edge.i != sentence.start:
        return ()
    return (Piece(sentence.start, subject.left_edge.i),)


def find_not_going(scene: Scene, going: Token) -> Iterator[Finding]:
    """“We are not going to pay”: the refusal of everyday speech."""
    doc = going.doc
    denied = {child.lower_ for child in going.children} & {"not", "n't", "n’t", "never"}
    if not denied or going.i + 2 >= len(doc) or doc[going.i + 1].lower_ != "to" or doc[going.i + 2].tag_ != "VB":
        return
    verb = doc[going.i + 2]
    if verb.lemma_ in read_list("passive_will") or is_supposed(scene, going) or has_condition(scene, verb):
        return
    holders = find_holders(scene, find_subject(going))
    speaker = scene.voice(going)
    if holders and speaker and speaks_of_own(scene, speaker, holders):
        pieces = ThingReader(scene, verb.i, Shape.DO, going).read()
        yield Finding(DemandKind.REFUSAL, "refusal.will-not", going, pieces, holders)


def find_does_not(scene: Scene, helper: Token) -> Iterator[Finding]:
    """“We do not negotiate with kidnappers”: a maxim in direct speech by which a request is refused."""
    verb = helper.head
    if helper.dep_ != "aux" or verb.lemma_ not in read_list("yielding") or scene.article.mark_of[helper.i] < 0:
        return
    begin = find_refused(helper, verb)
    subject, speaker = find_clause_subject(helper, verb), scene.voice(helper)
    if begin is None or subject is None or speaker is None or is_supposed(scene, helper) or has_condition(scene, verb):
        return
    holders = find_holders(scene, subject)
    if subject.tag_ == "PRP" and subject.lower_ not in ("i", "we"):
        return
    if not holders or speaks_of_own(scene, speaker, holders):
        pieces = ThingReader(scene, begin, Shape.DO, helper).read()
        if pieces and pieces[0].end - pieces[0].start > 1:
            if not holders and subject.lemma_.lower() in (
                "republic",
                "kingdom",
                "nation",
                "country",
                "state",
                "government",
            ):
                holders = tuple(key for key in (scene.cast.side_of(speaker),) if key)
            yield Finding(DemandKind.REFUSAL, "refusal.will-not", helper, pieces, holders or (speaker,))


def find_refused(modal: Token, verb: Token) -> int | None:
    """The token behind "not" or "never", at which the refused predicate begins; None where nothing is denied."""
    doc = modal.doc
    for index in range(modal.i + 1, verb.i):
        if doc[index].lower_ == "rather":
            continue
        if doc[index].lower_ == "under" and [word.lower_ for word in doc[index + 1 : index + 2]] == ["no"]:
            return verb.i if index + 3 == verb.i else None  # "under no circumstances"
        if is_not(doc[index]):
            at = index + 1
            if doc[at].text == ",":
                return verb.i
            while at < verb.i and doc[at].tag_ == "RB":
                if doc[at].lower_ in MERELY:
                    return None  # "will not just talk"
                at += 1
            return at if doc[at].lower_ != "rather" else None
        if doc[index].tag_ not in ("RB",):
            return None
    if verb.lemma_ == "have" and [word.lower_ for word in doc[verb.i + 1 : verb.i + 3]] == ["none", "of"]:
        return verb.i  # "will have none of it"
    refused = any(
        child.dep_ == "dobj" and (child.lower_ in ("neither", "none", "nobody", "nothing") or has_no(child))
        for child in verb.children
    )
    return verb.i if refused and verb.lemma_ not in ("have", "get", "see", "find") else None  # "would do neither"


def has_no(subject: Token) -> bool:
    """Whether nobody is meant: "no soldier", "not one soldier", "not a single soldier"."""
    first = subject.left_edge
    not_one = first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor(1).lower_ in ("one", "a")
    return not_one or any(child.lower_ == "no" for child in subject.children)


def speaks_of_own(scene: Scene, speaker: str, holders: tuple[str, ...]) -> bool:
    """Whether a speaker tells of himself or his side; what others say of an actor is a prediction."""
    side, figure = scene.cast.side_of(speaker), scene.cast.figures[speaker]
    if not figure.named and figure.head in read_words("names", "aides"):
        return True
    if side is None and set(figure.role.casefold().split()) & read_words("names", "offices"):
        return True
    return any(key in (speaker, side) or (side and scene.cast.side_of(key) == side) for key in holders)


def find_answer(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“Asked if Chad would leave, Lund said that it would not”: what is refused stands in the question."""
    doc = modal.doc
    sentence = scene.article.sentence(modal)
    if (
        modal.i + 1 >= sentence.end
        or doc[modal.i + 1].lower_ not in ("not", "n't", "n’t")
        or sentence[0].lemma_ not in ("ask", "press")
    ):
        return
    asked = next((token for token in sentence if token.lower_ in ("if", "whether")), None)
    if asked is None or asked.i > modal.i or doc[min(modal.i + 2, sentence.end - 1)].tag_ in ("VB", "RB"):
        return
    for token in doc[asked.i + 1 : modal.i]:
        if token.lower_ in WILL and token.head.tag_ in ("VB", "NN") and token.head.i > token.i:
            pieces = ThingReader(scene, token.i + 1, Shape.DO, token).read()
            subject = find_clause_subject(token, token.head)
            yield Finding(DemandKind.REFUSAL, "refusal.answer", modal, pieces, find_holders(scene, subject))
            return

"""Rules for what a source says in its own voice: must and should, will not and never, imperatives."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from app.parsing.demands.clauses import denial, has_condition, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_holders, find_owners, find_subject, is_own
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.lexicon import read_words
from app.records import DemandKind, QuoteKind

MUST = frozenset({"must", "should", "ought", "need", "have", "got"})
WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
FIRST = frozenset({"i", "we"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")
CONTAINING = frozenset({"include", "contain", "comprise", "cover", "provide", "involve", "get", "give", "be"})


def find_must(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“Sudan must reopen the border, she said”: what a source says must be, and what it must do itself."""
    verb = find_bound_verb(modal)
    if verb is None or verb.lemma_ in read_list("minding") or is_supposed(scene, modal) or has_perfect(verb):
        return
    subject = find_clause_subject(modal, verb)
    if (
        subject is None
        or subject.i > modal.i
        or subject.lower_ in read_list("anybody")
        or subject.tag_ in ("WP", "WDT")
    ):
        return
    reporter = find_reporter(scene, verb)
    speaker = scene.voice(modal)
    if speaker is None or (reporter and speaker in scene.cast.resolve(subject)):
        speaker = reporter or scene.carried(modal) or find_announced(scene, modal)
    if speaker is None:
        return
    keys = scene.cast.resolve_all(subject)
    if subject.lower_ in ("it", "they"):  # "Sudan must …, she said. It must also …"
        quote = scene.quote_at(modal)
        told = quote.addressees if quote is not None else ()
        keys = told or scene.asked_before(modal) or keys
        if not keys:
            return
    if subject.lower_ in FIRST or speaker in keys:
        if scene.article.mark_of[modal.i] >= 0 and modal.lower_ != "should":
            yield from needs(scene, modal, verb, speaker)
        return
    if modal.lower_ in ("should", "ought") and not keys and not is_passive(verb):
        return
    if not keys and verb.lemma_ == "be" and not is_passive(verb) and modal.lower_ == "have":
        return
    begin = after_modal(modal, verb)
    whole = not keys or is_own(scene, keys[0], (speaker,))
    start = subject.left_edge.i if whole else begin
    if whole and any(token.text in (",", ";") for token in scene.article.doc[start:begin]):
        start = subject.i if subject.left_edge.i < scene.article.sentence(modal).start else start
    pieces = read_predicate(scene, modal, start, begin, verb)
    addressees = () if whole else keys
    yield Finding(DemandKind.DEMAND, "demand.must", modal, pieces, (speaker,), addressees)


def find_reporter(scene: Scene, verb: Token) -> str | None:
    """Who says so where it is told in a clause: "Chad has made clear that Sudan must …", "…, saying Sudan must …"."""
    above = verb
    while above.dep_ in ("conj", "xcomp", "aux") and above.head.i < above.i:
        above = above.head
    if above.dep_ not in ("ccomp", "csubj", "advcl"):
        return None
    teller = above.head.head if above.head.lower_ in ("clear", "plain") else above.head
    clear = teller.lemma_ == "make" and any(child.lower_ in ("clear", "plain") for child in teller.children)
    if not clear and teller.lemma_ not in read_words("speech", "saying") | read_words("speech", "believing"):
        return None
    holders = find_holders(scene, find_subject(teller)) if teller.i < verb.i else ()
    return holders[0] if holders else None


def find_announced(scene: Scene, modal: Token) -> str | None:
    """Whose terms they are where the sentence before announces them: "Chad set out its terms. Sudan must …"."""
    article = scene.article
    nth = article.sentence_of[modal.i]
    for before in (article.sentences[nth - 1], article.sentences[nth - 2]) if nth > 1 else ():
        if article.paragraph_of(before.start_char) != article.paragraph_of(modal.idx):
            return None
        for token in before:
            if token.lemma_.lower() in read_list("announcing") and token.pos_ == "NOUN":
                holders = find_owners(scene, token) or find_holders(scene, find_subject(before.root))
                return holders[0] if holders else None
    return None


def find_time(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“It is time for Russia to leave”, in the voice of a source."""
    speaker = scene.voice(noun)
    if speaker is None or noun.head.lemma_ != "be" or is_supposed(scene, noun) or denial(noun.head):
        return
    match = match_takes(scene, noun, noun.i + 1, (("for", "WHOM", "to", "DO"),))
    if match is not None and match.whom is not None:
        asked = scene.cast.resolve_all(match.whom)
        yield Finding(DemandKind.DEMAND, "demand.time", noun, match.pieces, (speaker,), asked)


def read_predicate(scene: Scene, cue: Token, start: int, begin: int, verb: Token) -> tuple[Piece, ...]:
    """The predicate from `begin` on, the first thing from `start` on; each object of "include" is a thing."""
    if verb.lemma_ in CONTAINING and verb.i + 1 < scene.limit(begin) and verb.lemma_ != "be":
        pieces = ThingReader(scene, verb.i + 1, Shape.WHAT, verb).read()
    else:
        pieces = ThingReader(scene, begin, Shape.DO, cue).read()
    if not pieces:
        return ()
    return (Piece(min(start, pieces[0].start), pieces[0].end), *pieces[1:])


def needs(scene: Scene, modal: Token, verb: Token, speaker: str) -> Iterator[Finding]:
    """“I need to win this vote”: what a speaker must do is his aim."""
    pieces = ThingReader(scene, after_modal(modal, verb), Shape.DO, modal).read()
    if pieces:
        yield Finding(DemandKind.GOAL, "goal.need", modal, pieces, (speaker,))


def find_bound_verb(modal: Token) -> Token | None:
    """The verb that "must", "have to" or "need to" binds."""
    if modal.tag_ == "MD":
        return modal.head if modal.head.i > modal.i else None
    if modal.lemma_ not in ("have", "need", "get") or modal.tag_[:2] != "VB":
        return None
    at = modal.i + 1
    doc = modal.doc
    if at + 1 >= len(doc) or doc[at].lower_ != "to" or doc[at + 1].tag_ not in ("VB", "RB"):
        return None
    return doc[at + 1] if doc[at + 1].tag_ == "VB" else doc[at + 2]


def after_modal(modal: Token, verb: Token) -> int:
    """The token at which the predicate begins: "not" or the verb with its passive helper, without adverbs before it."""
    at = modal.i + 1
    doc = modal.doc
    if doc[at].lower_ == "to":
        at += 1
    while at < verb.i and doc[at].tag_ == "RB" and doc[at].lower_ not in ("not", "never", "n't"):
        at += 1
    return at


def find_clause_subject(modal: Token, verb: Token) -> Token | None:
    owner = modal if modal.tag_ != "MD" else verb
    for token in (owner, verb):
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < modal.i:
                return child
    return find_subject(owner)


def has_perfect(verb: Token) -> bool:
    """“must have known”, "should have signed": no demand but a guess or a reproach."""
    return any(child.lemma_ == "have" and child.dep_ == "aux" and child.tag_ == "VB" for child in verb.children)


def is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.lemma_ == "be" for child in verb.children)


def find_will_not(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“We will not pay”, "it would never pay", "No minister will ever sign"."""
    verb = modal.head if modal.head.i > modal.i else None
    if verb is None or verb.tag_ not in ("VB", "NN", "VBP", "JJ", "VBN"):
        yield from find_answer(scene, modal)
        return
    if verb.tag_ == "VBN" and (scene.voice(modal) is None or any(child.lemma_ == "have" for child in verb.children)):
        return  # "it would not be bound" is a refusal only where the one who would be bound says so
    if verb.lemma_ in read_list("passive_will") or is_supposed(scene, modal) or has_condition(scene, verb):
        return
    subject = find_clause_subject(modal, verb)
    if subject is None:
        return
    begin = find_refused(modal, verb)
    denied = [frame for frame in read_frames().verbs.get(verb.lemma_, ()) if frame.only == "denied"]
    if begin is not None and any(match_takes(scene, verb, verb.i + 1, frame.takes) for frame in denied):
        return  # "will not accept": the rule for verbs reads what is not accepted
    speaker = scene.voice(modal)
    if any(child.tag_ == "WP" and child.i < modal.i for child in verb.children):
        return
    if begin is None:
        if speaker and has_no(subject) and subject.i < modal.i:
            begin = subject.left_edge.i
            pieces = ThingReader(scene, modal.i + 1, Shape.DO, modal).read()
            yield Finding(DemandKind.REFUSAL, "refusal.no-one", modal, (Piece(begin, pieces[0].end),), (speaker,))
        return
    holders = find_holders(scene, subject)
    if not holders or (speaker and not speaks_of_own(scene, speaker, holders)):
        return
    pieces = ThingReader(scene, begin, Shape.DO, modal).read()
    yield Finding(DemandKind.REFUSAL, "refusal.will-not", modal, pieces, holders)


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


def find_refused(modal: Token, verb: Token) -> int | None:
    """The token behind "not" or "never", at which the refused predicate begins; None where nothing is denied."""
    doc = modal.doc
    for index in range(modal.i + 1, verb.i):
        if doc[index].lower_ == "rather":
            continue
        if doc[index].lower_ in ("not", "n't", "n’t", "never"):
            at = index + 1
            while at < verb.i and doc[at].tag_ == "RB":
                at += 1
            return at if doc[at].lower_ != "rather" else None
        if doc[index].tag_ not in ("RB",):
            return None
    refused = any(
        child.dep_ == "dobj" and (child.lower_ in ("neither", "none") or has_no(child)) for child in verb.children
    )
    return verb.i if refused and verb.lemma_ not in ("have", "get", "see", "find") else None  # "would do neither"


def has_no(subject: Token) -> bool:
    return any(child.lower_ == "no" for child in subject.children)


def speaks_of_own(scene: Scene, speaker: str, holders: tuple[str, ...]) -> bool:
    """Whether a speaker tells of himself or his side; what others say of an actor is a prediction."""
    side = scene.cast.side_of(speaker)
    if side is None and set(scene.cast.figures[speaker].role.casefold().split()) & read_words("names", "offices"):
        return True
    return any(key == speaker or (side and scene.cast.side_of(key) == side) for key in holders)


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


def find_imperative(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“Open the gates”, "Pay us first and leave afterward": direct speech that asks for an act."""
    mark = scene.article.mark(verb)
    if mark is None or verb.tag_ not in ("VB", "VBP") or verb.lower_ != verb.lemma_.lower() or not opens(scene, verb):
        return
    quote = scene.quote_at(verb)
    if quote is None or quote.kind is not QuoteKind.DIRECT or scene.article.sentence(verb)[-1].text == "?":
        return
    if any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children) or is_rhetorical(scene, verb):
        return
    pieces = ThingReader(scene, verb.i, Shape.DO, verb).read()
    if not pieces or pieces[0].end - pieces[0].start < 3:
        return
    yield Finding(DemandKind.DEMAND, "demand.imperative", verb, pieces, (quote.speaker,), told_inside(scene, verb))


def opens(scene: Scene, verb: Token) -> bool:
    """Whether the word is the first of a sentence or of a quotation."""
    if not verb.text[0].isupper() or verb.i == 0:
        return False
    before = verb.nbor(-1)
    return before.text in ("“", '"', "‘", "'", "``") or (before.text in '.!”’"' and verb.is_sent_start is True)


def is_rhetorical(scene: Scene, verb: Token) -> bool:
    """Imperatives that ask for no act: "Imagine", "Let nobody think", "Give in and you will regret it"."""
    words = read_list("rhetorical")
    if verb.lower_ == "do":  # "Don't touch our dam"
        forbidden = verb.doc[verb.i + 2] if verb.i + 2 < len(verb.doc) else verb
        denied = verb.nbor(1).lower_ in ("not", "n't", "n’t")
        return (
            not denied
            or forbidden.tag_ != "VB"
            or forbidden.lemma_ in words
            or forbidden.lemma_ in read_list("minding")
        )
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if verb.lower_ in words or f"{verb.lower_} {following}" in words:
        return True
    if verb.lower_ == "let" and following in (
        "nobody",
        "no",
        "none",
        "there",
        "everyone",
        "everybody",
        "anyone",
        "us",
        "me",
        "him",
        "it",
    ):
        return True
    limit = scene.limit(verb.i)
    return any(
        token.lower_ == "you"
        and token.nbor(-1).lower_ == "and"
        and token.nbor(1).lower_ in ("'ll", "’ll", "will", "get", "find", "see")
        for token in scene.article.doc[verb.i + 1 : limit]
        if token.i + 1 < limit
    )


def told_inside(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Whom the speaker tells it, where he says so himself: "I told the minister, ‘Pay us first’"."""
    before = [token for token in scene.before_in_sentence(verb) if not token.is_punct and not token.is_quote]
    teller = next((token for token in reversed(before) if token.lemma_ in ("tell", "ask", "beg", "urge")), None)
    if teller is None or scene.article.mark_of[teller.i] < 0:
        return ()
    whom = next((child for child in teller.children if child.dep_ in ("dobj", "dative") and child.i < verb.i), None)
    return scene.cast.resolve_all(whom) if whom is not None else ()

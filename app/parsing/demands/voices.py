"""Rules for what a source says must be: must and should, what it needs itself, what it is time for."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.frames import read_list
from app.parsing.demands.holders import find_holders, find_owners, find_subject, is_outsider, is_own
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import DemandKind

MUST = frozenset({"must", "should", "ought", "need", "have", "got"})
FIRST = frozenset({"i", "we"})
CHOOSING = frozenset({"would", "will", "'d", "’d", "'ll", "’ll"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")
CONTAINING = frozenset({"include", "contain", "comprise", "cover", "provide", "involve", "get", "give", "be"})


def find_must(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“Sudan must reopen the border, she said”: what a source says must be, and what it must do itself."""
    verb = find_bound_verb(modal)
    if (
        verb is None
        or (verb.lemma_ in read_list("minding") and not sees_done(verb))
        or is_supposed(scene, modal)
        or has_perfect(verb)
    ):
        return
    if is_only_told(scene, modal):
        return
    subject = find_clause_subject(modal, verb)
    if subject is None or subject.i > modal.i or subject.tag_ in ("WP", "WDT") or is_anybody(scene, subject, modal):
        return
    reporter = find_reporter(scene, verb)
    speaker = scene.voice(modal)
    if speaker is not None and subject.lower_ == "you":
        yield from tell_you(scene, modal, verb, speaker)
        return
    inner = subject.lower_ in FIRST and scene.article.quoted_within(subject)
    if inner and reporter is None:
        return  # "Brandt has told me, ‘I must see him’"
    if speaker is None or (reporter and (inner or speaker in scene.cast.resolve(subject))):
        speaker = reporter or scene.carried(modal) or find_announced(scene, modal)
    if speaker is None or is_outsider(scene.cast, speaker):
        return
    if is_guess(modal, verb, subject):
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
    if not states_opinion(modal, verb, keys):
        yield read_bound(scene, modal, verb, subject, speaker, keys)


def states_opinion(modal: Token, verb: Token, keys: tuple[str, ...]) -> bool:
    """“prices should fall”, "all must recognize that peace is far": of nobody who could act, or no act."""
    if verb.lemma_ in ("recognize", "recognise") and any(child.dep_ == "ccomp" for child in verb.children):
        return True
    if keys or is_passive(verb):
        return False
    return modal.lower_ in ("should", "ought") or (verb.lemma_ == "be" and modal.lower_ == "have")


def is_only_told(scene: Scene, modal: Token) -> bool:
    """“may have to leave”, "a problem that he needs to solve", and "had to leave" in a source's own words: nothing asked."""
    if modal.tag_ == "MD":
        return False
    maybe = any(child.lower_ in ("may", "might", "could") for child in modal.children)
    maybe = maybe or bool(denial(modal))  # "does not have to"
    idle = [word.lower_ for word in modal.doc[modal.i + 1 : modal.i + 4]] == ["to", "do", "with"]
    return maybe or idle or modal.dep_ == "relcl" or (modal.lower_ == "had" and scene.article.mark_of[modal.i] >= 0)


def read_bound(scene: Scene, modal: Token, verb: Token, subject: Token, speaker: str, keys: tuple[str, ...]) -> Finding:
    """The finding of a "must": the predicate where its subject is an actor who is asked, otherwise the whole clause."""
    begin = after_modal(modal, verb)
    whole = not keys or is_own(scene, keys[0], (speaker,))
    start = subject.left_edge.i if whole else begin
    if whole and any(token.text in (",", ";") for token in scene.article.doc[start:begin]):
        start = subject.i if subject.left_edge.i < scene.article.sentence(modal).start else start
    pieces = read_predicate(scene, modal, start, begin, verb)
    return Finding(
        DemandKind.DEMAND, "demand.must", modal, pieces, (speaker,), () if whole or is_passive(verb) else keys
    )


def is_anybody(scene: Scene, subject: Token, modal: Token) -> bool:
    """Whether nobody in particular must do it; "there must be" asks, and so does a "you" that the reporter names."""
    if (subject.lower_, modal.lower_) == ("there", "must") or find_told(scene, subject):
        return False
    return subject.lower_ in read_list("anybody")


def is_guess(modal: Token, verb: Token, subject: Token) -> bool:
    """“should be able to”, "it must be cold", "they must be joking"."""
    if verb.lemma_ == "be" and not is_passive(verb):
        return modal.lower_ == "should" or subject.lower_ in ("it", "they")
    return verb.tag_ == "VBG" and any(child.lower_ == "be" for child in verb.children)


def find_told(scene: Scene, subject: Token) -> tuple[str, ...]:
    """Who is meant by “you” in words that somebody told somebody."""
    quote = scene.quote_at(subject)
    return quote.addressees if quote is not None and subject.lower_ == "you" else ()


def tell_you(scene: Scene, modal: Token, verb: Token, speaker: str) -> Iterator[Finding]:
    """““You must leave,” she told Chad”."""
    keys = find_told(scene, find_clause_subject(modal, verb) or modal)
    pieces = ThingReader(scene, after_modal(modal, verb), Shape.DO, modal).read()
    if keys and pieces and verb.lemma_ != "be" and verb.tag_ == "VB":
        yield Finding(DemandKind.DEMAND, "demand.must", modal, pieces, (speaker,), keys)


def find_rather(scene: Scene, rather: Token) -> Iterator[Finding]:
    """“Chad would rather that the talks were held at home”, "Chad would rather not be asked", "would rather wait than pay"."""
    doc = rather.doc
    if (shunned := find_shunned(scene, rather)) is not None:
        yield shunned
        return
    if rather.i < 2 or doc[rather.i - 1].lower_ not in ("would", "'d", "’d") or rather.i + 2 >= scene.limit(rather.i):
        return
    subject = find_clause_subject(doc[rather.i - 1], rather.head) or doc[rather.i - 2]
    holders = find_holders(scene, subject if subject.i < rather.i else doc[rather.i - 2])
    following = doc[rather.i + 1].lower_
    if not holders or is_supposed(scene, rather) or following not in ("that", "not"):
        return
    start, shape = (rather.i + 2, Shape.CLAUSE) if following == "that" else (rather.i + 1, Shape.DO)
    pieces = ThingReader(scene, start, shape, rather).read()
    yield Finding(DemandKind.DEMAND, "demand.verb", rather, pieces, holders)


def find_shunned(scene: Scene, rather: Token) -> Finding | None:
    """“Chad would sooner wait than [pay]”, "Chad will wait rather than [pay]": what is refused stands behind "than"."""
    doc, limit = rather.doc, scene.limit(rather.i)
    than = next((doc[index] for index in range(rather.i + 1, limit) if doc[index].lower_ == "than"), None)
    if than is None or than.i + 1 >= limit or is_supposed(scene, rather):
        return None
    modal = doc[rather.i - 1] if than.i > rather.i + 1 else find_choice(rather)
    start = than.i + 1 + (doc[than.i + 1].lower_ == "to")
    if modal is None or modal.lower_ not in CHOOSING or start >= limit or doc[start].tag_ not in ("VB", "VBP"):
        return None
    if than.i > rather.i + 1 and not any(word.tag_ in ("VB", "VBP") for word in doc[rather.i + 1 : than.i]):
        return None
    subject = find_clause_subject(modal, modal.head)
    first = rather.i == scene.article.sentence(rather).start
    holders = find_holders(scene, subject) if subject is not None and (first or subject.i < rather.i) else ()
    pieces = ThingReader(scene, start, Shape.DO, than).read()
    return Finding(DemandKind.REFUSAL, "refusal.rather", rather, pieces, holders) if holders and pieces else None


def find_choice(rather: Token) -> Token | None:
    """The "will" or "would" of the clause in which one thing is done "rather than" another."""
    verb = rather.head if rather.head.tag_[:2] == "VB" else rather.head.head
    while verb.dep_ in ("xcomp", "advcl", "prep", "conj", "cc") and verb.head is not verb:
        verb = verb.head
    return next((child for child in verb.children if child.tag_ == "MD"), None)


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
    for before in reversed(article.sentences[max(0, nth - 2) : nth]):
        if article.paragraph_of(before.start_char) != article.paragraph_of(modal.idx):
            return None
        for token in before:
            if token.lemma_.lower() in read_list("announcing") and token.pos_ == "NOUN":
                holders = find_owners(scene, token) or find_holders(scene, find_subject(before.root))
                if holders:
                    return holders[0]
    return None


def find_time(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“It is time for Russia to leave”, in the voice of a source."""
    speaker = scene.voice(noun)
    if speaker is None or noun.head.lemma_ != "be" or is_supposed(scene, noun) or denial(noun.head):
        return
    match = match_takes(scene, noun, noun.i + 1, (("for", "WHOM", "to", "DO"), ("to", "DO")))
    if match is not None and any(child.lower_ == "it" for child in noun.head.children):
        asked = scene.cast.resolve_all(match.whom) if match.whom is not None else ()
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
        of_others = sees_done(verb) and verb.nbor(1).tag_ != "PRP"  # "we need to see the men home"
        kind, rule = (DemandKind.DEMAND, "demand.must") if of_others else (DemandKind.GOAL, "goal.need")
        yield Finding(kind, rule, modal, pieces, (speaker,))


def sees_done(verb: Token) -> bool:
    """Whether one must “see” something done, which is to ask for it: "we need to see the men home", "… an end to it"."""
    return verb.lemma_ == "see" and any(child.dep_ in ("dobj", "ccomp") and child.i > verb.i for child in verb.children)


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

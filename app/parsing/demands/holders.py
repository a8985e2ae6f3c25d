"""Who wants it: the subject of a verb of wanting, through helpers, coordination, control and relative clauses."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.demands.frames import read_list
from app.parsing.demands.scene import Scene
from app.parsing.tokens import Token
from app.records import ActorKind, QuoteKind

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
DOWN = frozenset({"acomp", "xcomp", "ccomp", "advcl", "pcomp", "dep", "conj", "prep"})
SPOKESMEN = ("spokesman", "spokeswoman", "spokesperson", "press secretary", "spokesmen")
LED = frozenset({"administration", "camp", "campaign", "cabinet", "coalition"})
MEETING = frozenset(
    {"summon", "meet", "phone", "telephone", "call", "visit", "contact", "use", "gather", "convene", "take"}
)
SPENDING = frozenset({"spend", "waste", "devote", "pass"})
PLURAL_DETERMINERS = frozenset({"neither", "both", "each", "either"})


def find_subject(verb: Token, depth: int = 0) -> Token | None:
    """The token of the subject of an active verb; None where the sentence gives none."""
    if depth > 6:
        return None
    told = verb.tag_ in ("VBD", "VBZ") or any(child.lower_ in ("has", "had") for child in verb.lefts)
    if verb.dep_ == "conj" and told and (is_reported(verb.head) or is_infinitive(verb.head)):
        # "said it would answer and called for a meeting", "asked Chad to pay and has begged the bank to wait"
        return find_subject(verb.head.head, depth + 1)
    if verb.dep_ == "conj" and quoted_apart(verb):
        return find_subject(step_out(verb), depth + 1)
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i < verb.i:
            return child
    if (passed := _behind_aside(verb)) is not None:
        return passed
    if verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ == "acl" and (verb.tag_ in ("VBG", "VB") or depth or verb.nbor(-1).text == ","):
        return verb.head
    if (near := find_near_subject(verb)) is not None:
        return near
    for child in verb.children:
        if child.dep_ in SUBJECTS or (child.dep_ == "nsubjpass" and verb.dep_ != "ROOT"):
            return child
    if verb.dep_ in DOWN and verb.head.i != verb.i:
        head = verb.head
        if verb.dep_ == "xcomp" and head.lemma_ in MEETING | SPENDING:
            return find_subject(head, depth + 1)  # "summoned the envoy to demand an apology", "spent years trying to"
        if verb.dep_ == "xcomp" and (controlled := find_object(head)) is not None and controlled.i < verb.i:
            return controlled
        passive = find_passive_subject(head)
        return passive if passive is not None else find_subject(head, depth + 1)
    return None


def behind_title(verb: Token) -> Token:
    """The noun to which a relative clause belongs: in "Ada Lund, the leader of the Front, who wants" she, and not the Front."""
    noun = verb.head
    titled = noun.head.head if noun.dep_ == "pobj" else noun
    who = next((child for child in verb.children if child.lower_ == "who"), None)
    apart = who is not None and who.i > 0 and who.nbor(-1).text == ","
    return titled.head if apart and titled.dep_ == "appos" and titled is not noun else noun


def _behind_aside(verb: Token) -> Token | None:
    """The subject before an aside whose object the tree has taken for it: "Brandt, echoing Kral, called on Chad to"."""
    aside = verb.head.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBZ") or aside.tag_ not in ("VBG", "VBN") or not aside.i:
        return None
    found = next((child for child in aside.children if child.dep_ in SUBJECTS and child.i < aside.i), None)
    return found if aside.nbor(-1).text == "," else None


def is_reported(verb: Token) -> bool:
    """Whether the verb stands with will or would, or in the form of what is wished ("that he be let in"), in a clause before."""
    helped = (child.tag_ == "MD" or child.tag_ == "VB" for child in verb.lefts)
    return verb.dep_ == "ccomp" and verb.head.i < verb.i and any(helped)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive that another governs, so that a finite verb cannot be coordinated with it."""
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl", "acl", "ccomp") or verb.head.i > verb.i:
        return False
    return any(child.tag_ == "TO" for child in verb.children)


def quoted_apart(verb: Token) -> bool:
    """Whether the tree has joined the verb to one inside quotation marks that close before it."""
    return verb.head.i < verb.i and any(token.text in ("”", '"', "’", "»") for token in verb.doc[verb.head.i : verb.i])


def step_out(verb: Token) -> Token:
    """The verb of saying before the marks: `step_out` of "left" in "he called it “a joke” and left" is "called"."""
    above = verb.head
    while above.head.i != above.i and above.dep_ in ("ccomp", "conj", "advcl", "xcomp", "relcl", "acl", "attr", "dobj"):
        above = above.head
    return above if above.i < verb.i else verb.head


def find_near_subject(verb: Token) -> Token | None:
    """The noun right before a verb and its helpers, where the tree has lost it ("Chad demands …")."""
    at = verb.i - 1
    doc = verb.doc
    while at > 0 and (doc[at].tag_ in ("MD", "RB") or (doc[at].lemma_ in ("have", "be") and doc[at].tag_[0] == "V")):
        at -= 1
    if at < 0 or doc[at].sent != verb.sent:
        return None
    token = doc[at]
    if token.text == "," and at > 2:  # "its envoy, Ada Lund, urged"
        opening = next(
            (index for index in range(at - 1, max(at - 25, verb.sent.start), -1) if doc[index].text == ","), 0
        )
        if opening and doc[opening - 1].dep_ in ("nsubj", "nsubjpass"):
            return doc[opening - 1]
        return None
    if token.lower_ in ("i", "he", "she", "we", "they") and token.dep_ == "dep":
        return token
    if token.tag_ in ("NNP", "NNPS") or token.dep_ in ("nsubj", "nsubjpass"):
        return token if token.head.dep_ != "prep" and token.dep_ not in ("pobj", "dobj") else None
    return None


def find_passive_subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubjpass" and child.i < verb.i), None)


def find_object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)


def find_agent(verb: Token) -> Token | None:
    """The noun behind "by" of a passive."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def find_holders(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The actors whose demand it is, if the noun phrase at `token` is its subject; () where none can be named."""
    if token is None:
        return ()
    noun = token.lemma_.lower()
    if noun in read_list("mouthpieces") and token.i not in scene.cast.naming_of:
        return find_owners(scene, token) or find_signers(scene, token)
    if noun in LED and (keys := find_led(scene, token)):
        return keys
    if (
        token.lower_ == "who"
        and token.head.dep_ == "relcl"
        and (titled := behind_title(token.head)) is not token.head.head
    ):
        return find_holders(scene, titled)
    whose = next((child for child in token.children if child.lower_ == "whose"), None)
    if whose is not None and (owner := antecedent_of(whose)) is not None and (keys := scene.cast.resolve(owner)):
        return keys  # "Chad, whose leaders demand"
    keys = scene.cast.resolve_all(token)
    if token.lower_ in ("it", "they"):
        keys = find_reporting(scene, token) or keys
    if not keys and token.lower_ in PLURAL_DETERMINERS:
        keys = find_pair(scene, token)
    if not keys and token.tag_ == "PRP":
        keys = find_speaker(scene, token)
    if not keys and token.tag_ == "NNPS" and (country := scene.cast.gazetteer.demonym(token.text.removesuffix("s"))):
        keys = tuple(key for key in (scene.cast.country_key(country),) if key)  # "The Chadians want"
    if not keys and token.tag_ in ("WDT", "WP") and (named := antecedent_of(token)) is not None:
        return find_holders(scene, named)
    if not keys and token.dep_ == "appos" and token.head.i < token.i:
        keys = scene.cast.resolve_all(token.head)  # "said Ada Lund, her campaign manager, who dared …"
    if not keys and noun not in read_list("outsiders"):
        keys = find_body(scene, token)
    if not keys and noun not in read_list("outsiders") and (key := scene.cast.claim(token)):
        keys = (key,)
    kept = [key for key in keys if not is_outsider(scene.cast, key)]
    return tuple(dict.fromkeys(speaks_for(scene.cast, key) for key in kept))


def find_signers(scene: Scene, noun: Token) -> tuple[str, ...]:
    """“30 nations signed [a letter] urging …”: who signs, sends or publishes a text."""
    signed = noun.head
    if noun.dep_ != "dobj" or signed.lemma_ not in (
        "sign",
        "send",
        "issue",
        "publish",
        "release",
        "write",
        "adopt",
        "read",
    ):
        return ()
    return find_holders(scene, find_subject(signed))


def find_led(scene: Scene, noun: Token) -> tuple[str, ...]:
    """“the Trump administration”: the side of the one whose it is, if he has one."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod", "amod") and child.tag_ == "NNP":
            keys = scene.cast.resolve(child)
            if keys and scene.cast.figures[keys[0]].kind is ActorKind.PERSON:
                return (scene.cast.side_of(keys[0]) or keys[0],)
    return ()


def find_body(scene: Scene, noun: Token) -> tuple[str, ...]:
    """“its commission”, "its envoys": behind a part of a body that has no name, the body itself."""
    its = next((child for child in noun.children if child.dep_ == "poss" and child.lower_ == "its"), None)
    keys = scene.cast.resolve_all(its) if its is not None else ()
    return tuple(key for key in keys if scene.cast.figures[key].kind is not ActorKind.PERSON)


def is_outsider(cast: Cast, key: str) -> bool:
    """Whether an unnamed holder is one whose demands are none of the dispute's ("taxi drivers")."""
    figure = cast.figures[key]
    return not figure.named and figure.head in read_list("outsiders")


def find_reporting(scene: Scene, pronoun: Token) -> tuple[str, ...]:
    """“The bank said that [it] would not pay”: the body that is reported to say so."""
    quote = scene.quote_at(pronoun)
    if quote is None or quote.kind is QuoteKind.DIRECT or pronoun.dep_ not in SUBJECTS:
        return ()
    if scene.cast.figures[quote.speaker].kind is ActorKind.PERSON:
        return ()
    both = scene.cast.resolve_all(pronoun)
    return both if quote.speaker in both else (quote.speaker,)


def find_pair(scene: Scene, word: Token) -> tuple[str, ...]:
    """“neither”, "both": the two of whom the sentence, or the one before it, has spoken ("the two ministers … neither")."""
    sentence = scene.article.sentence(word)
    before = scene.article.sentence(word.doc[sentence.start - 1]) if sentence.start else sentence
    for words in (sentence, before):
        for token in reversed(words):
            if token.i < word.i and token.pos_ in ("NOUN", "PROPN"):
                keys = scene.cast.resolve_all(token)
                if len(keys) == 2:
                    return keys
    return ()


def antecedent_of(relative: Token) -> Token | None:
    clause = relative.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" and clause.head.i < relative.i else None


def find_speaker(scene: Scene, pronoun: Token) -> tuple[str, ...]:
    """Whom a pronoun means that the cast leaves open: in reported speech its source, else who was last said to want."""
    quote = scene.quote_at(pronoun)
    if quote is not None and quote.kind is not QuoteKind.DIRECT and pronoun.lower_ in ("he", "she", "it", "they"):
        return (quote.speaker,)
    before = scene.last_holder(pronoun)
    if before is None or pronoun.lower_ not in ("it", "they"):
        return ()
    return () if scene.cast.figures[before].kind is ActorKind.PERSON else (before,)


def find_owners(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose something is: "Iran's demand", "his call", "the Russian request", "a demand from Iran"."""
    for child in noun.children:
        if child.dep_ == "poss":
            keys = scene.cast.resolve_all(child) or tuple(key for key in (scene.cast.claim(child),) if key)
            if keys:
                return tuple(dict.fromkeys(speaks_for(scene.cast, key) for key in keys))
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod"):
            if country := scene.cast.gazetteer.nation(child):
                return tuple(key for key in (scene.cast.country_key(country),) if key)
            if child.i in scene.cast.naming_of:
                return scene.cast.resolve(child)
    written = [
        word for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN" for word in child.children
    ]
    for child in (*noun.children, *written):
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and (keys := scene.cast.resolve_all(grandchild)):
                    return keys
    return ()


def speaks_for(cast: Cast, key: str) -> str:
    """Behind a spokesman it is the body for which he speaks."""
    figure = cast.figures[key]
    if figure.kind is ActorKind.PERSON and any(word in figure.role.casefold() for word in SPOKESMEN):
        return cast.side_of(key) or key
    return key


def is_own(scene: Scene, key: str, holders: tuple[str, ...]) -> bool:
    """Whether the actor is one of the holders, or the side for which one acts."""
    return key in holders or any(
        scene.cast.figures[holder].kind is ActorKind.PERSON and scene.cast.side_of(holder) == key for holder in holders
    )

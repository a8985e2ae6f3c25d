"""Small questions about clauses that every rule asks: is this a verb, is it denied, is it only supposed?"""

from __future__ import annotations

from app.parsing.demands.scene import Scene
from app.parsing.tokens import Token

WOULD = ("would", "'d", "’d")
NEVER = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "longer"})
WILL = frozenset(
    {"will", "wo", "would", "can", "could", "ca", "shall", "'ll", "’ll", "cannot", "'d", "’d", "may", "must"}
)
MAYBE = frozenset({"could", "might", "may", "can", "should", "must"})
SUPPOSING = frozenset({"if", "unless", "whether", "lest", "supposing", "assuming"})
MULLING = frozenset(
    {"consider", "contemplate", "mull", "weigh", "discuss", "debate", "avoid", "deny", "without", "before", "from"}
)
FORETELLING = frozenset(
    {"say", "believe", "report", "think", "expect", "predict", "forecast", "tip", "rumor", "rumour"}
)
PRESUPPOSING = frozenset({"continue", "keep", "still"})


def is_verb(token: Token) -> bool:
    """Whether the token is a verb with a clause of its own; mends "Chad demands talks", read as a noun."""
    if token.lower_ == "like" and follows_would(token):
        return True
    if token.tag_[:2] == "VB":
        return token.dep_ not in ("amod", "aux", "auxpass", "compound", "nmod")
    if (
        token.tag_ == "NNS"
        and token.i
        and token.nbor(-1).tag_ in ("NNP", "PRP")
        and token.nbor(-1).dep_ in ("compound", "nsubj", "nmod")
    ):
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return following.tag_ in ("DT", "PRP$", "JJ", "NNS", "CD", "TO") or following.lower_ in ("that", "an")
    return False


def follows_would(verb: Token) -> bool:
    """Whether "would" or its short form helps the verb or stands right before it ("he’d like")."""
    return has_helper(verb, WOULD) or (verb.i > 0 and verb.nbor(-1).lower_ in WOULD)


def is_main_misread(scene: Scene, verb: Token) -> bool:
    """“Its envoy, Ada Lund, called for calm”: the verb of a sentence whose root is read as a noun."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    return scene.article.sentence(verb).root.pos_ not in ("VERB", "AUX")


def auxiliaries(verb: Token) -> list[Token]:
    """Its auxiliaries and negations; of a verb coordinated without its own, those of the first."""
    found = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i]
    if not found and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG") and not has_subject(verb):
        return auxiliaries(verb.head)
    return found


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def has_helper(verb: Token, words: tuple[str, ...]) -> bool:
    return any(helper.lower_ in words or helper.lemma_ in words for helper in auxiliaries(verb))


def denial(verb: Token) -> str:
    """How a verb is denied: "will" after will not, would never, cannot; "not" otherwise; "maybe" where a modal leaves
    it open; "" where it is asserted."""
    helping = auxiliaries(verb)
    words = {helper.lower_ for helper in helping}
    denied = bool(words & NEVER) or _denied_near(verb)
    if denied:
        return "will" if words & WILL else "not"
    up = verb.head
    if verb.dep_ == "xcomp" and up.lemma_ in ("refuse", "decline", "stop", "cease"):
        return "not"
    if (
        verb.dep_ == "xcomp"
        and up.i < verb.i
        and up.lemma_ in ("seem", "appear", "want", "be", "continue", "intend", "mean", "plan")
    ):
        above = denial(up)
        if above:
            return above
    if (
        verb.dep_ == "pcomp"
        and up.lower_ == "of"
        and up.head.lemma_ in ("accuse", "suspect", "blame", "convict", "guilty")
    ):
        return "maybe"  # "accused Chad of seeking war"
    if verb.dep_ == "xcomp" and up.tag_ == "VBN" and up.lemma_ in FORETELLING:
        return "maybe"  # "is expected to ask for"
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "dobj", "ccomp") and up.lemma_ in MULLING:
        return "maybe"
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ == "xcomp" and up.lemma_ in ("seem", "appear"):
        subject = next((child for child in up.children if child.dep_ == "nsubj"), None)
    if subject is not None and {subject.lower_, *(child.lower_ for child in subject.children)} & {
        "neither",
        "none",
        "nobody",
    }:
        return "not"
    return "maybe" if words & MAYBE else ""


def _denied_near(verb: Token) -> bool:
    doc = verb.doc
    for index in range(verb.i - 1, max(verb.i - 4, -1), -1):
        token = doc[index]
        if token.lower_ in NEVER and token.lower_ not in ("no", "neither", "nor"):
            return token.head.i in (verb.i, verb.head.i) or token.dep_ == "neg"
        if token.tag_ not in ("RB", "VB", "MD", "VBN", "VBP", "VBZ", "VBD") or token.is_punct:
            return False
    return False


def is_supposed(scene: Scene, cue: Token) -> bool:
    """Whether the cue stands in what an if-clause supposes or a question asks; not where it is presupposed."""
    doc = scene.article.doc
    sentence = scene.article.sentence(cue)
    if cue.head.lemma_ in PRESUPPOSING:
        return False
    if any(token.text == "?" for token in doc[max(cue.i, sentence.end - 3) : sentence.end]):
        return True
    for index in range(cue.i - 1, sentence.start - 1, -1):
        token = doc[index]
        if token.lower_ in SUPPOSING or (token.lower_ in ("should", "had", "were") and index == sentence.start):
            return not (token.i and token.nbor(-1).lower_ in ("as", "even", "only"))
        if token.text in (",", ";", ":", "—", "“", "”", '"'):
            return False
        if token.lower_ in ("that", "then"):
            return False
    return False


def has_condition(scene: Scene, verb: Token) -> bool:
    """Whether an if, unless or "as long as" stands in the sentence in the same voice: "will not" is then a threat."""
    sentence = scene.article.sentence(verb)
    words = scene.article.doc[sentence.start : scene.limit(verb.i)]
    return any(
        token.lower_ in ("if", "unless", "otherwise") or (token.lower_ == "long" and token.nbor(1).lower_ == "as")
        for token in words[:-1]
    )

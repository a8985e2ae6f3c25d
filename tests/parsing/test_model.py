"""The language model says the same with our quicker parts as with spaCy's own."""

import numpy
import pytest
import spacy
from spacy.language import Language

from app.parsing.model import MODEL, adapt_tokenizer, load_model
from app.parsing.remembering import remember_vectors
from tests.bench.texts import HOSTILE, prose
from tests.parsing.test_gold import SETS

ODDITIES = "I ain't gonna. Let's go; y'all gotta c'mon! There's nothin' goin' on, and 'twas so.\u2003 \n\n Who'd've?"
SEEN = ("tag_", "pos_", "dep_", "lemma_", "morph", "is_sent_start")


def analyse(nlp: Language, texts: list[str]) -> list[tuple[object, ...]]:
    return [(*(str(getattr(token, name)) for name in SEEN), token.head.i) for doc in nlp.pipe(texts) for token in doc]


@pytest.mark.model
def test_the_quicker_parts_say_what_spacys_own_say() -> None:
    texts = [ODDITIES, prose(3000), prose(1000).upper()]
    texts += [make(400) for name, make in HOSTILE.items() if not name.startswith("surrogates")]
    texts += [paragraph for gold in SETS for paragraph in gold.text.splitlines() if paragraph]
    own = spacy.load(MODEL, exclude=["ner"])
    own.add_pipe("finite_verbs")
    own.add_pipe("own_subjects")
    adapt_tokenizer(own)
    expected = analyse(own, texts)
    assert analyse(load_model(), texts) == expected
    assert analyse(load_model(), texts) == expected, "what was remembered is not what was matched"


@pytest.mark.model
@pytest.mark.parametrize("room", [20_000, 90, 5])
def test_remembered_vectors_are_what_the_layers_make(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.parsing.remembering.KNOWN_VECTORS", room)
    texts = [prose(500), ODDITIES, prose(900).upper(), "", prose(500)]
    own, quick = spacy.load(MODEL, enable=["tok2vec"]), spacy.load(MODEL, enable=["tok2vec"])
    remember_vectors(quick.get_pipe("tok2vec").model)
    for expected, doc in zip(own.pipe(texts, batch_size=2), quick.pipe(texts, batch_size=2), strict=True):
        assert numpy.array_equal(expected.tensor, doc.tensor)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The government of Norway, which was not invited either, accused ministers of theft.", "VBD"),
        ("Human rights groups called on both presidents to tone down their language.", "VBD"),
        ("The opposition wants it done in daylight.", "VBN"),
        ("The clause was done in daylight.", "VBN"),
    ],
)
def test_the_only_verb_of_a_clause_is_in_the_past_tense(text: str, tag: str) -> None:
    assert {token.tag_ for token in load_model()(text) if token.text in ("accused", "called", "done")} == {tag}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("Kenya closed the port and Somalia recalled its envoy.", "nsubj"),
        ("Under the deal, Kenya would withdraw its frigate and Somalia would free the crew.", "nsubj"),
        ("Kenya met France and Somalia and left.", "conj"),
        ("The minister visited Kenya and Somalia last week.", "conj"),
    ],
)
def test_a_name_before_a_verb_without_a_subject_is_its_subject(text: str, dep: str) -> None:
    assert {token.dep_ for token in load_model()(text) if token.text == "Somalia"} == {dep}

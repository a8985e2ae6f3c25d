"""How much two texts have in common, and what differs, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+[\"'”’)\]]*(?=\s)|(?=\n)|\Z)")
NOT_LETTERS = re.compile(r"[\W_]+")
FEWEST_WORDS = 5  # in a sentence that counts: "Nobody did." stands in many articles
NEAR = 0.5  # of the sentences of the shorter text: from here on the two may be one article
MOST_COMPARED = 2_000  # sentences of each text that are laid side by side


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences that stand in one place of the older and the newer text; () where one has nothing there."""

    older: tuple[str, ...]
    newer: tuple[str, ...]


def split_sentences(text: str) -> list[str]:
    """The sentences as they stand, roughly: a line's end or a full stop before a space ends one."""
    return [plain for found in SENTENCE.finditer(text) if (plain := " ".join(found[0].split()))]


def squeeze(sentence: str) -> str:
    """What is compared: the letters and digits alone, so that quotation marks and spaces make no difference."""
    return NOT_LETTERS.sub(" ", sentence.casefold()).strip()


def telling(text: str) -> set[str]:
    """The sentences long enough to tell one article from another, in the form in which they are compared."""
    return {plain for each in split_sentences(text) if len((plain := squeeze(each)).split()) >= FEWEST_WORDS}


def measure_shared(one: str, other: str) -> float:
    """The share of the telling sentences of the shorter text that stand in both, 0 to 1."""
    first, second = telling(one), telling(other)
    return len(first & second) / max(min(len(first), len(second)), 1)


def find_differences(older: str, newer: str) -> Iterator[Difference]:
    """What stands in one of the texts alone, in their order."""
    first, second = split_sentences(older)[:MOST_COMPARED], split_sentences(newer)[:MOST_COMPARED]
    compared = SequenceMatcher(None, squeezed(first), squeezed(second), autojunk=False)
    for tag, start, end, other_start, other_end in compared.get_opcodes():
        if tag != "equal":
            yield Difference(tuple(first[start:end]), tuple(second[other_start:other_end]))


def squeezed(sentences: Sequence[str]) -> list[str]:
    return [squeeze(sentence) for sentence in sentences]

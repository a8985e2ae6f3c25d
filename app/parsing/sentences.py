"""Where the sentences of a text begin, as far as its words and marks say: the small model loses its way among quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

SENTENCE_ENDS = frozenset(".?!…")
CLOSERS = frozenset(("”", "’", '"', "'", "»", ")", "]", "''"))
OPENERS = frozenset(("“", "‘", '"', "'", "«", "„", "(", "[", "``", "''"))
BEGINS, UNTOLD, GOES_ON = 1, 0, -1


def find_sentence_starts(words: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """For each word BEGINS where a sentence begins with it, GOES_ON where none does, UNTOLD where the words do not tell.

    One begins after . ? ! … and the marks that close behind it, before a capital, a figure or an opening mark. After an
    abbreviation, and after a question that closes in quotation marks ("…?” Smith asked"), the words do not tell. `spaced`
    says which words have a space behind them.
    """
    count = len(words)
    starts = [GOES_ON] * count
    starts[:1] = [BEGINS] * min(1, count)
    passed = 0
    for at in [nth for nth, word in enumerate(words) if word[-1] in SENTENCE_ENDS]:
        if at < passed:
            continue
        after, closed = at + 1, False
        while after < count and _closes(words, spaced, after) and not (closed and spaced[after - 1]):
            if spaced[after - 1] and words[after] in OPENERS:
                break
            closed = True
            after += 1
        while after < count and words[after].isspace():
            after += 1
        if after < count:
            starts[after] = _begins_sentence(words, at, after, closed)
        passed = after - 1
    return starts


def _closes(words: Sequence[str], spaced: Sequence[bool], at: int) -> bool:
    """Whether a mark closes, be it bent the wrong way ("No.“ She left")."""
    return words[at] in CLOSERS or (words[at] == "“" and spaced[at] and not spaced[at - 1])


def _begins_sentence(words: Sequence[str], end: int, after: int, closed: bool) -> int:
    word, following = words[end], words[after]
    first = following[0]
    if following in OPENERS and after + 1 < len(words):
        first = words[after + 1][0]
    if first.islower() or first in ",;:—–-)":
        return GOES_ON
    if len(word) > 1 and word not in ("...", "..", "?!", "!!", "??"):  # U.S., Nov., a.m., J.
        return UNTOLD
    if closed and word in ("?", "!", "...", "…") and first.isupper() and following not in OPENERS:
        return UNTOLD
    return BEGINS

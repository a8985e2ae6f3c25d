"""The words by which one outcome takes up another."""

import re

WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
SMALL = """
    the and for with that this from its his her their our into over after before until within about than will would has have had
    been being was were are all any more most some such other last next first again also once both what which who when
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
"""
EMPTY = frozenset(SMALL.split())


def content_stems(words: str) -> dict[str, str]:
    """The words of content by their stems: names (capitals within the words), figures and small words left out."""
    found: dict[str, str] = {}
    for match in WORD.finditer(words):
        word = match.group()
        plain = word.casefold()
        if plain not in EMPTY and not (word[0].isupper() and match.start()):
            found.setdefault(ENDING.sub("", plain), plain)
    return found

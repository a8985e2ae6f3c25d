"""The words by which one outcome takes up another."""

import re

WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
EMPTY = re.compile(
    r"the|and|for|with|that|this|from|its|his|her|their|our|into|over|after|before|until|within|about|than|will|would|has|have|had"
    r"|been|being|was|were|are|all|any|more|most|some|such|other|last|next|first|again|also|once|both|what|which|who|when"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december"
)


def content_stems(words: str) -> dict[str, str]:
    """The words of content by their stems: names (capitals within the words), figures and small words left out."""
    found: dict[str, str] = {}
    for match in WORD.finditer(words):
        word = match.group()
        if not EMPTY.fullmatch(word.casefold()) and not (word[0].isupper() and match.start()):
            found.setdefault(ENDING.sub("", word.casefold()), word.casefold())
    return found

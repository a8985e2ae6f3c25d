"""Whether a text is English, by the share of its words that only English uses all the time."""

import re
import unicodedata

FEWEST_WORDS = 40
LEAST_SHARE = 0.08
"""English news keeps about 0.3; Dutch, German and French, which share a word or two of the list, stay below 0.06."""

WORD = re.compile(r"[^\W\d_]+")
# Words that Dutch, French or Spanish use as often ("is", "of", "in", "had", "a", "on") are left out.
FUNCTION_WORD = re.compile(
    r"the|and|to|that|with|for|was|by|from|has|have|its|it|are|this|which|would|said|they|not|but|who|been|their|his|will|you"
    r"|after|about|than|more|when|what|if|could|should"
)


def is_english(text: str) -> bool:
    """False only where the text clearly is not: a text of few words may be English for all that its words show."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    if len(letters) >= FEWEST_WORDS and latin < len(letters) / 2:
        return False
    words = [word.casefold() for word in WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return True
    return sum(bool(FUNCTION_WORD.fullmatch(word)) for word in words) / len(words) >= LEAST_SHARE

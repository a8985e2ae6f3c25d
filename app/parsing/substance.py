"""Whether the words of a thing wanted, or of something that follows, tell anything when they stand by themselves."""

from __future__ import annotations

from app.parsing.article import Article
from app.parsing.tokens import Token
from app.records import Passage

ANYBODY = frozenset({"whoever", "whomever", "whatever", "whichever"})
HELPING = frozenset({"be", "have", "do"})
POINTING = frozenset({"MD", "PRP", "WP", "WDT", "WRB", "DT", "PDT", "POS", "EX", "TO", "CC", "RB"})
LEADING_ON = frozenset({"IN", "DT", "PDT", "WDT", "WP", "POS", "PRP$", "TO", "CC"})
FEW, MANY = 2, 8  # words


def says_something(article: Article, passage: Passage) -> bool:
    """Whether the passage says what is wanted or done: not helpers and pronouns alone ("’s", "should", "whomever"), nor one or
    two words of which the last leads on to what is cut off ("deal with", "accepting any", "the party’s")."""
    words = article.tokens(passage.start, passage.end)
    if len(words) > MANY and words[-1].tag_ != "POS":
        return True
    told = [token for token in words if not token.is_punct]
    if all(_only_points(token) for token in told):
        return False
    return told[-1].tag_ != "POS" and (len(told) > FEW or told[-1].tag_ not in LEADING_ON)


def _only_points(token: Token) -> bool:
    short = token.text[0] in "’'"  # "’s", "’re"
    return short or token.tag_ in POINTING or token.lemma_ in HELPING or token.lower_ in ANYBODY

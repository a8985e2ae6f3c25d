"""The rules of the parser in words for the reader, without loading the parser's language model."""

from app.parsing.rules import RULES, Rule

__all__ = ["RULES", "Rule"]


def explain_rule(name: str) -> Rule:
    """The rule that found a record; for one that is not explained, or gone since, its name alone."""
    return RULES.get(name) or Rule(name, name.replace(".", ": ").replace("-", " ").replace("_", " "), "", "")

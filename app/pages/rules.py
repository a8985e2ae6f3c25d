"""The rules of the parser in words for the reader, without loading the parser's language model."""

from app.parsing.rules import RULES, Rule

__all__ = ["RULES", "Rule"]

OF_EDITORS = {
    "by-editor": Rule("by-editor", "an editor", "The parser had missed it; the history says who added it.", "")
}


def explain_rule(name: str) -> Rule:
    """The rule that found a record; for one that is not explained, or gone since, its name alone."""
    return (
        OF_EDITORS.get(name)
        or RULES.get(name)
        or Rule(name, name.replace(".", ": ").replace("-", " ").replace("_", " "), "", "")
    )

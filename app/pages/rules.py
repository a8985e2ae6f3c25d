"""The rules of the parser in words for the reader, without loading the parser's language model."""


def explain_rule(name: str) -> tuple[str, str]:
    """Title and explanation of the rule that found a record; the name itself and "" for a rule that is not known."""
    return (name.replace(".", ": ").replace("-", " ").replace("_", " "), "")

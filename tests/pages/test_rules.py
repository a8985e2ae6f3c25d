"""How a record was found, in words."""

from app.pages.rules import explain_rule
from app.parsing.rules import RULES


def test_a_known_rule_is_explained() -> None:
    name = next(iter(RULES))

    assert explain_rule(name) is RULES[name]
    assert explain_rule(name).explanation


def test_a_rule_that_is_gone_keeps_its_name() -> None:
    rule = explain_rule("quote.long-gone")

    assert (rule.title, rule.explanation) == ("quote: long gone", "")

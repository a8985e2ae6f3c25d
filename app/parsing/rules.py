"""The rules that find records, explained for the pages: each record stores the name of the rule that found it.

This module loads no language model and no spaCy, so that the web may show it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing import demand_rules, outcome_rules


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its stored name, a title of a few words, what it looks for in plain words, and an example sentence."""

    name: str
    title: str
    explanation: str
    example: str


QUOTE_RULES = (
    Rule(
        "quote.cue-after",
        "What stands before its attribution",
        "The words come first; the verb of saying and its speaker follow them.",
        "“The road is open,” said the minister.",
    ),
    Rule(
        "quote.cue-before",
        "What follows a verb of saying",
        "A speaker and a verb of saying or thinking come first; what was said follows as a clause or in quotation marks.",
        "The minister said that the road was open.",
    ),
    Rule(
        "quote.interrupted",
        "Words parted by their attribution",
        "The attribution stands between commas within the sentence, so that the words before and behind it are two quotes.",
        "“That chapter,” the minister added, “is closed.”",
    ),
    Rule(
        "quote.participle",
        "What follows “saying”, “adding” and the like",
        "A participle of saying hangs on a sentence; its speaker is the subject of that sentence.",
        "The minister left early, saying that the road was open.",
    ),
    Rule(
        "quote.according-to",
        "What somebody is named as the source of",
        "“According to …”, “in the words of …” or “as … noted” names the source of the clause beside it.",
        "The road is open, according to two drivers.",
    ),
    Rule(
        "quote.fragment",
        "Quoted words under a verb of their speaker",
        "A few words in quotation marks, governed by a verb whose subject used them; only the quoted words count.",
        "The minister called the offer “a calendar, not an argument.”",
    ),
    Rule(
        "quote.noun",
        "What a claim, a warning or a denial says",
        "A noun of saying with its owner introduces a clause: the owner is the speaker.",
        "Chad’s claim that the road was open surprised the drivers.",
    ),
    Rule(
        "quote.account",
        "What somebody's own account says",
        "“By his own account” names the source of the clause beside it.",
        "President Ada Lund went alone. By her own account the talks had failed.",
    ),
    Rule(
        "quote.carried",
        "A quotation whose speaker is carried on",
        "A sentence in quotation marks without an attribution of its own, in a passage of one speaker or behind a colon.",
        "“We have asked politely,” President Ada Lund said. “Today we ask for the last time.”",
    ),
)

DEMAND_RULES = tuple(Rule(*row) for row in demand_rules.DEMAND_RULES)
OUTCOME_RULES = tuple(Rule(*row) for row in outcome_rules.OUTCOME_RULES)

RULES = {rule.name: rule for rule in (*QUOTE_RULES, *DEMAND_RULES, *OUTCOME_RULES)}

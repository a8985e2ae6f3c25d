"""The rules that find records, explained for the pages: each record stores the name of the rule that found it.

This module loads no language model and no spaCy, so that the web may show it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing import outcome_rules


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

DEMAND_RULES = (
    Rule(
        "demand.verb",
        "A verb of asking",
        "A verb such as urge, ask, call on or insist, with what is asked: an infinitive, a clause or a "
        "thing. Its subject is the holder; whom it names is asked.",
        "Norway urged both Chad and Sudan to reopen the border.",
    ),
    Rule(
        "goal.verb",
        "A verb of aiming",
        "A verb such as seek, hope, try or intend, with what its subject is after.",
        "Chad hopes to reopen the border before the rains.",
    ),
    Rule(
        "refusal.verb",
        "A verb of refusing",
        "A verb such as reject, refuse, rule out or oppose, with what its subject will not have; and “will "
        "not accept” with its object.",
        "Sudan rejected the proposal for a joint patrol.",
    ),
    Rule(
        "demand.passive",
        "Asked by somebody",
        "A passive verb of asking with its agent: who stands behind “by” is the holder, the subject is asked.",
        "Chad was urged by Norway to reopen the border.",
    ),
    Rule(
        "goal.passive",
        "Sought by somebody",
        "A passive verb of aiming with its agent, who is the holder.",
        "A new treaty is sought by Chad.",
    ),
    Rule(
        "refusal.passive",
        "Refused by somebody",
        "A passive verb of refusing with its agent, who is the holder.",
        "A joint patrol was ruled out by Sudan.",
    ),
    Rule(
        "demand.adjective",
        "An adjective of insisting",
        "“Is adamant that …”, “is insistent on …”: the subject is the holder.",
        "Chad is adamant that the border be reopened.",
    ),
    Rule(
        "goal.adjective",
        "An adjective of aiming",
        "“Is keen to …”, “is bent on …”, “is determined to …”: the subject is the holder.",
        "Chad is determined to reopen the border.",
    ),
    Rule(
        "refusal.adjective",
        "An adjective of refusing",
        "“Is unwilling to …”, “is opposed to …”, “is not prepared to …”: the subject is the holder.",
        "Sudan is unwilling to reopen the border.",
    ),
    Rule(
        "demand.noun",
        "A noun of asking",
        "A noun such as demand, call or appeal, with what it asks. Its owner, or the subject of the verb it "
        "hangs on, is the holder.",
        "Chad repeated its demand for a public apology.",
    ),
    Rule(
        "goal.noun",
        "A noun of aiming",
        "A noun such as goal, ambition or strategy, with what it aims at; its owner is the holder.",
        "Chad’s goal is to keep the border open.",
    ),
    Rule(
        "refusal.noun",
        "A noun of refusing",
        "“Its objection to …”, “no intention of …”: its owner, or the subject of the verb it hangs on, is the holder.",
        "Sudan has no intention of reopening the border.",
    ),
    Rule(
        "demand.must",
        "What a source says must be",
        "Must, have to, need to or should in the words of a source, who is the holder; an actor who must do "
        "it is asked.",
        "Sudan must reopen the border, the government of Chad said.",
    ),
    Rule(
        "demand.time",
        "What a source says it is time for",
        "“It is time for … to …” in the words of a source.",
        "“It is time for Sudan to leave,” President Ada Lund said.",
    ),
    Rule(
        "goal.need",
        "What a speaker says he must do",
        "“I need to …”, “we have to …” in direct speech: an aim of the speaker.",
        "“We have to win this vote,” President Ada Lund said.",
    ),
    Rule(
        "demand.imperative",
        "An imperative in direct speech",
        "A sentence in quotation marks that opens with a bare verb and asks for an act; the speaker is the holder.",
        "“Open the border now,” President Ada Lund said.",
    ),
    Rule(
        "demand.necessary",
        "What a consent is made to depend on",
        "“Only if”, “only in exchange for”, “provided that”, “contingent on”, or “not … unless” behind a "
        "consent that is held back.",
        "Sudan would free the drivers only in exchange for a treaty.",
    ),
    Rule(
        "demand.list",
        "A list behind “conditions include” or “demands are”",
        "The things that somebody’s conditions, demands or terms are said to be; their owner is the holder.",
        "Chad’s conditions include a public apology and the return of the drivers.",
    ),
    Rule(
        "goal.list",
        "What an aim or a priority is said to be",
        "The things that somebody’s aim, goal or priority is said to be; its owner is the holder.",
        "Chad’s priority is the return of the drivers.",
    ),
    Rule(
        "demand.equated",
        "A thing said to be a demand or a condition",
        "“… is its main demand”, “made … a condition for”: the thing stands before the word; whose demand it is, is the "
        "holder.",
        "A public apology is Chad’s main demand.",
    ),
    Rule(
        "goal.equated",
        "A thing said to be an aim",
        "“… is its goal”: the thing stands before the word; whose aim it is, is the holder.",
        "A new treaty is Chad’s main goal.",
    ),
    Rule(
        "refusal.barred",
        "A thing said to be out of the question",
        "“… is unacceptable to …”, “… is out of the question”: who is named behind “to” or “for”, else the source of "
        "the words, is the holder.",
        "A joint patrol is unacceptable to Sudan.",
    ),
    Rule(
        "demand.barred",
        "A thing said not to be negotiable",
        "“… is not negotiable for …”: who is named, else the source of the words, is the holder.",
        "The return of the drivers is not negotiable for Chad.",
    ),
    Rule(
        "demand.essential",
        "What a source calls necessary",
        "“It is imperative that …”, “it is essential for … to …” in the words of a source, who is the holder.",
        "“It is essential that the border be reopened,” President Ada Lund said.",
    ),
    Rule(
        "demand.points",
        "Points of a list behind a colon",
        "A verb or a noun of asking before a colon; each point of the list is one demand.",
        "Chad called on Sudan to:\n\n• reopen the border;\n\n• release the drivers.",
    ),
    Rule(
        "demand.deadline",
        "A term set for an act",
        "“Gave … two weeks to …”, “set a deadline for … to …”: who sets it is the holder.",
        "Chad gave Sudan two weeks to reopen the border.",
    ),
    Rule(
        "demand.cleft",
        "What somebody wants is …",
        "“What … wants is …”: the thing stands behind the verb of the whole sentence.",
        "What Chad wants is a public apology.",
    ),
    Rule(
        "goal.cleft",
        "What somebody wants is to …",
        "“What … wants is to …”: the aim stands behind the verb of the whole sentence.",
        "What Chad wants is to keep the border open.",
    ),
    Rule(
        "demand.relative",
        "A thing that somebody claims or demands",
        "The thing stands before its relative clause: “the valley, which … claims”.",
        "They spoke about the Aozou valley, which Chad claims.",
    ),
    Rule(
        "goal.relative",
        "A thing that somebody seeks",
        "The thing stands before its relative clause: “the treaty that … is seeking”.",
        "They spoke about the treaty that Chad is seeking.",
    ),
    Rule(
        "refusal.relative",
        "A thing that somebody rejects",
        "The thing stands before its relative clause: “a vote, which … opposes”, “a war that neither wants”.",
        "They spoke about a joint patrol, which Sudan opposes.",
    ),
    Rule(
        "refusal.will-not",
        "What somebody will not do",
        "“Will not”, “would never” of the holder itself, without a condition, and “we do not negotiate with …”; what "
        "others foresee of it does not count.",
        "Sudan said that it would not reopen the border.",
    ),
    Rule(
        "refusal.no-one",
        "What a source says nobody will do",
        "“No … will ever …”, “there will be no …” in the words of a source, who is the holder.",
        "“No sailor will ever stand before that judge,” President Ada Lund said.",
    ),
    Rule(
        "refusal.answer",
        "A question answered with “would not”",
        "“Asked if … would …, she said that it would not”: what is refused stands in the question.",
        "Asked if Sudan would leave the talks, Foreign Minister Ada Lund said that it would not.",
    ),
)

OUTCOME_RULES = tuple(Rule(*row) for row in outcome_rules.OUTCOME_RULES)

RULES = {rule.name: rule for rule in (*QUOTE_RULES, *DEMAND_RULES, *OUTCOME_RULES)}

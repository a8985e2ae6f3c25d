"""The rules that find demands, explained: name, title, what it looks for, an example. `rules.py` makes `Rule`s of them."""

DEMAND_RULES = (
    (
        "demand.verb",
        "A verb of asking",
        "A verb such as urge, ask, call on or insist, with what is asked: an infinitive, a clause or a "
        "thing. Its subject is the holder; whom it names is asked.",
        "Norway urged both Chad and Sudan to reopen the border.",
    ),
    (
        "goal.verb",
        "A verb of aiming",
        "A verb such as seek, hope, try or intend, with what its subject is after.",
        "Chad hopes to reopen the border before the rains.",
    ),
    (
        "refusal.verb",
        "A verb of refusing",
        "A verb such as reject, refuse, rule out or oppose, with what its subject will not have; and “will "
        "not accept” with its object.",
        "Sudan rejected the proposal for a joint patrol.",
    ),
    (
        "demand.passive",
        "Asked by somebody",
        "A passive verb of asking with its agent: who stands behind “by” is the holder, the subject is asked.",
        "Chad was urged by Norway to reopen the border.",
    ),
    (
        "goal.passive",
        "Sought by somebody",
        "A passive verb of aiming with its agent, who is the holder.",
        "A new treaty is sought by Chad.",
    ),
    (
        "refusal.passive",
        "Refused by somebody",
        "A passive verb of refusing with its agent, who is the holder.",
        "A joint patrol was ruled out by Sudan.",
    ),
    (
        "demand.adjective",
        "An adjective of insisting",
        "“Is adamant that …”, “is insistent on …”: the subject is the holder.",
        "Chad is adamant that the border be reopened.",
    ),
    (
        "goal.adjective",
        "An adjective of aiming",
        "“Is keen to …”, “is bent on …”, “is determined to …”: the subject is the holder.",
        "Chad is determined to reopen the border.",
    ),
    (
        "refusal.adjective",
        "An adjective of refusing",
        "“Is unwilling to …”, “is opposed to …”, “is not prepared to …”: the subject is the holder.",
        "Sudan is unwilling to reopen the border.",
    ),
    (
        "demand.noun",
        "A noun of asking",
        "A noun such as demand, call or appeal, with what it asks. Its owner, or the subject of the verb it "
        "hangs on, is the holder.",
        "Chad repeated its demand for a public apology.",
    ),
    (
        "goal.noun",
        "A noun of aiming",
        "A noun such as goal, ambition or strategy, with what it aims at; its owner is the holder.",
        "Chad’s goal is to keep the border open.",
    ),
    (
        "refusal.noun",
        "A noun of refusing",
        "“Its objection to …”, “no intention of …”: its owner, or the subject of the verb it hangs on, is the holder.",
        "Sudan has no intention of reopening the border.",
    ),
    (
        "demand.must",
        "What a source says must be",
        "Must, have to, need to or should in the words of a source, who is the holder; an actor who must do "
        "it is asked.",
        "Sudan must reopen the border, the government of Chad said.",
    ),
    (
        "demand.time",
        "What a source says it is time for",
        "“It is time for … to …” in the words of a source.",
        "“It is time for Sudan to leave,” President Ada Lund said.",
    ),
    (
        "goal.need",
        "What a speaker says he must do",
        "“I need to …”, “we have to …” in direct speech: an aim of the speaker.",
        "“We have to win this vote,” President Ada Lund said.",
    ),
    (
        "demand.imperative",
        "An imperative in direct speech",
        "A sentence in quotation marks that opens with a bare verb and asks for an act; the speaker is the holder.",
        "“Open the border now,” President Ada Lund said.",
    ),
    (
        "demand.necessary",
        "What a consent is made to depend on",
        "“Only if”, “only in exchange for”, “provided that”, “contingent on”, or “not … unless” behind a "
        "consent that is held back.",
        "Sudan would free the drivers only in exchange for a treaty.",
    ),
    (
        "demand.list",
        "A list behind “conditions include” or “demands are”",
        "The things that somebody’s conditions, demands or terms are said to be; their owner is the holder.",
        "Chad’s conditions include a public apology and the return of the drivers.",
    ),
    (
        "goal.list",
        "What an aim or a priority is said to be",
        "The things that somebody’s aim, goal or priority is said to be; its owner is the holder.",
        "Chad’s priority is the return of the drivers.",
    ),
    (
        "demand.equated",
        "A thing said to be a demand or a condition",
        "“… is its main demand”, “made … a condition for”: the thing stands before the word; whose demand it is, is the "
        "holder.",
        "A public apology is Chad’s main demand.",
    ),
    (
        "goal.equated",
        "A thing said to be an aim",
        "“… is its goal”: the thing stands before the word; whose aim it is, is the holder.",
        "A new treaty is Chad’s main goal.",
    ),
    (
        "refusal.barred",
        "A thing said to be out of the question",
        "“… is unacceptable to …”, “… is out of the question”: who is named behind “to” or “for”, else the source of "
        "the words, is the holder.",
        "A joint patrol is unacceptable to Sudan.",
    ),
    (
        "demand.barred",
        "A thing said not to be negotiable",
        "“… is not negotiable for …”: who is named, else the source of the words, is the holder.",
        "The return of the drivers is not negotiable for Chad.",
    ),
    (
        "demand.essential",
        "What a source calls necessary",
        "“It is imperative that …”, “it is essential for … to …” in the words of a source, who is the holder.",
        "“It is essential that the border be reopened,” President Ada Lund said.",
    ),
    (
        "demand.points",
        "Points of a list behind a colon",
        "A verb or a noun of asking before a colon; each point of the list is one demand.",
        "Chad called on Sudan to:\n\n• reopen the border;\n\n• release the drivers.",
    ),
    (
        "demand.deadline",
        "A term set for an act",
        "“Gave … two weeks to …”, “set a deadline for … to …”: who sets it is the holder.",
        "Chad gave Sudan two weeks to reopen the border.",
    ),
    (
        "demand.cleft",
        "What somebody wants is …",
        "“What … wants is …”: the thing stands behind the verb of the whole sentence.",
        "What Chad wants is a public apology.",
    ),
    (
        "goal.cleft",
        "What somebody wants is to …",
        "“What … wants is to …”: the aim stands behind the verb of the whole sentence.",
        "What Chad wants is to keep the border open.",
    ),
    (
        "demand.relative",
        "A thing that somebody claims or demands",
        "The thing stands before its relative clause: “the valley, which … claims”.",
        "They spoke about the Aozou valley, which Chad claims.",
    ),
    (
        "goal.relative",
        "A thing that somebody seeks",
        "The thing stands before its relative clause: “the treaty that … is seeking”.",
        "They spoke about the treaty that Chad is seeking.",
    ),
    (
        "refusal.relative",
        "A thing that somebody rejects",
        "The thing stands before its relative clause: “a vote, which … opposes”, “a war that neither wants”.",
        "They spoke about a joint patrol, which Sudan opposes.",
    ),
    (
        "refusal.will-not",
        "What somebody will not do",
        "“Will not”, “would never” of the holder itself, without a condition, and “we do not negotiate with …”; what "
        "others foresee of it does not count.",
        "Sudan said that it would not reopen the border.",
    ),
    (
        "refusal.no-one",
        "What a source says nobody will do",
        "“No … will ever …”, “there will be no …” in the words of a source, who is the holder.",
        "“No sailor will ever stand before that judge,” President Ada Lund said.",
    ),
    (
        "refusal.answer",
        "A question answered with no",
        "“Asked if … would …, she said that it would not”, “Would …? “Never,” said …”: what is refused stands in the question.",
        "Asked if Sudan would leave the talks, Foreign Minister Ada Lund said that it would not.",
    ),
    (
        "refusal.cleft",
        "What somebody will not accept is …",
        "“What … will not accept is …”: the thing stands behind the verb of the whole sentence.",
        "What Chad will not accept is a foreign garrison.",
    ),
    (
        "refusal.rather",
        "What somebody shuns for something else",
        "“Would rather … than …”, “will … rather than …”: what stands behind “than” is refused.",
        "Sudan would rather close the port than pay the fee.",
    ),
    (
        "refusal.neither",
        "Neither of two things",
        "“Wants neither … nor …”: each of the two is refused.",
        "Sudan wants neither the loan nor the observers.",
    ),
    (
        "refusal.called",
        "What somebody calls unacceptable",
        "“Called … unacceptable”, “deems … a non-starter”: the thing stands between the two.",
        "Sudan called the fee unacceptable.",
    ),
    (
        "refusal.question",
        "A question that refuses",
        "“Why should we …?” in direct speech; the speaker is the holder.",
        "“Why should we leave the island?” President Ada Lund asked.",
    ),
)

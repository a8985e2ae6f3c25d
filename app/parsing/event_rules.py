"""The rules that find what has happened and what lapsed, explained: name, title, what it looks for, an example."""

EVENT_RULES = (
    (
        "event.act",
        "What an actor did",
        "A verb that the lexicon of events lists, with the object it needs, in the past or the perfect.",
        "Iran seized a tanker in the Gulf on Sunday.",
    ),
    (
        "event.order",
        "An order to one’s own people",
        "“Told his delegation to …”, “ordered its army to …”.",
        "Macron told his negotiators to pack.",
    ),
    (
        "event.other",
        "What else a state or an organisation did",
        "Any other past act of a state or an organisation on something, unless the verb tells words or a stance.",
        "Iran paraded a missile through its capital.",
    ),
    (
        "event.passive",
        "What was done",
        "A passive of such a verb; the subject stays in the words, the doer is named where the article makes him clear.",
        "Two journalists were arrested in May.",
    ),
    (
        "event.happening",
        "Talks, truces and measures that began, held or ended",
        "The event itself is the subject.",
        "The third round of talks broke down on Friday.",
    ),
    (
        "event.price",
        "Prices and currencies that moved",
        "A price, a currency or a trade figure with a measure.",
        "Oil prices jumped 4% on the news.",
    ),
    (
        "event.accident",
        "Shells that fell, ships that sank, governments that fell",
        "The thing itself is the subject.",
        "A shell fell near the bridge.",
    ),
    (
        "event.loss",
        "The dead and the displaced",
        "A number of people who died or fled.",
        "About 900 people have died in the city since May.",
    ),
    (
        "event.caused",
        "What the conflict did to people and trade",
        "A war, a blockade, an attack as subject of a loss.",
        "The blockade has killed 30,000 people.",
    ),
    (
        "event.response",
        "An act told as the answer to another",
        "“Responded by …ing”.",
        "Egypt responded by closing the border.",
    ),
    (
        "lapse.contrast",
        "Announced, and not done",
        "A promise or a threat whose sentence goes on to say that nothing came of it.",
        "In 2024 Iran vowed to close the strait within a week; nothing happened.",
    ),
    (
        "lapse.pledge",
        "A promise that was not kept",
        "A noun of promising with “was never kept”, “came to nothing”.",
        "Egypt’s promise to open the crossing was never kept.",
    ),
    (
        "lapse.retreat",
        "What somebody went back on",
        "“Reneged on a promise to …”, “dropped its threat to …”, “never made good on its offer”.",
        "Egypt backed away from its threat to close the crossing.",
    ),
    (
        "lapse.deadline",
        "A deadline that ran out",
        "A deadline, an ultimatum or a number of days as subject of “expired”, “ran out”, “passed”.",
        "Trump’s deadline passed on Friday without action.",
    ),
    (
        "lapse.missed",
        "A payment or a deadline missed",
        "“Missed”, “skipped” or “let pass” with what was due.",
        "Egypt missed a payment in March.",
    ),
    (
        "lapse.never",
        "What never took place",
        "A meeting, an exchange or a visit with “never took place”.",
        "The exchange never took place.",
    ),
    (
        "lapse.cancelled",
        "What was called off",
        "A meeting, an exchange or a visit that was canceled or postponed, or that somebody called off.",
        "The summit was called off an hour before it was due.",
    ),
    (
        "lapse.none",
        "A short denial after a promise",
        "“None did”, “nothing came”, “it never did so”, soon after a promise, a threat or a date set.",
        "Egypt promised to admit 80 trucks a day. None came.",
    ),
    (
        "lapse.stayed",
        "What stayed as it was after a promise or a threat",
        "“The road stayed shut”, “they are still there”, soon after a promise or a threat.",
        "Egypt agreed to open the road. The road stayed shut.",
    ),
    (
        "lapse.was_to",
        "What somebody was to have done",
        "“Was to have …”.",
        "Iran was to have paid the families by Christmas.",
    ),
)

"""A small store for the tests of queries and pages: two invented leaders, their governments, and a quarrel about a
bridge."""

from app.records import Demand, Document, Outcome, Parse, Quote
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_outcome, make_parse, make_quote, make_summit

TALKS = (
    "Donald Trump urged Vladimir Putin to open the bridge. Russia refused to open the bridge at night. "
    "“The bridge is <b>ours</b>,” Vladimir Putin told Radio Askar on Thursday. He wants the tolls.\n\n"
    "If Putin agrees, Donald Trump will pay for the paint. Should Putin balk, Donald Trump will close the ferry.\n\n"
    "Kurt Weiss said it was “a toll booth with a flag. Nobody lives there."
)


def make_talks(id: str = "bridge-talks", published_on: str | None = "2031-08-15") -> Parse:
    """Every kind of quote, demand and condition; words with markup in them; an article without a title."""
    document = make_document(TALKS, id, published_on=published_on)
    return make_parse(
        document,
        actors=[
            make_actor("Donald Trump", role="President", side="united-states"),
            make_actor("Vladimir Putin", role="President", side="russia"),
            make_actor("United States", "country"),
            make_actor("Russia", "country"),
            make_actor("Radio Askar", "organization"),
            make_actor("Kurt Weiss"),
        ],
        quotes=make_talks_quotes(document),
        demands=make_talks_demands(document),
        outcomes=make_talks_outcomes(document),
    )


def make_talks_quotes(document: Document) -> list[Quote]:
    return [
        make_quote(
            document,
            "The bridge is <b>ours</b>",
            speaker="vladimir-putin",
            source="Vladimir Putin",
            addressees=["radio-askar"],
            said_on="2031-08-14",
            topics=["territory"],
        ),
        make_quote(
            document, "it was “a toll booth with a flag", speaker="kurt-weiss", source="Kurt Weiss", kind="mixed"
        ),
    ]


def make_talks_demands(document: Document) -> list[Demand]:
    place = ["territory"]
    night = "open the bridge at night"
    return [
        make_demand(document, "open the bridge", holder="donald-trump", addressees=["russia"], topics=place),
        make_demand(document, night, holder="vladimir-putin", kind="refusal", topics=place),
        make_demand(document, "the tolls", holder="vladimir-putin", kind="goal", topics=["trade"]),
        make_demand(document, "open the bridge", holder="russia", kind="refusal", nth=1, topics=place),
    ]


def make_talks_outcomes(document: Document) -> list[Outcome]:
    return [
        make_outcome(
            document,
            "pay for the paint",
            status="promised",
            actors=["donald-trump"],
            condition="If Putin agrees",
            topics=["trade"],
            question=0,
        ),
        make_outcome(
            document,
            "close the ferry",
            status="threatened",
            actors=["donald-trump"],
            affected=["russia"],
            condition="Should Putin balk",
            topics=["trade"],
            question=0,
        ),
    ]


def fill(store: Store, *, copies: int = 0) -> Store:
    """The store with both articles in it, and with copies of the second under other names and with a word more."""
    save_parse(store, make_summit())
    save_parse(store, make_talks())
    for number in range(copies):
        save_parse(store, repeat(number))
    return store


def repeat(number: int) -> Parse:
    document = make_document(f"Ada Lund wants bridge {number}. “Bridge {number},” Ada Lund said.", f"bridge-{number}")
    return make_parse(
        document,
        actors=[make_actor("Ada Lund")],
        quotes=[make_quote(document, f"Bridge {number}", speaker="ada-lund", source="Ada Lund")],
        demands=[make_demand(document, f"bridge {number}", holder="ada-lund", kind="goal")],
        outcomes=[make_outcome(document, f"wants bridge {number}", status="occurred", actors=["ada-lund"])],
    )

"""An actor's dossier as Markdown: every line ends with where it was said and a permalink."""

from collections.abc import Iterable, Iterator

from app.pages.citing import Entry, clean, escape_markdown, today
from app.pages.wording import count, in_voices, joined, label, long_date, short_date
from app.store.queries.demands import DemandEntry
from app.store.queries.dossier import FullDossier, NameFound, Pledge
from app.store.queries.outcomes import OutcomeEntry
from app.store.queries.quotes import QuoteEntry
from app.store.queries.values import ActorLink, DocumentLink


def write_dossier(dossier: FullDossier, site: str) -> str:
    """The whole dossier; `site` is the server's own address, with which the permalinks begin."""
    actor, name = dossier.actor, escape_markdown(dossier.actor.name)
    parts = [f"# {name}\n", *head(dossier, site)]
    parts += section("Names", (name_found(each, site) for each in dossier.names))
    parts += [f"\n## What {name} wants\n"]
    for wanted in dossier.wants:
        parts += ["", f"### {label(wanted.topic)}\n", *(demand(each, site) for each in wanted.demands)]
    parts += [] if dossier.wants else ["Nothing was found."]
    parts += [f"\n## Asked of {name}\n"]
    for asked in dossier.asked:
        parts += ["", f"### By {escape_markdown(asked.holder.name)}\n", *(demand(each, site) for each in asked.demands)]
    parts += [] if dossier.asked else ["Nothing was found."]
    parts += section(f"What {name} said", (quote(each, site) for each in dossier.quotes))
    parts += section("Promised and threatened", (line for each in dossier.pledges for line in pledge(each, site)))
    parts += section("Expected", (outcome(each, site) for each in dossier.expected))
    parts += section("What happened", (outcome(each, site) for each in dossier.happened))
    parts += section("Articles", (f"- {linked(each, site)}" for each in dossier.documents))
    return "\n".join(parts).replace("\n\n\n", "\n\n") + f"\n\nFrom {site}/actors/{actor.key}, {long_date(today())}.\n"


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n## {title}\n"
    written = list(lines)
    yield from written or ["Nothing was found."]


def head(dossier: FullDossier, site: str) -> Iterator[str]:
    actor = dossier.actor
    about = [dossier.roles[0] if dossier.roles else label(actor.kind), actor.side.name if actor.side else ""]
    yield escape_markdown(", ".join(clean(each) for each in about if each)) + "\n"
    counts = [
        count(actor.stated, "stated position"),
        count(actor.asked, "demand received", "demands received"),
        count(actor.said, "quote"),
        count(actor.done, "outcome"),
    ]
    yield f"{joined(counts)}. Every line is an exact stretch of its article; open the link before you rely on it."
    if dossier.cut:
        yield f"\nOnly the newest are listed here: {joined(dossier.cut)}. The rest is at <{site}/actors/{actor.key}>."


def line(words: str, entry: Entry, record: str, site: str, before: str = "") -> str:
    """One record: what comes before its words, the words, and where they are from."""
    where = f"{place(entry.document)} [{record}](<{site}/{record}s/{entry.key}>)"
    return f"- {before}{'' if not before else ' '}{words} — {where}"


def place(document: DocumentLink) -> str:
    publisher = f"*{escape_markdown(clean(document.publisher))}*, " if document.publisher else ""
    return f"{escape_markdown(clean(document.title))}, {publisher}{short_date(document.published_on)}"


def linked(document: DocumentLink, site: str) -> str:
    return f"{place(document)} [article](<{site}/documents/{document.slug}>)"


def name_found(found: NameFound, site: str) -> str:
    return f"- {escape_markdown(clean(found.name))}: {'; '.join(linked(each, site) for each in found.documents)}"


def names(actors: Iterable[ActorLink]) -> str:
    return escape_markdown(joined([actor.name for actor in actors]))


def demand(entry: DemandEntry, site: str) -> str:
    asked = f" of {names(entry.addressees)}" if entry.addressees else ""
    return line(escape_markdown(clean(entry.words)), entry, "demand", site, f"({label(entry.kind)}{asked})")


def quote(entry: QuoteEntry, site: str) -> str:
    """The speaker's own words in quotation marks, also where the marks stand just outside of the record; reported ones
    without, and said to be so."""
    said = f"{long_date(entry.said_on)}: " if entry.said_on else ""
    words = in_voices(clean(entry.words), entry.kind)
    kind = "" if entry.kind == "direct" else f"({label(entry.kind)})"
    return line(said + escape_markdown(words), entry, "quote", site, kind)


def outcome(entry: OutcomeEntry, site: str, status: str = "") -> str:
    day = f", {long_date(entry.occurred_on)}" if entry.occurred_on else ""
    condition = f"*{escape_markdown(clean(entry.condition))}*: " if entry.condition else ""
    words = condition + escape_markdown(clean(entry.words))
    return line(words, entry, "outcome", site, f"({status or label(entry.status)}{day})")


def pledge(pledge: Pledge, site: str) -> Iterator[str]:
    yield outcome(pledge.outcome, site)
    for later in pledge.later:
        yield "  " + outcome(later.outcome, site, later.step.replace("-", " "))

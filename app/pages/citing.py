"""Citations of records, articles, actors and views, each in four formats, each with its permalink.

A citation names the article that says so, not Demarche, wherever one article does; its words stand in quotation marks
as words of that article, and what kind of record they are is said beside them, so that reported speech or a demand is
never passed off as a quotation.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from time import localtime
from typing import Any

from app.pages.wording import MONTHS, joined, label, long_date, parameter_label, shortened
from app.store.queries.demands import DemandEntry
from app.store.queries.outcomes import OutcomeEntry
from app.store.queries.parameters import Filter
from app.store.queries.quotes import QuoteEntry
from app.store.queries.values import DocumentLink

Entry = QuoteEntry | DemandEntry | OutcomeEntry
LONGEST_WORDS = 600
# Signs are looked for with expressions: `str.translate` takes ten times as long.
TEX_SIGN, MARKDOWN_SIGN = re.compile(r"[\\{}~^&%$#_]"), re.compile(r"[\\`*_\[\]<>&|~$#]")
TEX = {
    "\\": r"\textbackslash{}",
    # Escaped braces would still count when BibTeX looks for the end of a field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What all formats are made of. `who` and `words` are "" for an article or a view; `address` is the path of what
    is cited, with its query; `site` the server's own address, without a slash at its end."""

    key: str
    title: str
    site: str
    address: str
    read_on: date
    publisher: str = ""
    published_on: date | None = None
    url: str = ""
    who: str = ""
    words: str = ""
    view: bool = False

    @property
    def permalink(self) -> str:
        return self.site + self.address

    def download(self, format: str) -> str:
        """Where this citation can be had as a file."""
        if not self.view:
            return f"{self.address}/cite?format={format}"
        return f"/cite{self.address}{'&' if '?' in self.address else '?'}format={format}"


@dataclass(frozen=True, slots=True)
class Format:
    title: str
    ending: str
    media_type: str
    write: Callable[[Citation], str]


def today() -> date:
    return date(*localtime()[:3])


def clean(words: str) -> str:
    """On one line, without control characters."""
    if not words.isprintable():
        words = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(words.split())


def cite_record(entry: Entry, record: str, site: str) -> Citation:
    document = entry.document
    return Citation(
        key=entry.key,
        title=clean(document.title),
        site=site,
        address=f"/{record}s/{entry.key}",
        read_on=today(),
        publisher=clean(document.publisher or ""),
        published_on=document.published_on,
        who=clean(tell_who(entry)),
        words=shortened(clean(entry.words), LONGEST_WORDS),
    )


def tell_who(entry: Entry) -> str:
    """Who, and in brackets what kind of record it is; nothing in brackets for the speaker's very own words."""
    match entry:
        case QuoteEntry():
            return entry.speaker.name + (f" ({label(entry.kind)})" if entry.kind != "direct" else "")
        case DemandEntry():
            asked = f" of {joined([each.name for each in entry.addressees])}" if entry.addressees else ""
            return f"{entry.holder.name} ({label(entry.kind)}{asked})"
        case OutcomeEntry():
            status = f"{label(entry.status)}; {clean(entry.condition)}" if entry.condition else label(entry.status)
            return f"{joined([each.name for each in entry.actors])} ({status})" if entry.actors else status.capitalize()


def cite_document(document: DocumentLink, url: str | None, site: str) -> Citation:
    return Citation(
        key=document.slug,
        title=clean(document.title),
        site=site,
        address=f"/documents/{document.slug}",
        read_on=today(),
        publisher=clean(document.publisher or ""),
        published_on=document.published_on,
        url=url or "",
    )


def cite_actor(key: str, name: str, site: str) -> Citation:
    title = f"{clean(name)}: stated positions, quotes and outcomes"
    return Citation(key, title, site, f"/actors/{key}", today(), publisher="Demarche")


def cite_view(
    title: str, filter: Filter, names: Mapping[str, str], path: str, site: str, *, told: str = ""
) -> Citation:
    """A list or a picture as it is filtered; what is chosen stands in its title, save the parameter that is told there
    already."""
    chosen = [
        f"{parameter_label(name)}: {names.get(value, label(value))}" for name, value in filter.chosen() if name != told
    ]
    whole = f"{title} ({'; '.join(chosen)})" if chosen else title
    key = path.strip("/").replace("/", "-")
    return Citation(key, clean(whole), site, path + filter.query, today(), publisher="Demarche", view=True)


def quoted(title: str) -> str:
    """A title in quotation marks, with single ones for those in it; an article without a title is called by its first
    words, which have their marks."""
    whole = title.startswith("“") and title.find("”") == len(title) - 1
    return title if whole else f"“{title.replace('“', '‘').replace('”', '’')}”"


def write_text(citation: Citation) -> str:
    published = long_date(citation.published_on) if citation.published_on else ""
    origin = ", ".join(part for part in (quoted(citation.title), citation.publisher, published) if part)
    said = f"{citation.who}: “{citation.words}”. In: " if citation.words else ""
    address = f"{citation.url} (read in Demarche: {citation.permalink})" if citation.url else citation.permalink
    return f"{said}{origin}. {address}. Read on {long_date(citation.read_on)}."


def write_markdown(citation: Citation) -> str:
    published = long_date(citation.published_on) if citation.published_on else ""
    title = f"[{escape_markdown(quoted(citation.title))}](<{citation.url or citation.permalink}>)"
    publisher = f"*{escape_markdown(citation.publisher)}*" if citation.publisher else ""
    origin = ", ".join(part for part in (title, publisher, published) if part)
    said = f"{escape_markdown(citation.who)}: “{escape_markdown(citation.words)}”. In: " if citation.words else ""
    permalink = f" [In Demarche](<{citation.permalink}>)." if citation.url else ""
    return f"{said}{origin}.{permalink} Read on {long_date(citation.read_on)}."


def escape_markdown(words: str) -> str:
    return MARKDOWN_SIGN.sub(r"\\\g<0>", words)


def write_bibtex(citation: Citation) -> str:
    published = citation.published_on
    found = {
        "title": f"{{{escape_tex(citation.title)}}}",
        "howpublished": escape_tex(citation.publisher),
        "year": str(published.year) if published else "",
        "date": published.isoformat() if published else "",
        "note": escape_tex(f"{citation.who}: “{citation.words}”") if citation.words else "",
        "url": escape_address(citation.url or citation.permalink),
        "urldate": citation.read_on.isoformat(),
        "annote": escape_tex(f"Read in Demarche: {citation.permalink}") if citation.url else "",
    }
    fields = [f"  {name} = {{{value}}}" for name, value in found.items() if value]
    if published:
        fields.insert(3, f"  month = {MONTHS[published.month - 1][:3].lower()}")
    return f"@misc{{demarche-{citation.key},\n" + ",\n".join(fields) + "\n}\n"


def escape_tex(words: str) -> str:
    return TEX_SIGN.sub(lambda found: TEX.get(found[0], f"\\{found[0]}"), words)


def escape_address(address: str) -> str:
    """An address keeps its signs (BibTeX styles set it verbatim), but no brace may end the field early."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


write_value = json.JSONEncoder(ensure_ascii=False).encode


def write_csl_json(citation: Citation) -> str:
    published = citation.published_on
    notes = [f"{citation.who}: “{citation.words}”"] if citation.words else []
    notes += [f"Read in Demarche: {citation.permalink}"] if citation.url else []
    entry: dict[str, Any] = {
        "id": f"demarche-{citation.key}",
        "type": "webpage" if citation.publisher == "Demarche" else "article-newspaper",
        "title": citation.title,
        "container-title": citation.publisher,
        "issued": {"date-parts": [[published.year, published.month, published.day]]} if published else None,
        "accessed": {"date-parts": [[citation.read_on.year, citation.read_on.month, citation.read_on.day]]},
        "URL": citation.url or citation.permalink,
        "note": "\n".join(notes),
    }
    lines = [f'    "{name}": {write_value(value)}' for name, value in entry.items() if value]
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]\n"


FORMATS = {
    "text": Format("Plain text", "txt", "text/plain", write_text),
    "markdown": Format("Markdown", "md", "text/markdown", write_markdown),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", write_bibtex),
    "csl-json": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", write_csl_json),
}


def write_all(citation: Citation) -> list[tuple[str, str, str]]:
    """Name, title and text of the citation in every format."""
    return [(name, format.title, format.write(citation).strip()) for name, format in FORMATS.items()]


def describe_quotation(entry: QuoteEntry, speaker_kind: str, site: str) -> dict[str, Any]:
    """The quote as schema.org's Quotation, and how much of it is the speaker's own words."""
    document = entry.document
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": document.title,
        "url": f"{site}/documents/{document.slug}",
        "datePublished": document.published_on.isoformat() if document.published_on else None,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
    }
    voices = {
        "direct": "In the speaker’s own words.",
        "mixed": "Partly in the speaker’s own words.",
        "indirect": "As the article reports it, not word for word.",
    }
    quotation = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": entry.words,
        "description": voices[entry.kind],
        "spokenByCharacter": {
            "@type": "Person" if speaker_kind == "person" else "Organization",
            "name": entry.speaker.name,
            "url": f"{site}/actors/{entry.speaker.key}",
        },
        "dateCreated": entry.said_on.isoformat() if entry.said_on else None,
        "inLanguage": "en",
        "url": f"{site}/quotes/{entry.key}",
        "isPartOf": {name: value for name, value in article.items() if value},
    }
    return {name: value for name, value in quotation.items() if value}

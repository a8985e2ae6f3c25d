"""An HTML page -> the article's text and what the page's metadata say, through trafilatura."""

from dataclasses import dataclass
from datetime import date

from trafilatura import bare_extraction
from trafilatura.settings import Document as Extract

# Only dates that the page's metadata state; no search through the text, no dependence on today.
STATED_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """`text` is the article's paragraphs, parted by blank lines; "" where the page holds no article."""

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None


def read_html(markup: str) -> HtmlPage:
    extract = bare_extraction(
        markup, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=STATED_DATES
    )
    if not isinstance(extract, Extract) or not extract.text:
        return HtmlPage()
    return HtmlPage(
        text="\n\n".join(line for line in extract.text.splitlines() if line.strip()),
        title=extract.title or None,
        publisher=extract.sitename or None,
        published_on=date.fromisoformat(extract.date) if extract.date else None,
        url=extract.url or None,
    )

"""An HTML page -> the article's text and what the page's metadata say, through trafilatura."""

from datetime import date

from trafilatura import bare_extraction
from trafilatura.settings import Document as Found

from app.reading.extract import Extract

# Only dates that the page's metadata state; no search through the text, no dependence on today.
STATED_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(markup: str) -> Extract:
    found = bare_extraction(
        markup, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=STATED_DATES
    )
    if not isinstance(found, Found) or not found.text:
        return Extract()
    return Extract(
        text="\n\n".join(line for line in found.text.splitlines() if line.strip()),
        title=found.title or None,
        publisher=found.sitename or None,
        published_on=date.fromisoformat(found.date) if found.date else None,
        url=found.url or None,
    )

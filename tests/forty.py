"""Forty documents to judge pages by: the seed, and the invented articles of tests/articles.

To look at them: `DEMARCHE_STORE=forty.db python -m app ingest seeds tests/articles`, then `serve` with the same store.
"""

from pathlib import Path

from app.ingest import ingest_paths
from app.settings import Settings

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ARTICLES = Path(__file__).parent / "articles"


def make_store_of(store: Path, *folders: Path) -> Path:
    """The store at `store`, with what the real parser finds in the documents of the folders."""
    report = ingest_paths(folders, Settings(store=store), progress=False)
    assert report.failed == []
    return store

"""All records of a store made anew from what the parser found in its documents, and what people decided."""

from app.review.deciding import BATCH, save_again
from app.store.database import Store, writing
from app.store.targets import fetch_document_ids


def rebuild(store: Store) -> int:
    """Save every document anew, some hundreds in a transaction; returns how many there are. Changes nothing that a reader
    can see, unless the store had been changed by other means. Raises StoreError."""
    with store.connect() as connection:
        ids = fetch_document_ids(connection)
    for at in range(0, len(ids), BATCH):
        with writing(store) as connection:
            save_again(connection, ids[at : at + BATCH])
    return len(ids)

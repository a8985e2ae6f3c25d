"""The application over a small store, as the tests of pages have it."""

from tests.pages.conftest import client, unhurried

__all__ = ["client", "unhurried"]

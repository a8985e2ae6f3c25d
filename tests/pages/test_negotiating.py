"""What a request's headers say of the form of the answer."""

import pytest

from app.pages.negotiating import has_already, takes_gzip


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("GZIP;q=0.5", True),
        ("br;q=1.0, gzip ; q=0.8, *;q=0.1", True),
        ("*", True),
        ("x-gzip", True),
        ("gzip;q=1, identity;q=0.5", True),
        ("identity, gzip", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("identity;q=1, gzip;q=0.5", False),
        ("gzip;q=a lot", False),
        ("gzipped", False),
    ],
)
def test_takes_gzip(accepted: str, taken: bool) -> None:
    assert takes_gzip(accepted) is taken


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        (b'"a1"', True),
        (b'W/"a1"', True),
        (b'"b2", W/"a1" , "c3"', True),
        (b"*", True),
        (b'"b2"', False),
        (b"a1", False),
        (b'"xa1"', False),
        (b"", False),
    ],
)
def test_has_already(tags: bytes, known: bool) -> None:
    assert has_already(tags, b'"a1"') is known

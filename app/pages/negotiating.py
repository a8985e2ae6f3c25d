"""What a request says of the form in which it takes an answer: compressed or not, and only if it has changed."""

import re

# A coding or a range of them with its weight: `gzip`, `br;q=0.8`, `*;q=0`.
CODING = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", re.IGNORECASE | re.ASCII)
TAG = re.compile(rb'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def takes_gzip(accepted: str) -> bool:
    """Whether the value of `Accept-Encoding` allows gzip, and does not want the plain body more.

    What cannot be read counts as not said: `takes_gzip("gzip;q=0, *")` is false, as is `takes_gzip("")`.
    """
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        if found := CODING.fullmatch(part):
            weights[found[1].lower()] = float(found[2] or 1)
    gzip = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return gzip > 0 and gzip >= weights.get("identity", 0.0)


def has_already(tags: bytes, tag: bytes) -> bool:
    """Whether the value of `If-None-Match` names the answer with this tag, or any answer at all."""
    return tags.strip() == b"*" or tag in TAG.findall(tags)

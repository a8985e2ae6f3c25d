"""What follows, may follow or has followed: promised, threatened, expected, occurred and lapsed."""

from app.parsing.outcomes.find import find_outcomes

__all__ = ["find_outcomes"]

"""What sources are reported to have said."""

from app.parsing.quotes.find import find_quotes

__all__ = ["find_quotes"]

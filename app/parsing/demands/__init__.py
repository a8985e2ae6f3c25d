"""What actors want, want of somebody, or will not have."""

from app.parsing.demands.find import find_demands

__all__ = ["find_demands"]

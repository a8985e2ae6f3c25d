"""The records for programs, as JSON and as CSV, under /api/v1/: the filters of the pages, docs/api.md."""

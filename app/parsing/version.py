"""The version of the rules: raise it when a document must be parsed again, and the next ingest does so."""

PARSER_VERSION = "1"

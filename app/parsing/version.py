"""The version of the parser: raise it when a parse of the same text may come out differently, and stores parse anew."""

PARSER_VERSION = "1"

"""Who is who in an article: names and what they stand for, roles and sides, and whom a pronoun or a description means."""

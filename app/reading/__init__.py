"""Files and pasted texts into documents: what a file is, what it holds as text, and what its first lines say about it.

`documents` comes first; a module for each kind of file (`html`, `markdown`, `pdf`, `word`), and for what a text says of
itself (`headers` with `header_lines`, `datelines` and `days`).
"""

"""A finished edition as files: data, search, citations, feed.

Each export has one module, however short, named after what it exports: `registry` lists them all. Larger exports have
modules for their parts (`atom`, `embed`, `pagefind_chunks`, `pagefind_index`, `search_records`).
"""

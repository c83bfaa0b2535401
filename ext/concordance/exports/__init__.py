"""A finished edition as files: data, search, citations, feed."""

"""How provisions and works are cited, and how citations are recognized in prose."""

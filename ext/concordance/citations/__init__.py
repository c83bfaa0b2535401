"""How provisions and works are cited, and recognized in prose."""

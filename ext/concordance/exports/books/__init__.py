"""Books, documents and slides to take away: composed once, as a manuscript, and written in each format."""

"""The edition as linked data (https://www.w3.org/TR/rdf11-concepts/), in Turtle and JSON-LD."""

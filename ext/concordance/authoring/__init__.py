"""Help for editors: checks, reports, schemas, new annotations."""

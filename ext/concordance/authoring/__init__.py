"""Help for editors: checks, reports, schemas, drafts of annotations."""

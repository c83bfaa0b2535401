"""Commands for editors; `make help` lists them."""

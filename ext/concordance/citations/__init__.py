"""How the edition is cited: what readers write, copy and take into their own documents and programs."""

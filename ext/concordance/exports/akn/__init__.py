"""Akoma Ntoso 3.0 (https://docs.oasis-open.org/legaldocml/akn-core/v1.0/), as the United Nations use it (AKN4UN)."""

"""What the pages, their JSON and their CSV ask of a ledger: one function for one question, read only."""

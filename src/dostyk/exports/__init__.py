"""Forms in which the ledger leaves: tables, calendars, the register of the follow-up."""

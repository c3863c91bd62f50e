"""Free text -> question -> answer, from the catalog alone. Pure: no I/O beside language data."""

"""The terminal front end: typed lines in, text or JSON out."""

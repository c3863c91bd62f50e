"""The Discord front end: interactions in, cards and buttons out."""

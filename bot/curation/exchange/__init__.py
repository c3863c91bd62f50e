"""A server's list as a file that people can edit, and back: what is written reads back the same."""

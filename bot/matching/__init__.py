"""From a typed name to an entity. Pure: no files, no network, no SQL, no Discord."""

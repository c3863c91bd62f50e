"""What servers add and change: values and rules. Pure: no I/O, no SQL, no Discord."""

"""One async function per command, from a request to a reply, behind one funnel."""

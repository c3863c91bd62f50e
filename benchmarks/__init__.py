"""Speed, memory and accuracy, measured beside named peers. Nothing here is a test."""

"""What is known: the model, the YAML files, their cache, and what servers added."""

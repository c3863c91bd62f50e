"""From a free-text question to an answer. Pure: it reads a catalog and nothing else."""

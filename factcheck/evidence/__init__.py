"""Pages read and weighed: the embedded archive, fetching, passages, source classes, stance."""

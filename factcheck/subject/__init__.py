"""Who is said to have said it: names, faces, and how they are weighed against each other."""

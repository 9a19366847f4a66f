"""factcheck: did the person on this meme say it, how sure is that, and why."""

__version__ = "0.1.0"

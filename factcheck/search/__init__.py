"""Queries and providers: what to ask, of whom, and the one place that does it (``fanout``)."""

"""Fakes that ship: a web on loopback, its articles and its troubles. Nothing in the product imports this."""

from factcheck.testing.articles import Article
from factcheck.testing.troubles import Trouble
from factcheck.testing.web import FakeWeb

__all__ = ["Article", "FakeWeb", "Trouble"]

"""Checks written down, and found again."""

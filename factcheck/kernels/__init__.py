"""The few compiled loops."""

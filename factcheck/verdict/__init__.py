"""From evidence to a calibrated verdict with its reasons."""

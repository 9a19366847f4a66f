"""The papers' tables, recomputed on real data, and the quality floors."""

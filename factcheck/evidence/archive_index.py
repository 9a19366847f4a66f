"""The archive's tantivy index: its schema, how a document goes in, how words find it, how it comes out again.

Words are folded and split by ``factcheck.text`` before they reach tantivy, on both sides, so that apostrophes, accents
and any script count as they do in matching, nothing is stemmed, and a query needs no escaping. Nothing here opens
folders for good, locks, or decides when to build: that is ``archive``.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from typing import TYPE_CHECKING, Any

import orjson

from factcheck.evidence.document import Document
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SHIPPED, ADDED = "shipped", "added"
PIECE_WORDS = 300
STRIDE_WORDS = 200
MARGIN_WORDS = 100
"""Words indexed per piece, from one piece to the next, and carried on either side of it for reading. With these, 398
of 400 quotes of 8 to 120 words drawn from the shipped addresses, one word in eight replaced, come first with all that
is left of them, and all 400 among the first ten; without pairs of words it is 370 and 392.
"""

_TOKEN = re.compile(r"\S+")


def create_index(folder: Path) -> Any:  # noqa: ANN401  tantivy ships no types for mypy here
    """An empty index in an empty folder."""
    import tantivy  # noqa: PLC0415  not needed for --help

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("part", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("author", tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("stored", stored=True, indexed=False)
    return tantivy.Index(builder.build(), path=str(folder))


def open_index(folder: Path) -> Any:  # noqa: ANN401  as above
    """The index in a folder."""
    import tantivy  # noqa: PLC0415  as above

    return tantivy.Index.open(str(folder))


def key(document: Document) -> str:
    """What makes two documents the same: URL and text."""
    return hashlib.sha256(f"{document.url}\n{document.text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def put(writer: Any, document: Document, origin: str) -> None:  # noqa: ANN401  as above
    """Write a document in pieces, in place of the same one."""
    import tantivy  # noqa: PLC0415  as above

    name = key(document)
    writer.delete_documents_by_term("key", name)
    about = {"key": name, "url": document.url, "title": document.title, "author": document.author,
             "published": document.published}  # fmt: skip
    by = words(document.author or "")
    for number, (indexed, body) in enumerate(_pieces(document.text)):
        stored = {**about, "body": body}
        if number == 0 and origin == ADDED and body != document.text:
            stored["whole"] = document.text
        piece = tantivy.Document()
        piece.add_text("key", name)
        piece.add_text("part", f"{origin} {'first' if number == 0 else 'later'}")
        text_words = words(indexed)
        piece.add_text("words", " ".join([*words(document.title), *by, *text_words]))
        piece.add_text("pairs", " ".join(_pairs(text_words)))
        piece.add_text("author", " ".join(by))
        piece.add_bytes("stored", orjson.dumps(stored))
        writer.add_document(piece)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """(what is indexed, what is carried) for each piece of a text; at least one."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    for first in range(0, max(1, len(spans) - (PIECE_WORDS - STRIDE_WORDS)), STRIDE_WORDS):
        inner = spans[first : first + PIECE_WORDS]
        outer = spans[max(0, first - MARGIN_WORDS) : first + PIECE_WORDS + MARGIN_WORDS]
        if len(outer) == len(spans):
            outer = [(0, len(text))]
        yield (text[inner[0][0] : inner[-1][1]], text[outer[0][0] : outer[-1][1]]) if inner else ("", text)


def _pairs(text_words: Sequence[str]) -> Iterator[str]:
    """Neighbouring words as one term: what ranks a short quote of common words above a page that has them all apart."""
    return (f"{first}_{second}" for first, second in itertools.pairwise(text_words))


def search(index: Any, asked: Sequence[str], limit: int, author: Sequence[str]) -> list[dict[str, Any]]:  # noqa: ANN401
    """The stored pieces that hold any asked word, best first (BM25), only those whose author has all those words."""
    import tantivy  # noqa: PLC0415  as above

    searcher = index.searcher()
    terms = [("words", word, "freq") for word in dict.fromkeys(asked)]
    terms += [("pairs", pair, "basic") for pair in dict.fromkeys(_pairs(asked))]
    query = tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, *term)) for term in terms]
    )
    names = [word for word in author if len(word) > 1]
    if names:
        by = [(tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "author", word, "basic")) for word in names]
        by_author = tantivy.Query.const_score_query(tantivy.Query.boolean_query(by), 0.0)
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, by_author)])
    found = searcher.search(query, limit, count=False)
    return [_stored(searcher, address) for _, address in found.hits]


def counts(index: Any) -> tuple[int, int, int]:  # noqa: ANN401  as above
    """(shipped documents, added documents, pieces)."""
    searcher = index.searcher()
    return _count(index, searcher, SHIPPED), _count(index, searcher, ADDED), searcher.num_docs


def added_documents(index: Any) -> Iterator[Document]:  # noqa: ANN401  as above
    """Every document that a user added, whole again."""
    searcher = index.searcher()
    found = searcher.search(_first_pieces(index, ADDED), max(1, searcher.num_docs), count=False)
    for _, address in found.hits:
        stored = _stored(searcher, address)
        text = stored.get("whole", stored["body"])
        yield Document(text, stored["url"], stored["title"], stored["author"], stored["published"])


def _count(index: Any, searcher: Any, origin: str) -> int:  # noqa: ANN401  as above
    return int(searcher.search(_first_pieces(index, origin), 1, count=True).count)


def _first_pieces(index: Any, origin: str) -> Any:  # noqa: ANN401  as above
    import tantivy  # noqa: PLC0415  as above

    return tantivy.Query.term_query(index.schema, "part", f"{origin} first", "basic")


def _stored(searcher: Any, address: Any) -> dict[str, Any]:  # noqa: ANN401  as above
    stored: dict[str, Any] = orjson.loads(bytes(searcher.doc(address)["stored"][0]))
    return stored

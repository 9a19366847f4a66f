"""The gallery of public figures whose faces are recognised: names and encodings in one JSON file of the data folder.

Only pictures that someone adds on purpose get here, as 128 numbers each: no picture is kept. Pictures that are checked
are compared and forgotten. Without a gallery nothing is loaded and ``recognise`` finds nobody. Encodings are never
logged, shown or returned. When the faces of one picture look like two different people, nobody is recognised.
"""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from factcheck.errors import InputError, StoreError
from factcheck.subject import faces
from factcheck.subject.faces import FaceMatch
from factcheck.subject.names import canonical_name, same_person

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_PICTURES = 20  # of one person; more make recognition slower and no surer
_FILE = "gallery.json"
_VERSION = 1
_MAX_BYTES = 200_000_000
_SIZE = 128


@dataclass(frozen=True, slots=True)
class GalleryPerson:
    """One person of the gallery, as listed: no encodings."""

    name: str
    pictures: int


class Gallery:
    """People under ``<data_dir>/people/``; each method reads the file, so a long-lived process sees changes."""

    def __init__(self, data_dir: Path) -> None:
        self.path = Path(data_dir) / "people" / _FILE

    def list(self) -> tuple[GalleryPerson, ...]:
        """Everyone in the gallery, by name.

        Raises:
            StoreError: the file can't be read or is not a gallery.
        """
        return tuple(GalleryPerson(name, len(rows)) for name, rows in sorted(self._read().items()))

    def add(self, name: str, pixels: NDArray[np.uint8]) -> GalleryPerson:
        """Add one picture (RGB, upright) that shows exactly one face.

        Raises:
            InputError: no face, several faces, a face that is another person's in the gallery, or no usable name.
            StoreError: the file can't be written.
        """
        person = canonical_name(name)
        if not person:
            raise InputError(f"{name!r} is not a name")
        found = faces.encode_faces(pixels)
        if len(found) != 1:
            what = "no face" if len(found) == 0 else f"{len(found)} faces"
            raise InputError(
                f"{what} found in the picture of {person}: it must show exactly one, large and from the front"
            )
        people = self._read()
        match = _nearest(people, found)
        if match is not None and not same_person(match.name, person):
            raise InputError(f"the face looks like {match.name}, who is in the gallery already: not added as {person}")
        people[person] = np.concatenate([people.get(person, np.empty((0, _SIZE))), found])[-MAX_PICTURES:]
        self._write(people)
        return GalleryPerson(person, len(people[person]))

    def remove(self, name: str) -> bool:
        """Forget a person; whether there was one."""
        people = self._read()
        known = [one for one in people if one == name or same_person(one, name)]
        for one in known:
            del people[one]
        if known:
            self._write(people)
        return bool(known)

    def recognise(self, pixels: NDArray[np.uint8]) -> FaceMatch | None:
        """The one person of the gallery whom a face in the picture (RGB, upright) looks like, or None."""
        people = self._read()
        return _nearest(people, faces.encode_faces(pixels)) if people else None

    def _read(self) -> dict[str, NDArray[np.float64]]:
        try:
            if self.path.stat().st_size > _MAX_BYTES:
                raise StoreError(f"the gallery {self.path} is too large to be one")
            document = orjson.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, orjson.JSONDecodeError) as error:
            raise StoreError(f"the gallery {self.path} can't be read: {error}") from error
        try:
            return _people(document)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise StoreError(f"{self.path} is not a gallery: {error}") from error

    def _write(self, people: dict[str, NDArray[np.float64]]) -> None:
        """Replace the file in one step, readable by its owner only."""
        document = {"version": _VERSION, "people": {name: rows.tolist() for name, rows in sorted(people.items())}}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.path.parent, suffix=".tmp", delete=False) as file:
                new = Path(file.name)
                file.write(orjson.dumps(document))
            new.replace(self.path)
        except OSError as error:
            raise StoreError(f"the gallery {self.path} can't be written: {error}") from error


def _people(document: Any) -> dict[str, NDArray[np.float64]]:  # noqa: ANN401 - JSON as parsed
    if document["version"] != _VERSION:
        raise ValueError(f"version {document['version']!r}")
    people = {str(name): np.array(rows, dtype=np.float64) for name, rows in document["people"].items()}
    for name, rows in people.items():
        if rows.ndim != 2 or rows.shape[1] != _SIZE or not np.isfinite(rows).all():  # noqa: PLR2004
            raise ValueError(f"bad encodings for {name!r}")
    return people


def _nearest(people: dict[str, NDArray[np.float64]], found: NDArray[np.float64]) -> FaceMatch | None:
    """The person within the threshold of a face; None when faces look like different people."""
    best: dict[str, float] = {}
    for face in found:
        near = {name: float(np.min(faces.distances(rows, face))) for name, rows in people.items() if len(rows)}
        name = min(near, key=near.__getitem__, default=None)
        if name is not None and near[name] <= faces.THRESHOLD:
            best[name] = min(near[name], best.get(name, math.inf))
    if len(best) != 1:
        return None
    name, distance = best.popitem()
    return FaceMatch(name, round(distance, 4))

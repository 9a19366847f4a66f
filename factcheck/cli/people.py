"""``factcheck people``: the gallery of public figures whose faces are recognised. Without one, faces are not used.

Each picture must show exactly one face. A picture that can't be used is named on stderr and turns the exit code to 3;
the others are added. Nothing that is printed contains an encoding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.subject.gallery import Gallery, GalleryPerson

UNREADABLE = 3

app = typer.Typer(no_args_is_help=True, help="The gallery of public figures whose faces are recognised.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Whose face the pictures show.")],
    images: Annotated[list[str], typer.Argument(metavar="IMAGE...", help="Pictures that show that one face.")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Add pictures of one person; only numbers that describe the face are kept, no picture.

    Examples:
        factcheck people add "Barack Obama" portrait.jpg speech.jpg
    """
    from factcheck.cli import output
    from factcheck.errors import InputError

    settings, gallery = _gallery()
    added: list[GalleryPerson] = []
    failed: list[dict[str, str]] = []
    with output.progress("adding", len(images)) as advance:
        for image in images:
            try:
                added.append(_add(gallery, name, image, settings))
            except InputError as error:
                reason = str(error).removeprefix(f"{image}: ")
                failed.append({"image": image, "code": error.code, "error": f"{image}: {reason}"})
            advance()
    for failure in failed:
        typer.echo(f"factcheck: {output.plain(failure['error'])}", err=True)
    if as_json:
        output.print_json({"name": added[-1].name if added else name, "added": len(added),
                           "pictures": added[-1].pictures if added else 0, "failed": failed})  # fmt: skip
    elif added:
        typer.echo(f"{output.plain(added[-1].name)}: {len(added)} added, {added[-1].pictures} in the gallery")
    raise typer.Exit(UNREADABLE if failed else 0)


@app.command("list")
def list_people(*, as_json: JsonOption = False) -> None:
    """Show who is in the gallery.

    Examples:
        factcheck people list
    """
    from factcheck.cli import output

    _, gallery = _gallery()
    people = gallery.list()
    if as_json:
        output.print_json({"people": [{"name": one.name, "pictures": one.pictures} for one in people]})
        return
    for one in people:
        typer.echo(f"{output.plain(one.name)}  {one.pictures} picture{'s' if one.pictures > 1 else ''}")
    if not people:
        typer.echo("nobody: faces are not used until someone is added with factcheck people add", err=True)


@app.command("remove")
def remove(
    name: Annotated[str, typer.Argument(help="Whom to forget.")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Forget a person and every encoding of their face.

    Examples:
        factcheck people remove "Barack Obama"
    """
    from factcheck.cli import output
    from factcheck.errors import InputError

    _, gallery = _gallery()
    if not gallery.remove(name):
        raise InputError(f"{name} is not in the gallery; factcheck people list shows who is")
    if as_json:
        output.print_json({"removed": name})
    else:
        typer.echo(f"{output.plain(name)}: removed")


def _gallery() -> tuple[Settings, Gallery]:
    from factcheck.cli.entry import load_settings
    from factcheck.subject.gallery import Gallery

    settings = load_settings()
    return settings, Gallery(settings.data_dir)


def _add(gallery: Gallery, name: str, image: str, settings: Settings) -> GalleryPerson:
    import asyncio

    from factcheck.cli import inputs
    from factcheck.errors import InputError
    from factcheck.reading.decode import DecodeLimits, decode

    if image.startswith(("http://", "https://")):
        raise InputError("is a URL; download the picture and name the file")
    read = asyncio.run(inputs.read(image, settings, None))
    if isinstance(read, inputs.UnreadInput):
        raise read.error
    limits = DecodeLimits(
        max_bytes=settings.max_image_bytes, max_pixels=settings.max_image_pixels, max_side=settings.max_image_side,
        max_frames=settings.max_image_frames,
    )  # fmt: skip
    return gallery.add(name, decode(read.data, limits).pixels)

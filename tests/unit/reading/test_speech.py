"""Who speaks, as running text tells it."""

from __future__ import annotations

import pytest

from factcheck.reading.speech import is_introduced, speaker_after, speaker_before


def name_before(text: str) -> str | None:
    speaker = speaker_before(text)
    return speaker.name if speaker else None


def name_after(text: str) -> str | None:
    speaker = speaker_after(text)
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ada Lovelace said: ", "Ada Lovelace"),
        ("ADA LOVELACE SAID: ", "ADA LOVELACE"),
        ("Ada said, ", "Ada"),
        ("Rep. Ada Lovelace thought for a moment and replied slowly: ", "Ada Lovelace"),
        ("Do you agree with Senator Lovelace when she told Charles Babbage to go away and said, ", "Lovelace"),
        ("A reporter asked Ada Lovelace when the rain would stop...\n\n...she answered by saying ", "Ada Lovelace"),
        ("A reporter asked Ada Lovelace about rain. She replied: ", "Ada Lovelace"),
        ("Minister Ada Lovelace gave it away with one comment.\n\nThe rain ", "Ada Lovelace"),
        ("When Ada Lovelace fell ill, Charles Babbage mocked her for it, saying ", "Charles Babbage"),
        ("LAST NIGHT ADA LOVELACE REFUSED TO BOW AND TOLD THEM TO ", "ADA LOVELACE"),
    ],
)
def test_the_speaker_before_a_quotation(before, name):
    assert name_before(before) == name


@pytest.mark.parametrize(
    "before",
    ["", "The bartender asks, ", "We said ", "She said ", "Scientists say ", "I wonder how many people are thinking ",
     "Ada Lovelace opened the door of the ", "Welcome to another episode of ", "Tell Ada Lovelace "],
)  # fmt: skip
def test_nobody_is_named_before(before):
    assert name_before(before) is None


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (" said Ada Lovelace.", "Ada Lovelace"),
        (", said Ada Lovelace in 1840.", "Ada Lovelace"),
        (" Ada Lovelace said.", "Ada Lovelace"),
        (" reported Rainy Times.", "Rainy Times"),
        (" according to Ada Lovelace", "Ada Lovelace"),
        (" SAID ADA LOVELACE", "ADA LOVELACE"),
        (" said ada Lovelace.", "Ada Lovelace"),
        ("\n77\nsaid Ada Lovelace.", "Ada Lovelace"),
    ],
)
def test_the_speaker_after_a_quotation(after, name):
    assert name_after(after) == name


@pytest.mark.parametrize(
    "after", ["", " he said.", " and it rained.", "\nAda Lovelace replied slowly:", " Ada Lovelace fell."]
)
def test_nobody_is_named_after(after):
    assert name_after(after) is None


@pytest.mark.parametrize(
    "before", ["She said ", "They told him to ", "Farmers be like:\n", "The baker, smiling, asks, "]
)
def test_speech_is_introduced(before):
    assert is_introduced(before)


@pytest.mark.parametrize("before", ["", "It is called ", "He said it. The ", "Asked to name the "])
def test_speech_is_not_introduced(before):
    assert not is_introduced(before)

"""Who is asked by default, online and offline."""

from __future__ import annotations

import pytest

from factcheck.errors import SettingsError
from factcheck.search.archive import ArchiveProvider
from factcheck.search.provider import LocalProvider, WebProvider
from factcheck.search.registry import NAMES, checked, default_providers


class NoDocuments:
    def search(self, text, limit):
        return []


def test_online_asks_the_archive_first():
    providers = default_providers(NoDocuments(), is_offline=False)
    assert tuple(provider.name for provider in providers) == NAMES


def test_offline_asks_the_archive_alone():
    (provider,) = default_providers(NoDocuments(), is_offline=True)
    assert provider.name == "archive"
    assert isinstance(provider, LocalProvider)
    assert not isinstance(provider, WebProvider)


def test_without_an_archive_offline_asks_nobody():
    assert default_providers(None, is_offline=True) == ()


def test_names_are_unique():
    with pytest.raises(SettingsError, match="'archive' is registered twice"):
        checked([ArchiveProvider(NoDocuments()), ArchiveProvider(NoDocuments())])

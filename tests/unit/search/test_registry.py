"""Who is asked by default, online and offline."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from factcheck.errors import SettingsError
from factcheck.search.archive import ArchiveProvider
from factcheck.search.provider import LocalProvider, WebProvider
from factcheck.search.registry import NAMES, Services, checked, default_providers


class NoDocuments:
    def search(self, text, limit):
        return []


CONFIGURED = Services("http://localhost:8888", SecretStr("a key"), is_gdelt_on=True)


def names(providers):
    return tuple(provider.name for provider in providers)


def test_online_asks_the_archive_first():
    assert names(default_providers(NoDocuments(), CONFIGURED, is_offline=False)) == NAMES


@pytest.mark.parametrize("key", [None, SecretStr("")])
def test_what_is_not_configured_is_not_asked(key):
    providers = default_providers(NoDocuments(), Services(google_factcheck_key=key), is_offline=False)
    assert names(providers) == ("archive", "wikiquote", "wikipedia", "duckduckgo")


def test_offline_asks_the_archive_alone():
    (provider,) = default_providers(NoDocuments(), CONFIGURED, is_offline=True)
    assert provider.name == "archive"
    assert isinstance(provider, LocalProvider)
    assert not isinstance(provider, WebProvider)


def test_without_an_archive_offline_asks_nobody():
    assert default_providers(None, is_offline=True) == ()


def test_names_are_unique():
    with pytest.raises(SettingsError, match="'archive' is registered twice"):
        checked([ArchiveProvider(NoDocuments()), ArchiveProvider(NoDocuments())])

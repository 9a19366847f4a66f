import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SettingsError
from factcheck.evidence.sources import SourceLists, SourceRow
from factcheck.model import SOURCE_CLASSES


def row(source_class, domain):
    return SourceRow(source_class, domain, f"name of {domain}", "a reason", "https://reference.example/")


@pytest.fixture(scope="module")
def lists():
    return SourceLists(
        [
            row("legitimate_news", "times.com"),
            row("fact_checker", "check.times.com"),
            row("fact_checker", "times.com/fact-check"),
            row("satire", "times.com/fact-check/april"),
            row("fact_checker", "times.com/article/fact-check-*"),
            row("government_us", ".gov"),
            row("fact_checker", "listed.gov"),
            row("government_other", ".gov.uk"),
            row("user_generated", ".github.io"),
            row("satire", "funny.github.io"),
            row("social", "x.com"),
            row("verified_account", "x.com/jane"),
        ]
    )


@pytest.mark.parametrize(
    ("url", "source_class", "rule"),
    [
        ("https://times.com/a", "legitimate_news", "domain times.com"),
        ("https://www.times.com/a", "legitimate_news", "domain times.com"),
        ("https://check.times.com/a", "fact_checker", "domain check.times.com"),
        ("https://amp.check.times.com/a", "fact_checker", "domain check.times.com"),
        ("https://times.com/fact-check", "fact_checker", "path times.com/fact-check"),
        ("https://www.times.com/Fact-Check/x?y", "fact_checker", "path times.com/fact-check"),
        ("https://times.com/fact-check/april/1", "satire", "path times.com/fact-check/april"),
        ("https://times.com/fact-checkers", "legitimate_news", "domain times.com"),
        ("https://times.com/fact-check/../sports", "legitimate_news", "domain times.com"),
        ("https://times.com/?/fact-check", "legitimate_news", "domain times.com"),
        ("https://times.com/article/fact-check-moon", "fact_checker", "path times.com/article/fact-check-*"),
        ("https://agency.gov", "government_us", "suffix .gov"),
        ("https://a.b.agency.gov/x", "government_us", "suffix .gov"),
        ("https://listed.gov", "fact_checker", "domain listed.gov"),
        ("https://www.gov.uk/x", "government_other", "suffix .gov.uk"),
        ("https://gov.uk/x", "government_other", "suffix .gov.uk"),
        ("https://foo.github.io", "user_generated", "suffix .github.io"),
        ("https://funny.github.io", "satire", "domain funny.github.io"),
        ("https://x.com/Jane/status/1", "verified_account", "path x.com/jane"),
        ("https://x.com/janet", "social", "domain x.com"),
    ],
)
def test_the_most_specific_row_decides(lists, url, source_class, rule):
    found = lists.classify(url)
    assert (found.source_class, found.rule) == (source_class, rule)
    assert found.reason == "a reason"
    assert found.reference == "https://reference.example/"


@pytest.mark.parametrize(
    "url",
    [
        "https://times.com.evil.io/", "https://evil-times.com/", "https://eviltimes.com", "https://times.com@evil.io/",
        "https://evil.io/times.com", "https://evil.io\\@times.com", "https://evil.io?times.com", "https://tіmes.com/",
        "https://times.co", "https://agency.gov.evil.io/", "https://agencygov.com", "https://gov.example.com",
        "http://127.0.0.1/", "http://[::1]/", "https://com/",
    ],
)  # fmt: skip
def test_a_look_alike_is_unrated(lists, url):
    found = lists.classify(url)
    assert (found.source_class, found.rule, found.is_address) == ("unrated", "no row", True)


def test_ports_capitals_and_trailing_dots_change_nothing(lists):
    for url in ("TIMES.com", "https://TIMES.COM.:443/", "//times.com", "http://u:p@times.com:80/x"):
        assert lists.classify(url).source_class == "legitimate_news"


def test_the_domain_is_the_registrable_one(lists):
    assert lists.classify("https://check.times.com/a").domain == "times.com"
    assert lists.classify("https://foo.github.io/a").domain == "foo.github.io"


def test_what_is_no_address_is_unrated_and_says_so(lists):
    found = lists.classify("mailto:jane@times.com")
    assert (found.source_class, found.domain, found.is_address) == ("unrated", "", False)
    assert found.reason


@given(st.text() | st.builds("https://{}/{}".format, st.text(), st.text()))
def test_any_text_has_a_class(text):
    found = SourceLists.load().classify(text)
    assert found.url == text
    assert found.source_class in SOURCE_CLASSES


@given(st.from_regex(r"[a-z0-9]{1,10}(\.[a-z0-9]{1,10}){0,2}", fullmatch=True))
def test_a_listed_name_before_somebody_elses_domain_counts_for_nothing(label):
    assert SourceLists.load().classify(f"https://nytimes.com.{label}.evil-example.com/").source_class == "unrated"


def test_a_folder_is_read_with_its_classes(tmp_path):
    (tmp_path / "satire.csv").write_text(
        "domain,name,reason,reference,reviewed\nfun.org,Fun,it jokes,https://fun.org,\n"
    )
    found = SourceLists.from_folder(tmp_path).classify("fun.org")
    assert (found.source_class, found.name, found.reason) == ("satire", "Fun", "it jokes")


@pytest.mark.parametrize(
    ("file", "head", "complaint"),
    [
        ("fun.csv", "domain,name,reason,reference,reviewed", "no source class"),
        ("satire.csv", "domain,name,reason,reference", "'reviewed' is missing"),
    ],
)
def test_a_list_that_can_not_be_used_is_named(tmp_path, file, head, complaint):
    (tmp_path / file).write_text(f"{head}\nfun.org,Fun,it jokes,https://fun.org\n")
    with pytest.raises(SettingsError, match=complaint):
        SourceLists.from_folder(tmp_path)

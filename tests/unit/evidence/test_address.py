import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.address import Address, parse_address, registrable_domain


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("reuters.com", "reuters.com"),
        ("https://www.reuters.com/world/?a=b#c", "www.reuters.com"),
        ("HTTPS://WWW.Reuters.COM:443/", "www.reuters.com"),
        ("reuters.com:8080/x", "reuters.com"),
        ("//reuters.com/x", "reuters.com"),
        ("https://reuters.com./x", "reuters.com"),
        ("  https://reuters.com\n", "reuters.com"),
        ("ht\ntps://reu\tters.com/", "reuters.com"),
        ("https:/reuters.com", "reuters.com"),
        ("https:reuters.com", "reuters.com"),
        ("https:\\\\reuters.com\\x", "reuters.com"),
        ("https://user:secret@reuters.com/", "reuters.com"),
        ("https://reuters.com@evil.io/", "evil.io"),
        ("https://reuters.com:443@evil.io/", "evil.io"),
        ("https://evil.io\\@reuters.com/", "evil.io"),
        ("https://evil.io/@reuters.com", "evil.io"),
        ("https://evil.io?@reuters.com", "evil.io"),
        ("https://evil.io#@reuters.com", "evil.io"),
        ("https://reuters%2ecom/", "reuters.com"),
        ("https://ｒｅｕｔｅｒｓ.com/", "reuters.com"),
        ("https://reuters。com/", "reuters.com"),
        ("https://reutеrs.com/", "xn--reutrs-6of.com"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        ("http://127.0.0.1:8080/", "127.0.0.1"),
        ("http://[::1]:8080/", "::1"),
    ],
)
def test_reads_the_host_that_a_browser_would_open(url, host):
    assert parse_address(url).host == host


@pytest.mark.parametrize(
    "url",
    [
        "", "   ", "/path/only", "https://", "https:///", "http://?x", "not an address", "mailto:a@reuters.com",
        "a@reuters.com", "javascript:alert(1)", "javascript://reuters.com/%0aalert(1)", "data:text/html,x",
            "reuters.com:/x",
        "file:///etc/passwd", "ftp://reuters.com/x", "https://reuters.com%2f.evil.io/", "https://reuters..com/",
        "https://-reuters.com/", "https://reu ters.com/", "https://[::1", "https://[nonsense]/", "http://1.2.3.999/",
        "https://" + "a" * 64 + ".com/", "https://" + "a." * 200 + "com/", "https://reuters.com/" + "a" * 9000,
    ],
)  # fmt: skip
def test_refuses_what_no_browser_would_open(url):
    assert parse_address(url) is None
    assert registrable_domain(url) == ""


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://a.org", "/"),
        ("https://a.org?x=/b", "/"),
        ("https://a.org/b/../c/./d?e#f", "/c/d"),
        ("https://a.org/%2e%2e/c", "/c"),
        ("https://a.org//b//c/", "/b/c/"),
        ("https://a.org\\b\\c", "/b/c"),
        ("https://a.org/caf%C3%A9", "/café"),
    ],
)
def test_resolves_the_path_before_it_is_compared(url, path):
    assert parse_address(url) == Address("a.org", path)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.bbc.co.uk/1/hi", "bbc.co.uk"),
        ("https://a.b.nytimes.com", "nytimes.com"),
        ("https://foo.github.io/x", "foo.github.io"),
        ("https://www.foo.github.io/x", "foo.github.io"),
        ("https://mine.blogspot.com", "mine.blogspot.com"),
        ("https://github.io/", "github.io"),
        ("https://www.gov.uk/", "www.gov.uk"),
        ("https://co.uk", "co.uk"),
        ("http://localhost:8700/", "localhost"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("https://somewhere.invalidtld/", "somewhere.invalidtld"),
    ],
)
def test_registrable_domain_keeps_private_suffixes_apart(url, domain):
    assert registrable_domain(url) == domain


@given(st.text())
def test_any_text_is_read_or_refused(text):
    address = parse_address(text)
    assert address is None or (address.host == address.host.lower() and address.path.startswith("/"))


@given(st.from_regex(r"(https?:)?[/\\]{0,3}[a-zA-Z0-9@:%.\[\]_-]{0,40}[/\\?#]?[a-z@.:%/]{0,20}", fullmatch=True))
def test_reading_a_host_again_gives_the_same_host(text):
    address = parse_address(text)
    if address is not None:
        host = f"[{address.host}]" if ":" in address.host else address.host
        assert parse_address(f"https://{host}/").host == address.host
        assert f".{address.host}".endswith(f".{registrable_domain(text)}")

"""The guarded client against a real server on loopback: what it fetches, what it refuses, and where it stops."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from factcheck.errors import FetchFailed, FetchForbidden, FetchTimeout, FetchTooLarge
from factcheck.testing import Article, FakeWeb
from factcheck.transport import Transport

STORY = Article("http://www.reuters.com/story", "A story", ("It happened.",))

INWARD = (
    "http://127.0.0.2/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
    "http://0/", "http://0.0.0.0/", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[::7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/", "http://[2001:0:7f00:1::]/", "http://[fe80::5efe:7f00:1]/", "http://[fec0::1]/",
    "http://[fd00:ec2::254]/latest/meta-data/", "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/", "http://2852039166/", "http://0xa9fea9fe/", "http://10.0.0.1/",
    "http://172.16.0.1/", "http://192.168.0.1/", "http://100.100.100.200/", "http://168.63.129.16/",
    "http://224.0.0.1/", "http://255.255.255.255/", "http://１２７.0.0.2/", "http://127。0。0。2/", "http://①②⑦.⓪.⓪.②/",
    "http://127.0.0.2./", "http://localhost/", "http://LOCALHOST/",
)  # fmt: skip
FORMS = (
    "file:///etc/passwd", "ftp://www.reuters.com/", "gopher://www.reuters.com:70/_", "data:text/html,hello",
    "javascript:alert(1)", "unix:///run/docker.sock", "ws://www.reuters.com/", "//www.reuters.com/", "story", "",
    "http://", "http:///story", "http://user:secret@www.reuters.com/", "http://user@www.reuters.com/",
    "http://www.reuters.com@127.0.0.2/", "http://[::1", "http://www.reuters.com:99999/", "http://www.reuters.com:x/",
)  # fmt: skip


async def test_a_page_arrives_whole():
    async with FakeWeb([STORY]) as web, web.transport() as transport:
        answer = await transport.get(STORY.url)
    assert (answer.url, answer.status) == (STORY.url, 200)
    assert answer.content_type.startswith("text/html")
    assert answer.body == STORY.render().encode()


async def test_a_missing_page_is_an_answer_too():
    async with FakeWeb([STORY]) as web, web.transport() as transport:
        assert (await transport.get("http://www.reuters.com/gone")).status == 404


@pytest.mark.parametrize("url", INWARD)
async def test_addresses_inward_are_refused_in_every_notation(url):
    async with Transport("test", timeout_s=5) as transport:
        with pytest.raises(FetchForbidden):
            await transport.get(url)


@pytest.mark.parametrize("url", FORMS)
async def test_what_is_no_plain_web_address_is_refused(url):
    async with FakeWeb([STORY]) as web, web.transport() as transport:
        with pytest.raises(FetchForbidden):
            await transport.get(url)
    assert web.requests == []


@pytest.mark.parametrize("url", [*INWARD, *FORMS[:6], "http://inward.example/"])
async def test_redirects_are_checked_like_addresses(url):
    start = "http://www.bbc.com/moved"
    web = FakeWeb([STORY], redirects={start: url}, dns_answers={"inward.example": [["10.0.0.7"]]})
    async with web, web.transport(timeout_s=5) as transport:
        with pytest.raises((FetchForbidden, FetchFailed)):  # odd notations are names that the fake web doesn't know
            await transport.get(start)
    assert web.requests == [start]


async def test_the_server_itself_is_out_of_reach_without_permission():
    async with FakeWeb([STORY]) as web, Transport("test") as transport:
        with pytest.raises(FetchForbidden, match=r"127\.0\.0\.1 is not an address of the open Internet"):
            await transport.get(f"http://127.0.0.1:{web.port}/story")
    assert web.requests == []


async def test_a_name_that_changes_its_address_is_checked_each_time():
    rebinding = {"rebind.example": [["127.0.0.1"], ["127.0.0.2"]]}
    pages = [Article("http://rebind.example/1", "One", ("1",)), Article("http://rebind.example/2", "Two", ("2",))]
    async with FakeWeb(pages, dns_answers=rebinding) as web, web.transport() as transport:
        assert (await transport.get(pages[0].url, headers={"Connection": "close"})).status == 200
        with pytest.raises(FetchForbidden, match=r"127\.0\.0\.2"):
            await transport.get(pages[1].url)
    assert web.requests == [pages[0].url]


@pytest.mark.parametrize("answers", [["127.0.0.1", "10.0.0.7"], ["10.0.0.7", "127.0.0.1"], ["127.0.0.1", "::1"]])
async def test_a_name_with_one_bad_address_is_refused(answers):
    page = Article("http://mixed.example/1", "One", ("1",))
    async with FakeWeb([page], dns_answers={"mixed.example": [answers]}) as web, web.transport() as transport:
        with pytest.raises(FetchForbidden):
            await transport.get(page.url)
    assert web.requests == []


async def test_a_foreign_port_of_a_public_address_is_refused():
    web = FakeWeb(dns_answers={"public.example": [["93.184.216.34"]]})
    async with web, web.transport() as transport:
        with pytest.raises(FetchForbidden, match="port 8080"):
            await transport.get("http://public.example:8080/")


async def test_honest_redirects_are_followed():
    redirects = {"http://reuters.com/s": "http://www.reuters.com/s", "http://www.reuters.com/s": "/story"}
    async with FakeWeb([STORY], redirects=redirects) as web, web.transport() as transport:
        answer = await transport.get("http://reuters.com/s")
    assert (answer.url, answer.status) == (STORY.url, 200)


async def test_a_fourth_redirect_and_a_loop_are_refused():
    chain = {f"http://www.bbc.com/{n}": f"http://www.bbc.com/{n + 1}" for n in range(4)}
    loop = {"http://www.bbc.com/loop": "http://www.bbc.com/loop"}
    async with FakeWeb(redirects={**chain, **loop}) as web, web.transport() as transport:
        for start in ("http://www.bbc.com/0", "http://www.bbc.com/loop"):
            with pytest.raises(FetchForbidden, match="more than 3 redirects"):
                await transport.get(start)


async def test_own_headers_stay_with_the_first_host():
    seen = []

    class Watching(FakeWeb):
        async def _serve(self, request):
            seen.append((request.host, request.headers.get("X-Key"), request.headers.get("Cookie")))
            answer = await super()._serve(request)
            answer.headers["Set-Cookie"] = "id=1; Path=/"
            return answer

    redirects = {"http://api.example/a": "http://api.example/b", "http://api.example/b": STORY.url}
    async with Watching([STORY], redirects=redirects) as web, web.transport() as transport:
        await transport.get("http://api.example/a", headers={"X-Key": "secret"})
        await transport.get(STORY.url)
    assert seen == [
        ("api.example", "secret", None), ("api.example", "secret", None), ("www.reuters.com", None, None),
        ("www.reuters.com", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("trouble", ["gzip_bomb", "huge", "endless"])
async def test_floods_stop_at_the_cap_on_decoded_bytes(trouble):
    url = "http://flood.example/"
    async with FakeWeb(troubles={url: trouble}) as web, web.transport(max_bytes=1_000_000) as transport:
        with pytest.raises(FetchTooLarge, match="more than 1,000,000 bytes"):
            await transport.get(url)


async def test_a_body_that_never_ends_meets_the_deadline():
    url = "http://slow.example/"
    async with FakeWeb(troubles={url: "slow"}) as web, web.transport(timeout_s=0.3) as transport:
        with pytest.raises(FetchTimeout, match=r"slow\.example: no complete answer in 0\.3 s"):
            await transport.get(url)


async def test_a_dropped_connection_is_a_failed_fetch():
    url = "http://dropped.example/"
    async with FakeWeb(troubles={url: "dropped"}) as web, web.transport() as transport:
        with pytest.raises(FetchFailed, match=r"dropped\.example"):
            await transport.get(url)


async def test_a_name_that_does_not_exist_is_a_failed_fetch():
    async with FakeWeb() as web, web.transport() as transport:
        with pytest.raises(FetchFailed, match="can't be reached"):
            await transport.get("http://nowhere.example/")


async def test_other_types_than_asked_for_are_not_read():
    url = "http://picture.example/"
    async with FakeWeb(troubles={url: "picture"}) as web, web.transport() as transport:
        with pytest.raises(FetchFailed, match="image/png is not a page"):
            await transport.get(url, accept=("text/html",))
        assert (await transport.get(url)).body.startswith(b"\x89PNG")


async def test_an_allowed_network_is_exactly_that():
    async with FakeWeb([STORY]) as web, Transport("test", allowed_networks=(ip_network("127.0.0.1/32"),)) as transport:
        assert (await transport.get(f"http://127.0.0.1:{web.port}/none")).status == 404
        with pytest.raises(FetchForbidden):
            await transport.get(f"http://127.0.0.2:{web.port}/none")


async def test_messages_do_not_repeat_what_was_asked():
    url = "http://slow.example/?quote=private"
    async with FakeWeb(troubles={url: "slow"}) as web, web.transport(timeout_s=0.2) as transport:
        with pytest.raises(FetchTimeout) as caught:
            await transport.get(url)
    assert "private" not in str(caught.value)

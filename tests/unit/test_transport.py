"""The address table of the guard, and what it refuses before any socket exists."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FetchForbidden
from factcheck.transport import Transport, is_public

PUBLIC = (
    "1.1.1.1", "8.8.8.8", "93.184.216.34", "151.101.1.164", "100.63.255.255", "100.128.0.1", "172.15.255.255",
    "172.32.0.1", "192.0.1.1", "192.167.255.255", "198.17.255.255", "198.20.0.1", "223.255.255.255",
    "2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "2001:4860:4860::8888", "2620:fe::fe",
    "64:ff9b::808:808",  # NAT64 of 8.8.8.8
)  # fmt: skip

REFUSED = {
    "this host": "0.0.0.0",  # noqa: S104 - an address to refuse
    "this network": "0.1.2.3",
    "loopback": "127.0.0.1",
    "loopback, far end": "127.255.255.254",
    "private 10": "10.0.0.1",
    "private 172": "172.16.0.1",
    "private 172, far end": "172.31.255.255",
    "private 192": "192.168.1.1",
    "carrier NAT": "100.64.0.1",
    "metadata, Alibaba": "100.100.100.200",
    "metadata, most clouds": "169.254.169.254",
    "metadata, ECS tasks": "169.254.170.2",
    "link-local": "169.254.0.1",
    "metadata, Oracle": "192.0.0.192",
    "wire server, Azure": "168.63.129.16",
    "protocol assignments": "192.0.0.8",
    "port control anycast": "192.0.0.9",
    "documentation 1": "192.0.2.1",
    "documentation 2": "198.51.100.1",
    "documentation 3": "203.0.113.1",
    "6to4 relay": "192.88.99.1",
    "benchmarking": "198.18.0.1",
    "multicast": "224.0.0.1",
    "multicast, local discovery": "239.255.255.250",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "v6 unspecified": "::",
    "v6 loopback": "::1",
    "v4-mapped loopback": "::ffff:127.0.0.1",
    "v4-mapped private": "::ffff:10.0.0.1",
    "v4-mapped public": "::ffff:8.8.8.8",
    "v4-compatible": "::127.0.0.1",
    "v4-compatible public": "::8.8.8.8",
    "v4-translated": "::ffff:0:127.0.0.1",
    "NAT64 of loopback": "64:ff9b::7f00:1",
    "NAT64 of metadata": "64:ff9b::a9fe:a9fe",
    "NAT64 of private": "64:ff9b::a00:1",
    "NAT64, local use": "64:ff9b:1::8.8.8.8",
    "discard": "100::1",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "benchmarking v6": "2001:2::1",
    "ORCHID": "2001:10::1",
    "ORCHIDv2": "2001:20::1",
    "documentation v6": "2001:db8::1",
    "documentation v6, new": "3fff::1",
    "6to4 of loopback": "2002:7f00:1::",
    "6to4 of public": "2002:808:808::1",
    "ISATAP of private": "2a00:1450::5efe:a00:1",
    "ISATAP, universal bit": "2a00:1450::200:5efe:a00:1",
    "unique local": "fc00::1",
    "unique local, metadata": "fd00:ec2::254",
    "link-local v6": "fe80::1",
    "link-local v6, scoped": "fe80::1%1",
    "site-local v6": "fec0::1",
    "multicast v6": "ff02::1",
    "segment routing": "5f00::1",
    "not handed out": "4000::1",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_dialled(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", REFUSED.values(), ids=REFUSED)
def test_addresses_that_lead_inward_or_nowhere_are_refused(address):
    assert not is_public(ip_address(address))


@given(st.ip_addresses())
def test_nothing_that_python_knows_to_be_special_is_public(address):
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast


@given(st.integers(0, 2**32 - 1), st.sampled_from([0, 0xFFFF << 32, 0xFFFF << 48]))
def test_an_ipv4_address_in_ipv6_clothes_is_never_public(number, prefix):
    assert not is_public(IPv6Address(prefix | number))


@given(st.integers(0, 2**32 - 1))
def test_nat64_is_as_public_as_what_is_behind_it(number):
    assert is_public(IPv6Address(int(IPv6Address("64:ff9b::")) | number)) == is_public(IPv4Address(number))


@pytest.mark.parametrize("port", [1, 22, 25, 81, 3306, 6379, 8080, 8443, 65535])
def test_only_web_ports_are_dialled(port):
    transport = Transport("test")
    transport.check_address("8.8.8.8", 80)
    transport.check_address("8.8.8.8", 443)
    with pytest.raises(FetchForbidden, match="port"):
        transport.check_address("8.8.8.8", port)


def test_an_allowed_network_opens_itself_on_any_port_and_nothing_beside_it():
    transport = Transport("test", allowed_networks=(ip_network("10.1.0.0/16"),))
    transport.check_address("10.1.2.3", 8080)
    for address, port in (("10.2.0.1", 80), ("127.0.0.1", 80), ("8.8.8.8", 8080), ("::ffff:10.1.2.3", 80)):
        with pytest.raises(FetchForbidden):
            transport.check_address(address, port)


def test_the_environment_opens_nothing(monkeypatch):
    for name in ("FACTCHECK_ALLOWED_NETWORKS", "NO_PROXY", "no_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")
    with pytest.raises(FetchForbidden):
        Transport("test").check_address("127.0.0.1", 80)

package com.nexusai.moderation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:1::1",
                "ff02::1"
            })
    void shouldNotGoInside(String address) throws Exception {
        var objection = to(address).objection(URI.create("https://hook.example/x"));

        assertThat(objection).contains("It leads into a private network.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"})
    void shouldGoOut(String address) throws Exception {
        assertThat(to(address).objection(URI.create("https://hook.example/x"))).isEmpty();
    }

    @Test
    void shouldNotGoWhereOneOfSeveralAddressesIsInside() {
        var mixed = new Destinations(false, host ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});

        assertThat(mixed.objection(URI.create("https://hook.example/"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://hook.example/", "ftp://hook.example/", "https://user@hook.example/", "/x", "mailto:a@b"})
    void shouldTakeNothingButPlainSecureAddresses(String url) throws Exception {
        assertThat(to("93.184.216.34").objection(URI.create(url))).isPresent();
    }

    @Test
    void shouldGoAnywhereWhenItIsConfiguredSo() {
        var anywhere = new Destinations(true);

        assertThat(anywhere.objection(URI.create("http://127.0.0.1:8080/hook"))).isEmpty();
        assertThat(anywhere.objection(URI.create("file:///etc/passwd"))).isPresent();
    }

    private static Destinations to(String address) throws Exception {
        var found = InetAddress.getByName(address);
        return new Destinations(false, host -> new InetAddress[] {found});
    }
}

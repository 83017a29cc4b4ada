package com.nexusai.moderation.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant may send us: out, and not into our own network, where a request of ours would be trusted. It is asked
 * again before each delivery, since names can be pointed elsewhere; the JVM then connects to the very addresses that
 * were looked at, because it remembers them for 30 seconds.
 */
public final class Destinations {
    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final boolean anywhere;
    private final Names names;

    public Destinations(boolean anywhere) {
        this(anywhere, InetAddress::getAllByName);
    }

    Destinations(boolean anywhere, Names names) {
        this.anywhere = anywhere;
        this.names = names;
    }

    /** What is wrong with it, in words. */
    public Optional<String> objection(@Nullable URI url) {
        if (url == null || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("It must be an address with a host, without a user or a fragment.");
        }
        if (anywhere) {
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http ? Optional.empty() : Optional.of("It must begin with http:// or https://.");
        }
        if (!"https".equals(url.getScheme())) {
            return Optional.of("It must begin with https://.");
        }
        try {
            for (var address : names.of(url.getHost())) {
                if (isInside(address)) {
                    return Optional.of("It leads into a private network.");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException nobody) {
            return Optional.of("Its host is not known.");
        }
    }

    static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isInside6(bytes) : isInside4(bytes, 0));
    }

    private static boolean isInside4(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && bytes[at + 2] == 0);
            case 198 -> second == 18 || second == 19;
            default -> first >= 224;
        };
    }

    /** Unique local ones, and those that hold an address of the older kind: 6to4, NAT64, and Teredo at all. */
    private static boolean isInside6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean unique = (bytes[0] & 0xfe) == 0xfc;
        boolean sixToFour = first == 0x2002 && isInside4(bytes, 2);
        boolean nat64 = first == 0x64 && second == 0xff9b && isInside4(bytes, 12);
        boolean teredo = first == 0x2001 && second == 0;
        boolean compatible = first == 0 && second == 0;
        return unique || sixToFour || nat64 || teredo || compatible;
    }
}

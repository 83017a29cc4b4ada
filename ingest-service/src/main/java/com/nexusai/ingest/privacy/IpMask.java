package com.nexusai.ingest.privacy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** An address without the part that tells one household from another. */
final class IpMask {
    /** For a text that is no single address: what cannot be truncated must not pass either. */
    static final String MASK = "[ip]";

    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private IpMask() {}

    /** IPv4 to /24, IPv6 to /48. */
    static String truncate(String ip) {
        try {
            var address = InetAddress.ofLiteral(ip);
            byte[] bytes = address.getAddress();
            Arrays.fill(bytes, address instanceof Inet4Address ? IPV4_KEPT : IPV6_KEPT, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return MASK;
        }
    }
}

package com.nexusai.devstack.clickhouse.http;

import java.util.Set;

/** Which HTTP status ClickHouse answers for which of its error codes. */
final class StatusCodes {
    private static final Set<Integer> BAD_REQUEST = Set.of(
            6, 8, 15, 25, 26, 27, 36, 37, 38, 41, 44, 53, 62, 72, 117, 123, 167, 168, 223, 321, 376, 427, 441, 675,
            676);
    private static final Set<Integer> NOT_FOUND = Set.of(46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511);
    private static final Set<Integer> FORBIDDEN = Set.of(192, 193, 497, 512, 516);

    private StatusCodes() {}

    static int of(int code) {
        if (FORBIDDEN.contains(code)) {
            return 403;
        }
        return switch (code) {
            case 48 -> 501;
            case 159 -> 408;
            case 229 -> 413;
            case 194 -> 401;
            case 76, 209, 439 -> 503;
            case 381 -> 411;
            case 779 -> 415;
            default -> BAD_REQUEST.contains(code) ? 400 : NOT_FOUND.contains(code) ? 404 : 500;
        };
    }
}

package com.nexusai.devstack.clickhouse.http;

import java.io.IOException;

/** Leaves the handler, so that the server cuts the connection without the mark of a complete body. */
final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenOffException(Throwable cause) {
        super("The result was broken off: " + cause.getMessage(), cause);
    }
}

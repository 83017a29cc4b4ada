package com.nexusai.devstack.clickhouse.wire;

import java.io.IOException;

/** A compressed body that cannot be right, with the code and name ClickHouse has for it. */
public final class CorruptBodyException extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String name;

    private CorruptBodyException(int code, String name, String message) {
        super(message);
        this.code = code;
        this.name = name;
    }

    static CorruptBodyException checksum() {
        return new CorruptBodyException(40, "CHECKSUM_DOESNT_MATCH", "Checksum doesn't match: corrupted data");
    }

    static CorruptBodyException packing(String message) {
        return new CorruptBodyException(271, "CANNOT_DECOMPRESS", message);
    }

    static CorruptBodyException method(int method) {
        return new CorruptBodyException(
                89, "UNKNOWN_COMPRESSION_METHOD", "Unknown compression method 0x" + Integer.toHexString(method));
    }

    static CorruptBodyException cutOff() {
        return new CorruptBodyException(
                33, "CANNOT_READ_ALL_DATA", "Cannot read all data: a compressed block is cut off");
    }

    public int code() {
        return code;
    }

    public String name() {
        return name;
    }
}

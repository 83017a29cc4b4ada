package com.nexusai.devstack.clickhouse.wire;

import com.clickhouse.data.ClickHouseCityHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** CityHash128 as of its version 1.0.2, which ClickHouse puts in front of every compressed block. */
@SuppressWarnings("deprecation") // the client keeps it for its own blocks; there is no other library with this version
final class BlockChecksum {
    static final int LENGTH = 16;

    private BlockChecksum() {}

    static boolean matches(byte[] checksum, byte[] block, int length) {
        ByteBuffer expected = ByteBuffer.wrap(checksum).order(ByteOrder.LITTLE_ENDIAN);
        long[] actual = ClickHouseCityHash.cityHash128(block, 0, length);
        return expected.getLong(0) == actual[0] && expected.getLong(8) == actual[1];
    }

    /** Hashes what follows the checksum's own place and writes the checksum there. */
    static void put(byte[] block, int length) {
        long[] hash = ClickHouseCityHash.cityHash128(block, LENGTH, length);
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, hash[0])
                .putLong(8, hash[1]);
    }
}

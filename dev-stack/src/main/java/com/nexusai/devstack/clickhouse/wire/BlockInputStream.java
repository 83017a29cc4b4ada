package com.nexusai.devstack.clickhouse.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads ClickHouse's compressed blocks ({@code decompress=1}): checksum, method, packed size, plain size, bytes. One
 * block is in memory at a time.
 */
public final class BlockInputStream extends InputStream {
    private static final int HEADER = 9;
    private static final int LARGEST = 1 << 28;

    private final InputStream in;
    private byte[] block = new byte[0];
    private int position;

    public BlockInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return exhausted() ? -1 : block[position++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (exhausted()) {
            return -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean exhausted() throws IOException {
        while (position == block.length) {
            if (!nextBlock()) {
                return true;
            }
        }
        return false;
    }

    private boolean nextBlock() throws IOException {
        byte[] checksum = in.readNBytes(BlockChecksum.LENGTH);
        if (checksum.length == 0) {
            return false;
        }
        byte[] header = exactly(HEADER);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int packedSize = fields.getInt(1);
        int plainSize = fields.getInt(5);
        if (packedSize < HEADER || packedSize > LARGEST || plainSize < 0 || plainSize > LARGEST) {
            throw CorruptBodyException.packing("The size in a block header is out of bounds");
        }
        byte[] packed = new byte[packedSize];
        System.arraycopy(header, 0, packed, 0, HEADER);
        if (in.readNBytes(packed, HEADER, packedSize - HEADER) < packedSize - HEADER) {
            throw CorruptBodyException.cutOff();
        }
        if (!BlockChecksum.matches(checksum, packed, packedSize)) {
            throw CorruptBodyException.checksum();
        }
        block = new byte[plainSize];
        position = 0;
        BlockMethod.of(header[0]).unpack(packed, HEADER, packedSize - HEADER, block);
        return true;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw CorruptBodyException.cutOff();
        }
        return bytes;
    }
}

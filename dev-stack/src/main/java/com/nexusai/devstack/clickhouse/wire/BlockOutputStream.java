package com.nexusai.devstack.clickhouse.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Writes ClickHouse's LZ4 blocks ({@code compress=1}). Flushing ends the block at hand. */
public final class BlockOutputStream extends OutputStream {
    private static final int BLOCK = 1 << 18;
    private static final int HEADER = 9;

    private final OutputStream out;
    private final LZ4Compressor lz4 = LZ4Factory.fastestInstance().fastCompressor();
    private final byte[] plain = new byte[BLOCK];
    private final ByteBuffer packed = ByteBuffer.allocate(
                    BlockChecksum.LENGTH + HEADER + lz4.maxCompressedLength(BLOCK))
            .order(ByteOrder.LITTLE_ENDIAN);
    private int filled;

    public BlockOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == BLOCK) {
            writeBlock();
        }
        plain[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == BLOCK) {
                writeBlock();
            }
            int count = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, from, plain, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writeBlock();
        out.close();
    }

    private void writeBlock() throws IOException {
        if (filled == 0) {
            return;
        }
        int start = BlockChecksum.LENGTH + HEADER;
        int size = lz4.compress(plain, 0, filled, packed.array(), start, packed.capacity() - start);
        packed.put(BlockChecksum.LENGTH, BlockMethod.LZ4.code());
        packed.putInt(BlockChecksum.LENGTH + 1, size + HEADER);
        packed.putInt(BlockChecksum.LENGTH + 5, filled);
        BlockChecksum.put(packed.array(), size + HEADER);
        out.write(packed.array(), 0, start + size);
        filled = 0;
    }
}

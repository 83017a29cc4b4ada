package com.nexusai.devstack.clickhouse.wire;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** How the bytes of one ClickHouse block are packed; the method byte is part of the format. */
enum BlockMethod {
    NONE(0x02),
    LZ4(0x82),
    ZSTD(0x90);

    private final int code;

    BlockMethod(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static BlockMethod of(byte code) throws IOException {
        for (BlockMethod method : values()) {
            if (method.code() == code) {
                return method;
            }
        }
        throw CorruptBodyException.method(code & 0xFF);
    }

    void unpack(byte[] packed, int offset, int length, byte[] into) throws IOException {
        try {
            switch (this) {
                case NONE -> System.arraycopy(packed, offset, into, 0, length);
                case LZ4 ->
                    LZ4Factory.fastestInstance()
                            .safeDecompressor()
                            .decompress(packed, offset, length, into, 0, into.length);
                case ZSTD -> {
                    long size = Zstd.decompressByteArray(into, 0, into.length, packed, offset, length);
                    if (size != into.length) {
                        throw CorruptBodyException.packing("Cannot decompress the block: the data is corrupt");
                    }
                }
            }
        } catch (LZ4Exception | ArrayIndexOutOfBoundsException e) {
            throw CorruptBodyException.packing("Cannot decompress the block: the data is corrupt");
        }
    }
}

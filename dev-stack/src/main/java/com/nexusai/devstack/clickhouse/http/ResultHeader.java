package com.nexusai.devstack.clickhouse.http;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a format writes before its first row. The engine gives every block of a stream as a document of its own, so the
 * header of the second and later blocks must go, or it would be read as rows.
 */
enum ResultHeader {
    NONE,
    NAMES_BINARY,
    NAMES_AND_TYPES_BINARY,
    ONE_LINE,
    TWO_LINES;

    private static final Map<String, ResultHeader> FORMATS = Map.ofEntries(
            Map.entry("rowbinary", NONE),
            Map.entry("rowbinarywithnames", NAMES_BINARY),
            Map.entry("rowbinarywithnamesandtypes", NAMES_AND_TYPES_BINARY),
            Map.entry("native", NONE),
            Map.entry("null", NONE),
            Map.entry("tsv", NONE),
            Map.entry("tabseparated", NONE),
            Map.entry("tsvraw", NONE),
            Map.entry("tabseparatedraw", NONE),
            Map.entry("tsvwithnames", ONE_LINE),
            Map.entry("tabseparatedwithnames", ONE_LINE),
            Map.entry("tsvwithnamesandtypes", TWO_LINES),
            Map.entry("tabseparatedwithnamesandtypes", TWO_LINES),
            Map.entry("csv", NONE),
            Map.entry("csvwithnames", ONE_LINE),
            Map.entry("csvwithnamesandtypes", TWO_LINES),
            Map.entry("tskv", NONE),
            Map.entry("jsoneachrow", NONE),
            Map.entry("jsonlines", NONE),
            Map.entry("ndjson", NONE),
            Map.entry("jsonstringseachrow", NONE),
            Map.entry("jsoncompacteachrow", NONE),
            Map.entry("jsoncompactstringseachrow", NONE),
            Map.entry("jsoncompacteachrowwithnames", ONE_LINE),
            Map.entry("jsoncompacteachrowwithnamesandtypes", TWO_LINES),
            Map.entry("msgpack", NONE),
            Map.entry("rawblob", NONE));

    /** Empty where blocks of that format cannot be joined: JSON, Pretty, Parquet and the like. */
    static Optional<ResultHeader> of(String format) {
        return Optional.ofNullable(FORMATS.get(format.toLowerCase(Locale.ROOT)));
    }

    long length(MemorySegment block) {
        return switch (this) {
            case NONE -> 0;
            case NAMES_BINARY -> binary(block, 1);
            case NAMES_AND_TYPES_BINARY -> binary(block, 2);
            case ONE_LINE -> lines(block, 1);
            case TWO_LINES -> lines(block, 2);
        };
    }

    private static long binary(MemorySegment block, int textsPerColumn) {
        VarInts in = new VarInts(block);
        long texts = in.next() * textsPerColumn;
        for (long i = 0; i < texts; i++) {
            long length = in.next();
            in.at += length;
        }
        return in.at;
    }

    /** A line end inside quotes belongs to a name. */
    private static long lines(MemorySegment block, int count) {
        boolean quoted = false;
        int left = count;
        for (long at = 0; at < block.byteSize(); at++) {
            byte b = block.get(ValueLayout.JAVA_BYTE, at);
            if (b == '"') {
                quoted = !quoted;
            } else if (b == '\n' && !quoted && --left == 0) {
                return at + 1;
            }
        }
        return block.byteSize();
    }

    private static final class VarInts {
        private final MemorySegment block;
        private long at;

        VarInts(MemorySegment block) {
            this.block = block;
        }

        long next() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = block.get(ValueLayout.JAVA_BYTE, at++);
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }
}

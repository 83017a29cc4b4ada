package com.nexusai.ingest.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a database in MaxMind's format that knows one IPv4 network of 8 bits; there is no writer in Java. */
final class TinyGeoFile {
    private static final int NODES = 8;
    private static final byte[] MARKER = {
        (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private TinyGeoFile() {}

    static Path write(Path file, int firstByte, Map<String, ?> place) throws IOException {
        var geo = new TinyGeoFile();
        geo.tree(firstByte);
        geo.out.write(new byte[16]);
        geo.value(place);
        geo.out.write(MARKER);
        geo.value(Map.of(
                "node_count",
                NODES,
                "record_size",
                24,
                "ip_version",
                4,
                "binary_format_major_version",
                2,
                "binary_format_minor_version",
                0,
                "build_epoch",
                1_700_000_000L,
                "database_type",
                "Test-City",
                "languages",
                List.of("en"),
                "description",
                Map.of("en", "one network")));
        return Files.write(file, geo.out.toByteArray());
    }

    /** A node a bit: the way to the network goes on, any other ends in "not found", which is the number of nodes. */
    private void tree(int firstByte) {
        for (int node = 0; node < NODES; node++) {
            boolean one = (firstByte >> (7 - node) & 1) == 1;
            // data begins 16 bytes behind the tree
            int onward = node == NODES - 1 ? NODES + 16 : node + 1;
            record24(one ? NODES : onward);
            record24(one ? onward : NODES);
        }
    }

    private void record24(int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void value(Object value) {
        switch (value) {
            case String text -> {
                byte[] utf8 = text.getBytes(UTF_8);
                out.write(2 << 5 | utf8.length);
                out.writeBytes(utf8);
            }
            case Integer number -> {
                out.write(6 << 5 | 4);
                record24(number >> 8);
                out.write(number);
            }
            case Long number -> {
                out.write(8);
                out.write(9 - 7);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) (number >> shift));
                }
            }
            case Map<?, ?> map -> {
                out.write(7 << 5 | map.size());
                map.forEach((name, inside) -> {
                    value(name);
                    value(inside);
                });
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(11 - 7);
                list.forEach(this::value);
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
    }
}

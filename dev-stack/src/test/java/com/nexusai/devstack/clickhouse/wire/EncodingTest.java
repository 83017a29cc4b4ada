package com.nexusai.devstack.clickhouse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {
    @ParameterizedTest
    @EnumSource
    void shouldDecodeWhatItEncoded(Encoding encoding) throws IOException {
        byte[] plain = new byte[700_000];
        new Random(1).nextBytes(plain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = encoding.encode(bytes)) {
            out.write(plain);
        }

        byte[] decoded =
                encoding.decode(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes();

        assertThat(decoded).isEqualTo(plain);
    }

    @Test
    void shouldChooseTheFirstKnownCodingWhenSeveralAreAccepted() {
        assertThat(Encoding.accepted("br;q=1.0, zstd;q=0.8, gzip")).contains(Encoding.ZSTD);
        assertThat(Encoding.accepted("br, identity")).isEmpty();
    }
}

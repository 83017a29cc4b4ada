package com.nexusai.devstack.clickhouse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockStreamsTest {
    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockOutputStream out = new BlockOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (BlockInputStream in = new BlockInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 262_143, 262_144, 262_145, 1_000_000})
    void shouldReadWhatWasWritten(int length) throws IOException {
        byte[] plain = new byte[length];
        new Random(length).nextBytes(plain);

        assertThat(unpacked(packed(plain))).isEqualTo(plain);
    }

    @Test
    void shouldFailWhenOneBitIsFlipped() throws IOException {
        byte[] packed = packed(new byte[1000]);
        packed[packed.length - 1] ^= 1;

        assertThatThrownBy(() -> unpacked(packed))
                .isInstanceOfSatisfying(
                        CorruptBodyException.class, e -> assertThat(e.code()).isEqualTo(40));
    }

    @Test
    void shouldFailWhenTheLastBlockIsCutOff() throws IOException {
        byte[] packed = packed(new byte[1000]);

        assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, packed.length - 1)))
                .isInstanceOf(CorruptBodyException.class)
                .hasMessageContaining("cut off");
    }
}

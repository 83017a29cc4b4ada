package com.nexusai.schema.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DimensionTextTest {
    @Property
    void shouldGiveTheValuesAgain(@ForAll String first, @ForAll String second, @ForAll String third) {
        assertThat(DimensionText.split(DimensionText.join(first, second), 2)).containsExactly(first, second);
        assertThat(DimensionText.split(DimensionText.join(first, second, third), 3))
                .containsExactly(first, second, third);
    }

    @Test
    void shouldKeepAValueApartFromTheTotal() {
        assertThat(DimensionText.of("*")).isEqualTo("%2A");
        assertThat(DimensionText.split("%2A", 1)).isEqualTo(List.of("*"));
        assertThat(DimensionText.of("a/b")).isEqualTo("a/b");
        assertThat(DimensionText.split("a/b", 1)).isEqualTo(List.of("a/b"));
    }
}

package com.nexusai.ingest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void shouldTakeEachLineWhateverItIsAndNoBlankOnes() {
        assertThat(cut("{\"a\":1}\r\n\n  \nbroken\n{\"b\":2}")).containsExactly("{\"a\":1}\r", "broken", "{\"b\":2}");
        assertThat(cut("")).isEmpty();
        assertThat(cut("x\n")).containsExactly("x");
    }

    @Property
    void shouldGiveBackTheLinesThatWereJoined(@ForAll List<@NotEmpty @AlphaChars String> lines) {
        assertThat(cut(lines.stream().collect(Collectors.joining("\n")))).isEqualTo(lines);
    }

    private static List<String> cut(String body) {
        return Lines.cut(body.getBytes(UTF_8)).events().stream()
                .map(line -> new String(line, UTF_8))
                .toList();
    }
}

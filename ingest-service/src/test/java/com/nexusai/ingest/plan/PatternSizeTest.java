package com.nexusai.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSizeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc          | 3",
                "[a-z]{8}-\\d{4} | 13",
                "(ab){10}     | 30",
                "((a{9}){9}){9} | 819",
                "a{2,5}b      | 6",
                "a{,x}b       | 6",
                "\\{9\\}      | 3",
                "(a           | 2",
                "[            | 1",
                "{            | 1"
            })
    void shouldCountTheStatesThatAPatternWillHave(String pattern, long states) {
        assertThat(PatternSize.of(pattern)).isEqualTo(states);
    }
}

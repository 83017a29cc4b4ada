package com.nexusai.devstack.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCodesTest {
    @ParameterizedTest
    @CsvSource({"62,400", "60,404", "81,404", "115,404", "516,403", "194,401", "159,408", "48,501", "241,500", "164,500"
    })
    void shouldAnswerTheStatusAServerAnswers(int code, int status) {
        assertThat(StatusCodes.of(code)).isEqualTo(status);
    }
}

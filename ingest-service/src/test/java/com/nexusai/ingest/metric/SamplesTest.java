package com.nexusai.ingest.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    @Test
    void shouldBecomeAnEventWithNameValueAndLabels() {
        var sample = Samples.read(
                "{\"name\":\"queue_depth\",\"value\":1.50,\"timestamp\":1769851800250,\"labels\":{\"host\":\"a\"},\"eventId\":\"m-1\"}"
                        .getBytes(UTF_8));

        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Good.class,
                        good -> assertThat(new String(good.json(), UTF_8))
                                .isEqualTo(
                                        "{\"timestamp\":1769851800250,\"eventId\":\"m-1\",\"type\":\"METRIC\","
                                                + "\"properties\":{\"name\":\"queue_depth\",\"value\":1.50,\"labels\":{\"host\":\"a\"}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"value\":1} | name",
                "{\"name\":\" \",\"value\":1} | name",
                "{\"name\":\"n\"} | value",
                "{\"name\":\"n\",\"value\":\"1\"} | value",
                "{\"name\":\"n\",\"value\":1e999} | value",
                "{\"name\":\"n\",\"value\":1,\"labels\":[1]} | labels",
                "{\"name\":\"n\",\"value\":1,\"labels\":{\"a\":{}}} | labels",
                "[] | ",
                "{\"name\":\"n\",\"name\":\"m\",\"value\":1} | ",
            })
    void shouldNameTheFieldAtFault(String json, String field) {
        assertThat(Samples.read(json.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Sample.Bad.class, bad -> assertThat(bad.why().field()).isEqualTo(field));
    }
}

package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.domain.StoredEvent;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventViewTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{\"n\":[1,{\"a\":null}]} | {\"n\":[1,{\"a\":null}]}",
                "7 | 7",
                "~~ | {}",
                "{\"n\":1 | \"{\\\"n\\\":1\"",
                "{} {} | \"{} {}\"",
                "{}} | \"{}}\"",
                "\"open | \"\\\"open\"",
                "oops | \"oops\"",
            })
    void shouldShowWhatIsStoredAndAsTextWhatIsNotJson(String stored, String shown) {
        var event = new StoredEvent(
                "e", "T", null, null, null, "a", Instant.EPOCH, Instant.EPOCH, stored, "{}", null, null);

        var view = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(EventView.of(event)));

        assertThat(view.get("properties")).isEqualTo(Json.MAPPER.readTree(shown));
    }
}

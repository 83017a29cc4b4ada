package com.nexusai.ingest.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.ingest.settings.Settings;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.Enrichment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnricherTest {
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";
    private static final Settings OFF = tenant ->
            new TenantSettings(tenant, EnumSet.allOf(Enrichment.class), Privacy.NONE, 1, Instant.EPOCH, "k-1");

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final UserAgents AGENTS = new UserAgents(100, 1_000_000, InstantSource.fixed(Instant.EPOCH), METERS);

    private final Enricher enricher = new Enricher(Settings.NONE, AGENTS, null);

    @Test
    void shouldSayWhatAUserAgentIsBehindWhatTheProducerSaid() {
        assertThat(enriched("{ \"userAgent\" : \"" + IPHONE + "\", \"odd\":1.0 }"))
                .isEqualTo("{ \"userAgent\" : \"" + IPHONE + "\", \"odd\":1.0,"
                        + "\"device\":{\"name\":\"iPhone\",\"type\":\"mobile\",\"bot\":false},"
                        + "\"os\":{\"name\":\"iOS\",\"version\":\"17.1\"},"
                        + "\"browser\":{\"name\":\"Mobile Safari\",\"version\":\"17.1\"} }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                        + " Safari/537.36 | desktop | false",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                        + " Mobile Safari/537.36 | mobile | false",
                "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                        + " Safari/537.36 | tablet | false",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | bot | true"
            })
    void shouldTellDevicesAndBotsApart(String userAgent, String type, boolean bot) {
        assertThat(enriched("{\"userAgent\":\"" + userAgent + "\"}"))
                .contains("\"type\":\"" + type + "\",\"bot\":" + bot + "}");
    }

    @Test
    void shouldNotReplaceWhatTheProducerSaid() {
        assertThat(enriched("{\"device\":{\"id\":\"d-1\"},\"userAgent\":\"" + IPHONE + "\"}"))
                .startsWith("{\"device\":{\"id\":\"d-1\"},")
                .containsOnlyOnce("\"device\"")
                .contains("\"os\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"page\":{\"url\":\"https://a.example/x?utm_source=news&utm_medium=e-mail&utm_campaign=May%20sale#top\"}}"
                        + " | \"campaign\":{\"source\":\"news\",\"medium\":\"e-mail\",\"name\":\"May sale\"}",
                "{\"page\":\"https://a.example/?utm_id=7&utm_term=a+b\"} | \"campaign\":{\"id\":\"7\",\"term\":\"a"
                        + " b\"}",
                "{\"page\":{\"url\":\"https://a.example/?utm_source=50%\"}} | \"campaign\":{\"source\":\"50%\"}",
                "{\"page\":{\"url\":\"https://a.example/\",\"referrer\":\"https://u:p@Search.Example:443/?q=x\"}} |"
                        + " \"referrer\":{\"host\":\"search.example\"}",
            })
    void shouldReadCampaignAndReferrer(String context, String added) {
        assertThat(enriched(context)).isEqualTo(context.substring(0, context.length() - 1) + "," + added + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "{ }",
                "{\"locale\":\"de\"}",
                "{\"userAgent\":7,\"page\":[1],\"ip\":{}}",
                "{\"userAgent\":\"\"}",
                "{\"page\":{\"url\":\"https://a.example/\",\"referrer\":\"https://a.example/before\"}}",
                "{\"page\":{\"referrer\":\"android-app\"}}",
            })
    void shouldPassOnTheVeryEventWhenThereIsNothingToTell(String context) {
        var event = event(context);

        assertThat(enricher.enrich(event)).isSameAs(event);
    }

    @Test
    void shouldAddNothingThatTheTenantDoesNotWant() {
        var event = event("{\"userAgent\":\"" + IPHONE + "\",\"page\":\"https://a.example/?utm_source=x\"}");

        assertThat(new Enricher(OFF, AGENTS, null).enrich(event)).isSameAs(event);
    }

    @Test
    void shouldSayWhereAnAddressIs(@TempDir Path folder) throws IOException {
        var file = TinyGeoFile.write(
                folder.resolve("geo.mmdb"),
                203,
                Map.of(
                        "country", Map.of("iso_code", "DE"),
                        "city", Map.of("names", Map.of("en", "Berlin")),
                        "subdivisions", List.of(Map.of("iso_code", "BE"))));
        try (var places = GeoDatabase.open(file)) {
            var locating = new Enricher(Settings.NONE, AGENTS, places);

            assertThat(locating.enrich(event("{\"ip\":\"203.0.113.9\"}")).context())
                    .hasToString(
                            "{\"ip\":\"203.0.113.9\",\"geo\":{\"country\":\"DE\",\"region\":\"BE\",\"city\":\"Berlin\"}}");
            for (var unknown : List.of("198.51.100.1", "example.org", "", "2001:db8::1", "203.0.113.9, 10.0.0.1")) {
                var event = event("{\"ip\":\"" + unknown + "\"}");
                assertThat(locating.enrich(event)).as(unknown).isSameAs(event);
            }
        }
    }

    @Test
    void shouldRefuseAFileThatIsNoDatabase(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("text.mmdb"), "not a database");

        assertThatThrownBy(() -> GeoDatabase.open(file)).isInstanceOf(IOException.class);
    }

    @Property
    void shouldLeaveTheEventReadableWhateverTheTexts(@ForAll String userAgent, @ForAll String url) {
        var context = Json.MAPPER.createObjectNode();
        context.put("userAgent", userAgent)
                .put("n", 1)
                .putObject("page")
                .put("url", url)
                .put("referrer", url);
        var before = RawJson.of(context);

        var after = enricher.enrich(event(before.toString())).context().tree();

        assertThat(after.path("userAgent")).isEqualTo(before.tree().path("userAgent"));
        assertThat(after.path("n").asInt()).isEqualTo(1);
    }

    @Test
    void shouldReadOnlySoManyNewAgentsOfATenantASecond() {
        var meters = new SimpleMeterRegistry();
        var now = new Instant[] {Instant.EPOCH};
        var agents = new UserAgents(100, 2, () -> now[0], meters);

        assertThat(agents.find("acme", "Agent/1")).isNotNull();
        assertThat(agents.find("acme", "Agent/2")).isNotNull();
        assertThat(agents.find("acme", "Agent/3")).isNull();
        assertThat(agents.find("acme", "Agent/1")).isNotNull();
        assertThat(agents.find("globex", "Agent/3")).isNotNull();
        assertThat(meters.counter("ingest.enrichment.unread").count()).isOne();
        now[0] = Instant.ofEpochSecond(1);
        assertThat(agents.find("acme", "Agent/4")).isNotNull();
    }

    private String enriched(String context) {
        return enricher.enrich(event(context)).context().toString();
    }

    private static Event event(String context) {
        return new Event(
                "e-1",
                "acme",
                "T",
                "u-1",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.EMPTY_OBJECT,
                RawJson.of(context),
                null,
                Map.of());
    }
}

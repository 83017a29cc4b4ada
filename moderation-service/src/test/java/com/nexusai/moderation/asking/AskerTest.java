package com.nexusai.moderation.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.config.Env;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.provider.ConfiguredProviders;
import com.nexusai.moderation.provider.ProviderServer;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a question to the command, over the real HTTP code and a server that speaks a provider's format. */
class AskerTest {
    private static final String FINE = "{\"results\":[{\"category_scores\":{\"hate\":0.01}}]}";

    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, ModerationCommand> commands = new MockProducer<>(
            true,
            null,
            Topics.MODERATION_COMMANDS.keySerde().serializer(),
            Topics.MODERATION_COMMANDS.valueSerde().serializer());
    private ProviderServer server;
    private Asker asker;

    @BeforeEach
    void start() throws IOException {
        server = new ProviderServer();
        var env = Env.of(Map.of("OPENAI_MODERATION_URL", server.uri().toString(), "OPENAI_MODERATION_KEY", "the-key"));
        var configured = ConfiguredProviders.from(env);
        asker = new Asker(new Providers(configured.open(), meters, clock), new CommandLog(commands), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldGiveTheVerdictUnderTheContentsKey() throws Exception {
        server.answers(200, "{\"results\":[{\"category_scores\":{\"hate\":0.91,\"violence\":0.01}}]}");

        asker.ask(question(Duration.ofSeconds(20), "openai-moderation"));

        var record = commands.history().getFirst();
        assertThat(record.key()).isEqualTo("acme/m1");
        var verdict = (Verdict) record.value();
        assertThat(verdict.questionId()).isEqualTo("q1");
        assertThat(verdict.provider()).isEqualTo("openai-moderation");
        assertThat(verdict.judged()).contains("hate", "violence").doesNotContain("spam", "personal-data");
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.category()).isEqualTo("hate");
            assertThat(reason.weight()).isEqualTo(0.91);
        });
        assertThat(meters.counter(Providers.ASKED, "provider", "openai-moderation", "answer", "verdict")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldSayWhyNobodyHasLooked() throws Exception {
        server.answers(429, "the-key is used too often");

        asker.ask(question(Duration.ofSeconds(20), "openai-moderation", "nobody-knows"));

        var verdict = (Verdict) commands.history().getFirst().value();
        assertThat(verdict.provider()).isNull();
        assertThat(verdict.failures())
                .containsExactlyInAnyOrder(
                        "openai-moderation: It is asked too often.", "nobody-knows: It is not configured.");
    }

    @Test
    void shouldNotBeHeldUpLongerThanTheBudget() throws Exception {
        server.isSilent();

        asker.ask(question(Duration.ofMillis(200), "openai-moderation"));

        var verdict = (Verdict) commands.history().getFirst().value();
        assertThat(verdict.failures()).singleElement().asString().startsWith("openai-moderation: It did not answer");
    }

    @Test
    void shouldLeaveAQuestionAloneWhoseTimeIsUp() throws Exception {
        server.answers(200, FINE);

        asker.ask(question(Duration.ZERO, "openai-moderation"));

        assertThat(commands.history()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    private static ProviderQuestion question(Duration budget, String... order) {
        return new ProviderQuestion(
                "q1", "acme", "m1", ContentKind.MESSAGE, "some text", null, List.of(order), Instant.EPOCH.plus(budget));
    }
}

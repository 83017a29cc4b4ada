package com.nexusai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.lifecycle.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private final Logger access = (Logger) LoggerFactory.getLogger("access");
    private final Level before = access.getLevel();
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            contexts.add(Map.copyOf(line.getMDCPropertyMap()));
            lines.add(line);
        }
    };

    @BeforeEach
    void listen() {
        access.setLevel(Level.DEBUG);
        access.setAdditive(false);
        appender.start();
        access.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        access.detachAppender(appender);
        access.setAdditive(true);
        access.setLevel(before);
    }

    @Test
    void shouldSayWhoAskedForWhatAndNothingOfTheQuery() {
        try (var server = new TestServer(routes -> routes.get("/things/{id}", ctx -> {}, Scope.READ))) {
            server.get("/things/7?token=hunter2", "X-Api-Key", "reader", "X-Correlation-Id", "order-7");

            await().until(() -> lines.size() == 1);
            var line = lines.getFirst();
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .startsWith("GET /things/7 200 ")
                    .endsWith("ms 127.0.0.1 id-reader")
                    .doesNotContain("hunter2");
            assertThat(List.of(line.getArgumentArray()).getLast()).hasToString("/things/{id}");
            assertThat(contexts.getFirst())
                    .containsEntry("tenant", "acme")
                    .containsEntry("correlationId", "order-7")
                    .containsKeys("traceId", "spanId");
        }
    }

    @Test
    void shouldWhisperOfProbes() {
        try (var server = new TestServer()) {
            server.get("/health/liveness");
            server.get("/metrics");

            await().until(() -> lines.size() == 2);
            assertThat(lines).allMatch(line -> line.getLevel().equals(Level.DEBUG));
        }
    }

    @Test
    void shouldSaySoWhenPortIsTaken() {
        try (var server = new TestServer()) {
            assertThatThrownBy(() -> TestServer.onPort(server.port()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("127.0.0.1:" + server.port());
        }
    }
}

package com.nexusai.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle(Duration.ofMillis(200));

    private final class Named implements Part {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public void start() {
            events.add("start " + name);
        }

        @Override
        public void close() {
            events.add("close " + name);
        }
    }

    @Test
    void shouldCloseInReverseOrder() {
        lifecycle.start(new Named("a"));
        lifecycle.closeLater(() -> events.add("close b"));
        lifecycle.start(new Named("c"));

        lifecycle.close();

        assertThat(events).containsExactly("start a", "start c", "close c", "close b", "close a");
    }

    @Test
    void shouldCloseOnce() {
        lifecycle.start(new Named("a"));

        lifecycle.close();
        lifecycle.close();

        assertThat(events).containsExactly("start a", "close a");
    }

    @Test
    void shouldCloseTheOthersWhenOneThrows() {
        lifecycle.start(new Named("a"));
        lifecycle.closeLater(() -> {
            throw new IllegalStateException("will not close");
        });

        lifecycle.close();

        assertThat(events).contains("close a");
    }

    @Test
    void shouldCloseTheOthersWhenOneHangs() throws InterruptedException {
        var never = new CountDownLatch(1);
        lifecycle.start(new Named("a"));
        lifecycle.closeLater(never::await);

        lifecycle.close();
        lifecycle.awaitClosed();

        assertThat(events).contains("close a");
        never.countDown();
    }

    @Test
    void shouldTakeNothingOverWhenClosing() {
        lifecycle.close();

        assertThatThrownBy(() -> lifecycle.start(new Named("late"))).isInstanceOf(IllegalStateException.class);
    }
}

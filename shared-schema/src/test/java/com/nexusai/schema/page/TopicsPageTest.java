package com.nexusai.schema.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps docs/topics.md true. Who writes and who reads is written by hand; all else comes from the catalogue. */
class TopicsPageTest {
    private static final String HEAD =
            "| topic | key | value | schema | kept | other settings | who writes | who reads |";
    private static final Set<String> SAID_IN_KEPT = Set.of("cleanup.policy", "retention.ms");
    private static final String PAGE = Checkout.page("topics.md");

    @Test
    void shouldSayOfEveryTopicWhatTheCatalogueSays() {
        var actual = tableLines();
        var expected = Topics.ALL.stream()
                .map(topic -> facts(topic) + byHand(topic, actual))
                .toList();

        assertThat(actual)
                .as("docs/topics.md is not true to Topics.ALL; the table should be:%n%s%n%s", HEAD, lines(expected))
                .isEqualTo(expected);
    }

    @Test
    void shouldSayWhoWritesAndWhoReadsEveryTopic() {
        assertThat(tableLines()).allSatisfy(line -> {
            var cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(10);
            assertThat(cells[7]).as("who writes: " + line).isNotBlank();
            assertThat(cells[8]).as("who reads: " + line).isNotBlank();
        });
    }

    @Test
    void shouldNameEveryHeaderOfTheDoorAndOfARejectedEvent() {
        assertThat(PAGE).contains(Constants.codesOf(EventHeaders.class));
        assertThat(PAGE).contains(Constants.codesOf(RejectionHeaders.class));
    }

    private static String facts(Topic<?, ?> topic) {
        var settings = topic.settings().entrySet().stream()
                .filter(setting -> !SAID_IN_KEPT.contains(setting.getKey()))
                .map(setting -> "`" + setting.getKey() + "=" + setting.getValue() + "`")
                .collect(joining(" "));
        var schema = topic.schema() == null ? "–" : "`" + topic.schema() + "`";
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(topic.name(), topic.keyShape(), topic.valueShape(), schema, topic.cleanup(), settings);
    }

    private static String byHand(Topic<?, ?> topic, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("| `" + topic.name() + "` |"))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == 10)
                .map(cells -> cells[7] + "|" + cells[8] + "|")
                .findFirst()
                .orElse("  |  |");
    }

    private static List<String> tableLines() {
        return PAGE.lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static String lines(List<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }
}

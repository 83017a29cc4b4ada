package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.store.CaseReads;
import io.javalin.Javalin;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document says what the code does, no more and no less. */
class OpenApiTest {
    private static final Pattern PATH = Pattern.compile(" {2}(/\\S+):");
    private static final Pattern METHOD = Pattern.compile(" {4}(get|post|put|patch|delete):");

    @Test
    void shouldDescribeEveryRouteAndNoOther() throws IOException {
        assertThat(described()).isEqualTo(routed());
    }

    private static Set<String> routed() {
        var casework = new Casework(Policy.LOCAL, (kind, text) -> Score.of(List.of()));
        var reads = new CaseReads(null, null, null);
        var routes = new Doors(reads, null, null, null, null, null, Clock.systemUTC()).routes(casework, () -> "id");
        var clock = Clock.systemUTC();
        var rules = new PolicyHandler(null, Set.of(), clock);
        var definitions = new DefinitionRoutes(
                rules,
                new ShadowHandler(rules, reads, null, clock),
                new BankHandler(null, clock),
                new LexiconHandler(null, clock),
                new WebhookHandler(null, null, null, null, clock));
        var statements = new StatementRoutes(new StatementHandler(reads, null, casework, null, clock));
        var javalin = Javalin.create(
                config -> List.of(definitions, statements, routes).forEach(all -> all.addTo(config.routes)));
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .map(endpoint ->
                        endpoint.method + " " + endpoint.path.replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described() throws IOException {
        var operations = new TreeSet<String>();
        var path = "";
        for (var line : document().split("\n")) {
            var aPath = PATH.matcher(line);
            var aMethod = METHOD.matcher(line);
            if (aPath.matches()) {
                path = aPath.group(1);
            } else if (aMethod.matches()) {
                operations.add(aMethod.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static String document() throws IOException {
        try (var in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

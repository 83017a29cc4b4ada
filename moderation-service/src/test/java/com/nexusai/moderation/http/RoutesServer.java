package com.nexusai.moderation.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.auth.KeyLookup;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.moderation.book.Book;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.TenantBanks;
import com.nexusai.moderation.policy.PolicyBook;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.provider.Answer;
import com.nexusai.moderation.provider.Material;
import com.nexusai.moderation.provider.Provider;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.moderation.scoring.TenantScorers;
import com.nexusai.moderation.statement.DecisionLog;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.topology.ModerationTopology;
import com.nexusai.moderation.webhook.Deliveries;
import com.nexusai.moderation.webhook.Destinations;
import com.nexusai.moderation.webhook.Secrets;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.streams.KafkaStreams;
import tools.jackson.databind.JsonNode;

/** The routes behind a real server, with a producer that obeys the test and a Streams client that never starts. */
final class RoutesServer implements AutoCloseable {
    static final String KEY = "moderator";
    static final String LEAD = "lead";

    private static final Map<String, Set<String>> SCOPES =
            Map.of(KEY, Set.of("moderate"), LEAD, Set.of("moderate", "lead"), "reader", Set.of("read"));

    final MockProducer<String, ModerationCommand> commands = new MockProducer<>(
            true,
            null,
            Topics.MODERATION_COMMANDS.keySerde().serializer(),
            Topics.MODERATION_COMMANDS.valueSerde().serializer());
    final List<ModerationCommand.ByPerson> given = new CopyOnWriteArrayList<>();
    final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
    volatile CommandOutcome outcome;
    volatile ModerationPolicy policy;
    volatile ModerationPolicy shadow;
    volatile List<Decision> decided = List.of();
    private final TenantScorers scorers = new TenantScorers(Policy.LOCAL, scorer -> scorer);
    private final TenantBanks known = new TenantBanks();
    private final Book<HashBank> banks = new MapBook<>(audited::add, known::changed);
    private final Book<TenantLexicon> lexicons = new MapBook<>(audited::add, scorers::changed);
    /** One that finds nothing, or what the test says. */
    volatile List<Reason> found = List.of();

    private final List<Provider> asked = List.of(new Provider() {
        @Override
        public String name() {
            return "oracle";
        }

        @Override
        public Answer ask(Material material, Duration time) {
            return new Answer.Verdict("oracle", found, material.kind() == ContentKind.IMAGE, List.of("harassment"));
        }
    });
    private final HttpClient client = HttpClient.newHttpClient();
    private final Peers peers = new Peers();
    private final KafkaStreams streams;
    private final HttpServer server;

    RoutesServer(Path folder) {
        var casework = new Casework(
                Policy.LOCAL, scorers, tenantId -> policy == null ? Policies.standard(tenantId) : policy, known);
        streams = streams(casework, folder);
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        server = new HttpServer(
                new HttpConfig("127.0.0.1", 0, 4_000_000, Duration.ofSeconds(30), Duration.ofSeconds(5)),
                new Authentication(new Keys(), null, clock),
                new Health(),
                Metrics.registry("moderation-service", "test"),
                routes(casework, clock));
        server.start();
    }

    private List<Routes> routes(Casework casework, Clock clock) {
        var reads = CaseReads.of(streams, "localhost:1", Map.of(), new Freshness(new Progress(), clock));
        var providers = new Providers(asked, new SimpleMeterRegistry(), clock);
        var rules = policies(clock, providers.names());
        var definitions = new DefinitionRoutes(
                rules,
                new ShadowHandler(rules, reads, peers, clock),
                new BankHandler(banks, clock),
                new LexiconHandler(lexicons, clock),
                new WebhookHandler(
                        new MapBook<>(audited::add, (tenantId, all) -> {}),
                        new Secrets("a key of more than thirty-two characters"),
                        new Destinations(false),
                        new Deliveries(null, null, clock),
                        clock));
        DecisionLog decisions = (tenantId, from, to, reader) -> {
            for (var one : decided) {
                reader.read(one);
            }
        };
        var statements = new StatementRoutes(new StatementHandler(reads, peers, casework, decisions, clock));
        var doors = new Doors(reads, peers, new CommandLog(commands), this::give, providers, Runnable::run, clock)
                .routes(casework, () -> "fresh-id");
        return List.of(definitions, statements, doors);
    }

    private PolicyHandler policies(Clock clock, Set<String> providers) {
        var book = new PolicyBook() {
            @Override
            public ModerationPolicy find(String key) {
                return key.endsWith("/shadow") ? shadow : policy;
            }

            @Override
            public ModerationPolicy change(
                    String key, UnaryOperator<ModerationPolicy> change, Audit<ModerationPolicy> audit) {
                var before = find(key);
                var after = change.apply(before);
                if (key.endsWith("/shadow")) {
                    shadow = after;
                } else {
                    policy = after;
                }
                audited.add(audit.entry(before, after));
                return after;
            }
        };
        return new PolicyHandler(book, providers, clock);
    }

    private Optional<CommandOutcome> give(ModerationCommand.ByPerson command) {
        given.add(command);
        return Optional.ofNullable(outcome);
    }

    HttpResponse<String> moderate(String json) {
        return send(request("/api/v1/moderation/moderate", KEY)
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path, KEY));
    }

    HttpRequest.Builder request(String path, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return request.header("X-Api-Key", key).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        streams.close(Duration.ofSeconds(5));
        peers.close();
        client.close();
    }

    private static KafkaStreams streams(Casework casework, Path folder) {
        var settings = new Properties();
        settings.putAll(
                Map.of("application.id", "test", "bootstrap.servers", "localhost:1", "state.dir", folder.toString()));
        var meters = new ModerationMeters(new SimpleMeterRegistry());
        return new KafkaStreams(ModerationTopology.build(casework, meters, new Progress()), settings);
    }

    private record Keys() implements KeyLookup {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public ApiKey find(String hash) {
            return SCOPES.entrySet().stream()
                    .filter(key -> hash.equals(KeyHash.of(key.getKey())))
                    .map(key -> new ApiKey("id", "acme", key.getKey(), hash, key.getValue(), Instant.EPOCH, null, null))
                    .findFirst()
                    .orElse(null);
        }
    }
}

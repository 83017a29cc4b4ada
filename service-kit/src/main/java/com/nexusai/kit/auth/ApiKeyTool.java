package com.nexusai.kit.auth;

import com.nexusai.kit.auth.ToolArguments.BadUsage;
import com.nexusai.kit.config.ConfigurationException;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Logs;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.auth.KeyLimits;
import com.nexusai.schema.auth.TenantId;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes, revokes and lists API keys: how an installation gets its first one, since none is built in. */
public final class ApiKeyTool {
    private static final String USAGE = """
            usage: create --tenant TENANT --key SCOPES [--key SCOPES …] [--name NAME] [--expires-days N] [--format text|env]
                          [--requests-per-second N] [--request-burst N] [--events-per-second N] [--event-burst N]   (0: no limit)
                   revoke --tenant TENANT --id KEYID
                   list   [--tenant TENANT]
            SCOPES are one or more of ingest, backfill, read, edit, moderate, lead, admin with commas between.
            A key is shown once, here; only its hash is kept. Kafka is found through KAFKA_BOOTSTRAP_SERVERS.""";

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 64;
    private static final int BAD_CONFIGURATION = 78;

    private final Map<String, String> variables;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    ApiKeyTool(Map<String, String> variables, Clock clock, PrintStream out, PrintStream err) {
        this.variables = variables;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        Logs.warningsToStandardError();
        var tool = new ApiKeyTool(System.getenv(), Clock.systemUTC(), System.out, System.err);
        System.exit(tool.run(args));
    }

    /** @return the exit code */
    int run(String... args) {
        try {
            if (args.length == 1 && Set.of("help", "--help", "-h").contains(args[0])) {
                out.println(USAGE);
                return OK;
            }
            return run(new ToolArguments(args));
        } catch (BadUsage typo) {
            err.println(typo.getMessage() + "\n" + USAGE);
            return USAGE_ERROR;
        } catch (ConfigurationException faults) {
            err.println(faults.getMessage());
            return BAD_CONFIGURATION;
        } catch (RuntimeException failure) {
            err.println(failure.getMessage());
            return FAILED;
        }
    }

    private int run(ToolArguments arguments) {
        return switch (arguments.command()) {
            case "create" -> create(arguments);
            case "revoke" -> revoke(arguments);
            case "list" -> list(arguments);
            default -> throw new BadUsage("'" + arguments.command() + "' is not a command");
        };
    }

    private int create(ToolArguments arguments) {
        var tenant = tenant(arguments.take("--tenant"));
        var name = arguments.find("--name").orElse("");
        var expiresAt = arguments.find("--expires-days").map(this::inDays).orElse(null);
        var env = isEnv(arguments.find("--format").orElse("text"));
        var wanted = arguments.all("--key").stream().map(ToolArguments::scopes).toList();
        var limits = limits(arguments);
        arguments.nothingElse();
        if (wanted.isEmpty()) {
            throw new BadUsage("the option --key is missing");
        }
        var keys = make(tenant, name, wanted, expiresAt, limits);
        withKeys(store -> store.write(keys.stream().map(NewKey::stored).toList()));
        keys.forEach(key -> out.println(env ? envLine(key) : textLine(key)));
        return OK;
    }

    private int revoke(ToolArguments arguments) {
        var topicKey = arguments.take("--tenant") + "/" + arguments.take("--id");
        arguments.nothingElse();
        withKeys(store -> {
            var key = store.read().get(topicKey);
            if (key == null) {
                throw new IllegalArgumentException("There is no key " + topicKey + "; 'list' shows those there are.");
            }
            store.write(List.of(revoked(key)));
        });
        out.println("revoked " + topicKey);
        return OK;
    }

    private int list(ToolArguments arguments) {
        var tenant = arguments.find("--tenant");
        arguments.nothingElse();
        withKeys(store -> store.read().values().stream()
                .filter(key -> tenant.isEmpty() || tenant.get().equals(key.tenantId()))
                .forEach(key -> out.println(describe(key))));
        return OK;
    }

    private List<NewKey> make(
            String tenant,
            String name,
            List<Set<Scope>> wanted,
            @Nullable Instant expiresAt,
            @Nullable KeyLimits limits) {
        var random = new SecureRandom();
        var keys = new ArrayList<NewKey>();
        wanted.forEach(
                scopes -> keys.add(NewKey.make(tenant, name, scopes, clock.instant(), expiresAt, limits, random)));
        return keys;
    }

    private void withKeys(Consumer<KeyStore> work) {
        var env = Env.of(variables);
        var config = ServiceConfig.from(env, "api-key-tool", 0);
        env.check();
        try (var clients = new KafkaClients(config, new CompositeMeterRegistry())) {
            work.accept(new KeyStore(clients));
        }
    }

    private ApiKey revoked(ApiKey key) {
        return new ApiKey(
                key.keyId(),
                key.tenantId(),
                key.name(),
                key.sha256(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                clock.instant(),
                key.limits());
    }

    private String describe(ApiKey key) {
        var state = key.usableAt(clock.instant()) ? "usable" : key.revokedAt() == null ? "expired" : "revoked";
        return "%s/%s  %-7s  %-24s  created %s  %s"
                .formatted(
                        key.tenantId(), key.keyId(), state, String.join(",", key.scopes()), key.createdAt(), key.name())
                .stripTrailing();
    }

    /** Null when none is given: then the service's defaults hold, also when they change. */
    private static @Nullable KeyLimits limits(ToolArguments arguments) {
        var limits = new KeyLimits(
                arguments.count("--requests-per-second"),
                arguments.count("--request-burst"),
                arguments.count("--events-per-second"),
                arguments.count("--event-burst"));
        return limits.equals(new KeyLimits(null, null, null, null)) ? null : limits;
    }

    private Instant inDays(String days) {
        try {
            var number = Integer.parseInt(days);
            if (number > 0) {
                return clock.instant().plus(Duration.ofDays(number));
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new BadUsage("--expires-days takes a whole number above 0");
    }

    private static String tenant(String tenant) {
        if (!TenantId.isValid(tenant)) {
            throw new BadUsage("a tenant " + TenantId.RULE);
        }
        return tenant;
    }

    private static boolean isEnv(String format) {
        return switch (format) {
            case "env" -> true;
            case "text" -> false;
            default -> throw new BadUsage("--format takes text or env");
        };
    }

    private static String envLine(NewKey key) {
        return key.stored().scopes().stream()
                        .map(text -> text.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining("_"))
                + "_KEY=" + key.text();
    }

    private static String textLine(NewKey key) {
        return "%s  (id %s, tenant %s, %s)"
                .formatted(
                        key.text(),
                        key.stored().keyId(),
                        key.stored().tenantId(),
                        String.join(",", key.stored().scopes()));
    }
}

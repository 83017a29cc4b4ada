package com.nexusai.moderation.provider;

import com.nexusai.kit.config.Env;
import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.provider.HttpClassifier.Mapping;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The providers for which there is an address and a key. Keys come from the environment and go nowhere else. */
public record ConfiguredProviders(
        @Nullable URI azure,
        @Nullable String azureKey,
        List<String> azureBlocklists,
        URI openAi,
        @Nullable String openAiKey,
        List<Classifier> classifiers) {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** As it stands in the file. */
    record Classifier(
            String name,
            URI uri,
            @Nullable Map<String, String> headers,
            String textField,
            @Nullable String urlField,
            @Nullable String scores,
            @Nullable String labelField,
            @Nullable String scoreField,
            Map<String, String> categories,
            @Nullable Double worthSaying) {

        Mapping mapping() {
            var meanings = new TreeMap<String, Category>();
            categories.forEach((label, category) -> meanings.put(label, Category.of(category)));
            return new Mapping(
                    textField,
                    urlField,
                    scores == null ? "" : scores,
                    labelField == null ? "label" : labelField,
                    scoreField == null ? "score" : scoreField,
                    meanings,
                    worthSaying == null ? 0.05 : worthSaying);
        }
    }

    public static ConfiguredProviders from(Env env) {
        var azure = env.optionalUri("AZURE_CONTENT_SAFETY_URL");
        var azureKey = env.secret("AZURE_CONTENT_SAFETY_KEY");
        if ((azure == null) != (azureKey == null)) {
            env.fault("AZURE_CONTENT_SAFETY_KEY", "is needed with AZURE_CONTENT_SAFETY_URL, and the other way round");
        }
        var blocklists = env.optional("AZURE_CONTENT_SAFETY_BLOCKLISTS");
        return new ConfiguredProviders(
                azure,
                azureKey,
                blocklists == null ? List.of() : List.of(blocklists.split("\\s*,\\s*")),
                env.uri("OPENAI_MODERATION_URL", "https://api.openai.com"),
                env.secret("OPENAI_MODERATION_KEY"),
                classifiers(env, env.optional("CLASSIFIERS_FILE")));
    }

    /** None of them shows its key when it is printed. */
    @Override
    public String toString() {
        return "ConfiguredProviders";
    }

    public List<Provider> open() {
        var client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var providers = new ArrayList<Provider>();
        if (azure != null && azureKey != null) {
            providers.add(new AzureContentSafety(client, azure, azureKey, azureBlocklists));
        }
        if (openAiKey != null) {
            providers.add(new OpenAiModeration(client, openAi, openAiKey));
        }
        for (var one : classifiers) {
            var headers = one.headers() == null ? Map.<String, String>of() : one.headers();
            providers.add(new HttpClassifier(client, one.name(), one.uri(), headers, one.mapping()));
        }
        return providers;
    }

    private static List<Classifier> classifiers(Env env, @Nullable String file) {
        if (file == null) {
            return List.of();
        }
        try {
            var all = List.of(Json.MAPPER.readValue(Files.readAllBytes(Path.of(file)), Classifier[].class));
            all.forEach(Classifier::mapping);
            return all;
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException wrong) {
            // what stands in the file may be a key, so it is not repeated
            env.fault(
                    "CLASSIFIERS_FILE",
                    "cannot be read as a list of classifiers: "
                            + wrong.getClass().getSimpleName());
            return List.of();
        }
    }
}

package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.Category;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.serde.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Any classifier that takes a text as JSON and answers with labels and scores. */
public final class HttpClassifier implements Provider {
    private static final double LARGEST = 0.99;

    /**
     * How it is spoken to.
     *
     * @param textField the field of the request that holds the text
     * @param urlField the field that holds the address of a picture, sound or film; null for a classifier of text only
     * @param scores where the scores are: an object of label and score, or an array of objects
     * @param labelField the field of the label, in an array
     * @param scoreField the field of the score, in an array
     * @param categories what its labels mean; one that is missing is passed over
     */
    public record Mapping(
            String textField,
            @Nullable String urlField,
            String scores,
            String labelField,
            String scoreField,
            Map<String, Category> categories,
            double worthSaying) {

        public Mapping {
            JsonPointer.compile(scores);
            categories = Map.copyOf(categories);
        }
    }

    private final String name;
    private final URI uri;
    private final Mapping mapping;
    private final JsonCalls calls;

    public HttpClassifier(HttpClient client, String name, URI uri, Map<String, String> headers, Mapping mapping) {
        this.name = name;
        this.uri = uri;
        this.mapping = mapping;
        this.calls = new JsonCalls(client, name, headers, mapping.categories().values());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(Material material, Duration time) throws InterruptedException {
        var body = Json.MAPPER.createObjectNode().put(mapping.textField(), material.text());
        if (material.isMedium()) {
            if (mapping.urlField() == null || material.url() == null) {
                return calls.unfit("It does not look at " + material.kind() + ".");
            }
            body.put(mapping.urlField(), material.url());
        }
        return calls.post(uri, body, material.isMedium(), time, this::reasons);
    }

    private List<Reason> reasons(JsonNode json) {
        var scores = json.at(mapping.scores());
        var reasons = new ArrayList<Reason>();
        if (scores.isArray()) {
            for (var one : scores) {
                add(one.path(mapping.labelField()).asString(""), one.path(mapping.scoreField()), reasons);
            }
        } else {
            for (var one : Nonsense.object(scores).properties()) {
                add(one.getKey(), one.getValue(), reasons);
            }
        }
        return reasons;
    }

    private void add(String label, JsonNode score, List<Reason> reasons) {
        double share = Nonsense.share(score);
        var category = mapping.categories().get(label);
        if (category != null && share >= mapping.worthSaying()) {
            var explanation = "%s says “%s”, %.0f %% sure.".formatted(name, label, 100 * share);
            reasons.add(new Reason(name + "/" + label, category.label(), Math.min(share, LARGEST), explanation, null));
        }
    }
}

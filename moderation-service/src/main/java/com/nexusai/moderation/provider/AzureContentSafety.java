package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.Category;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Azure AI Content Safety: analyses text, with block lists, or a picture. */
public final class AzureContentSafety implements Provider {
    private static final String NAME = "azure-content-safety";
    private static final String VERSION = "?api-version=2024-09-01";
    private static final int LONGEST_TEXT = 10_000;
    private static final double BLOCKED = 0.9;
    private static final Pattern BLOB = Pattern.compile("https://[a-z0-9]+\\.blob\\.core\\.windows\\.net/");

    /** Its severities are 0, 2, 4 and 6. */
    private static final double[] WEIGHTS = {0, 0.1, 0.25, 0.45, 0.6, 0.75, 0.9, 0.95};

    private static final Map<String, Category> CATEGORIES = Map.of(
            "Hate", Category.HATE,
            "SelfHarm", Category.SELF_HARM,
            "Sexual", Category.SEXUAL,
            "Violence", Category.VIOLENCE);

    private final URI endpoint;
    private final List<String> blocklists;
    private final JsonCalls calls;

    public AzureContentSafety(HttpClient client, URI endpoint, String key, List<String> blocklists) {
        this.endpoint = endpoint;
        this.blocklists = List.copyOf(blocklists);
        this.calls = new JsonCalls(client, NAME, Map.of("Ocp-Apim-Subscription-Key", key), CATEGORIES.values());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask(Material material, Duration time) throws InterruptedException {
        if (material.isMedium()) {
            return look(material, time);
        }
        var text = material.text();
        int end = Math.min(text.length(), LONGEST_TEXT);
        var body = Map.of(
                "text",
                text.substring(0, end),
                "blocklistNames",
                blocklists,
                "haltOnBlocklistHit",
                false,
                "outputType",
                "FourSeverityLevels");
        return calls.post(uri("text:analyze"), body, false, time, json -> {
            var reasons = new ArrayList<>(reasons(json));
            if (end < text.length()) {
                reasons.add(unread(end));
            }
            return reasons;
        });
    }

    /** It takes a picture as bytes, or from Azure's own storage. */
    private Answer look(Material material, Duration time) throws InterruptedException {
        var url = material.url();
        boolean stored = url != null && BLOB.matcher(url).lookingAt();
        if (material.kind() != ContentKind.IMAGE || (material.imageBase64() == null && !stored)) {
            return calls.unfit("It looks at pictures only, as bytes or from its own storage.");
        }
        var image = material.imageBase64() != null
                ? Map.of("content", material.imageBase64())
                : Map.of("blobUrl", Objects.requireNonNull(url));
        var body = Map.of("image", image, "outputType", "FourSeverityLevels");
        return calls.post(uri("image:analyze"), body, true, time, AzureContentSafety::reasons);
    }

    private URI uri(String operation) {
        return endpoint.resolve("/contentsafety/" + operation + VERSION);
    }

    private static List<Reason> reasons(JsonNode json) {
        var reasons = new ArrayList<Reason>();
        for (var analysis : Nonsense.array(json.path("categoriesAnalysis"))) {
            var category = CATEGORIES.get(analysis.path("category").asString(""));
            int severity = analysis.path("severity").asInt(-1);
            if (category == null || severity < 0 || severity >= WEIGHTS.length) {
                throw new Nonsense("an unknown category or severity");
            }
            if (severity > 0) {
                reasons.add(new Reason(
                        NAME + "/" + category.label(),
                        category.label(),
                        WEIGHTS[severity],
                        "Azure AI Content Safety sees %s of severity %d of 6.".formatted(category.label(), severity),
                        null));
            }
        }
        for (var match : json.path("blocklistsMatch")) {
            var list = match.path("blocklistName").asString("");
            reasons.add(new Reason(
                    NAME + "/blocklist/" + list,
                    Category.HARASSMENT.label(),
                    BLOCKED,
                    "“%s” is on the block list %s."
                            .formatted(match.path("blocklistItemText").asString(""), list),
                    null));
        }
        return reasons;
    }

    private static Reason unread(int read) {
        var explanation = "Azure AI Content Safety has read the first %d characters only.".formatted(read);
        return new Reason(NAME + "/too-long", Category.UNSEEN.label(), 0.2, explanation, null);
    }
}

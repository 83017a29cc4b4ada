package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.Category;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's moderation endpoint: text, a picture, or both. */
public final class OpenAiModeration implements Provider {
    private static final String NAME = "openai-moderation";
    private static final String MODEL = "omni-moderation-latest";
    private static final double WORTH_SAYING = 0.05;
    private static final double LARGEST = 0.99;

    private static final Set<Category> JUDGED =
            EnumSet.complementOf(EnumSet.of(Category.SPAM, Category.PERSONAL_DATA, Category.UNSEEN));

    private final URI endpoint;
    private final JsonCalls calls;

    public OpenAiModeration(HttpClient client, URI endpoint, String key) {
        this.endpoint = endpoint;
        this.calls = new JsonCalls(client, NAME, Map.of("Authorization", "Bearer " + key), JUDGED);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask(Material material, Duration time) throws InterruptedException {
        var input = new ArrayList<Object>();
        if (!material.text().isEmpty()) {
            input.add(Map.of("type", "text", "text", material.text()));
        }
        if (material.isMedium()) {
            var url = picture(material);
            if (url == null) {
                return calls.unfit("It looks at text and pictures only.");
            }
            input.add(Map.of("type", "image_url", "image_url", Map.of("url", url)));
        }
        var body = Map.of("model", MODEL, "input", input);
        return calls.post(
                endpoint.resolve("/v1/moderations"), body, material.isMedium(), time, OpenAiModeration::reasons);
    }

    private static @Nullable String picture(Material material) {
        if (material.kind() != ContentKind.IMAGE) {
            return null;
        }
        return material.imageBase64() != null
                ? "data:" + material.mediaType() + ";base64," + material.imageBase64()
                : material.url();
    }

    private static List<Reason> reasons(JsonNode json) {
        var results = Nonsense.array(json.path("results"));
        if (results.isEmpty()) {
            throw new Nonsense("no result");
        }
        var reasons = new ArrayList<Reason>();
        for (var result : results) {
            for (var score : Nonsense.object(result.path("category_scores")).properties()) {
                double share = Nonsense.share(score.getValue());
                var category = category(score.getKey());
                if (share >= WORTH_SAYING && category.isPresent()) {
                    reasons.add(reason(score.getKey(), category.get(), share));
                }
            }
        }
        return reasons;
    }

    private static Reason reason(String name, Category category, double share) {
        return new Reason(
                NAME + "/" + name,
                category.label(),
                Math.min(share, LARGEST),
                "OpenAI moderation sees %s, %.0f %% sure.".formatted(name, 100 * share),
                null);
    }

    /** Theirs are finer, such as {@code hate/threatening}; one that we do not know is passed over. */
    private static Optional<Category> category(String name) {
        return switch (name) {
            case "sexual/minors" -> Optional.of(Category.SEXUAL_MINORS);
            case "sexual" -> Optional.of(Category.SEXUAL);
            case "hate", "hate/threatening" -> Optional.of(Category.HATE);
            case "harassment", "harassment/threatening" -> Optional.of(Category.HARASSMENT);
            case "violence", "violence/graphic" -> Optional.of(Category.VIOLENCE);
            case "self-harm", "self-harm/intent", "self-harm/instructions" -> Optional.of(Category.SELF_HARM);
            case "illicit", "illicit/violent" -> Optional.of(Category.ILLEGAL);
            default -> Optional.empty();
        };
    }
}

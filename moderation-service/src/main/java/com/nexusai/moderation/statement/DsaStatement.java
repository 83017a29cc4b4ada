package com.nexusai.moderation.statement;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the DSA Transparency Database takes it, by the field names of its public API. It holds no personal
 * data: neither words of the content nor what a moderator wrote.
 */
public final class DsaStatement {
    private static final int LONGEST_GROUND = 500;
    private static final int LONGEST_EXPLANATION = 2_000;
    private static final int LONGEST_FACTS = 5_000;

    private static final Map<String, String> CATEGORIES = Map.of(
            "hate", "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
            "harassment", "STATEMENT_CATEGORY_CYBER_VIOLENCE",
            "sexual", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
            "sexual/minors", "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
            "violence", "STATEMENT_CATEGORY_VIOLENCE",
            "self-harm", "STATEMENT_CATEGORY_SELF_HARM",
            "illegal", "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
            "spam", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
            "personal-data", "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS");

    /** More exactly, where one of their words says what ours means. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "sexual", "KEYWORD_ADULT_SEXUAL_MATERIAL",
            "sexual/minors", "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL",
            "harassment", "KEYWORD_CYBER_HARASSMENT",
            "hate", "KEYWORD_HATE_SPEECH");

    private DsaStatement() {}

    /** @param territory two-letter codes of the countries in which the restriction holds */
    public static Map<String, Object> of(Decision decision, List<String> territory) {
        var category = Statement.category(decision);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("decision_visibility", List.of("DECISION_VISIBILITY_CONTENT_REMOVED"));
        account(decision, fields);
        fields.put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
        fields.put("incompatible_content_ground", cut("Rules " + decision.policy(), LONGEST_GROUND));
        fields.put("incompatible_content_explanation", cut(explanation(decision, category), LONGEST_EXPLANATION));
        fields.put("incompatible_content_illegal", reported(decision) ? "Yes" : "No");
        fields.put(
                "category",
                category == null
                        ? "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
                        : CATEGORIES.getOrDefault(category, "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"));
        if (category != null && KEYWORDS.containsKey(category)) {
            fields.put("category_specification", List.of(KEYWORDS.get(category)));
        }
        fields.put("content_type", List.of(contentType(decision.kind())));
        fields.put("territorial_scope", territory);
        fields.put("content_date", day(contentAt(decision)).toString());
        fields.put("application_date", day(decision.decidedAt()).toString());
        fields.put("decision_facts", cut(facts(decision), LONGEST_FACTS));
        fields.put("source_type", source(decision));
        fields.put("automated_detection", Statement.detectedByMachine(decision) ? "Yes" : "No");
        fields.put(
                "automated_decision",
                decision.automated() ? "AUTOMATED_DECISION_FULLY" : "AUTOMATED_DECISION_NOT_AUTOMATED");
        fields.put("puid", decision.decisionId());
        return fields;
    }

    private static void account(Decision decision, Map<String, Object> fields) {
        var action = decision.action();
        var kind = action == null ? ActionKind.NONE : action.kind();
        if (kind == ActionKind.USER_BANNED) {
            fields.put("decision_account", "DECISION_ACCOUNT_TERMINATED");
        } else if (kind == ActionKind.USER_SUSPENDED) {
            fields.put("decision_account", "DECISION_ACCOUNT_SUSPENDED");
            if (action != null && action.until() != null) {
                fields.put("end_date_account_restriction", day(action.until()).toString());
            }
        }
    }

    private static boolean reported(Decision decision) {
        var action = decision.action();
        return action != null && action.kind() == ActionKind.REPORTED_TO_AUTHORITIES;
    }

    private static String source(Decision decision) {
        var origin = decision.origin();
        return origin != null && origin.reports() > 0 ? "SOURCE_TYPE_OTHER_NOTIFICATION" : "SOURCE_VOLUNTARY";
    }

    private static Instant contentAt(Decision decision) {
        var origin = decision.origin();
        return origin == null ? decision.decidedAt() : origin.contentAt();
    }

    private static String explanation(Decision decision, @Nullable String category) {
        var who = decision.automated() ? "Automated means found" : "A moderator found";
        return who + " the content at fault for " + (category == null ? "breaking the rules" : category) + ".";
    }

    /** By the names of rules: what they explain may quote the content. */
    private static String facts(Decision decision) {
        var rules = decision.reasons().stream()
                .filter(reason -> reason.weight() > 0)
                .map(Reason::rule)
                .distinct()
                .collect(Collectors.joining(", "));
        var found = rules.isEmpty() ? "No automated rule applied." : "Automated rules that applied: " + rules + ".";
        var origin = decision.origin();
        var reports =
                origin == null || origin.reports() == 0 ? "" : " Users had reported it: " + origin.reports() + ".";
        return found + reports + " Confidence that it is acceptable: " + decision.confidence() + ".";
    }

    private static String contentType(ContentKind kind) {
        return switch (kind) {
            case IMAGE -> "CONTENT_TYPE_IMAGE";
            case AUDIO -> "CONTENT_TYPE_AUDIO";
            case VIDEO -> "CONTENT_TYPE_VIDEO";
            case MESSAGE, PROFILE, COMPANION_PROFILE, USER_PROFILE -> "CONTENT_TYPE_TEXT";
        };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

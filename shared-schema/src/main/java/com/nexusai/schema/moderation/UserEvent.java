package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something in a case that concerns a user, who is the author or a reporter. Those about one user are in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserEvent.Struck.class, name = "struck"),
    @JsonSubTypes.Type(value = UserEvent.StrikeUndone.class, name = "strike-undone"),
    @JsonSubTypes.Type(value = UserEvent.Reported.class, name = "reported"),
    @JsonSubTypes.Type(value = UserEvent.ReportAnswered.class, name = "report-answered")
})
public sealed interface UserEvent {
    String tenantId();

    String userId();

    Instant at();

    /**
     * The user's content was rejected.
     *
     * @param strikeId the id of the decision
     * @param action what the moderator asked for; null to leave it to the ladder of the policy
     */
    record Struck(
            String tenantId,
            String userId,
            String strikeId,
            String contentId,
            @Nullable String category,
            @Nullable Action action,
            Instant at)
            implements UserEvent {}

    /** An appeal has overturned that rejection. */
    record StrikeUndone(String tenantId, String userId, String strikeId, String contentId, Instant at)
            implements UserEvent {}

    /** The user reports content; what their word weighs has still to be found. */
    record Reported(String tenantId, String userId, ModerationCommand.Report report, Instant at) implements UserEvent {}

    /** A person has decided on the content that the user reported. */
    record ReportAnswered(
            String tenantId, String userId, String contentId, String decisionId, boolean upheld, Instant at)
            implements UserEvent {}
}

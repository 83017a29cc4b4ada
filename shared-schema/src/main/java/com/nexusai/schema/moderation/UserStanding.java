package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a user stands with moderation.
 *
 * @param strikes all that may still count, the oldest first
 * @param sanctions the newest last
 * @param inForce the gravest of the sanctions that are neither lifted nor over, as of {@code updatedAt}
 * @param until the end of that sanction, if it has one
 * @param reportsUpheld how many of the user's own reports were found right
 * @param reportsDismissed how many were found false
 */
public record UserStanding(
        String tenantId,
        String userId,
        List<Strike> strikes,
        List<Sanction> sanctions,
        ActionKind inForce,
        @Nullable Instant until,
        long reportsUpheld,
        long reportsDismissed,
        Instant updatedAt,
        long revision) {

    public UserStanding {
        strikes = List.copyOf(strikes);
        sanctions = List.copyOf(sanctions);
    }

    /**
     * A rejection that counts against the user until it decays.
     *
     * @param strikeId the id of the decision
     */
    public record Strike(
            String strikeId, String contentId, @Nullable String category, Instant at, Instant decaysAt) {}

    /**
     * @param strikeId the strike that brought it
     * @param strikes how many counted then
     * @param until null for one without end
     * @param liftedAt when an appeal undid it
     */
    public record Sanction(
            ActionKind kind,
            String strikeId,
            int strikes,
            Instant from,
            @Nullable Instant until,
            @Nullable Instant liftedAt) {

        public boolean isInForceAt(Instant now) {
            return liftedAt == null && (until == null || now.isBefore(until));
        }

        public Sanction lifted(Instant at) {
            return new Sanction(kind, strikeId, strikes, from, until, at);
        }
    }
}

package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants of moderation. Commands about one piece of content meet in order on one partition. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModerationCommand.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = ModerationCommand.Verdict.class, name = "verdict"),
    @JsonSubTypes.Type(value = ModerationCommand.Review.class, name = "review"),
    @JsonSubTypes.Type(value = ModerationCommand.Report.class, name = "report"),
    @JsonSubTypes.Type(value = ModerationCommand.Appeal.class, name = "appeal"),
    @JsonSubTypes.Type(value = ModerationCommand.Measure.class, name = "measure")
})
public sealed interface ModerationCommand {
    String tenantId();

    String contentId();

    Instant at();

    /** What a person wants of a case that is there. It has one outcome, however often it is written. */
    sealed interface ByPerson extends ModerationCommand {
        String commandId();

        /** The moderator, the reporter or the author. */
        String by();
    }

    /**
     * Look at this content.
     *
     * @param origin {@code event} or {@code rest}
     * @param eventId the event that carried it, if one did
     * @param reach how many people have seen it, where that is known
     * @param media the thing itself, where it is not text
     * @param asksItself whether the sender asks providers itself, and sends their verdict after it
     */
    record Submit(
            String tenantId,
            String contentId,
            ContentKind kind,
            String text,
            @Nullable String authorId,
            String origin,
            @Nullable String eventId,
            Instant at,
            @Nullable Long reach,
            @Nullable Media media,
            @Nullable Boolean asksItself)
            implements ModerationCommand {

        public Submit(
                String tenantId,
                String contentId,
                ContentKind kind,
                String text,
                @Nullable String authorId,
                String origin,
                @Nullable String eventId,
                Instant at) {
            this(tenantId, contentId, kind, text, authorId, origin, eventId, at, null, null, null);
        }

        /** The same from a sender who asks providers itself. */
        public Submit askingItself() {
            return new Submit(tenantId, contentId, kind, text, authorId, origin, eventId, at, reach, media, true);
        }
    }

    /**
     * What providers say of content about which they were asked. Only the first to a question counts.
     *
     * @param provider who has looked; null where nobody has
     * @param sawMedia whether it has looked at the thing itself, and not only at its text
     * @param judged the categories that it judges, whether or not it found something
     * @param reasons what speaks against the content
     * @param failures why those who were asked before have not looked, in words
     */
    record Verdict(
            String tenantId,
            String contentId,
            String questionId,
            @Nullable String provider,
            boolean sawMedia,
            List<String> judged,
            List<Reason> reasons,
            List<String> failures,
            Instant at)
            implements ModerationCommand {

        public Verdict {
            judged = List.copyOf(judged);
            reasons = List.copyOf(reasons);
            failures = List.copyOf(failures);
        }
    }

    /**
     * A moderator's step.
     *
     * @param to reassign: the moderator who gets it
     * @param category reject: what the content is at fault for
     * @param action reject: what is to be done; the content is deleted in any case
     * @param until reject: the end of a suspension; null for the length that the policy gives
     * @param seen the decision that the moderator saw; if there is another by now, the step is refused
     * @param undoSeconds for how long a decision may be taken back, during which it has no effect; null for none
     */
    record Review(
            String tenantId,
            String contentId,
            String commandId,
            String by,
            ModeratorRole role,
            ReviewStep step,
            @Nullable String to,
            @Nullable String category,
            @Nullable ActionKind action,
            @Nullable Instant until,
            @Nullable String note,
            @Nullable String seen,
            Instant at,
            @Nullable Integer undoSeconds)
            implements ByPerson {

        public Review(
                String tenantId,
                String contentId,
                String commandId,
                String by,
                ModeratorRole role,
                ReviewStep step,
                @Nullable String to,
                @Nullable String category,
                @Nullable ActionKind action,
                @Nullable Instant until,
                @Nullable String note,
                @Nullable String seen,
                Instant at) {
            this(tenantId, contentId, commandId, by, role, step, to, category, action, until, note, seen, at, null);
        }
    }

    /**
     * A user finds fault with content.
     *
     * @param weight null until the reporter's own record says what their word weighs
     */
    record Report(
            String tenantId,
            String contentId,
            String commandId,
            String by,
            @Nullable String category,
            @Nullable String note,
            @Nullable Double weight,
            Instant at)
            implements ByPerson {}

    /** The author asks for another look at a rejection. */
    record Appeal(
            String tenantId,
            String contentId,
            String commandId,
            String by,
            @Nullable String text,
            Instant at) implements ByPerson {}

    /**
     * A lead makes a case that measures moderators, or takes it out of use.
     *
     * @param answer null to take it out of use
     */
    record Measure(
            String tenantId,
            String contentId,
            String commandId,
            String by,
            @Nullable ContentKind kind,
            @Nullable String text,
            @Nullable Golden answer,
            Instant at)
            implements ByPerson {}
}

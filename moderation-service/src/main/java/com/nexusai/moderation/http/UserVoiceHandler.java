package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What users say of content, handed in by the product that knows who they are. */
public final class UserVoiceHandler {
    private final CommandDesk desk;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public UserVoiceHandler(CommandDesk desk, Supplier<String> freshIds, Clock clock) {
        this.desk = desk;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    /** @param reason another name for {@code category} */
    record ReportRequest(
            @Nullable String contentId,
            @Nullable String reporterId,
            @Nullable String category,
            @Nullable String reason,
            @Nullable String note) {}

    record AppealRequest(
            @Nullable String authorId, @Nullable String text) {}

    void report(Context ctx) {
        var request = RequestBody.json(ctx, ReportRequest.class);
        var who = Moderator.of(ctx, freshIds, clock);
        var contentId = needed("contentId", request.contentId());
        var category = request.category() != null ? request.category() : request.reason();
        var command = new Report(
                who.tenantId(),
                contentId,
                who.commandId(),
                needed("reporterId", request.reporterId()),
                ActRequest.text("category", category, ContentRules.LONGEST_ID),
                ActRequest.note(request.note()),
                null,
                who.at());
        ActAnswer.answer(ctx, who.commandId(), contentId, desk.give(command));
    }

    void appeal(Context ctx) {
        var contentId = ctx.pathParam(CaseHandler.CONTENT_ID);
        var request = RequestBody.json(ctx, AppealRequest.class);
        var who = Moderator.of(ctx, freshIds, clock);
        var command = new Appeal(
                who.tenantId(),
                contentId,
                who.commandId(),
                needed("authorId", request.authorId()),
                ActRequest.note(request.text()),
                who.at());
        ActAnswer.answer(ctx, who.commandId(), contentId, desk.give(command));
    }

    private static String needed(String field, @Nullable String given) {
        var text = ActRequest.text(field, given, ContentRules.LONGEST_ID);
        if (text == null) {
            throw Problem.invalid(field, "It is needed.");
        }
        return text;
    }
}

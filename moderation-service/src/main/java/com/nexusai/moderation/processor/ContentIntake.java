package com.nexusai.moderation.processor;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ModerationCommand;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes a submit command of every event that carries content, under the content's own key. */
public final class ContentIntake extends ContextualProcessor<String, Event, String, ModerationCommand> {
    private final ModerationMeters meters;

    public ContentIntake(ModerationMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, Event> record) {
        var event = record.value();
        if (event == null || event.content() == null) {
            return;
        }
        var submission = ContentReader.read(event, event.content(), Instant.ofEpochMilli(record.timestamp()));
        if (submission.problem() != null) {
            meters.unreadable(event.tenantId());
        }
        var command = submission.command();
        var key = EventKey.of(command.tenantId(), command.contentId());
        var submit = new Record<String, ModerationCommand>(key, command, record.timestamp());
        record.headers().forEach(submit.headers()::add);
        ContentProblem.write(submit.headers(), submission.problem());
        context().forward(submit);
    }
}

package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.UserBook;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.moderation.UserStanding;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps how each user stands, as author and as reporter, and weighs reports on their way to the case. */
public final class UserProcessor extends ContextualProcessor<String, UserEvent, String, Object> {
    /** Names of the children that it forwards to. */
    public static final String TO_SANCTIONS = "to-sanctions";

    public static final String TO_WEIGHED = "to-weighed-reports";

    private final Casework casework;
    private KeyValueStore<String, UserStanding> users;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    public UserProcessor(Casework casework) {
        this.casework = casework;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        users = context.getStateStore(Stores.USERS);
    }

    /** @throws PoisonCommand for what is no such event */
    @Override
    public void process(Record<String, UserEvent> record) {
        var event = record.value();
        if (event == null || !Objects.equals(record.key(), EventKey.of(event.tenantId(), event.userId()))) {
            throw new PoisonCommand("the key is not tenantId/userId");
        }
        if (event instanceof UserEvent.Reported reported) {
            weigh(record, reported.report());
            return;
        }
        var known = users.get(record.key());
        var after = UserBook.after(known, event, casework.rules(event.tenantId()));
        if (!after.equals(known)) {
            users.put(record.key(), after);
            context().forward(record.withValue((Object) after), TO_SANCTIONS);
        }
    }

    private void weigh(Record<String, UserEvent> record, Report report) {
        var weighed = new Report(
                report.tenantId(),
                report.contentId(),
                report.commandId(),
                report.by(),
                report.category(),
                report.note(),
                UserBook.weight(users.get(record.key())),
                report.at());
        var key = EventKey.of(report.tenantId(), report.contentId());
        context().forward(record.withKey(key).withValue((Object) weighed), TO_WEIGHED);
        // somebody waits for it
        context().commit();
    }
}

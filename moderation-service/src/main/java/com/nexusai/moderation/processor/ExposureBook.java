package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Exposure;
import com.nexusai.moderation.domain.ExposureKey;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.WindowStore;

/** Which moderator has looked at how much of what, in each hour. */
final class ExposureBook {
    private final WindowStore<String, Long> exposures;

    ExposureBook(ProcessingContext context) {
        this.exposures = context.getStateStore(Stores.EXPOSURES);
    }

    void seen(ModerationCase before, ModerationCase after, ByPerson command, Instant now) {
        var viewer = Exposure.viewer(before, after, command);
        if (viewer == null) {
            return;
        }
        long window = now.toEpochMilli() / Exposure.WINDOW.toMillis() * Exposure.WINDOW.toMillis();
        for (var label : Exposure.labels(after)) {
            var key = new ExposureKey(after.tenantId(), viewer, label).text();
            var known = exposures.fetch(key, window);
            exposures.put(key, (known == null ? 0 : known) + 1, window);
        }
    }
}

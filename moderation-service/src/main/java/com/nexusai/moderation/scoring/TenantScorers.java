package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Scorer;
import com.nexusai.moderation.domain.Scorers;
import com.nexusai.moderation.scoring.lexicon.OwnWords;
import com.nexusai.schema.moderation.TenantLexicon;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scorer for each tenant that has words of its own, and one for all others. */
public final class TenantScorers implements Scorers {
    private static final Logger LOG = LoggerFactory.getLogger(TenantScorers.class);

    private final Policy policy;
    private final UnaryOperator<Scorer> around;
    private final Scorer usual;
    private final Map<String, Scorer> own = new ConcurrentHashMap<>();

    /** @param around what is put around each scorer, such as a clock */
    public TenantScorers(Policy policy, UnaryOperator<Scorer> around) {
        this.policy = policy;
        this.around = around;
        this.usual = around.apply(new LocalScorer(policy));
    }

    /** Lexicons that cannot be used, written past the REST door, leave the tenant's last good ones. */
    public void changed(String tenantId, List<TenantLexicon> lexicons) {
        if (lexicons.isEmpty()) {
            own.remove(tenantId);
            return;
        }
        try {
            own.put(tenantId, around.apply(LocalScorer.with(policy, OwnWords.of(lexicons))));
        } catch (IllegalArgumentException unusable) {
            LOG.error("the lexicons of {} cannot be used", tenantId, unusable);
        }
    }

    @Override
    public Scorer of(String tenantId) {
        return own.getOrDefault(tenantId, usual);
    }
}

package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The banks of all tenants, as they stand. */
public final class TenantBanks implements Banks {
    private final Map<String, BankIndex> indexes = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException for one that cannot be read; the tenant then keeps what it had */
    public void changed(String tenantId, List<HashBank> banks) {
        indexes.put(tenantId, new BankIndex(banks));
    }

    @Override
    public Optional<Reason> match(String tenantId, @Nullable Media media) {
        var index = indexes.get(tenantId);
        return index == null || media == null ? Optional.empty() : index.match(media);
    }
}

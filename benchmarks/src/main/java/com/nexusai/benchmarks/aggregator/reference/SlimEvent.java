package com.nexusai.benchmarks.aggregator.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the metrics need of an event, and no more. Public fields, so that Flink knows it as one of its own POJOs. */
public final class SlimEvent {
    public String tenant = "";
    public String type = "";
    public @Nullable String actor;

    /** Event time in milliseconds. */
    public long timestamp;

    /** 0 where it has none. */
    public long tokens;

    public @Nullable BigDecimal amount;
    public @Nullable String currency;

    public SlimEvent() {}

    public boolean hasTokens() {
        return type.equals("MESSAGE_SENT") || type.equals("MESSAGE_RECEIVED");
    }

    public boolean isPayment() {
        return type.equals("PAYMENT_COMPLETED") && amount != null;
    }
}

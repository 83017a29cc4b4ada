package com.nexusai.moderation.provider;

import java.time.Clock;

/** A provider, with what is remembered of it between questions, whoever asks them. */
record Link(Provider provider, Breaker breaker, RetryBudget retries) {
    static Link to(Provider provider, Clock clock) {
        return new Link(provider, new Breaker(clock), new RetryBudget());
    }
}

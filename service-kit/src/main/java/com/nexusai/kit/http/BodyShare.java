package com.nexusai.kit.http;

/** What one body holds of the budget. Given back once, and nothing is taken after that, whatever thread comes late. */
final class BodyShare {
    private final BodyBudget budget;
    private long held;
    private boolean ended;

    BodyShare(BodyBudget budget) {
        this.budget = budget;
    }

    synchronized void take(long bytes) {
        if (ended) {
            throw new IllegalStateException("the request has ended, its body cannot be read");
        }
        budget.take(bytes);
        held += bytes;
    }

    synchronized void end() {
        ended = true;
        budget.giveBack(held);
        held = 0;
    }
}

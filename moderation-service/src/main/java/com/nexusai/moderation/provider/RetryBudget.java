package com.nexusai.moderation.provider;

/** Lets one question in ten be asked twice, so that a provider in trouble is not asked twice by everybody. */
final class RetryBudget {
    private static final int QUESTIONS_FOR_ONE = 10;
    private static final int MOST = 10 * QUESTIONS_FOR_ONE;

    private int saved = QUESTIONS_FOR_ONE;

    synchronized void asked() {
        saved = Math.min(MOST, saved + 1);
    }

    synchronized boolean allows() {
        if (saved < QUESTIONS_FOR_ONE) {
            return false;
        }
        saved -= QUESTIONS_FOR_ONE;
        return true;
    }
}

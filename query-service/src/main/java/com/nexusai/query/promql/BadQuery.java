package com.nexusai.query.promql;

/** What is asked cannot be answered; the sentence is for whoever asked. */
public final class BadQuery extends RuntimeException {
    public BadQuery(String sentence) {
        // no stack trace: it is an answer
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    static BadQuery unsupported(String what) {
        return new BadQuery(what + " is not supported; supported are selectors, sum, avg, min, max, count, topk and"
                + " bottomk with by or without, increase, rate, sum_over_time and avg_over_time, and + - * /");
    }
}

package com.nexusai.aggregator.domain.filter;

/** A compiled filter. */
@FunctionalInterface
public interface Condition {
    Condition ALWAYS = fields -> true;
    Condition NEVER = fields -> false;

    boolean matches(EventFields fields);
}

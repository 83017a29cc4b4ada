package com.nexusai.devstack;

/** What a stack is made of. */
public enum Part {
    KAFKA,
    REDIS,
    CLICKHOUSE
}

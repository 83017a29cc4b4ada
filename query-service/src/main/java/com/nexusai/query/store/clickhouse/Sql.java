package com.nexusai.query.store.clickhouse;

import java.util.Map;

/** A statement with typed parameters, {@code {name:Type}}. What a caller gave is a parameter and never part of the text. */
record Sql(String text, Map<String, Object> parameters) {}

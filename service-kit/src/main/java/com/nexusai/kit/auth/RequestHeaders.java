package com.nexusai.kit.auth;

import org.jspecify.annotations.Nullable;

/** A request's headers by name, whatever the server that received it. */
@FunctionalInterface
public interface RequestHeaders {
    @Nullable
    String get(String name);
}

package com.nexusai.kit.auth;

import com.nexusai.schema.auth.ApiKey;
import org.jspecify.annotations.Nullable;

/** Where API keys are found by their hash. */
public interface KeyLookup {
    /** False while the keys are still being read: an unknown key then says nothing about the caller. */
    boolean ready();

    @Nullable
    ApiKey find(String sha256);
}

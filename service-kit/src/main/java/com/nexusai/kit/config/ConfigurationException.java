package com.nexusai.kit.config;

import java.util.List;

/** Everything that is wrong with the environment, at once. */
public final class ConfigurationException extends RuntimeException {
    private final transient List<String> faults;

    public ConfigurationException(List<String> faults) {
        super("The configuration has " + (faults.size() == 1 ? "a fault" : faults.size() + " faults") + ":\n  - "
                + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}

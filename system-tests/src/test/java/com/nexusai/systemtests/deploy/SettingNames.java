package com.nexusai.systemtests.deploy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that a service reads: those which its code, or the kit's, names as text. */
final class SettingNames {
    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    private SettingNames() {}

    static Set<String> readBy(Deployable deployable) {
        return Stream.of("service-kit", deployable.service())
                .flatMap(SettingNames::namedIn)
                .collect(Collectors.toSet());
    }

    private static Stream<String> namedIn(String module) {
        return Checkout.files(module + "/src/main/java").stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> Checkout.text(file.toString()))
                .flatMap(text -> NAME.matcher(text).results())
                .map(result -> result.group(1));
    }
}

package com.nexusai.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleet keeps the rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "com.nexusai";
    private static final JavaClasses FLEET = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return RuleBook.of(ROOT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldBeKept(ArchRule rule) {
        rule.check(FLEET);
    }

    /** A rule over nothing is kept easily. */
    @Test
    void shouldLookAtEveryModule() {
        assertThat(Stream.of("schema", "kit", "ingest", "aggregator", "moderation", "query", "devstack"))
                .allSatisfy(module -> assertThat(
                                FLEET.containPackage(ROOT + "." + module) || anyClassBelow(ROOT + "." + module + "."))
                        .as(module)
                        .isTrue());
    }

    private static boolean anyClassBelow(String prefix) {
        return FLEET.stream().anyMatch(type -> type.getName().startsWith(prefix));
    }
}

package com.nexusai.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the package {@code bad} each rule of the house is broken; a rule that finds nothing there finds nothing at all. */
class RulesCanFailTest {
    private static final String ROOT = "com.nexusai.systemtests.architecture.bad";
    private static final Rules RULES = new Rules(ROOT);
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return RuleBook.of(ROOT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldBeBrokenHere(ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).as(rule.getDescription()).isTrue();
    }

    @Test
    void shouldSayWhoBreaksAndHow() {
        assertThat(faults(RULES.serviceSeesNoOther("ingest")))
                .anyMatch(fault -> fault.contains("bad.ingest.gate.Gate"));
        assertThat(faults(RULES.databasesStayInSinksAndStores()))
                .isNotEmpty()
                .allMatch(fault -> fault.contains("bad.ingest.topology.Flow"));
        assertThat(faults(RULES.namesSayWhatAClassIs()))
                .singleElement()
                .asString()
                .contains("AdmissionUtil");
        assertThat(faults(RULES.timeIsPassedIn()))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("java.time.Instant.now()"))
                .anyMatch(fault -> fault.contains("java.time.Clock.systemUTC()"));
        assertThat(faults(Parts.haveNoCycles(ROOT))).singleElement().asString().contains("Door", "Gate");
    }

    private static List<String> faults(ArchRule rule) {
        return rule.evaluate(BAD).getFailureReport().getDetails();
    }
}

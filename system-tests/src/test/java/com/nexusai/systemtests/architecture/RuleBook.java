package com.nexusai.systemtests.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** All rules for the modules below a root package. */
final class RuleBook {
    private RuleBook() {}

    static Stream<ArchRule> of(String root) {
        var rules = new Rules(root);
        return Stream.concat(
                Rules.SERVICES.stream().map(rules::serviceSeesNoOther),
                Stream.of(
                        rules.contractSeesNobody(),
                        rules.kitSeesNoService(),
                        rules.domainIsPure(),
                        rules.javalinStaysInHttp(),
                        rules.databasesStayInSinksAndStores(),
                        rules.nobodyUsesKafkasInternals(),
                        rules.timeIsPassedIn(),
                        rules.namesSayWhatAClassIs(),
                        rules.nullsAreMarked(),
                        Parts.haveNoCycles(root)));
    }
}

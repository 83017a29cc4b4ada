package com.nexusai.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The dependency rules, for the modules below a root package. */
final class Rules {
    static final List<String> SERVICES = List.of("ingest", "aggregator", "moderation", "query");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    ArchRule serviceSeesNoOther(String service) {
        var others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(this::module)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module(service))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services talk only through Kafka topics, so that each can be deployed alone");
    }

    ArchRule contractSeesNobody() {
        return noClasses()
                .that()
                .resideInAPackage(module("schema"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(modules("kit", "devstack"), "org.apache.kafka.streams..", "io.javalin.."))
                .because("everybody sees the contract, so whatever it sees everybody has to carry");
    }

    ArchRule kitSeesNoService() {
        return noClasses()
                .that()
                .resideInAPackage(module("kit"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(modules("devstack")))
                .because("the kit is what services are built from");
    }

    ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(root + ".*.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.nexusai.schema..", root + ".*.domain..")
                .because("what a service knows about its subject must be readable and testable without Kafka or HTTP");
    }

    ArchRule javalinStaysInHttp() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".*.http..", module("kit"))
                .and()
                .doNotHaveSimpleName("package-info")
                .and(isNoMain())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .because("a web framework that leaks can never be replaced");
    }

    ArchRule databasesStayInSinksAndStores() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".*.sink..", root + ".*.store..", module("devstack"))
                .and(isNoMain())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.clickhouse..", "io.lettuce..")
                .because("ClickHouse and Redis are sinks that are read, never a channel for anything else");
    }

    ArchRule nobodyUsesKafkasInternals() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..internals..")
                .because("they change without notice");
    }

    ArchRule timeIsPassedIn() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".*.domain..", root + ".*.topology..", root + ".*.processor..")
                .should()
                .callMethodWhere(Clocks.readsTheClock())
                .because("what is computed again after a crash must come out the same");
    }

    ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says that nobody knew what the class is for");
    }

    ArchRule nullsAreMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new BeInANullMarkedPackage())
                .because("without @NullMarked in its package-info a package is not checked for nulls");
    }

    private static DescribedPredicate<JavaClass> isNoMain() {
        return DescribedPredicate.not(simpleNameEndingWith("Main"));
    }

    private String module(String name) {
        return root + "." + name + "..";
    }

    private List<String> modules(String... more) {
        return Stream.concat(SERVICES.stream(), Arrays.stream(more))
                .map(this::module)
                .toList();
    }

    private static String[] concat(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toArray(String[]::new);
    }
}

package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.systemtests.deploy.Dockerfile.Instruction;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DockerfileTest {
    private final Dockerfile dockerfile = Dockerfile.parse(Checkout.text("Dockerfile"));

    @Test
    void shouldCopyOnlyWhatIsThere() {
        assertThat(sourcesFromTheCheckout())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(Checkout.path(source)).exists());
    }

    @Test
    void shouldNotIgnoreWhatItCopies() {
        List<String> allowed = Checkout.text(".dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(sourcesFromTheCheckout())
                .allMatch(source ->
                        allowed.stream().anyMatch(entry -> source.equals(entry) || source.startsWith(entry + "/")));
    }

    @Test
    void shouldCopyThePomOfEveryModule() {
        List<String> sources = sourcesFromTheCheckout().toList();
        // what a profile adds is not built into an image
        String everyBuild = Checkout.text("pom.xml").split("<profiles>", 2)[0];
        List<String> modules = Pattern.compile("<module>(.+)</module>")
                .matcher(everyBuild)
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(modules)
                .hasSizeGreaterThan(Deployable.values().length)
                .allMatch(module -> sources.contains(module) || sources.contains(module + "/pom.xml"));
    }

    @Test
    void shouldCopyFromStagesThatComeBefore() {
        List<String> stages = dockerfile.stages();

        assertThat(dockerfile.named("COPY"))
                .filteredOn(copy -> copy.arguments().startsWith("--from="))
                .isNotEmpty()
                .allSatisfy(copy -> {
                    String from = copy.arguments().substring("--from=".length()).split(" ")[0];
                    assertThat(stages.indexOf(from)).isBetween(0, stages.indexOf(copy.stage()) - 1);
                });
    }

    @Test
    void shouldBuildAndRunOnTheJdkOfThePom() {
        String release = firstGroup("<maven.compiler.release>(\\d+)<", Checkout.text("pom.xml"));

        assertThat(dockerfile.in("build", "FROM"))
                .containsExactly("maven:3.9-eclipse-temurin-" + release + " AS build");
        assertThat(dockerfile.in("runtime", "FROM")).containsExactly("eclipse-temurin:" + release + "-jre AS runtime");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBuildAnImageOfEachService(Deployable deployable) {
        String service = deployable.service();
        String port = String.valueOf(deployable.port());

        assertThat(dockerfile.in(service, "FROM")).containsExactly("runtime AS " + service);
        assertThat(dockerfile.environment(service)).containsEntry("HTTP_PORT", port);
        assertThat(dockerfile.in(service, "EXPOSE")).containsExactly(port);
        // what changes least comes first, so that a new version of the service is one small layer
        assertThat(dockerfile.in(service, "COPY"))
                .containsExactly(
                        "--from=build /fleet/" + service + "/lib/ lib/",
                        "--from=build /fleet/" + service + "/own/ lib/",
                        "--from=build /fleet/" + service + "/service.jar ./");
        assertThat(dockerfile.in("build", "RUN")).allMatch(run -> run.contains(service));
    }

    @Test
    void shouldRunAsTheUserThatTheChartsRunAs() {
        assertThat(dockerfile.in("runtime", "USER")).containsExactly("10001:10001");
        assertThat(Checkout.text("helm/fleet-library/templates/_pod.tpl")).contains("runAsUser: 10001");
    }

    @Test
    void shouldStartJavaItselfWithTheFlagsOfTheBuild() {
        String flags = firstGroup("<jvm.flags>(.+)</jvm.flags>", Checkout.text("pom.xml"));
        Stream<String> wanted = Arrays.stream(flags.split(" ")).filter(flag -> flag.startsWith("--"));

        assertThat(dockerfile.in("runtime", "ENTRYPOINT")).singleElement().satisfies(entrypoint -> {
            assertThat(entrypoint).startsWith("[\"java\", ").endsWith("\"-jar\", \"/app/service.jar\"]");
            assertThat(wanted)
                    .isNotEmpty()
                    .allSatisfy(flag -> assertThat(entrypoint).contains("\"" + flag + "\""));
        });
        assertThat(dockerfile.named("ENTRYPOINT")).hasSize(1);
        assertThat(dockerfile.named("CMD")).isEmpty();
    }

    @Test
    void shouldBeHealthyWhileItRestores() {
        assertThat(dockerfile.in("runtime", "HEALTHCHECK"))
                .singleElement()
                .asString()
                .endsWith("CMD [\"healthy\", \"/health/liveness\"]");
    }

    private Stream<String> sourcesFromTheCheckout() {
        return dockerfile.named("COPY").stream()
                .map(Instruction::arguments)
                .filter(arguments -> !arguments.startsWith("--from="))
                .map(arguments -> arguments.replaceFirst("^--chmod=\\d+ ", ""))
                .map(arguments -> arguments.split(" ")[0]);
    }

    private static String firstGroup(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow();
    }
}

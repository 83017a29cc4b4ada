package com.nexusai.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchMainTest {
    private final List<String> ran = new ArrayList<>();
    private final BenchMain main = new BenchMain(List.of(new Named("one"), new Named("two")));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldListTheBenchmarksWhenNoneIsNamed() throws Exception {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("one").contains("two").contains("how fast?");
        assertThat(ran).isEmpty();
    }

    @Test
    void shouldRunTheNamedOnesInTheirOrder() throws Exception {
        assertThat(run("two", "one")).isZero();
        assertThat(ran).containsExactly("two", "one");
    }

    @Test
    void shouldSayWhatThereIsWhenANameIsUnknownAndRunNothing() throws Exception {
        assertThat(run("one", "three")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("There is no benchmark 'three'. There are:")
                .contains("one", "two");
        assertThat(ran).isEmpty();
    }

    private int run(String... names) throws Exception {
        return main.run(List.of(names), new PrintStream(out), new PrintStream(err));
    }

    private final class Named implements Bench {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String question() {
            return "how fast?";
        }

        @Override
        public void run(PrintStream printer) {
            ran.add(name);
        }
    }
}

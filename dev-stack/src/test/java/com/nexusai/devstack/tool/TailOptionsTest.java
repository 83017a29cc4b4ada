package com.nexusai.devstack.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TailOptionsTest {
    @Test
    void shouldTakeOptionsOnEitherSideOfTheTopic() {
        assertThat(TailOptions.parse("-f", "events", "-n", "3")).isEqualTo(new TailOptions("events", 3, true));
    }

    @Test
    void shouldListWhenThereIsNoTopic() {
        assertThat(TailOptions.parse().topic()).isNull();
    }

    @Test
    void shouldNameTheWordThatIsNotUnderstood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailOptions.parse("events", "--tail"))
                .withMessageContaining("'--tail'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailOptions.parse("events", "-n", "many"))
                .withMessageContaining("'many'");
    }
}

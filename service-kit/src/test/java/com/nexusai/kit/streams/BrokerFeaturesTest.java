package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.lifecycle.CannotStart;
import org.junit.jupiter.api.Test;

class BrokerFeaturesTest {
    @Test
    void shouldTakeClustersWithSafeTransactions() {
        assertThatCode(() -> BrokerFeatures.requireSafeTransactions(2)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayWhatToDoWhenTransactionsCanBeTorn() {
        assertThatThrownBy(() -> BrokerFeatures.requireSafeTransactions(1))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("kafka-features.sh")
                .hasMessageContaining("transaction.version=2");
    }
}

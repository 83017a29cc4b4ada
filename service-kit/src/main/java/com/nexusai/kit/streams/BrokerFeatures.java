package com.nexusai.kit.streams;

import com.nexusai.kit.kafka.AdminCall;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;

/** What exactly-once needs of the cluster. */
final class BrokerFeatures {
    static final String TRANSACTIONS = "transaction.version";

    /** From here on, a late request of a killed producer cannot tear a transaction of its successor (KIP-890). */
    static final int SAFE_TRANSACTIONS = 2;

    private BrokerFeatures() {}

    static void requireSafeTransactions(Admin admin) {
        requireSafeTransactions(AdminCall.await(admin.describeFeatures().featureMetadata()));
    }

    /** @throws IllegalStateException that tells an operator what to do */
    static void requireSafeTransactions(FeatureMetadata features) {
        var transactions = features.finalizedFeatures().get(TRANSACTIONS);
        var version = transactions == null ? 0 : transactions.maxVersionLevel();
        if (version < SAFE_TRANSACTIONS) {
            throw new IllegalStateException("The Kafka cluster has " + TRANSACTIONS + " " + version
                    + "; exactly-once needs " + SAFE_TRANSACTIONS
                    + ". On brokers of 4.0 or later: kafka-features.sh --bootstrap-server … upgrade --feature "
                    + TRANSACTIONS + "=" + SAFE_TRANSACTIONS);
        }
    }
}

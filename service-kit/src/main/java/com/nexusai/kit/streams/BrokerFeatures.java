package com.nexusai.kit.streams;

import com.nexusai.kit.kafka.AdminCall;
import com.nexusai.kit.lifecycle.CannotStart;
import org.apache.kafka.clients.admin.Admin;

/** What exactly-once needs of the cluster. */
final class BrokerFeatures {
    static final String TRANSACTIONS = "transaction.version";

    /** From here on, a late request of a killed producer cannot tear a transaction of its successor (KIP-890). */
    static final int SAFE_TRANSACTIONS = 2;

    private BrokerFeatures() {}

    static void requireSafeTransactions(Admin admin) {
        var features = AdminCall.await(admin.describeFeatures().featureMetadata());
        var transactions = features.finalizedFeatures().get(TRANSACTIONS);
        requireSafeTransactions(transactions == null ? 0 : transactions.maxVersionLevel());
    }

    /** @throws CannotStart that tells an operator what to do */
    static void requireSafeTransactions(int version) {
        if (version < SAFE_TRANSACTIONS) {
            throw new CannotStart("The Kafka cluster has " + TRANSACTIONS + " " + version + "; exactly-once needs "
                    + SAFE_TRANSACTIONS + ". On brokers of 4.0 or later: kafka-features.sh --bootstrap-server … upgrade"
                    + " --feature " + TRANSACTIONS + "=" + SAFE_TRANSACTIONS);
        }
    }
}

package com.nexusai.kit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** @param security client properties of the security settings, for every Kafka client alike */
public record KafkaConfig(String bootstrapServers, Map<String, String> security) {
    private static final List<String> SECURITY = List.of(
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "KAFKA_SSL_TRUSTSTORE_PASSWORD",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_KEYSTORE_LOCATION",
            "KAFKA_SSL_KEYSTORE_PASSWORD",
            "KAFKA_SSL_KEYSTORE_TYPE");

    private static final String SERVERS = "[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*";

    public KafkaConfig {
        security = Map.copyOf(security);
    }

    static KafkaConfig from(Env env) {
        var servers = env.matching("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092", SERVERS, "host:port[,host:port…]");
        var security = new LinkedHashMap<String, String>();
        for (var name : SECURITY) {
            var value = env.secret(name);
            if (value != null) {
                security.put(property(name), value);
            }
        }
        return new KafkaConfig(servers, security);
    }

    /** What every Kafka client starts from. */
    public Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>(security);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    /** Security settings hold passwords: they stay out of logs. */
    @Override
    public String toString() {
        return "KafkaConfig[bootstrapServers=" + bootstrapServers + ", security=" + security.keySet() + "]";
    }

    private static String property(String variable) {
        return variable.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}

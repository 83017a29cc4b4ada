package com.nexusai.systemtests.deploy;

/** The services that are deployed, with the ports that the design gives them. */
enum Deployable {
    INGEST("ingest-service", 8081),
    AGGREGATOR("aggregator-service", 8082),
    MODERATION("moderation-service", 8083),
    QUERY("query-service", 8084);

    private final String service;
    private final int port;

    Deployable(String service, int port) {
        this.service = service;
        this.port = port;
    }

    /** The name of its module, its chart, its image target and its compose service. */
    String service() {
        return service;
    }

    int port() {
        return port;
    }

    boolean usesClickHouseAndRedis() {
        return this == AGGREGATOR || this == QUERY;
    }

    @Override
    public String toString() {
        return service;
    }
}

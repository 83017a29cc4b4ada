# syntax=docker/dockerfile:1
# One image a service, all from this file:
#   docker build --target ingest-service -t nexusai/ingest-service:1.0.0 .
# Targets: ingest-service, aggregator-service, moderation-service, query-service. They share everything but the last layers.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml ./
# modules that are not in an image are known to the build by their pom alone
COPY system-tests/pom.xml system-tests/
COPY benchmarks/pom.xml benchmarks/
COPY dev-stack dev-stack
COPY shared-schema shared-schema
COPY service-kit service-kit
COPY ingest-service ingest-service
COPY aggregator-service aggregator-service
COPY moderation-service moderation-service
COPY query-service query-service
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dquick -am -pl ingest-service,aggregator-service,moderation-service,query-service package
# libraries of others apart from our own, which change with every commit
RUN set -eu; \
    for service in ingest-service aggregator-service moderation-service query-service; do \
        mkdir -p "/fleet/$service/own"; \
        cp -r "$service/target/app/lib" "/fleet/$service/lib"; \
        mv "/fleet/$service/lib/shared-schema"*.jar "/fleet/$service/lib/service-kit"*.jar "/fleet/$service/own/"; \
        cp "$service/target/app/$service.jar" "/fleet/$service/service.jar"; \
    done

FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --gid 10001 fleet \
    && useradd --uid 10001 --gid fleet --no-create-home --home-dir /var/lib/fleet --shell /usr/sbin/nologin fleet \
    && install -d -o fleet -g fleet /var/lib/fleet
COPY --chmod=755 ops/container/healthy /usr/local/bin/healthy
WORKDIR /app
USER 10001:10001
# where the container's memory limit is the machine; RocksDB and network buffers need their part outside the heap
ENV STATE_DIR=/var/lib/fleet/state \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
VOLUME /var/lib/fleet
# liveness, not readiness: who restores its state must not be replaced for it
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=3 CMD ["healthy", "/health/liveness"]
# no shell in between: java is process 1 and gets the SIGTERM of a stop itself
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/service.jar"]

FROM runtime AS ingest-service
ENV HTTP_PORT=8081
EXPOSE 8081
COPY --from=build /fleet/ingest-service/lib/ lib/
COPY --from=build /fleet/ingest-service/own/ lib/
COPY --from=build /fleet/ingest-service/service.jar ./

FROM runtime AS aggregator-service
ENV HTTP_PORT=8082
EXPOSE 8082
COPY --from=build /fleet/aggregator-service/lib/ lib/
COPY --from=build /fleet/aggregator-service/own/ lib/
COPY --from=build /fleet/aggregator-service/service.jar ./

FROM runtime AS moderation-service
ENV HTTP_PORT=8083
EXPOSE 8083
COPY --from=build /fleet/moderation-service/lib/ lib/
COPY --from=build /fleet/moderation-service/own/ lib/
COPY --from=build /fleet/moderation-service/service.jar ./

FROM runtime AS query-service
ENV HTTP_PORT=8084
EXPOSE 8084
COPY --from=build /fleet/query-service/lib/ lib/
COPY --from=build /fleet/query-service/own/ lib/
COPY --from=build /fleet/query-service/service.jar ./

package com.nexusai.systemtests.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;

/** Turns a manifest into its Kubernetes type; a field that is unknown, missing or of the wrong type is an error. */
final class StrictModel {
    private static final ObjectMapper MONITORING = JsonMapper.builder()
            .annotationIntrospector(new NoPlaceForUnknownFields())
            .build();

    private StrictModel() {}

    static Object parse(Map<String, Object> manifest) {
        String json = JSON.serialize(manifest);
        try {
            return parse(manifest.get("apiVersion") + "/" + manifest.get("kind"), json);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(e.getMessage() + " in " + json, e);
        }
    }

    private static Object parse(String kind, String json) throws IOException {
        return switch (kind) {
            case "v1/ConfigMap" -> V1ConfigMap.fromJson(json);
            case "v1/Service" -> V1Service.fromJson(json);
            case "v1/ServiceAccount" -> V1ServiceAccount.fromJson(json);
            case "apps/v1/StatefulSet" -> V1StatefulSet.fromJson(json);
            case "policy/v1/PodDisruptionBudget" -> V1PodDisruptionBudget.fromJson(json);
            case "networking.k8s.io/v1/NetworkPolicy" -> V1NetworkPolicy.fromJson(json);
            case "monitoring.coreos.com/v1/ServiceMonitor" -> MONITORING.readValue(json, ServiceMonitor.class);
            default -> throw new IllegalArgumentException("no model for " + kind);
        };
    }

    /** The monitoring model keeps what it does not know in a map beside its fields; without that map it has to fail. */
    private static final class NoPlaceForUnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}

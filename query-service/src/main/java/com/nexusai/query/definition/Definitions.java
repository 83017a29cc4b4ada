package com.nexusai.query.definition;

import com.nexusai.schema.metric.MetricDefinition;
import java.util.List;
import java.util.Optional;

/** The metrics that tenants have defined. */
public interface Definitions {

    Optional<MetricDefinition> find(String tenantId, String name);

    /** By name. */
    List<MetricDefinition> of(String tenantId);
}

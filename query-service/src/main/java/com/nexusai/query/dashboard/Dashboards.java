package com.nexusai.query.dashboard;

import com.nexusai.schema.dashboard.Dashboard;
import java.util.List;
import java.util.Optional;

/** What people have put together. */
public interface Dashboards {

    Optional<Dashboard> find(String tenantId, String id);

    /** By title. */
    List<Dashboard> of(String tenantId);
}

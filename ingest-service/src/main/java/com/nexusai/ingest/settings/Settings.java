package com.nexusai.ingest.settings;

import com.nexusai.schema.tenant.TenantSettings;

/** The settings of all tenants. */
@FunctionalInterface
public interface Settings {
    Settings NONE = TenantSettings::none;

    TenantSettings of(String tenantId);
}

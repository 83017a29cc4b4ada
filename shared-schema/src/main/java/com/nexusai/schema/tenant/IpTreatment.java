package com.nexusai.schema.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of the address in {@code context.ip}. */
public enum IpTreatment {
    @JsonProperty("keep")
    KEEP,
    /** IPv4 to /24, IPv6 to /48 */
    @JsonProperty("truncate")
    TRUNCATE,
    /** a hash under the tenant's secret: the same address gives the same text */
    @JsonProperty("hash")
    HASH
}

package com.nexusai.schema.auth;

import java.util.regex.Pattern;

/**
 * What a tenant's id may look like. It stands first in every key, with a slash behind it, so it must have none; whoever
 * takes a tenant from outside asks here.
 */
public final class TenantId {
    public static final String RULE =
            "must be 1 to 63 letters, digits, '.', '_' or '-', and start with a letter or a digit";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private TenantId() {}

    public static boolean isValid(String tenantId) {
        return VALID.matcher(tenantId).matches();
    }
}

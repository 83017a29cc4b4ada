/** The tenants' rules, followed live and changed by request. */
@NullMarked
package com.nexusai.moderation.policy;

import org.jspecify.annotations.NullMarked;

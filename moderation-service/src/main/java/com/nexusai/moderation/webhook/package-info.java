/** Decisions on their way to tenants: signed, tried again, and given up in the end. */
@NullMarked
package com.nexusai.moderation.webhook;

import org.jspecify.annotations.NullMarked;

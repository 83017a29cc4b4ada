/** Tracking plans: JSON Schemas that tenants write, and that nobody else has to suffer from. */
@NullMarked
package com.nexusai.ingest.plan;

import org.jspecify.annotations.NullMarked;

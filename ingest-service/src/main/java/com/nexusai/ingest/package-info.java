/** The door: takes events from any producer, and lets each end as validated, rejected or a counted duplicate. */
@NullMarked
package com.nexusai.ingest;

import org.jspecify.annotations.NullMarked;

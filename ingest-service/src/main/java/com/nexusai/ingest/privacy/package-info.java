/** What tenants do not want others to see is taken out here, and what was taken out is said. */
@NullMarked
package com.nexusai.ingest.privacy;

import org.jspecify.annotations.NullMarked;

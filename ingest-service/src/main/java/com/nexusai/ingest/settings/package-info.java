/** What tenants have chosen, known in every instance within seconds. */
@NullMarked
package com.nexusai.ingest.settings;

import org.jspecify.annotations.NullMarked;

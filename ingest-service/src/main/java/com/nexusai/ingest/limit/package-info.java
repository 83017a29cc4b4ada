/** How much a key and a tenant may send. */
@NullMarked
package com.nexusai.ingest.limit;

import org.jspecify.annotations.NullMarked;

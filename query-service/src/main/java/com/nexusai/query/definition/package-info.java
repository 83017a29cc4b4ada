/** What tenants define: their metrics, as a live view of the compacted topic. */
@NullMarked
package com.nexusai.query.definition;

import org.jspecify.annotations.NullMarked;

/** Reads over interactive queries: where a key lives, how fresh the copy is, and scans of it. */
@NullMarked
package com.nexusai.query.store;

import org.jspecify.annotations.NullMarked;

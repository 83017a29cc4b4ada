/** The workbench for rejected events: found, mended, tried, and sent on once. */
@NullMarked
package com.nexusai.ingest.rejected;

import org.jspecify.annotations.NullMarked;

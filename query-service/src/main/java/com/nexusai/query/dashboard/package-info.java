/** Dashboards, as a live view of the compacted topic. */
@NullMarked
package com.nexusai.query.dashboard;

import org.jspecify.annotations.NullMarked;

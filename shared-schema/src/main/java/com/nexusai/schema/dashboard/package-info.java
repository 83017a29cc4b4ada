/** Dashboards as people put them together. */
@NullMarked
package com.nexusai.schema.dashboard;

import org.jspecify.annotations.NullMarked;

/** The part of PromQL that is answered, and the catalogue's metrics as samples for it. */
@NullMarked
package com.nexusai.query.promql;

import org.jspecify.annotations.NullMarked;

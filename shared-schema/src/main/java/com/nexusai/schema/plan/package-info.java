/** What a tenant asks of its own events. */
@NullMarked
package com.nexusai.schema.plan;

import org.jspecify.annotations.NullMarked;

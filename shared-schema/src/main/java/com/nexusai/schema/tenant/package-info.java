/** What a tenant may choose for itself. */
@NullMarked
package com.nexusai.schema.tenant;

import org.jspecify.annotations.NullMarked;

/** Who did what to what, for as long as anybody may ask. */
@NullMarked
package com.nexusai.schema.audit;

import org.jspecify.annotations.NullMarked;

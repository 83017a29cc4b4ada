/** Why a record was refused, and the headers that say so. */
@NullMarked
package com.nexusai.schema.rejection;

import org.jspecify.annotations.NullMarked;

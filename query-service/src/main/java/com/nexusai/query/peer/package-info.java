/** One hop to the instance of this service that owns a key. */
@NullMarked
package com.nexusai.query.peer;

import org.jspecify.annotations.NullMarked;

/** Reads of the state stores, here and on peers of this service. */
@NullMarked
package com.nexusai.moderation.store;

import org.jspecify.annotations.NullMarked;

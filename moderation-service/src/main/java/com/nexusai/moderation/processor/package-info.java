/** One step of the topology a file. */
@NullMarked
package com.nexusai.moderation.processor;

import org.jspecify.annotations.NullMarked;

/** The one processor: it puts what it reads into its store. */
@NullMarked
package com.nexusai.query.processor;

import org.jspecify.annotations.NullMarked;

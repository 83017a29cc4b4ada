/** Routes and what goes out. */
@NullMarked
package com.nexusai.ingest.http;

import org.jspecify.annotations.NullMarked;

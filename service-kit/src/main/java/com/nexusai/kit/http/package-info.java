/** The HTTP server: routes with a scope each, problem details, bounded bodies, access log, operations pages. */
@NullMarked
package com.nexusai.kit.http;

import org.jspecify.annotations.NullMarked;

/** API keys as they are kept on their topic: hashed. */
@NullMarked
package com.nexusai.schema.auth;

import org.jspecify.annotations.NullMarked;

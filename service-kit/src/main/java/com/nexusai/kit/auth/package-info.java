/** Who is calling: API keys and JWTs, and what each may do. */
@NullMarked
package com.nexusai.kit.auth;

import org.jspecify.annotations.NullMarked;

/** Configuration from environment variables: parsed once into records, all faults reported at once. */
@NullMarked
package com.nexusai.kit.config;

import org.jspecify.annotations.NullMarked;

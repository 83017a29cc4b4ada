/** The contract between the services: what travels on the topics, and which topics there are. */
@NullMarked
package com.nexusai.schema;

import org.jspecify.annotations.NullMarked;

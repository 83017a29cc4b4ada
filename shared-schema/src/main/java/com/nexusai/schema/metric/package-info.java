/** Definitions of metrics, the built-in ones and those that tenants add, and what is wrong with one. */
@NullMarked
package com.nexusai.schema.metric;

import org.jspecify.annotations.NullMarked;

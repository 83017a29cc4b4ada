/** The language in which a metric says which events it looks at: text, tree, faults, and the same as ClickHouse SQL. */
@NullMarked
package com.nexusai.schema.filter;

import org.jspecify.annotations.NullMarked;

/** Routes, parameters and what goes out. */
@NullMarked
package com.nexusai.query.http;

import org.jspecify.annotations.NullMarked;

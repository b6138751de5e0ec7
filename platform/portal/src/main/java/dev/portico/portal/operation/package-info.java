/**
 * What those who run the portal see of it: each request measured, logged and counted before it is served. Knows the features; none of
 * them knows it; and the end of a process whose memory stays full. Serves operations (issue 3).
 */
@NullMarked
package dev.portico.portal.operation;

import org.jspecify.annotations.NullMarked;

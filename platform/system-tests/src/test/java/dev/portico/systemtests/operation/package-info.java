/**
 * What those who run the portal rely on: its health, its metrics, its log, and that it stops without cutting anybody off.
 */
@NullMarked
package dev.portico.systemtests.operation;

import org.jspecify.annotations.NullMarked;

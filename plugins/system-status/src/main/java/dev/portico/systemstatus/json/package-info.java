/**
 * The status as JSON in the shape of Statuspage's public API, version 2, so that tools which know that can read ours, and
 * one Portico can follow another. Texts are in the language that they were written in. Serves F2.
 */
@NullMarked
package dev.portico.systemstatus.json;

import org.jspecify.annotations.NullMarked;

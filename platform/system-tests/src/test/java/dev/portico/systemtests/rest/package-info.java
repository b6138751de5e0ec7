/**
 * The contract of the REST interface: lists, submissions, conversations, files, problem documents in the caller's
 * language, and nothing but problem documents. Serves B3 to B9 and H4 for programs.
 */
@NullMarked
package dev.portico.systemtests.rest;

import org.jspecify.annotations.NullMarked;

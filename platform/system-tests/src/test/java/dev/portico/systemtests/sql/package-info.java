/**
 * What pages and calls cost in the database: statements counted, and plans read with 100,000 tickets. Serves B4, B9, K1.
 */
@NullMarked
package dev.portico.systemtests.sql;

import org.jspecify.annotations.NullMarked;

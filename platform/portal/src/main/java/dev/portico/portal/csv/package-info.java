/**
 * Lists as files for spreadsheets: safe against formulas, written as they are read. Serves B1, D5, J4.
 */
@NullMarked
package dev.portico.portal.csv;

import org.jspecify.annotations.NullMarked;

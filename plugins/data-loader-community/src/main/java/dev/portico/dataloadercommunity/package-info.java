/**
 * Leads the visitors of a programme whose support is a community to that community. Where to is never taken from what a
 * visitor sends: only the path and the query below the administrator's address are, if the administrator lets them.
 * Serves E1.
 */
@NullMarked
package dev.portico.dataloadercommunity;

import org.jspecify.annotations.NullMarked;

/** Files of people that are being entered: what each row is to become, and what has become of it. Serves G2. */
@NullMarked
package dev.portico.portal.people.entity;

import org.jspecify.annotations.NullMarked;

/**
 * Rules of what applicants enter, and how registrations are stored and mailed. Serves C2.
 */
@NullMarked
package dev.portico.portal.registration.control;

import org.jspecify.annotations.NullMarked;

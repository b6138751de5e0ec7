/**
 * What a person is told about their own account. Serves G3.
 */
@NullMarked
package dev.portico.portal.profile.control;

import org.jspecify.annotations.NullMarked;

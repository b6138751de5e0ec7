/**
 * A person's wish that what is kept about them be deleted, and what becomes of it. Serves G3.
 */
@NullMarked
package dev.portico.portal.privacy.entity;

import org.jspecify.annotations.NullMarked;

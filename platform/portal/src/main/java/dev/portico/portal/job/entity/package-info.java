/** Work in the background that a tenant's plugin has declared, and how it went. Serves J3. */
@NullMarked
package dev.portico.portal.job.entity;

import org.jspecify.annotations.NullMarked;

/**
 * The administrators' migrations of tickets from one desk to another: mapping, dry run, progress, stop and again. A portion
 * of tickets is moved in a transaction of the tenant that they leave, which holds them; within it, what arrives is stored in
 * a transaction of the other tenant. Whatever is interrupted between the two is found by the ticket's origin the next
 * time, so a ticket arrives once. Serves C4.
 */
@NullMarked
package dev.portico.portal.migration.boundary;

import org.jspecify.annotations.NullMarked;

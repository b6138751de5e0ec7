/**
 * A plugin's own tables. Its jar brings the SQL that makes and changes them, {@code db/expand/V1__notes.sql} and
 * {@code db/contract/V2__old_notes.sql}; its manifest asks for the capability {@code own-tables}.
 *
 * <p>Each table has a column {@code tenant_id text}, which is part of the primary key, of every unique key and of every
 * foreign key; the portal puts forced row-level security before it. What else a schema may hold is indexes, types and
 * views made {@code with (security_invoker = true)}. Identity columns number rows; there is no code in the database.
 *
 * <p>Before a new version takes the place of the old, what is new of {@code db/expand} runs, all of it in one transaction
 * or none, over the rows of all tenants. The old version goes on with what comes of it, and may come back: so an expansion
 * only adds, and gives what it adds a default. What the old version alone has needed goes by {@code db/contract}, which
 * runs when it cannot come back any more. An expansion never relies on a contraction. A file that has run is never changed
 * and never removed. While migrations run, whoever works with the tables waits: keep them short.
 *
 * <p>The plugin's code works with its tables through {@link dev.portico.plugin.TenantView#tables()}. Serves J1, J3.
 */
@NullMarked
package dev.portico.plugin.table;

import org.jspecify.annotations.NullMarked;

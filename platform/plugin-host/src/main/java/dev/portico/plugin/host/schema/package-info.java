/**
 * The schema of a plugin's own tables. Migrations run as a role that can touch this schema alone, all of them or none, and
 * no table stays that is not behind the wall between tenants. Plain JDBC, on a connection of the database's owner that the
 * caller gives; no class of the plugin is loaded. Serves J1, J3.
 */
@NullMarked
package dev.portico.plugin.host.schema;

import org.jspecify.annotations.NullMarked;

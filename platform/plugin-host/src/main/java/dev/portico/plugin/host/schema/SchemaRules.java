package dev.portico.plugin.host.schema;

import dev.portico.plugin.host.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plugin's schema may hold: tables that carry the tenant in each key and reference, their indexes, types, and views
 * that read with the rights of whoever asks. No code: what runs in the database would run with other rights than the
 * plugin's, and around the wall between tenants.
 */
final class SchemaRules {
    private static final String FIND_TABLES_WITHOUT_TENANT = """
            select c.relname, '' from pg_catalog.pg_class c
            where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p') and not exists (
                select from pg_catalog.pg_attribute a
                join pg_catalog.pg_index i on i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)
                where a.attrelid = c.oid and a.attname = 'tenant_id' and a.atttypid = 'pg_catalog.text'::regtype
                and a.attnotnull and a.attgenerated = '')
            """;
    private static final String FIND_KEYS_WITHOUT_TENANT = """
            select c.relname, k.relname from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indrelid join pg_catalog.pg_class k on k.oid = i.indexrelid
            where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p') and not i.indisprimary
            and (i.indisunique or i.indisexclusion) and not exists (
                select from pg_catalog.pg_attribute a
                where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (i.indkey))
            """;
    private static final String FIND_REFERENCES_WITHOUT_TENANT = """
            select c.relname, k.conname from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            where c.relnamespace = ?::regnamespace and k.contype = 'f' and not exists (
                select from unnest(k.conkey, k.confkey) pair (here, there)
                join pg_catalog.pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here
                join pg_catalog.pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.there
                where h.attname = 'tenant_id' and t.attname = 'tenant_id')
            """;
    private static final String FIND_VIEWS_OF_OWNERS = """
            select relname, '' from pg_catalog.pg_class where relnamespace = ?::regnamespace and relkind = 'v'
            and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1']
            """;
    private static final String FIND_OTHERS = """
            select c.relname, case c.relkind when 'm' then 'materialized' when 'f' then 'foreign' else 'sequence' end
            from pg_catalog.pg_class c where c.relnamespace = ?::regnamespace and (c.relkind in ('m', 'f')
                or c.relkind = 'S' and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'i'))
            union all
            select proname, 'function' from pg_catalog.pg_proc where pronamespace = ?::regnamespace
            union all
            select t.tgname, 'trigger' from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
            where c.relnamespace = ?::regnamespace and not t.tgisinternal
            union all
            select r.rulename, 'rule' from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
            where c.relnamespace = ?::regnamespace and r.rulename <> '_RETURN'
            union all
            select p.polname, 'policy' from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
            where c.relnamespace = ?::regnamespace and p.polname <> 'tenant_wall'
            """;

    private final Connection owner;
    private final String schema;
    private final String migration;
    private final List<Problem> problems = new ArrayList<>();

    private SchemaRules(Connection owner, String schema, String migration) {
        this.owner = owner;
        this.schema = schema;
        this.migration = migration;
    }

    /** @param migration that has just run, and is to blame */
    static List<Problem> check(Connection owner, String schema, String migration) throws SQLException {
        var rules = new SchemaRules(owner, schema, migration);
        rules.refuse(FIND_TABLES_WITHOUT_TENANT, "plugin.problem.table-without-tenant");
        rules.refuse(FIND_KEYS_WITHOUT_TENANT, "plugin.problem.key-without-tenant");
        rules.refuse(FIND_REFERENCES_WITHOUT_TENANT, "plugin.problem.reference-without-tenant");
        rules.refuse(FIND_VIEWS_OF_OWNERS, "plugin.problem.view-of-owner");
        rules.refuse(FIND_OTHERS, "plugin.problem.not-in-schema");
        return List.copyOf(rules.problems);
    }

    private void refuse(String query, String key) throws SQLException {
        try (var statement = owner.prepareStatement(query)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, schema);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    problems.add(Problem.of(key, migration + ": " + rows.getString(1), "value", rows.getString(2)));
                }
            }
        }
    }
}

package dev.portico.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the database itself refuses, whatever the application does. */
@ExtendWith(PortalStackExtension.class)
class CatalogueIT {
    private static final String TENANT_TABLES = "select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid"
            + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
            + " and a.attname = 'tenant_id' and not a.attisdropped";

    /** Rows in every table of a tenant's content, in two tenants. */
    @BeforeAll
    static void fill(PortalStack stack) throws SQLException {
        for (var account : List.of("harmony acme-en", "bmc initech-en")) {
            var names = account.split(" ");
            var api = stack.api(names[0], names[1]);
            var number = Cases.number(Cases.file(api, "Behind the wall"));
            var comment = Json.createObjectBuilder().add("text", "Mine").build();
            Cases.created(api.post("/tickets/" + number + "/comments", comment));
            Cases.created(api.upload(
                    "/tickets/" + number + "/attachments", "a.txt", "mine".getBytes(StandardCharsets.UTF_8)));
        }
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("insert into organization_option (tenant_id, organization_id, plugin_id, list, id, label)"
                    + " values ('harmony', 'acme', 'test', 'list', 'mine', 'Mine'),"
                    + " ('bmc', 'initech', 'test', 'list', 'mine', 'Mine') on conflict do nothing");
            work.execute("insert into business_calendar (tenant_id, zone, hours) values"
                    + " ('harmony', 'UTC', '{\"monday\": [\"09:00-17:00\"]}'),"
                    + " ('bmc', 'UTC', '{\"monday\": [\"09:00-17:00\"]}') on conflict do nothing");
            work.execute("insert into ticket_clock (tenant_id, ticket_number, metric, state, terms, version)"
                    + " select tenant_id, min(number), 'TEST', 'MET', '', 1 from ticket"
                    + " where tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute(
                    "insert into ticket_migration (tenant_id, id, source_type, target_tenant, target_type, mapping,"
                            + " state, total, started_by, created_at, version)"
                            + " select id, 'test', 'none', 'none', 'none', '{}', 'DONE', 0, '', now(), 1 from tenant"
                            + " where id in ('harmony', 'bmc') on conflict do nothing");
            work.execute("insert into ticket_migration_problem (tenant_id, migration_id, ticket_number, code, detail)"
                    + " select tenant_id, 'test', min(number), 'FILE', '' from ticket"
                    + " where tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute("insert into audit_entry (tenant_id, id, happened_at, actor_realm, actor_subject, actor_name,"
                    + " actor_folded, action, object_id, changes, request_id)"
                    + " select id, gen_random_uuid(), now(), '', '', '', '', 'test', 'mine', '[]', '' from tenant");
            work.execute("insert into plugin_settings_version (tenant_id, plugin_id, version, settings, actor_subject,"
                    + " actor_name) select tenant_id, plugin_id, 0, settings, '', '' from tenant_plugin"
                    + " on conflict do nothing");
            work.execute(
                    "insert into plugin_release (tenant_id, digest, plugin_id, version, origin, added_at, added_by)"
                            + " select id, repeat('0', 64), 'test', '1.0.0', 'BUNDLED', now(), '' from tenant where not staff"
                            + " on conflict do nothing");
            work.execute("insert into plugin_release_jar (tenant_id, digest, jar)"
                    + " select id, repeat('0', 64), '' from tenant where not staff on conflict do nothing");
            work.execute("insert into plugin_deployment (tenant_id, plugin_id, changed_at, changed_by, version)"
                    + " select id, 'test', now(), '', 1 from tenant where not staff on conflict do nothing");
            work.execute("insert into plugin_node (tenant_id, node, plugin_id, state, seen_at)"
                    + " select id, 'test', 'test', 'RUNNING', now() from tenant where not staff"
                    + " on conflict do nothing");
            work.execute("insert into tenant_logo (tenant_id, sha256, media_type, content)"
                    + " select id, 'mine', 'image/png', '' from tenant on conflict do nothing");
            work.execute("insert into tenant_word (tenant_id, origin, key, language, pattern)"
                    + " select id, 'test', 'mine', 'en', '' from tenant on conflict do nothing");
            work.execute("insert into tenant_plugin (tenant_id, plugin_id, enabled)"
                    + " select id, 'test', false from tenant where not staff on conflict do nothing");
            work.execute(
                    "insert into plugin_feed (tenant_id, plugin_id, feed_id, address, every_ms, basis,"
                            + " next_at) select id, 'test', 'mine', '', 60000, '', 'infinity' from tenant where not staff on conflict do nothing");
            work.execute("insert into plugin_job (tenant_id, plugin_id, job_id, next_at)"
                    + " select id, 'test', 'mine', 'infinity' from tenant where not staff on conflict do nothing");
            work.execute("insert into news (tenant_id, plugin_id, id, happened_at, taken_at, topics, tone, words, link,"
                    + " told_at) select id, 'test', 'mine', now(), now(), '[]', 'NEUTRAL', '{}', '', now() from tenant"
                    + " where not staff on conflict do nothing");
            work.execute("insert into realm_watch (tenant_id, seen_until, next_at)"
                    + " values ('harmony', now(), now()), ('bmc', now(), now()) on conflict do nothing");
            work.execute("insert into issue_notice (tenant_id, ticket_number, plugin_id, news_id, told_at)"
                    + " select tenant_id, min(number), 'test', 'mine', now() from ticket"
                    + " where tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute("insert into subscription (tenant_id, id, plugin_id, kind, email, language, zone, state,"
                    + " confirm_hash, token, created_at, version) select id, 'mine', 'test', 'WEBHOOK', '', 'en', 'UTC',"
                    + " 'ENDED', 'mine', 'mine', now(), 1 from tenant where not staff on conflict do nothing");
            work.execute("insert into webhook_delivery (tenant_id, id, subscription_id, type, body, state, created_at)"
                    + " select id, 'mine', 'mine', 'test', '', 'SENT', now() from tenant where not staff"
                    + " on conflict do nothing");
            // Before every version that somebody publishes.
            work.execute("insert into terms (tenant_id, version, texts, published_at, published_by)"
                    + " select id, 0, '{\"en\": \"\"}', now(), '' from tenant where id in ('harmony', 'bmc')"
                    + " on conflict do nothing");
            work.execute("insert into terms_acceptance (tenant_id, subject, version, accepted_at)"
                    + " select tenant_id, min(subject), 0, now() from account where tenant_id in ('harmony', 'bmc')"
                    + " group by tenant_id on conflict do nothing");
            work.execute(
                    "insert into invitation (tenant_id, id, subject, email, token_hash, created_at, expires_at, version)"
                            + " select tenant_id, 'mine', min(subject), '', 'mine', now(), now(), 1 from account"
                            + " where tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute("insert into registration (tenant_id, id, subject, token_hash, given_name, family_name, email,"
                    + " display_name, display_capitals, display_small, language, zone, return_to, created_at, mailed_at, version)"
                    + " select id, 'mine', 'mine', 'mine', '', '', '', '', '', '', 'en', 'UTC', '', now(), now(), 1"
                    + " from tenant where id in ('harmony', 'bmc') on conflict do nothing");
            work.execute(
                    "insert into account (tenant_id, subject, name, email, language, format_locale, zone, created_at,"
                            + " version) select id, 'mine', 'Mine', '', 'en', 'en', 'UTC', now(), 1 from tenant where not staff"
                            + " on conflict do nothing");
            work.execute("insert into data_request (tenant_id, id, subject, reason, state, asked_at, version)"
                    + " select id, 'mine', 'mine', '', 'CANCELLED', now(), 1 from tenant where not staff"
                    + " on conflict do nothing");
            work.execute("insert into delegation (tenant_id, from_subject, to_subject, until, created_at)"
                    + " select tenant_id, min(subject), 'mine', now(), now() from account where subject <> 'mine'"
                    + " and tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute("insert into participant (tenant_id, ticket_number, subject, part, created_at)"
                    + " select tenant_id, min(number), 'mine', 'NAMED', now() from ticket"
                    + " where tenant_id in ('harmony', 'bmc') group by tenant_id on conflict do nothing");
            work.execute("insert into organization_domain (tenant_id, domain, organization_id)"
                    + " select tenant_id, id || '.mine.example', id from organization on conflict do nothing");
            work.execute("insert into people_import (tenant_id, id, file_name, state, total, started_by, created_at,"
                    + " version) select id, 'test', 'people.csv', 'DONE', 1, 'Sample', now(), 1 from tenant where not staff"
                    + " on conflict do nothing");
            work.execute("insert into people_import_row (tenant_id, import_id, line, outcome, given_name, family_name,"
                    + " email, organization, language, zone, authorized, manager, problems) select id, 'test', 1,"
                    + " 'CREATED', 'Sample', 'Person', 'sample.person@example.org', 'Sample', 'en', 'UTC', true, false,"
                    + " '[]' from tenant where not staff"
                    + " on conflict do nothing");
            work.execute(
                    "insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret,"
                            + " folder, ticket_type, enabled, created_at, version) select id, 'mine', 'Mine', 'mine', 143, 'TLS',"
                            + " 'PASSWORD', '', '', '', '', false, now(), 1 from tenant where not staff on conflict do nothing");
            work.execute(
                    "insert into received_mail (tenant_id, id, mailbox_id, message_id, body_hash, raw, size, state,"
                            + " next_at, received_at) select id, 'mine', 'mine', 'mine', '', '', 0, 'IGNORED', now(), now()"
                            + " from tenant where not staff on conflict do nothing");
            work.execute("insert into undeliverable_address (tenant_id, address, marked_at, diagnostic)"
                    + " select id, 'mine', now(), '' from tenant where not staff on conflict do nothing");
            work.execute("insert into webhook_attempt (tenant_id, delivery_id, attempt, happened_at, error)"
                    + " select id, 'mine', 1, now(), '' from tenant where not staff on conflict do nothing");
        }
    }

    @Test
    void every_table_is_either_a_tenants_or_known_to_hold_no_content(PortalStack stack) throws SQLException {
        try (var owner = stack.database().owner()) {
            assertThat(strings(
                            owner,
                            "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                    + " and relkind in ('r', 'p', 'v', 'm', 'f') and oid not in (" + TENANT_TABLES + ")"
                                    + " and relname not like 'pg\\_stat\\_statements%'"))
                    .containsExactlyInAnyOrder(
                            "tenant",
                            "publisher_key",
                            "outgoing_origin",
                            "flyway_schema_history",
                            "demo_history",
                            "plugin_migration");
            assertThat(tenantTables(owner))
                    .contains(
                            "account",
                            "attachment",
                            "audit_entry",
                            "business_calendar",
                            "data_request",
                            "delegation",
                            "draft",
                            "invitation",
                            "mail",
                            "mailbox",
                            "news",
                            "organization",
                            "organization_option",
                            "participant",
                            "organization_domain",
                            "people_import",
                            "people_import_row",
                            "plugin_deployment",
                            "plugin_node",
                            "plugin_release",
                            "plugin_release_jar",
                            "plugin_settings_version",
                            "received_mail",
                            "registration",
                            "subscription",
                            "ticket",
                            "tenant_logo",
                            "tenant_word",
                            "terms",
                            "terms_acceptance",
                            "ticket_clock",
                            "ticket_migration",
                            "ticket_migration_problem",
                            "undeliverable_address",
                            "webhook_attempt",
                            "webhook_delivery");
        }
    }

    @Test
    void every_tenant_table_has_forced_row_level_security(PortalStack stack) throws SQLException {
        try (var owner = stack.database().owner()) {
            assertThat(strings(
                            owner,
                            "select relname from pg_class where oid in (" + TENANT_TABLES + ")"
                                    + " and not (relrowsecurity and relforcerowsecurity)"))
                    .isEmpty();
            assertThat(strings(
                            owner,
                            "select relname from pg_class c where oid in (" + TENANT_TABLES + ") and 1 <>"
                                    + " (select count(*) from pg_policy p where p.polrelid = c.oid and p.polpermissive"
                                    + " and p.polcmd = '*' and p.polroles = '{0}'"
                                    + " and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = NULLIF(current_setting("
                                    + "''app.tenant''::text, true), ''''::text))')"))
                    .as("one policy for everybody and everything, by the tenant set")
                    .isEmpty();
        }
    }

    @Test
    void every_key_and_reference_of_a_tenant_table_carries_the_tenant(PortalStack stack) throws SQLException {
        try (var owner = stack.database().owner()) {
            var keys =
                    "select conrelid::regclass || ' ' || conname from pg_constraint k where contype in ('p', 'u', 'f')"
                            + " and conrelid in (" + TENANT_TABLES + ")";
            assertThat(strings(owner, keys)).hasSizeGreaterThan(15);
            assertThat(strings(
                            owner,
                            keys + " and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid"
                                    + " and a.attnum = any(k.conkey) and a.attname = 'tenant_id')"))
                    .isEmpty();
            assertThat(
                            strings(
                                    owner,
                                    keys + " and contype = 'f' and confrelid in (" + TENANT_TABLES + ")"
                                            + " and not exists (select 1 from pg_attribute a where a.attrelid = k.confrelid"
                                            + " and a.attname = 'tenant_id' and a.attnum = k.confkey[array_position(k.conkey, (select"
                                            + " o.attnum from pg_attribute o where o.attrelid = k.conrelid and o.attname = 'tenant_id'))])"))
                    .as("references that could point into another tenant")
                    .isEmpty();
            assertThat(
                            strings(
                                    owner,
                                    "select indexrelid::regclass::text from pg_index i where indisunique"
                                            + " and indrelid in (" + TENANT_TABLES
                                            + ") and not exists (select 1 from pg_attribute a"
                                            + " where a.attrelid = i.indrelid and a.attname = 'tenant_id' and a.attnum = any(i.indkey))"))
                    .as("unique indexes that could be probed")
                    .isEmpty();
        }
    }

    @Test
    void the_portals_role_owns_nothing_and_is_above_no_wall(PortalStack stack) throws SQLException {
        try (var owner = stack.database().owner()) {
            var role = stack.database().portalRole().name();
            assertThat(
                            strings(
                                    owner,
                                    "select rolname from pg_roles where rolname = '" + role + "' and not rolsuper"
                                            + " and not rolbypassrls and not rolcreaterole and not rolcreatedb and not rolreplication"))
                    .containsExactly(role);
            assertThat(strings(
                            owner,
                            "select roleid::regrole::text from pg_auth_members where member = '" + role + "'::regrole"))
                    .as("taken on for a plugin's work with its own tables, and never by itself")
                    .containsExactly("portico_plugin");
            assertThat(strings(owner, "select rolname from pg_roles where rolname = '" + role + "' and rolinherit"))
                    .isEmpty();
            assertThat(strings(
                            owner,
                            "select oid::regclass::text from pg_class where relowner = '" + role + "'::regrole"
                                    + " union select oid::regprocedure::text from pg_proc where proowner = '" + role
                                    + "'::regrole"
                                    + " union select nspname from pg_namespace where nspowner = '" + role
                                    + "'::regrole"))
                    .isEmpty();
        }
    }

    @Test
    void the_portals_role_may_do_no_more_than_it_has_to(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal()) {
            assertThat(
                            strings(
                                    portal,
                                    "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                            + " and relkind in ('r', 'p') and (has_table_privilege(oid, 'truncate')"
                                            + " or has_table_privilege(oid, 'trigger') or has_table_privilege(oid, 'references'))"))
                    .isEmpty();
            assertThat(strings(
                            portal,
                            "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                    + " and relkind in ('r', 'p') and (has_table_privilege(oid, 'insert')"
                                    + " or has_table_privilege(oid, 'update') or has_table_privilege(oid, 'delete'))"
                                    + " and oid not in (" + TENANT_TABLES + ")"))
                    .containsExactlyInAnyOrder("publisher_key", "outgoing_origin");
            assertThat(
                            strings(
                                    portal,
                                    "select relname from pg_class where relkind = 'S'"
                                            + " and relnamespace = 'public'::regnamespace"
                                            + " and (has_sequence_privilege(oid, 'select') or has_sequence_privilege(oid, 'usage'))"))
                    .as("sequences tell how many tickets a tenant has")
                    .isEmpty();
            assertThat(has(portal, "select has_schema_privilege('public', 'create')"))
                    .isFalse();
            assertThat(has(portal, "select has_table_privilege('flyway_schema_history', 'select')"))
                    .isFalse();
        }
    }

    @Test
    void functions_above_the_wall_answer_for_the_current_tenant_alone(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal()) {
            assertThat(
                            strings(
                                    portal,
                                    "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                                            + " and prorettype <> 'trigger'::regtype and has_function_privilege(oid, 'execute')"))
                    .containsExactly("next_ticket_number");
            assertThat(strings(
                            portal,
                            "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                                    + " and not coalesce(array_to_string(proconfig, ','), '') like '%search_path=%'"))
                    .as("such functions must not look names up on the caller's path")
                    .isEmpty();
            assertThatThrownBy(() -> strings(portal, "select next_ticket_number()::text"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void without_a_tenant_no_row_of_any_tenant_is_seen(PortalStack stack) throws SQLException {
        for (var tenant : List.of("harmony", "bmc")) {
            try (var all = stack.database().superuser();
                    var portal = stack.database().portal()) {
                for (var table : tenantTables(all)) {
                    if (!table.equals("draft")) {
                        assertThat(count(all, table + " where tenant_id = '" + tenant + "'"))
                                .as(table + " of " + tenant)
                                .isPositive();
                    }
                    assertThat(count(portal, table)).as(table).isZero();
                }
                portal.createStatement().execute("select set_config('app.tenant', '', false)");
                for (var table : tenantTables(all)) {
                    assertThat(count(portal, table))
                            .as(table + " with an empty tenant")
                            .isZero();
                }
            }
        }
    }

    @Test
    void with_one_tenant_set_no_row_of_another_is_seen_changed_or_deleted(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var portal = stack.database().portal();
                var work = portal.createStatement()) {
            portal.setAutoCommit(false);
            work.execute("select set_config('app.tenant', 'bmc', true)");
            for (var table : tenantTables(all)) {
                assertThat(count(portal, table)).isEqualTo(count(portal, table + " where tenant_id = 'bmc'"));
                if (may(portal, "update", table)) {
                    assertThat(work.executeUpdate(
                                    "update " + table + " set tenant_id = tenant_id where tenant_id = 'harmony'"))
                            .as("changed in " + table)
                            .isZero();
                }
                if (may(portal, "delete", table)) {
                    assertThat(work.executeUpdate("delete from " + table + " where tenant_id = 'harmony'"))
                            .as("deleted from " + table)
                            .isZero();
                }
            }
            portal.rollback();
        }
    }

    @Test
    void what_is_kept_for_good_is_only_added_to(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var portal = stack.database().portal();
                var owner = stack.database().owner();
                var work = owner.createStatement()) {
            assertThat(tenantTables(all).stream().filter(table -> !may(portal, "update", table)))
                    .containsExactlyInAnyOrder(
                            "audit_entry",
                            "plugin_release",
                            "plugin_release_jar",
                            "plugin_settings_version",
                            "tenant_logo",
                            "terms",
                            "terms_acceptance");
            assertThat(tenantTables(all).stream().filter(table -> !may(portal, "delete", table)))
                    .containsExactlyInAnyOrder("audit_entry", "terms", "terms_acceptance");
            for (var change :
                    List.of("delete from audit_entry", "update audit_entry set action = ''", "truncate audit_entry")) {
                assertThatThrownBy(() -> work.execute(change))
                        .as(change + " by the owner")
                        .hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void whose_signatures_count_is_changed_in_the_staffs_own_work_alone(PortalStack stack) throws SQLException {
        var insert = "insert into publisher_key values ('" + "0".repeat(64) + "', 'Test', '', now(), now(), '', '')";
        try (var portal = stack.database().portal();
                var work = portal.createStatement()) {
            portal.setAutoCommit(false);
            for (var tenant : List.of("", "bmc")) {
                work.execute("select set_config('app.tenant', '" + tenant + "', true)");
                assertThatThrownBy(() -> work.execute(insert)).hasMessageContaining("row-level security");
                portal.rollback();
            }
            work.execute("select set_config('app.tenant', 'staff', true)");
            work.execute(insert);
            work.execute("select set_config('app.tenant', 'bmc', true)");
            assertThat(count(portal, "publisher_key")).as("read by everybody").isPositive();
            assertThat(work.executeUpdate("delete from publisher_key")).isZero();
            work.execute("select set_config('app.tenant', 'staff', true)");
            assertThat(work.executeUpdate("delete from publisher_key where sha256 = '" + "0".repeat(64) + "'"))
                    .isOne();
            portal.rollback();
        }
    }

    @Test
    void an_entry_of_the_directory_is_changed_in_its_own_tenants_work_alone(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal();
                var work = portal.createStatement()) {
            portal.setAutoCommit(false);
            for (var tenant : List.of("", "bmc")) {
                work.execute("select set_config('app.tenant', '" + tenant + "', true)");
                assertThat(work.executeUpdate("update tenant set brand = '#000000' where id = 'harmony'"))
                        .as("by work for " + tenant)
                        .isZero();
            }
            assertThat(work.executeUpdate("update tenant set brand = '#000000'"))
                    .as("of bmc's own")
                    .isOne();
            assertThat(count(portal, "tenant")).as("read by everybody").isGreaterThan(2);
            portal.rollback();
            for (var change : List.of(
                    "update tenant set id = 'other'",
                    "update tenant set staff = true",
                    "update tenant set self_registration = true",
                    "update tenant set company_domains = true",
                    "delete from tenant")) {
                work.execute("select set_config('app.tenant', 'bmc', true)");
                assertThatThrownBy(() -> work.execute(change)).hasMessageContaining("permission denied");
                portal.rollback();
            }
        }
    }

    @Test
    void no_row_is_made_for_or_moved_to_another_tenant(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var portal = stack.database().portal();
                var work = portal.createStatement()) {
            for (var table : tenantTables(all)) {
                portal.setAutoCommit(false);
                work.execute("select set_config('app.tenant', 'bmc', true)");
                assertThatThrownBy(() -> work.execute("insert into " + table + " (tenant_id) values ('harmony')"))
                        .as("insert into " + table)
                        .hasMessageContaining("row-level security");
                portal.rollback();
                if (!table.equals("draft") && may(portal, "update", table)) {
                    work.execute("select set_config('app.tenant', 'bmc', true)");
                    assertThatThrownBy(() -> work.execute("update " + table + " set tenant_id = 'harmony'"))
                            .as("update of " + table)
                            .hasMessageContaining("row-level security");
                    portal.rollback();
                }
            }
        }
    }

    @Test
    void the_tenant_of_a_transaction_ends_with_it(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal();
                var work = portal.createStatement()) {
            portal.setAutoCommit(false);
            work.execute("select set_config('app.tenant', 'bmc', true)");
            assertThat(count(portal, "ticket")).isPositive();
            portal.commit();
            assertThat(count(portal, "ticket")).isZero();
            portal.rollback();
        }
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        return strings(
                connection, "select relname from pg_class where oid in (" + TENANT_TABLES + ") order by relname");
    }

    private static long count(Connection connection, String from) throws SQLException {
        return Long.parseLong(
                strings(connection, "select count(*)::text from " + from).get(0));
    }

    private static boolean has(Connection connection, String query) throws SQLException {
        return strings(connection, query).get(0).equals("t");
    }

    private static boolean may(Connection connection, String privilege, String table) {
        try {
            return has(connection, "select has_table_privilege('" + table + "', '" + privilege + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** A backup under load, restored into an empty stack: what was there is there, nothing else, and nobody is mailed again. */
@ExtendWith(StageExtension.class)
class RestoreIT {
    private static final int GAP = 1_000;
    private static final Path BACKUPS = Path.of("target", "backups").toAbsolutePath();
    private static final String REMOVED = "zzremovedmeanwhile";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Stage stage;
    private static Path backup;
    private static List<Load.Filed> before;
    private static List<Load.Filed> all;
    private static String schemaThen;
    private static String schemaNow;
    private static Rows then;
    private static Rows now;
    private static Rows accountsThen;
    private static Rows accountsNow;

    @BeforeAll
    static void backUpUnderLoadAndRestore(Stage opened) throws SQLException, IOException {
        stage = opened;
        Assumptions.assumeTrue(
                stage.postgres().isPresent(),
                "No PostgreSQL with pg_dump is installed, and only root on Debian may install one.");
        Folders.delete(BACKUPS);
        stage.portal(Map.of());
        fileWithMail();
        backUpUnderLoad();
        sendWhatWaited();
        stage.stopPortal();
        stage.replaceStack(RestoreIT::restore);
        stage.portal(Map.of("PORTICO_JAVA_OPTIONS", Stage.QUICK));
    }

    private static void fileWithMail() {
        stage.customer("acme-en").file("Before the load");
        awaitMails("Before the load");
        stage.stack().stopSmtp();
    }

    private static void backUpUnderLoad() throws SQLException, IOException {
        var scripts = scripts();
        try (var load = new Load(List.of(stage.customer("acme-es"), stage.customer("globex-en")))) {
            load.goOn(4);
            before = load.filed();
            removeADraftMeanwhile(scripts);
            var outcome = scripts.backup(BACKUPS);
            assertThat(outcome.code()).as(outcome.output()).isZero();
            backup = Path.of(outcome.output().strip());
            load.goOn(4);
            load.close();
            all = load.filed();
        }
        schemaThen = schema(scripts());
        then = Rows.of(scripts().print("pg_restore", "--data-only", "--file=-", backup("portico.dump")));
        accountsThen = Rows.of(scripts().print("pg_restore", "--data-only", "--file=-", backup("keycloak.dump")));
    }

    private static void removeADraftMeanwhile(Scripts scripts) throws SQLException, IOException {
        var file = stage.attachments().resolve("harmony").resolve("zz").resolve(REMOVED);
        Folders.create(file.getParent());
        Files.writeString(file, "draft");
        execute("insert into attachment (tenant_id, id, owner_subject, draft_form, name, media_type, size, sha256,"
                + " created_at, uploader_name) values ('harmony', '" + REMOVED + "', 'somebody', 'new', 'draft.txt',"
                + " 'text/plain', 5, '" + sha256("draft".getBytes(StandardCharsets.UTF_8)) + "', now(), 'Somebody')");
        scripts.afterDumps("delete from attachment where id = '" + REMOVED + "'", file);
    }

    /** What the backup saw waiting goes out: sent again, it would be sent twice. */
    private static void sendWhatWaited() throws SQLException {
        stage.stack().startSmtp();
        execute("update mail set next_attempt_at = now() where state = 'QUEUED'");
        assertThat(Waiting.until(() -> count("select count(*) from mail where state <> 'SENT'") == 0, PATIENCE))
                .isTrue();
    }

    private static void restore(Stage empty) {
        var outcome = scripts().restore(backup);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        schemaNow = schema(scripts());
        now = data("portico");
        accountsNow = data("keycloak");
        empty.stack().clearMails();
    }

    @Test
    void every_row_is_the_backups() {
        var expected = then.without("sequences")
                .with("attachment", row -> row.get("id").equals(REMOVED) ? Map.of() : row)
                .with("mail", RestoreIT::keptAside);
        assertThat(now.without("sequences")).isEqualTo(expected);
        assertThat(now.table("ticket")).isNotEmpty();
        assertThat(now.table("ticket_entry")).isNotEmpty();
    }

    private static Map<String, String> keptAside(Map<String, String> row) {
        if (row.get("state").equals("QUEUED")) {
            row.put("state", "DEAD");
            row.put("next_attempt_at", "\\N");
            row.put(
                    "last_error",
                    "Kept aside by a restore of " + backup.getFileName()
                            + ": it may have been sent since. / Apartado al restaurar " + backup.getFileName()
                            + ": puede que se haya enviado desde entonces.");
        }
        return row;
    }

    @Test
    void what_a_customer_was_told_before_the_backup_is_in_it_and_what_came_after_is_not() {
        var numbers = now.values("ticket", "number");
        assertThat(numbers)
                .containsAll(before.stream()
                        .map(filed -> Long.toString(filed.number()))
                        .toList());
        assertThat(numbers).doesNotContain(Long.toString(all.get(all.size() - 1).number()));
        assertThat(now.values("attachment", "id"))
                .containsAll(before.stream().map(Load.Filed::attachment).toList())
                .doesNotContain(REMOVED);
    }

    @Test
    void the_schema_is_the_same_with_its_owner_its_grants_and_its_walls() throws SQLException {
        assertThat(schemaNow).isEqualTo(schemaThen).contains("FORCE ROW LEVEL SECURITY", "CREATE POLICY tenant_wall");
        try (var portal = connect(
                        stage.stack().portalRole().name(),
                        stage.stack().portalRole().password());
                var work = portal.createStatement()) {
            try (var rows = work.executeQuery("select count(*) from ticket")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
            assertThat(catchThrowable(() -> work.execute("alter table ticket disable row level security")))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void accounts_are_the_same_but_nobody_is_logged_in() {
        var sessions = new String[] {"offline_user_session", "offline_client_session"};
        assertThat(accountsNow.without(sessions)).isEqualTo(accountsThen.without(sessions));
        assertThat(accountsThen.table(sessions[0])).isNotEmpty();
        assertThat(accountsNow.table(sessions[0])).isEmpty();
        assertThat(accountsNow.table(sessions[1])).isEmpty();
    }

    @Test
    void a_customer_logs_in_sees_the_case_and_gets_the_file() {
        for (var filed : before) {
            assertThat(filed.customer().attachment(filed.number(), filed.attachment()))
                    .isEqualTo(filed.content());
        }
        var last = before.get(before.size() - 1);
        var page = last.customer().page("/tickets/" + last.number());
        assertThat(page).contains("file.bin").contains("of two lines");
    }

    @Test
    void files_are_those_of_the_rows() throws IOException {
        var expected = now.table("attachment").stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> row.get("sha256")));
        try (var files = Files.walk(stage.attachments())) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var digest = expected.remove(file.getFileName().toString());
                // Files of cases that other tests filed since are not of the backup.
                if (digest != null) {
                    assertThat(sha256(Files.readAllBytes(file))).isEqualTo(digest);
                }
            }
        }
        assertThat(expected).isEmpty();
    }

    @Test
    void nobody_is_mailed_again_and_staff_see_what_was_kept_aside() throws SQLException {
        assertThat(then.values("mail", "state")).contains("QUEUED", "SENT");
        var subject = "After the restore";
        stage.customer("acme-en").file(subject);
        // The outbox goes by the time that a mail waits: those of then would be the first.
        awaitMails(subject);
        assertThat(Waiting.until(() -> count("select count(*) from mail where state = 'QUEUED'") == 0, PATIENCE))
                .isTrue();
        assertThat(stage.stack().mails())
                .extracting(StoredMail::subject)
                .allMatch(text -> text.contains(subject) || text.contains("Numbers go on"));
        assertThat(count("select count(*) from mail where state = 'DEAD'"))
                .isEqualTo(then.values("mail", "state").stream()
                        .filter("QUEUED"::equals)
                        .count());
    }

    @Test
    void numbers_go_on_beyond_all_that_were_ever_given() {
        var number = stage.customer("globex-en").file("Numbers go on");
        var highest = all.stream().mapToLong(Load.Filed::number).max().orElseThrow();
        assertThat(number).isGreaterThan(highest);
        assertThat(now.values("sequences", "value")).allMatch(value -> Long.parseLong(value) > GAP);
    }

    @Test
    void a_place_that_is_not_empty_is_refused() {
        var outcome = scripts().restore(backup);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("Nothing was restored").contains("is not empty");
    }

    @Test
    void a_damaged_backup_is_refused() throws IOException {
        var copy = Folders.create(BACKUPS.resolveSibling("damaged-backup"));
        try (var files = Files.list(backup)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Folders.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var archive = Files.readAllBytes(copy.resolve("attachments.tar"));
        archive[archive.length / 2] ^= 1;
        Files.write(copy.resolve("attachments.tar"), archive);
        var outcome = scripts().restore(copy);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("attachments.tar").contains("The backup is damaged");
    }

    @Test
    void a_file_that_is_lost_or_damaged_is_named_by_the_backup() throws IOException {
        var victims = before.stream().map(RestoreIT::file).limit(2).toList();
        var lost = Files.readAllBytes(victims.get(0));
        var damaged = Files.readAllBytes(victims.get(1));
        Files.delete(victims.get(0));
        Files.write(victims.get(1), new byte[] {1});
        try {
            var outcome = scripts().backup(BACKUPS.resolveSibling("faulty-backups"));
            assertThat(outcome.code()).as(outcome.output()).isEqualTo(2);
            assertThat(outcome.output())
                    .contains(before.get(0).attachment())
                    .contains(before.get(1).attachment());
        } finally {
            Files.write(victims.get(0), lost);
            Files.write(victims.get(1), damaged);
        }
    }

    /** One to the requester and one to the support team. */
    private static void awaitMails(String subject) {
        assertThat(Waiting.until(
                        () -> stage.stack().mails().stream()
                                        .filter(mail -> mail.subject().contains(subject))
                                        .count()
                                >= 2,
                        PATIENCE))
                .isTrue();
    }

    private static Path file(Load.Filed filed) {
        var id = filed.attachment();
        return stage.attachments()
                .resolve("harmony")
                .resolve(id.substring(0, 2))
                .resolve(id);
    }

    private static Scripts scripts() {
        var folder = stage.stack().settings().data().resolve("scripts");
        return new Scripts(stage.stack(), stage.postgres().orElseThrow(), stage.attachments(), folder);
    }

    private static String backup(String file) {
        return backup.resolve(file).toString();
    }

    private static Rows data(String database) {
        return Rows.of(scripts().print("pg_dump", "--data-only", database));
    }

    /** Less what is random in each dump. */
    private static String schema(Scripts scripts) {
        return scripts.print("pg_dump", "--schema-only", "portico")
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(stage.stack().jdbcUrl());
        return source.getConnection(user, password);
    }

    private static Connection connect() throws SQLException {
        var superuser = stage.stack().superuserRole();
        return connect(superuser.name(), superuser.password());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var work = connection.createStatement()) {
            work.execute(sql);
        }
    }

    private static long count(String query) {
        try (var connection = connect();
                var work = connection.createStatement();
                var rows = work.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

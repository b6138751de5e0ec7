package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plugins that mean harm or are badly made, at a portal that goes on serving everybody (J1, J3). What the examination of
 * a jar and the guard do in each case is tested where they are; here is one of each kind, through the whole portal.
 */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class HostilePluginIT {
    private static final Publisher PUBLISHER = Publisher.named("Hostile");
    private static final String ID = "hostile";
    private static final String TENANT = "data-loader";
    private static final String FIRST = "the first version says so";

    /** Whoever evaluates it shows the product, which is nowhere else; braces are garbage to ICU as well. */
    private static final String LABEL =
            "#{7919*6007} ${7919*6007} {{{' \"><img src=x onerror=hostile()><script>hostile()</script>";

    @TempDir
    private Path folder;

    @BeforeAll
    static void pin(PortalStack stack) {
        var admin = new PlatformAdmin(stack);
        admin.enable(PlatformAdmin.ENTRY, TENANT, false);
        admin.pin(PUBLISHER);
    }

    @AfterAll
    static void forget(PortalStack stack) {
        var admin = new PlatformAdmin(stack);
        admin.forget(PUBLISHER);
        admin.enable(PlatformAdmin.ENTRY, TENANT, true);
    }

    @AfterEach
    void remove(PortalStack stack) throws SQLException {
        new PlatformAdmin(stack).remove(ID, TENANT);
        ready(stack);
    }

    private static void ready(PortalStack stack) {
        assertThat(stack.anonymous().get("/health/ready").status()).isEqualTo(200);
        assertThat(stack.api("harmony", "acme-en").get("/ticket-types").status())
                .isEqualTo(200);
    }

    @Test
    void what_is_refused_is_refused_with_its_reasons_before_anything_is_written(PortalStack stack) throws Exception {
        var admin = new PlatformAdmin(stack);
        admin.run(ID, first(), "");
        var written = written(stack);
        assertThat(written).as("copies of plugins").anyMatch(file -> String.valueOf(file)
                .contains("portico-plugins"));
        for (var refused : refused().entrySet()) {
            var reasons = refused.getKey();
            assertThat(problems(admin.upload("en", refused.getValue()))).contains(reasons.english());
            assertThat(problems(admin.upload("es", refused.getValue()))).contains(reasons.spanish());
        }
        assertThat(written(stack)).isEqualTo(written);
    }

    private record Reasons(List<String> english, List<String> spanish) {
        Reasons(String english, String spanish) {
            this(List.of(english), List.of(spanish));
        }
    }

    private Map<Reasons, byte[]> refused() throws IOException {
        var refused = new LinkedHashMap<Reasons, byte[]>();
        refused.put(
                new Reasons("was changed after it was signed", "se modificó después de firmarse"), tampered(first()));
        refused.put(
                new Reasons("is no publisher here", "aquí no es un editor conocido"),
                signed(desk(), Publisher.named("Somebody else")));
        refused.put(new Reasons("the jar is not signed", "el jar no está firmado"), unsigned(desk()));
        refused.put(
                new Reasons("as only a bomb does", "como solo lo hace una bomba"),
                unsigned(desk().file("bomb.txt", new byte[15 << 20])));
        var shadow = Files.readAllBytes(Path.of("target", "test-classes")
                .resolve(PlatformAdmin.class.getName().replace('.', '/') + ".class"));
        refused.put(
                new Reasons(
                        List.of(
                                "../escaped.txt: leads out of the folder",
                                "dev/portico/portal/Shadow.class: has the name"),
                        List.of("../escaped.txt: lleva fuera", "dev/portico/portal/Shadow.class: tiene el nombre")),
                unsigned(desk().file("../escaped.txt", "x").file("dev/portico/portal/Shadow.class", shadow)));
        refused.put(
                new Reasons("the file is no jar", "el archivo no es un jar"),
                "no jar at all".getBytes(StandardCharsets.UTF_8));
        refused.put(new Reasons("larger than 32 MiB", "ocupa más de 32 MiB"), new byte[(32 << 20) + 1]);
        refused.put(
                new Reasons("version 0.9.0 is earlier than 1.0.0", "la versión 0.9.0 es anterior a 1.0.0"),
                signed(desk().version("0.9.0"), PUBLISHER));
        refused.put(
                new Reasons("messages: l (en)", "messages: l (es)"),
                signed(desk().version("2.0.0").message("l", "#{7*7} {{{", "#{7*7} {{{"), PUBLISHER));
        return refused;
    }

    private static String problems(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return String.join(
                "\n",
                answer.object().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                        .map(error -> error.getString("detail"))
                        .toList());
    }

    private static byte[] tampered(byte[] jar) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(jar));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
                if (entry.getName().endsWith("plugin.json")) {
                    to.write('\n');
                }
            }
        }
        return out.toByteArray();
    }

    /** Rows, and files that the portal or the server under it keeps for a while. */
    private static List<String> written(PortalStack stack) throws SQLException, IOException {
        var written = new ArrayList<String>();
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery("select digest from plugin_release union all select digest from"
                        + " plugin_release_jar union all select wanted from plugin_deployment order by 1")) {
            while (rows.next()) {
                written.add(rows.getString(1));
            }
        }
        var temporary = stack.own().settings().data().resolve("portal").resolve("tmp");
        written.addAll(names(temporary, "MIME*"));
        try (var copies = Files.newDirectoryStream(temporary, "portico-plugins*")) {
            for (var folder : copies) {
                written.addAll(names(folder, "*"));
            }
        }
        return written;
    }

    private static List<String> names(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(files.spliterator(), false)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void one_that_throws_makes_room_for_the_version_before(PortalStack stack, Accounts accounts) {
        var admin = new PlatformAdmin(stack);
        var customer = customer(stack, accounts);
        var first = running(admin, customer);
        var second = admin.run(ID, second("throw new IllegalStateException(\"no list today\");"), "");

        assertThat(file(customer).getBoolean("urgent")).isFalse();
        var session = Session.login(stack, "staff", "admin");
        assertThat(session.get("/staff/plugins").body()).contains("no list today");
        for (var call = 1; call < 5; call++) {
            assertThat(file(customer).getBoolean("urgent")).isFalse();
        }

        admin.awaitTakenBack(ID, second, first);
        assertReasons(
                admin,
                "UrgencyPolicy fails for data-loader: java.lang.IllegalStateException: no list today",
                "UrgencyPolicy falla para data-loader: java.lang.IllegalStateException: no list today");
        assertThat(session.get("/staff/audit.csv?tenant=staff").body().lines())
                .anySatisfy(line -> assertThat(line).contains("plugin.taken-back", second, "no list today"));
        assertThat(session.get("/staff/plugins/" + ID).body()).contains("no list today");
        assertServesFirst(customer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"never made\");",
                "try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException late) { throw new IllegalStateException(late); }"
            })
    void one_that_cannot_be_made_never_takes_its_place(String constructor, PortalStack stack, Accounts accounts) {
        var admin = new PlatformAdmin(stack);
        var customer = customer(stack, accounts);
        var first = running(admin, customer);
        var second = admin.install(
                second("return Optional.empty(); } public Policy() { " + constructor + " } static {"), "");

        assertServesFirst(customer);
        admin.awaitTakenBack(ID, second, first);
        assertReasons(
                admin,
                "it cannot be started: extension plug.Policy cannot be made",
                "no se puede iniciar: extension plug.Policy cannot be made");
        assertServesFirst(customer);
    }

    @Test
    void one_that_sleeps_keeps_nobody_waiting_but_its_own_customer_and_not_for_long(
            PortalStack stack, Accounts accounts) {
        var admin = new PlatformAdmin(stack);
        var customer = customer(stack, accounts);
        running(admin, customer);
        admin.run(
                ID,
                second("try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException late) {"
                        + " throw new IllegalStateException(late); } return Optional.empty();"),
                "");

        var asleep = CompletableFuture.supplyAsync(() -> file(customer));
        var others = Cases.file(stack.api("harmony", "acme-en"), "Production down beside a plugin that sleeps");
        assertThat(others.getBoolean("urgent")).isTrue();
        assertThat(asleep.join().getBoolean("urgent")).isFalse();
        assertThat(Session.login(stack, "staff", "admin").get("/staff/plugins").body())
                .contains("no answer within 2000 ms");
    }

    @Test
    void one_that_takes_all_memory_is_put_aside_and_gives_it_back(PortalStack stack, Accounts accounts) {
        var admin = new PlatformAdmin(stack);
        var customer = customer(stack, accounts);
        var first = running(admin, customer);
        var second = admin.run(
                ID, second("var all = new ArrayList<long[]>(); while (true) { all.add(new long[1 << 21]); }"), "");

        // Whoever asks for memory at that moment may find none, this request among them.
        customer.post("/tickets", submission());

        admin.awaitTakenBack(ID, second, first);
        assertReasons(
                admin,
                "UrgencyPolicy fails for data-loader: it asked for more memory than there is",
                "UrgencyPolicy falla para data-loader");
        assertServesFirst(customer);
    }

    @Test
    void one_that_fails_in_the_middle_of_a_migration_leaves_the_data_as_it_was(PortalStack stack, Accounts accounts)
            throws SQLException {
        var admin = new PlatformAdmin(stack);
        var customer = customer(stack, accounts);
        var first = admin.run(ID, signed(owner(), PUBLISHER), "own-tables");
        admin.enable(ID, TENANT, true);
        var second = admin.install(
                signed(
                        owner().version("2.0.0")
                                .file(
                                        "db/expand/V2__broken.sql",
                                        "alter table note add colour text; insert into nowhere values (1)"),
                        PUBLISHER),
                "own-tables");

        admin.awaitTakenBack(ID, second, first);
        assertReasons(
                admin,
                "V2__broken.sql: cannot run, so nothing was changed: relation \\\"nowhere\\\" does not exist",
                "V2__broken.sql: no se puede ejecutar");
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var row = work.executeQuery("select string_agg(column_name, ' ' order by column_name) from"
                        + " information_schema.columns where table_schema = 'plugin_" + ID + "'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("id tenant_id text");
        }
        assertServesFirst(customer);
    }

    private static TestPlugin owner() {
        return desk().patch(patch -> patch.add(
                        "/capabilities",
                        Json.createArrayBuilder().add("own-tables").build()))
                .file(
                        "db/expand/V1__notes.sql",
                        "create table note (tenant_id text, id int, text text, primary key (tenant_id, id))");
    }

    @Test
    void whatever_its_labels_say_is_shown_as_text(PortalStack stack, Accounts accounts) {
        var admin = new PlatformAdmin(stack);
        var digest = admin.run(ID, signed(labelled(), PUBLISHER), "");
        admin.enable(ID, TENANT, true);
        var account = accounts.create(TENANT, "es");
        var customer = stack.api(TENANT, account.name());
        var number = Cases.number(file(customer));

        var shown = pages(stack, account.name(), number, digest);
        assertThat(shown).allSatisfy((path, page) -> assertThat(page)
                .as(path)
                .contains("#{7919*6007} ${7919*6007} {{{", "&lt;script&gt;hostile()")
                .doesNotContain("47569433", "<script>hostile", "<img src=x"));

        var incomplete = Json.createObjectBuilder().add("type", "case").build();
        assertThat(customer.post("/tickets", incomplete).status()).isEqualTo(422);
        assertThat(customer.get("/ticket-types").require(200).body()).contains("#{7919*6007}");
        var mail = stack.mails().waitFor(account.name() + "@acme.example", any -> true);
        assertThat(mail.subject()).contains("#{7919*6007}", "Bcc:").doesNotContain("47569433");
        assertThat(mail.recipients()).containsExactly(account.name() + "@acme.example");
        assertThat(mail.html()).contains("#{7919*6007}").doesNotContain("47569433", "<script>hostile", "<img src=x");
    }

    private static TestPlugin labelled() {
        var hostile = desk().patch(patch -> patch.replace("/provider", LABEL)
                .replace("/license", LABEL)
                .replace("/settings/0/default/0/labels/en", LABEL));
        var quoted = LABEL.replace("'", "''").replaceAll("[{}]+", "'$0'");
        Pattern.compile("^(\\S+) = ", Pattern.MULTILINE)
                .matcher(hostile.text("META-INF/portico/messages_en.properties"))
                .results()
                .map(found -> found.group(1))
                .toList()
                .forEach(key -> hostile.message(key, quoted, quoted));
        var header = quoted + "\\r\\nBcc: victim@x.example";
        return hostile.message("m.subject", header, header);
    }

    private static Map<String, String> pages(PortalStack stack, String account, long number, String digest) {
        var pages = new LinkedHashMap<String, String>();
        visit(
                pages,
                Session.login(stack, TENANT, account),
                "/data-loader",
                "/data-loader/tickets",
                "/data-loader/tickets/new",
                "/data-loader/tickets/" + number);
        visit(
                pages,
                Session.login(stack, "staff", "agent"),
                "/staff/tickets?tenant=data-loader",
                "/staff/data-loader/tickets/" + number);
        visit(
                pages,
                Session.login(stack, "staff", "admin"),
                "/staff/plugins",
                "/staff/plugins/" + ID,
                "/staff/plugins/" + ID + "/releases/" + digest,
                "/staff/data-loader/plugins/" + ID);
        return pages;
    }

    private static void visit(Map<String, String> pages, Session session, String... paths) {
        Stream.of(paths).forEach(path -> {
            var page = session.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            pages.put(path, page.body());
        });
    }

    private static Api customer(PortalStack stack, Accounts accounts) {
        return stack.api(TENANT, accounts.create(TENANT, "en").name());
    }

    /** @return digest of the first version, which serves the customer now */
    private String running(PlatformAdmin admin, Api customer) {
        var digest = admin.run(ID, first(), "");
        admin.enable(ID, TENANT, true);
        assertServesFirst(customer);
        return digest;
    }

    private static void assertServesFirst(Api customer) {
        assertThat(file(customer).getString("urgentBecause")).isEqualTo(FIRST);
    }

    private static void assertReasons(PlatformAdmin admin, String english, String spanish) {
        assertThat(admin.show(ID, "en").getJsonArray("problems").toString()).contains(english);
        assertThat(admin.show(ID, "es").getJsonArray("problems").toString()).contains(spanish);
    }

    private static JsonObject file(Api customer) {
        return Cases.created(customer.post("/tickets", submission())).object();
    }

    private static JsonValue submission() {
        return Json.createObjectBuilder()
                .add("type", "case")
                .add("product", "a")
                .add("subject", "Something")
                .add("description", "What happens, and since when.")
                .build();
    }

    private static TestPlugin desk() {
        return new TestPlugin().id(ID).version("1.0.0").policy("return Optional.of(new Urgency(\"" + FIRST + "\"));");
    }

    private byte[] first() {
        return signed(desk(), PUBLISHER);
    }

    private byte[] second(String assess) {
        return signed(desk().version("2.0.0").policy(assess), PUBLISHER);
    }

    private byte[] unsigned(TestPlugin plugin) throws IOException {
        return Files.readAllBytes(plugin.writeTo(Files.createTempFile(folder, "plugin", ".jar")));
    }

    private byte[] signed(TestPlugin plugin, Publisher publisher) {
        try {
            return Files.readAllBytes(publisher.sign(plugin.writeTo(Files.createTempFile(folder, "plugin", ".jar"))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

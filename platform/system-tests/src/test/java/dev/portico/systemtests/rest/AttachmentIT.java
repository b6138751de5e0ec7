package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class AttachmentIT {
    private static final int LIMIT = 26_214_400;

    private Api api;
    private String attachments;

    @BeforeEach
    void file(PortalStack stack) {
        api = stack.api("harmony", "acme-en");
        attachments = "/tickets/" + Cases.number(Cases.file(api, "Files")) + "/attachments";
    }

    @Test
    void a_file_comes_back_as_it_was_sent() {
        var content = new byte[300_000];
        new Random(7).nextBytes(content);
        var answer = Cases.created(api.upload(attachments, "dump.bin", content));
        var location = answer.header("Location").map(URI::create).orElseThrow();
        assertThat(location.getPath())
                .isEqualTo(
                        "/harmony/api/v1" + attachments + "/" + answer.object().getString("id"));
        assertThat(answer.object().getInt("size")).isEqualTo(content.length);
        var file = api.at(location.toString()).get("");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.bytes()).isEqualTo(content);
    }

    @Test
    void a_page_with_a_script_is_only_ever_saved() {
        var html = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var id = Cases.created(api.upload(attachments, "page.html", html))
                .object()
                .getString("id");
        var file = api.get(attachments + "/" + id);
        assertThat(file.header("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("page.html"));
        assertThat(file.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.header("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("default-src 'none'"));
        assertThat(file.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).containsAnyOf("private", "no-store"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\\\temp\\\\report.txt|report.txt",
                "..|file",
                "informe año.txt|informe año.txt",
                "x.txt\u202Etxt.exe.|*",
                "a;b=c.txt|a;b=c.txt",
                "<img src=x onerror=alert(1)>.txt|<img src=x onerror=alert(1)>.txt"
            })
    void a_hostile_name_harms_nobody(String name, String kept) {
        var answer = api.upload(attachments, name, "text".getBytes(StandardCharsets.UTF_8));
        if (kept.equals("*")) {
            assertThat(answer.status()).isIn(201, 422);
            return;
        }
        var file = Cases.created(answer).object();
        assertThat(file.getString("name")).isEqualTo(kept);
        var disposition = api.get(attachments + "/" + file.getString("id"))
                .header("Content-Disposition")
                .orElseThrow();
        assertThat(disposition).startsWith("attachment").doesNotContain("\r", "\n", "../");
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_nothing_of_it_kept() {
        var problem = Problem.of(
                api.with("Accept-Language", "en").upload(attachments, "large.bin", new byte[LIMIT + 1]), 413);
        assertThat(problem.detail()).contains("large.bin");
        assertThat(listed()).isZero();
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(Problem.of(api.upload(attachments, "empty.txt", new byte[0]), 422)
                        .errors())
                .containsOnlyKeys("file");
        assertThat(listed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "run.BAT", "x.pdf.vbs"})
    void what_starts_a_program_is_refused_by_name(String name) {
        refused(api.upload(attachments, name, "text".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_starts_a_program_is_refused_by_content() {
        var elf = new byte[256];
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        elf[16] = 2;
        elf[18] = 62;
        refused(api.upload(attachments, "holiday.png", elf));
    }

    @Test
    void the_files_of_a_ticket_are_counted() {
        for (var i = 0; i < 20; i++) {
            Cases.created(api.upload(attachments, i + ".txt", new byte[] {'x'}));
        }
        assertThat(Problem.of(api.upload(attachments, "more.txt", new byte[] {'x'}), 422)
                        .errors())
                .containsOnlyKeys("file");
        assertThat(listed()).isEqualTo(20);
    }

    private void refused(Answer answer) {
        assertThat(Problem.of(answer, 422).errors()).containsOnlyKeys("file");
        assertThat(listed()).isZero();
    }

    private int listed() {
        JsonObject ticket = api.get(attachments.replace("/attachments", "")).object();
        return ticket.getJsonArray("attachments").size();
    }
}

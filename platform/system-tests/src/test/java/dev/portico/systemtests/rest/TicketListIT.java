package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Api;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class TicketListIT {
    private Api api;

    @BeforeEach
    void logIn(PortalStack stack) {
        api = stack.api("harmony", "acme-en");
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var word = Cases.word();
        var filed = new ArrayList<Long>();
        for (var i = 0; i < 5; i++) {
            filed.add(0, Cases.number(Cases.file(api, "Page " + i + " " + word)));
        }
        var read = new ArrayList<Long>();
        for (var page = 0; page < 3; page++) {
            var list = list("q=" + word + "&size=2&sort=number&page=" + page);
            assertThat(list.getInt("page")).isEqualTo(page);
            assertThat(list.getInt("size")).isEqualTo(2);
            assertThat(list.getInt("total")).isEqualTo(5);
            read.addAll(numbers(list));
        }
        assertThat(read).isEqualTo(filed);
        var beyond = list("q=" + word + "&size=2&page=3");
        assertThat(numbers(beyond)).isEmpty();
        assertThat(beyond.getInt("total")).isEqualTo(5);
    }

    @Test
    void an_item_has_what_a_list_shows() {
        var word = Cases.word();
        var filed = Cases.file(api, word);
        var item = list("q=" + word).getJsonArray("items").getJsonObject(0);
        assertThat(item.keySet())
                .contains(
                        "number",
                        "type",
                        "subject",
                        "status",
                        "statusLabel",
                        "severity",
                        "urgent",
                        "product",
                        "requester",
                        "createdAt",
                        "updatedAt");
        assertThat(item.getInt("number")).isEqualTo(filed.getInt("number"));
        assertThat(item.getString("subject")).isEqualTo(word);
        assertThat(item.getString("requester")).isEqualTo("Grace Miller");
        assertThat(item.getString("createdAt")).isEqualTo(filed.getString("createdAt"));
    }

    @Test
    void lists_sort_by_change_number_and_severity() {
        var word = Cases.word();
        var minor = Cases.number(Cases.file(api, Cases.body(word).add("severity", "3")));
        var grave = Cases.number(Cases.file(api, Cases.body(word).add("severity", "1")));
        var middle = Cases.number(Cases.file(api, Cases.body(word).add("severity", "2")));
        Cases.created(api.post("/tickets/" + minor + "/comments", text("Later")));
        assertThat(numbers(list("q=" + word))).containsExactly(minor, middle, grave);
        assertThat(numbers(list("q=" + word + "&sort=updated"))).containsExactly(minor, middle, grave);
        assertThat(numbers(list("q=" + word + "&sort=number"))).containsExactly(middle, grave, minor);
        assertThat(numbers(list("q=" + word + "&sort=severity"))).containsExactly(grave, middle, minor);
    }

    @Test
    void lists_show_open_closed_or_all_tickets() {
        var word = Cases.word();
        var open = Cases.number(Cases.file(api, word));
        var closed = Cases.number(Cases.file(api, word));
        assertThat(api.post("/tickets/" + closed + "/close").status()).isEqualTo(200);
        assertThat(numbers(list("status=open&q=" + word))).containsExactly(open);
        assertThat(numbers(list("status=closed&q=" + word))).containsExactly(closed);
        assertThat(numbers(list("status=all&q=" + word))).containsExactlyInAnyOrder(open, closed);
    }

    @Test
    void totals_of_the_filters_add_up() {
        Cases.file(api, "One more");
        var all = list("size=1").getInt("total");
        var open = list("size=1&status=open").getInt("total");
        var closed = list("size=1&status=closed").getInt("total");
        assertThat(open).isPositive();
        assertThat(open + closed).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sincronizacion nandu",
                "SINCRONIZACIÓN ÑANDÚ",
                "Sincronizacio\u0301n n\u0303andu\u0301",
                "ción ña"
            })
    void search_passes_over_case_and_accents(String keyword) {
        var word = Cases.word();
        var found = Cases.number(Cases.file(api, "Sincronización Ñandú " + word));
        var matches = list("size=100&sort=number&q=" + encode(keyword));
        assertThat(numbers(matches)).contains(found);
        assertThat(numbers(list("q=" + encode(keyword + " " + word)))).isSubsetOf(found);
    }

    @Test
    void search_takes_wildcards_for_what_they_are() {
        var word = Cases.word();
        var exact = Cases.number(Cases.file(api, word + " 100%_\\ done"));
        Cases.file(api, word + " 100 and then done");
        assertThat(numbers(list("q=" + encode(word + " 100%_\\ d")))).containsExactly(exact);
        assertThat(numbers(list("q=" + encode(word + " 100% done")))).isEmpty();
        assertThat(numbers(list("q=" + encode(word + " 100_")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%27%3B--", "%F0%9F%92%A5", "%5C", "%25", "a", "%EF%BF%BF"})
    void no_keyword_breaks_the_search(String keyword) {
        assertThat(api.get("/tickets?q=" + keyword).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "size,0",
        "size,101",
        "size,-1",
        "size,many",
        "size,1e1",
        "size,99999999999",
        "page,-1",
        "page,x",
        "page,1000001",
        "status,pending",
        "status,OPEN",
        "sort,subject",
        "sort,updated desc"
    })
    void what_no_parameter_can_be_is_named(String parameter, String value) {
        var problem = Problem.of(api.get("/tickets?" + parameter + "=" + encode(value)), 422);
        assertThat(problem.errors()).containsOnlyKeys(parameter);
    }

    @Test
    void every_wrong_parameter_is_named_at_once_in_the_callers_language() {
        var path = "/tickets?size=0&page=x&status=y&sort=z";
        var english =
                Problem.of(api.with("Accept-Language", "en").get(path), 422).errors();
        var spanish =
                Problem.of(api.with("Accept-Language", "es").get(path), 422).errors();
        assertThat(english)
                .containsOnlyKeys("size", "page", "status", "sort")
                .containsEntry("size", "Enter a number from 1 to 100.");
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((field, detail) -> assertThat(spanish).doesNotContainEntry(field, detail));
    }

    @Test
    void labels_follow_the_callers_language() {
        var word = Cases.word();
        Cases.file(api, word);
        var labels = Map.of("en", "Open", "es", "Abierto");
        labels.forEach((language, label) -> assertThat(api.with("Accept-Language", language)
                        .get("/tickets?q=" + word)
                        .object()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("statusLabel"))
                .isEqualTo(label));
    }

    private JsonObject list(String parameters) {
        var answer = api.get("/tickets?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.object();
    }

    private static List<Long> numbers(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(Cases::number)
                .toList();
    }

    private static JsonObject text(String text) {
        return jakarta.json.Json.createObjectBuilder().add("text", text).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

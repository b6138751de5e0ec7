package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Answer;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";

    @Test
    void the_same_request_twice_makes_one_ticket(PortalStack stack) {
        var word = Cases.word();
        var api = stack.api("harmony", "acme-en").with(KEY, UUID.randomUUID().toString());
        var first = Cases.created(api.post("/tickets", Cases.body(word).build()));
        var second = Cases.created(api.post("/tickets", Cases.body(word).build()));
        assertThat(Cases.number(second.object())).isEqualTo(Cases.number(first.object()));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(api.get("/tickets?q=" + word).object().getInt("total")).isEqualTo(1);
        assertThat(mails(stack, word)).isEqualTo(1);
    }

    @Test
    void another_request_under_the_same_key_is_a_conflict(PortalStack stack) {
        var word = Cases.word();
        var api = stack.api("harmony", "acme-en").with(KEY, UUID.randomUUID().toString());
        Cases.file(api, word);
        Problem.of(api.post("/tickets", Cases.body(word).add("severity", "1").build()), 409);
        assertThat(api.get("/tickets?q=" + word).object().getInt("total")).isEqualTo(1);
    }

    @Test
    void two_people_may_use_the_same_key(PortalStack stack) {
        var key = UUID.randomUUID().toString();
        var word = Cases.word();
        var mine = Cases.file(stack.api("harmony", "acme-en").with(KEY, key), word);
        var colleagues = Cases.file(stack.api("harmony", "globex-en").with(KEY, key), word);
        assertThat(Cases.number(mine)).isNotEqualTo(Cases.number(colleagues));
    }

    @Test
    void a_refused_request_does_not_use_up_its_key(PortalStack stack) {
        var api = stack.api("harmony", "acme-en").with(KEY, UUID.randomUUID().toString());
        Problem.of(api.post("/tickets", Cases.body("").build()), 422);
        Cases.file(api, "Now it has a subject");
    }

    @Test
    void eight_at_once_make_one_ticket(PortalStack stack) throws Exception {
        var word = Cases.word();
        var api = stack.api("harmony", "acme-en").with(KEY, UUID.randomUUID().toString());
        assertThat(api.get("/tickets?q=" + word).status()).isEqualTo(200);
        var together = new CyclicBarrier(8);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8)
                    .<Future<Answer>>mapToObj(i -> threads.submit(() -> {
                        together.await();
                        return api.post("/tickets", Cases.body(word).build());
                    }))
                    .toList();
            var first = Cases.number(Cases.created(answers.get(0).get()).object());
            for (var answer : answers) {
                assertThat(Cases.number(Cases.created(answer.get()).object())).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(api.get("/tickets?q=" + word).object().getInt("total")).isEqualTo(1);
        assertThat(mails(stack, word)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "x201"})
    void a_key_that_is_none_is_refused(String key, PortalStack stack) {
        var value = key.equals("x201") ? "x".repeat(201) : key;
        var answer = stack.api("harmony", "acme-en")
                .with(KEY, value)
                .post("/tickets", Cases.body("Key").build());
        assertThat(Problem.of(answer, 422).errors()).containsOnlyKeys(KEY);
    }

    /** Confirmations to the requester, once the last of them has come. */
    private static long mails(PortalStack stack, String word) {
        stack.mails().waitFor("acme-en@acme.example", mail -> mail.subject().contains(word));
        return stack.mails().to("acme-en@acme.example").stream()
                .filter(mail -> mail.subject().contains(word))
                .count();
    }
}

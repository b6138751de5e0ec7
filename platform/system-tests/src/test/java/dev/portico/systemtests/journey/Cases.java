package dev.portico.systemtests.journey;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.mailbox.SentMail;
import dev.portico.testclient.Answer;
import jakarta.json.Json;
import jakarta.mail.MessagingException;

/** Cases that a journey needs but is not about, filed by REST. */
final class Cases {
    private Cases() {}

    /** In the tenant {@code harmony}; its number. */
    static String file(PortalStack stack, Language language, String subject) {
        var answer = stack.api("harmony", language.acme())
                .post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("type", "case")
                                .add("product", "integration-studio")
                                .add("subject", subject)
                                .add("description", "Filed for a journey. **Bold**, `code` and a list:\n\n- one\n- two")
                                .add("severity", "2")
                                .build());
        return number(answer);
    }

    /** From a mail without HTML, whose frame takes no script to be checked with, as the tenant {@code harmony} receives it; its number. */
    static String receive(PortalStack stack, Language language, String subject) throws MessagingException {
        return Long.toString(SentMail.of(language.acmeEmail(), "support@harmony.localhost", subject)
                .with("Cc: " + "along".repeat(20) + "@acme.example")
                .text("Received for a journey.\n\nOn Mon, 3 Nov 2025 at 10:15, Harmony wrote:\n> " + "along".repeat(40))
                .send(stack)
                .fate(stack)
                .ticket());
    }

    static void close(PortalStack stack, Language language, String number) {
        var answer = stack.api("harmony", language.acme()).post("/tickets/" + number + "/close");
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    private static String number(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        var location = answer.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

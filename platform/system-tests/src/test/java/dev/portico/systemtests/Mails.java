package dev.portico.systemtests;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.testclient.Api;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The mails that the stack's sink took. */
public final class Mails {
    private final URI list;

    Mails(String pageUrl) {
        this.list = URI.create(pageUrl + "/api/mails");
    }

    /** Newest first. */
    public List<StoredMail> all() {
        return Api.send(HttpRequest.newBuilder(list).build()).array().getValuesAs(JsonObject.class).stream()
                .map(Mails::mail)
                .toList();
    }

    /** Newest first. */
    public List<StoredMail> to(String recipient) {
        return all().stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .toList();
    }

    /** Fails when no such mail came in time. */
    public StoredMail waitFor(String recipient, Predicate<StoredMail> wanted) {
        var found = new AtomicReference<Optional<StoredMail>>(Optional.empty());
        var came = Waiting.until(
                () -> {
                    found.set(to(recipient).stream().filter(wanted).findFirst());
                    return found.get().isPresent();
                },
                PortalStack.patience());
        if (!came) {
            throw new AssertionError("No such mail to " + recipient + " among "
                    + to(recipient).stream().map(StoredMail::subject).toList());
        }
        return found.get().orElseThrow();
    }

    private static StoredMail mail(JsonObject json) {
        return new StoredMail(
                json.getString("id"),
                Instant.parse(json.getString("receivedAt")),
                json.getJsonArray("recipients").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList(),
                json.getString("from"),
                json.getString("to"),
                json.getString("subject"),
                json.getString("text"),
                json.getString("html"),
                json.getString("raw"));
    }
}

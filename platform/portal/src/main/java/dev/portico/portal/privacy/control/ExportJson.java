package dev.portico.portal.privacy.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.draft.entity.Draft;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.terms.entity.TermsAcceptance;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept of a person, for programs: names of fields are English and stay; moments are ISO 8601 in UTC. */
public final class ExportJson {
    private ExportJson() {}

    /** @param takesPart numbers of others' tickets in which the person takes part */
    public static JsonObject account(Account account, Optional<String> organization, List<Long> takesPart) {
        var profile = account.profile();
        var chosen = account.preferences();
        var json = Json.createObjectBuilder()
                .add("id", account.subject())
                .add("name", profile.name())
                .add("givenName", profile.givenName())
                .add("familyName", profile.familyName())
                .add("email", profile.email())
                .add("emailVerified", profile.emailVerified())
                .add("language", chosen.language().toLanguageTag())
                .add("format", chosen.format().toLanguageTag())
                .add("zone", chosen.zone().getId())
                .add("notifiedOfAnswers", chosen.notifications().answers())
                .add("notifiedOfChanges", chosen.notifications().changes())
                .add("notifiedOfIssues", chosen.notifications().issues())
                .add("mayFile", account.grants().authorized())
                .add("seesOrganization", account.grants().seesOrganization())
                .add("contactManager", account.grants().contactManager());
        organization.ifPresent(name -> json.add("organization", name));
        var numbers = Json.createArrayBuilder();
        takesPart.forEach(numbers::add);
        json.add("takesPartIn", numbers);
        json.add("createdAt", account.createdAt().toString());
        moment(json, "joinedAt", account.joinedAt());
        moment(json, "lastLoginAt", account.seenAt());
        return json.build();
    }

    public static JsonObject ticket(Ticket ticket, List<TicketEntry> entries, List<Attachment> attachments) {
        var json = Json.createObjectBuilder()
                .add("number", ticket.number())
                .add("type", ticket.type())
                .add("subject", ticket.subject())
                .add("status", ticket.status())
                .add("severity", ticket.severity())
                .add("createdAt", ticket.createdAt().toString())
                .add("updatedAt", ticket.updatedAt().toString());
        moment(json, "closedAt", ticket.closedAt());
        ticket.product().ifPresent(product -> json.add("product", product));
        json.add("fields", parsed(ticket.attributes()));
        var said = Json.createArrayBuilder();
        entries.forEach(entry -> said.add(entry(entry)));
        var files = Json.createArrayBuilder();
        attachments.forEach(file -> files.add(file(file)));
        return json.add("entries", said).add("attachments", files).build();
    }

    private static JsonObjectBuilder entry(TicketEntry entry) {
        var json = Json.createObjectBuilder()
                .add("kind", entry.kind().name())
                .add("at", entry.createdAt().toString())
                .add("by", entry.author().name())
                .add("text", entry.text());
        entry.oldValue().ifPresent(value -> json.add("from", value));
        // Of others it says no more than their names.
        if (entry.kind() != EntryKind.JOINED && entry.kind() != EntryKind.LEFT) {
            entry.newValue().ifPresent(value -> json.add("to", value));
        }
        return json;
    }

    private static JsonObjectBuilder file(Attachment file) {
        return Json.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("size", file.size())
                .add("by", file.uploaderName())
                .add("at", file.createdAt().toString());
    }

    public static JsonObject mail(Mail mail) {
        var json = Json.createObjectBuilder()
                .add("subject", mail.content().subject())
                .add("text", mail.content().text());
        moment(json, "sentAt", mail.sentAt());
        mail.ticketNumber().ifPresent(number -> json.add("ticket", number));
        return json.build();
    }

    public static JsonObject terms(TermsAcceptance acceptance) {
        return Json.createObjectBuilder()
                .add("version", acceptance.version())
                .add("acceptedAt", acceptance.acceptedAt().toString())
                .build();
    }

    public static JsonObject draft(Draft draft) {
        return Json.createObjectBuilder()
                .add("form", draft.form())
                .add("at", draft.updatedAt().toString())
                .add("content", parsed(draft.content()))
                .build();
    }

    /** Without what would let a reader of the file change or forge anything. */
    public static JsonObject subscription(Subscription subscription) {
        var json = Json.createObjectBuilder()
                .add("to", subscription.pluginId())
                .add("kind", subscription.kind().name())
                .add("url", subscription.url())
                .add("state", subscription.state().name())
                .add("createdAt", subscription.createdAt().toString());
        moment(json, "confirmedAt", subscription.confirmedAt());
        return json.build();
    }

    private static void moment(JsonObjectBuilder json, String field, Optional<Instant> moment) {
        moment.ifPresent(at -> json.add(field, at.toString()));
    }

    private static JsonValue parsed(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}

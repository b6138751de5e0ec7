package dev.portico.portal.privacy.boundary;

import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.mailbox.boundary.RawMails;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Everything that is kept of a person, for that person to take away: a ZIP of JSON files and own attachments. */
@WebServlet("/internal/own-data")
public class OwnDataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OwnDataServlet.class.getName());

    @Inject
    transient Exports exports;

    @Inject
    transient Attachments attachments;

    @Inject
    transient RawMails raws;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient TenantContext tenants;

    @Inject
    transient Texts texts;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        headers(response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var subject = user.subject();
        exports.begin(subject);
        try {
            headers(response);
            write(subject, response.getOutputStream());
        } finally {
            exports.end(subject);
        }
    }

    private void headers(HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + tenants.require().id() + ".zip\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
    }

    private void write(String subject, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, texts.text(reader.get(), "privacy.export.file"), readMe());
            json(zip, "account.json", exports.person(subject));
            json(zip, "terms.json", exports.terms(subject));
            json(zip, "drafts.json", exports.drafts(subject));
            json(zip, "subscriptions.json", exports.subscriptions(subject));
            mails(zip, subject);
            received(zip, subject);
            tickets(zip, subject);
        }
    }

    private String readMe() {
        var tenant = tenants.require().name(reader.get().ui());
        return texts.text(reader.get(), "privacy.export.explained", Map.of("tenant", tenant, "name", user.name()));
    }

    private void mails(ZipOutputStream zip, String subject) throws IOException {
        zip.putNextEntry(new ZipEntry("mails.json"));
        var separator = "[";
        var portion = exports.mails(subject, "");
        while (!portion.isEmpty()) {
            for (var mail : portion) {
                zip.write(bytes(separator + "\n" + mail.json()));
                separator = ",";
            }
            portion = exports.mails(subject, portion.get(portion.size() - 1).cursor());
        }
        zip.write(bytes(separator.equals("[") ? "[]" : "\n]"));
        zip.closeEntry();
    }

    /** One by one: each may be large. */
    private void received(ZipOutputStream zip, String subject) throws IOException {
        var portion = exports.received(subject, "");
        while (!portion.isEmpty()) {
            for (var id : portion) {
                zip.putNextEntry(new ZipEntry("received-mails/" + id + ".eml"));
                raws.write(id, zip);
                zip.closeEntry();
            }
            portion = exports.received(subject, portion.get(portion.size() - 1));
        }
    }

    private void tickets(ZipOutputStream zip, String subject) throws IOException {
        var portion = exports.tickets(subject, 0L);
        while (!portion.isEmpty()) {
            for (var ticket : portion) {
                var folder = "tickets/" + ticket.cursor();
                json(zip, folder + "/ticket.json", ticket.json());
                for (var file : ticket.files()) {
                    file(zip, folder, file);
                }
            }
            portion = exports.tickets(subject, portion.get(portion.size() - 1).cursor());
        }
    }

    /** The id keeps files of the same name apart, and whatever the name says in this folder. */
    private void file(ZipOutputStream zip, String folder, Attachment file) throws IOException {
        try (var content = attachments.content(file)) {
            zip.putNextEntry(
                    new ZipEntry(folder + "/" + file.id() + "-" + file.name().replaceAll("[/\\\\]", "_")));
            content.transferTo(zip);
            zip.closeEntry();
        } catch (UncheckedIOException e) {
            // Its description is in the ticket; the rest is not to be lost for it.
            LOG.log(Level.WARNING, "Left out of the data of " + file.ownerSubject(), e);
        }
    }

    private static void json(ZipOutputStream zip, String name, JsonObject content) throws IOException {
        text(zip, name, content.toString());
    }

    private static void json(ZipOutputStream zip, String name, List<JsonObject> content) throws IOException {
        text(zip, name, content.toString());
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(content));
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

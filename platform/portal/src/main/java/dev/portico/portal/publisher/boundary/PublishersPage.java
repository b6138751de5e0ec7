package dev.portico.portal.publisher.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.publisher.control.CertificateText;
import dev.portico.portal.publisher.entity.PinnedKey;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose plugins may be installed: the pinned keys, one more, one less (J1). */
@Named
@RequestScoped
public class PublishersPage {
    private static final int GROUP = 4;

    @Inject
    PublisherKeys keys;

    @Inject
    SignedPlugins signed;

    @Inject
    PendingForms pendingForms;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    private List<Row> rows = List.of();
    private String publisher = "";
    private String certificate = "";

    /**
     * A pinned key in the reader's words.
     *
     * @param fingerprint in groups that can be read out
     * @param signed names of the plugins on this node that it has signed
     */
    public record Row(
            String sha256,
            String publisher,
            List<String> fingerprint,
            String subject,
            Instant validUntil,
            boolean ended,
            Instant pinnedAt,
            String pinnedBy,
            String signed) {}

    @PostConstruct
    void load() {
        rows = keys.all().stream().map(this::row).toList();
        if (FacesContext.getCurrentInstance().isPostback()) {
            publisher = typed("publisher");
            certificate = typed("certificate");
        } else {
            pendingForms.take(route.pathWithoutQuery(), user.subject()).ifPresent(form -> {
                publisher = form.values().getOrDefault("publisher", List.of("")).get(0);
                certificate =
                        form.values().getOrDefault("certificate", List.of("")).get(0);
            });
        }
    }

    private String typed(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    private Row row(PinnedKey pinned) {
        var key = pinned.key();
        return new Row(
                key.sha256(),
                pinned.publisher(),
                groups(key.sha256()),
                key.subject(),
                key.validUntil(),
                key.validUntil().isBefore(Instant.now()),
                pinned.pinnedAt(),
                pinned.pinnedBy().name(),
                reader.get()
                        .formats()
                        .list(signed.with(key.sha256()).stream()
                                .map(plugin -> new PluginTexts(plugin, reader.get())
                                        .text(plugin.manifest().name()))
                                .toList()));
    }

    static List<String> groups(String sha256) {
        return List.of(sha256.split("(?<=\\G.{" + GROUP + "})"));
    }

    public void pin() throws IOException {
        try {
            certificate = uploaded().orElse(certificate);
            var pinned = keys.pin(publisher, certificate);
            done("publisher.pinned", pinned);
        } catch (PortalException problem) {
            problems.take(problem);
            if (CertificateText.isPrivateKey(certificate)) {
                certificate = "";
            }
        }
    }

    /** The chosen file, which counts before what was pasted; it stands there afterwards, as browsers forget it. */
    private Optional<String> uploaded() throws IOException {
        try {
            var part = request.getPart("file");
            if (part == null || part.getSize() == 0) {
                return Optional.empty();
            }
            try (var content = part.getInputStream()) {
                return Optional.of(CertificateText.of(content.readNBytes(CertificateText.MOST_BYTES + 1)));
            }
        } catch (ServletException noFiles) {
            return Optional.empty();
        }
    }

    /** Before the page is written: the button carries its key, so that one of a page grown old means that key. */
    public void remove() throws IOException {
        var key = request.getParameter("remove");
        if (FacesContext.getCurrentInstance().isPostback() && key != null) {
            try {
                done("publisher.removed", keys.remove(key));
            } catch (PortalException gone) {
                if (gone.kind() != PortalException.Kind.NOT_FOUND) {
                    throw gone;
                }
                notices.warning("publisher.gone", Map.of());
                back();
            }
        }
    }

    private void done(String message, PinnedKey key) throws IOException {
        notices.success(message, Map.of("publisher", key.publisher()));
        back();
    }

    private void back() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffPublishers());
    }

    public List<Row> rows() {
        return rows;
    }

    public String publisher() {
        return publisher;
    }

    public String certificate() {
        return certificate;
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("publisher", texts.text(reader.get(), "publisher.name"));
        labels.put("certificate", texts.text(reader.get(), "publisher.certificate"));
        return problems.list(labels);
    }

    /** What is wrong with one input; empty if nothing. */
    public @Nullable String problem(String input) {
        return problems.of(input);
    }
}

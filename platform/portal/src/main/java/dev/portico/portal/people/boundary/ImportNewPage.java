package dev.portico.portal.people.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.people.control.ImportFile;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a file of people, and shows which have been taken before. */
@Named
@RequestScoped
public class ImportNewPage {
    private static final int MOST_RECENT = 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    PeopleImports imports;

    @Inject
    ImportWords words;

    @Inject
    FormProblems problems;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Links links;

    /** An import. */
    public record Row(String href, String file, Badge badge, String by, Instant at) {}

    public void upload() throws IOException {
        try {
            var part = file();
            var id = imports.upload(part.name(), part.content());
            FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffPeopleImport(tenantId(), id));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private record Sent(String name, byte[] content) {}

    private Sent file() throws IOException {
        try {
            var part = request.getPart("file");
            if (part != null) {
                try (var content = part.getInputStream()) {
                    return new Sent(
                            name(part.getSubmittedFileName()), content.readNBytes(PeopleImports.MOST_BYTES + 1));
                }
            }
        } catch (ServletException noFiles) {
            // as if none was chosen
        }
        return new Sent("", new byte[0]);
    }

    private static String name(@Nullable String submitted) {
        var name = Optional.ofNullable(submitted)
                .orElse("")
                .replaceAll("\\p{C}", "")
                .replaceFirst(".*[/\\\\]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    public List<Row> rows() {
        return imports.recent(MOST_RECENT).stream().map(this::row).toList();
    }

    private Row row(PeopleImport found) {
        return new Row(
                links.staffPeopleImport(tenantId(), found.id()),
                found.fileName(),
                words.badge(found.state()),
                found.startedBy(),
                found.createdAt());
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public int most() {
        return ImportFile.MOST_ROWS;
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of("file", words.text("people.import.file")));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}

package dev.portico.portal.audit.boundary;

import dev.portico.portal.attachment.control.ContentDisposition;
import dev.portico.portal.csv.CsvFile;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The audit log as CSV, filtered as the page is, and all of it. Sent as it is read, in portions. */
@WebServlet("/internal/audit-csv")
public class AuditCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PORTION = 200;

    @Inject
    transient AuditScope scope;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Before anything is sent, so that a failure has its page.
        var trail = scope.read(AuditAddress.of(request), PORTION);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", ContentDisposition.attachment(texts.text(reader.get(), "audit.file") + ".csv"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        if (!request.getMethod().equals("HEAD")) {
            try (var csv = CsvFile.to(response.getOutputStream())) {
                csv.write(headings());
                while (trail.hasNext()) {
                    csv.write(cells(trail.next()));
                }
            } catch (UncheckedIOException e) {
                // The reader has left, which is no failure of ours.
                throw e.getCause();
            }
        }
    }

    private List<String> headings() {
        return Stream.of(
                        "audit.when",
                        "audit.tenant",
                        "audit.actor",
                        "audit.realm",
                        "audit.subject",
                        "audit.action",
                        "audit.object",
                        "audit.digest",
                        "audit.changes",
                        "audit.request")
                .map(key -> texts.text(reader.get(), key))
                .toList();
    }

    private static List<String> cells(MergedTrail.Found found) {
        var entry = found.entry();
        return List.of(
                entry.happenedAt().toString(),
                found.tenant().id(),
                entry.actor().name(),
                entry.actor().realm(),
                entry.actor().subject(),
                entry.action(),
                entry.objectId(),
                entry.digest().orElse(""),
                entry.changes(),
                entry.requestId());
    }
}

package dev.portico.portal.people.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.people.boundary.PeopleImports.Report;
import dev.portico.portal.people.control.ImportRow;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.control.ImportStore.Result;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.ticket.boundary.Badge;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Imports and their rows in the reader's words. */
@RequestScoped
public class ImportWords {
    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    Badge badge(PeopleImport.State state) {
        return switch (state) {
            case PREVIEW -> badge("people.import.state.preview", "tone-neutral", "status-open");
            case RUNNING -> badge("people.import.state.running", "tone-info", "status-progress");
            case STOPPED -> badge("people.import.state.stopped", "tone-warn", "status-waiting");
            case DONE -> badge("people.import.state.done", "tone-ok", "check-circle");
        };
    }

    Badge badge(Outcome outcome) {
        return switch (outcome) {
            case NEW -> badge("people.import.new", "tone-info", "plus");
            case NEW_ORGANIZATION -> badge("people.import.new-organization", "tone-note", "plus");
            case KNOWN -> badge("people.import.known", "tone-neutral", "user");
            case DIFFERENT -> badge("people.import.different", "tone-neutral", "user");
            case PROBLEM -> badge("people.import.problem", "tone-warn", "warning");
            case CREATED -> badge("people.import.created", "tone-ok", "check-circle");
        };
    }

    private Badge badge(String key, String tone, String icon) {
        return new Badge(text(key), tone, icon);
    }

    /** "600 of 1,000 people". */
    String progress(Report report) {
        var subject = report.subject();
        return texts.text(
                reader.get(), "people.import.progress", Map.of("passed", subject.passed(), "total", subject.total()));
    }

    /** Why a row is not entered; empty where it is. */
    String reasons(ImportRow row) {
        return row.problems().stream().map(this::reason).collect(Collectors.joining(" "));
    }

    private String reason(FieldProblem problem) {
        var why = texts.text(reader.get(), problem.key(), problem.args());
        var label =
                switch (problem.field()) {
                    case "given-name" -> text("common.given-name");
                    case "family-name" -> text("common.family-name");
                    case "email" -> text("people.email");
                    case "organization", "name" -> text("people.organization");
                    case "language" -> text("people.language");
                    case "zone" -> text("people.zone");
                    case "authorized" -> text("people.authorized");
                    case "sees-organization" -> text("people.sees-organization");
                    case "contact-manager" -> text("people.contact-manager");
                    default -> "";
                };
        return label.isEmpty() ? why : texts.text(reader.get(), "common.problem", Map.of("label", label, "text", why));
    }

    /** How far the person of a row has come in; empty where the import has not made them. */
    String standing(Result result) {
        if (result.row().outcome() != Outcome.CREATED) {
            return "";
        }
        if (result.joined()) {
            return text("people.state.active");
        }
        if (result.invited()) {
            return text("people.state.invited");
        }
        return text(result.troubled() ? "people.view.troubled" : "people.state.waiting");
    }

    String text(String key) {
        return texts.text(reader.get(), key);
    }
}

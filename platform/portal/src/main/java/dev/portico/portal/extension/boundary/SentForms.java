package dev.portico.portal.extension.boundary;

import dev.portico.plugin.web.WebRequest;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.extension.control.ClaimedRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps that administrators have done something on a plugin's page: on which, to what, and by which of its forms. */
@ApplicationScoped
@Transactional
public class SentForms {
    @Inject
    Audit audit;

    /** What was typed is the plugin's to keep: there may be a secret in it. */
    public void record(ClaimedRoute claimed, WebRequest request) {
        var changes = new ArrayList<>(List.of(change("page", request.route())));
        request.variables().forEach((name, value) -> changes.add(change(name, value)));
        request.field("form").ifPresent(form -> changes.add(change("form", form)));
        audit.record(AuditAction.FORM_SENT, claimed.plugin().manifest().id(), Optional.empty(), changes);
    }

    private static Change change(String field, String to) {
        return new Change(field, JsonValue.NULL, Json.createValue(to.length() > 100 ? to.substring(0, 100) : to));
    }
}

package dev.portico.portal.privacy.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.privacy.boundary.DataRequests.Named;
import dev.portico.portal.privacy.entity.DataRequestState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Who asked to be deleted, for the tenant's administrator. */
@jakarta.inject.Named
@RequestScoped
public class DataRequestListPage {
    private static final int MOST_WAITING = 200;
    private static final int MOST_DECIDED = 50;

    @Inject
    DataRequests requests;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    private List<Row> waiting = List.of();
    private List<Row> decided = List.of();

    /** @param state key of the words for it */
    public record Row(String href, String name, Instant askedAt, String state, String tone) {}

    @PostConstruct
    void load() {
        waiting = requests.waiting(MOST_WAITING).stream().map(this::row).toList();
        decided = requests.decided(MOST_DECIDED).stream().map(this::row).toList();
    }

    private Row row(Named found) {
        var request = found.request();
        return new Row(
                links.staffDataRequest(tenants.require().id(), request.id()),
                found.name(),
                request.askedAt(),
                label(request.state()),
                tone(request.state()));
    }

    static String label(DataRequestState state) {
        return switch (state) {
            case WAITING -> "privacy.state.waiting";
            case CANCELLED -> "privacy.state.cancelled";
            case REFUSED -> "privacy.state.refused";
            case ERASED -> "privacy.state.erased";
            case DONE -> "privacy.state.done";
        };
    }

    static String tone(DataRequestState state) {
        return switch (state) {
            case WAITING, ERASED -> "tone-warn";
            case CANCELLED, REFUSED -> "tone-neutral";
            case DONE -> "tone-ok";
        };
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public List<Row> waiting() {
        return waiting;
    }

    public List<Row> decided() {
        return decided;
    }
}

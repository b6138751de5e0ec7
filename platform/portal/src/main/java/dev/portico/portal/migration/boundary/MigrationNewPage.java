package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.migration.entity.TicketMigration.Way;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a migration: from which desk to which, what becomes what, and what would happen. */
@Named
@RequestScoped
public class MigrationNewPage {
    @Inject
    Migrations migrations;

    @Inject
    MigrationDesks desks;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentUser user;

    @Inject
    FormProblems problems;

    @Inject
    Texts texts;

    @Inject
    Links links;

    private List<MigrationDesk> all = List.of();
    private Optional<MigrationDesk> source = Optional.empty();
    private Optional<MigrationDesk> target = Optional.empty();
    private Optional<MappingForm> form = Optional.empty();
    private Optional<DryRun> dryRun = Optional.empty();
    private boolean seen;

    /** A desk to choose. */
    public record DeskChoice(String key, String tenant, String list, boolean current) {}

    @PostConstruct
    void load() {
        var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        all = desks.all();
        seen = sent.containsKey("checked");
        source = desk(sent.getOrDefault("from", ""));
        target = desk(sent.getOrDefault("to", "")).filter(this::elsewhere);
        if (planned()) {
            var stock = tenants.within(
                    source().tenant(),
                    () -> migrations.stock(source().desk().type().id()));
            form = Optional.of(new MappingForm(source(), target(), stock, sent, reader.get()));
        }
    }

    private Optional<MigrationDesk> desk(String key) {
        return all.stream().filter(desk -> desk.key().equals(key)).findFirst();
    }

    /** Within a tenant nothing is moved: a file or mail of it would belong to two tickets. */
    private boolean elsewhere(MigrationDesk desk) {
        return source.filter(from -> from.tenant().id().equals(desk.tenant().id()))
                .isEmpty();
    }

    /** Whether it is known from where to where. */
    public boolean planned() {
        return source.isPresent() && target.isPresent();
    }

    /** Whether twice the same tenant was chosen. */
    public boolean same() {
        return source.isPresent() && target.isEmpty();
    }

    public List<DeskChoice> sources() {
        return choices(source);
    }

    public List<DeskChoice> targets() {
        return choices(target);
    }

    private List<DeskChoice> choices(Optional<MigrationDesk> chosen) {
        return all.stream()
                .map(desk -> new DeskChoice(
                        desk.key(),
                        desk.tenantName(reader.get()),
                        desk.list(reader.get()),
                        chosen.equals(Optional.of(desk))))
                .toList();
    }

    public MigrationDesk source() {
        return source.orElseThrow(PortalException::notFound);
    }

    public MigrationDesk target() {
        return target.orElseThrow(PortalException::notFound);
    }

    public String sourceName() {
        return source().tenantName(reader.get());
    }

    public String targetName() {
        return target().tenantName(reader.get());
    }

    public List<MappingForm.Row> products() {
        return form.map(MappingForm::products).orElse(List.of());
    }

    public List<MappingForm.Row> severities() {
        return form.map(MappingForm::severities).orElse(List.of());
    }

    public List<MappingForm.Row> statuses() {
        return form.map(MappingForm::statuses).orElse(List.of());
    }

    public void check() {
        try {
            form.orElseThrow(PortalException::notFound).mapping();
            dryRun = Optional.of(tenants.within(source().tenant(), () -> migrations.dryRun(source(), target())));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void start() throws IOException {
        try {
            var mapping = form.orElseThrow(PortalException::notFound).mapping();
            var way = new Way(
                    source().desk().type().id(),
                    target().tenant().id(),
                    target().desk().type().id());
            var started = tenants.within(source().tenant(), () -> migrations.start(way, mapping, user.name()));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(links.staffMigration(source().tenant().id(), started.id()));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    /** Empty until it was asked for. */
    public boolean checked() {
        return dryRun.isPresent();
    }

    /** Only who has seen what would happen can start; a button that was not shown before its click is not heard. */
    public boolean startable() {
        return checked() || seen;
    }

    public DryRun dryRun() {
        return dryRun.orElseThrow();
    }

    /** What an administrator has to know before the start. */
    public List<String> notes() {
        var found = dryRun();
        var notes = new ArrayList<String>();
        if (found.nameless() > 0) {
            notes.add(text("staff.migration.dry-run.nameless", Map.of("count", found.nameless())));
        }
        if (found.missingFiles() > 0) {
            notes.add(text("staff.migration.dry-run.missing", Map.of("count", found.missingFiles())));
        }
        found.strangers().forEach(name -> notes.add(text("staff.migration.dry-run.stranger", Map.of("name", name))));
        found.left().forEach(field -> notes.add(text("staff.migration.dry-run.left", label(source(), field))));
        found.empty().forEach(field -> notes.add(text("staff.migration.dry-run.empty", label(target(), field))));
        return notes;
    }

    private Map<String, String> label(MigrationDesk place, Field field) {
        return Map.of("field", place.desk().text(reader.get(), field.label()));
    }

    private String text(String key, Map<String, ?> args) {
        return texts.text(reader.get(), key, args);
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        form.ifPresent(shown -> shown.rows().forEach(row -> labels.put(row.name(), row.label())));
        return problems.list(labels);
    }

    public String problem(String field) {
        return problems.of(field);
    }

    public String heading() {
        return planned()
                ? text("staff.migration.new.way", Map.of("from", sourceName(), "to", targetName()))
                : text("staff.migration.new", Map.of());
    }
}

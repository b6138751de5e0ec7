package dev.portico.portal.draft.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.draft.entity.Draft;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** Drafts of the current tenant. */
@ApplicationScoped
public class DraftStore {
    private static final String UPSERT = "insert into draft (tenant_id, owner_subject, form, content, updated_at)"
            + " values (current_setting('app.tenant'), ?, ?, ?::jsonb, ?)"
            + " on conflict (tenant_id, owner_subject, form)"
            + " do update set content = excluded.content, updated_at = excluded.updated_at";
    private static final String DROP_OLDEST = "delete from draft where tenant_id = current_setting('app.tenant')"
            + " and owner_subject = ? and form in (select form from draft"
            + " where tenant_id = current_setting('app.tenant') and owner_subject = ?"
            + " order by updated_at desc, form offset ?)";

    @Inject
    TenantEntities entities;

    public Optional<Draft> find(String owner, String form) {
        return entities.manager()
                .createQuery("select d from Draft d where d.ownerSubject = :owner and d.form = :form", Draft.class)
                .setParameter("owner", owner)
                .setParameter("form", form)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .findFirst();
    }

    /** Whoever writes last wins, and nobody fails. */
    public void put(Draft draft) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(UPSERT)) {
            statement.setString(1, draft.ownerSubject());
            statement.setString(2, draft.form());
            statement.setString(3, draft.content());
            statement.setTimestamp(4, Timestamp.from(draft.updatedAt()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The draft cannot be kept", e);
        }
    }

    /** Keeps the {@code most} latest drafts of a person. */
    public void dropOldest(String owner, int most) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(DROP_OLDEST)) {
            statement.setString(1, owner);
            statement.setString(2, owner);
            statement.setInt(3, most);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Old drafts cannot be dropped", e);
        }
    }

    public void delete(String owner, String form) {
        entities.manager()
                .createQuery("delete from Draft d where d.ownerSubject = :owner and d.form = :form")
                .setParameter("owner", owner)
                .setParameter("form", form)
                .executeUpdate();
    }

    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery("delete from Draft d where d.ownerSubject = :owner")
                .setParameter("owner", person.subject())
                .executeUpdate();
    }
}

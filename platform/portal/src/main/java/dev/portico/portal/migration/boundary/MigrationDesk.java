package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.entity.Tenant;

/** A desk that tickets can leave or come to. */
public record MigrationDesk(Tenant tenant, TenantDesk desk) {
    /** For addresses and forms. */
    public String key() {
        return tenant.id() + ":" + desk.type().id();
    }

    public String tenantName(Reader reader) {
        return tenant.name(reader.ui());
    }

    /** What the desk calls its list of tickets. */
    public String list(Reader reader) {
        return desk.word(reader, Word.LIST);
    }
}

package dev.portico.portal.release.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of a release; apart, so that a list of releases does not bring them. */
@Entity
@Table(name = "plugin_release_jar")
public class PluginReleaseJar extends TenantOwned {
    @Id
    private String digest;

    private byte[] jar;

    @SuppressWarnings("NullAway.Init")
    protected PluginReleaseJar() {}

    /** @param jar not to be changed afterwards */
    public PluginReleaseJar(String digest, byte[] jar) {
        this.digest = digest;
        this.jar = jar;
    }

    /** Not to be changed. */
    public byte[] jar() {
        return jar;
    }
}

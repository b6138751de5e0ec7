package dev.portico.portal.branding.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant's logo, by the digest of its content, which never changes. */
@Entity
@Table(name = "tenant_logo")
public class TenantLogo extends TenantOwned {
    @Id
    private String sha256;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected TenantLogo() {}

    public TenantLogo(String sha256, String mediaType, byte[] content) {
        this.sha256 = sha256;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String sha256() {
        return sha256;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}

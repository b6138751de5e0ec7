package dev.portico.portal.wording.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What a tenant says in the place of a message, in one language. */
@Entity
@Table(name = "tenant_word")
@IdClass(TenantWordId.class)
public class TenantWord extends TenantOwned {
    @Id
    private String origin;

    @Id
    @Column(name = "key")
    private String messageKey;

    @Id
    private String language;

    private String pattern;

    @SuppressWarnings("NullAway.Init")
    protected TenantWord() {}

    /** @param origin whose message it is: the portal's, or that of a plugin by its id */
    public TenantWord(String origin, String key, String language, String pattern) {
        this.origin = origin;
        messageKey = key;
        this.language = language;
        this.pattern = pattern;
    }

    public String origin() {
        return origin;
    }

    public String key() {
        return messageKey;
    }

    public String language() {
        return language;
    }

    public String pattern() {
        return pattern;
    }

    public void say(String otherPattern) {
        pattern = otherPattern;
    }
}

package dev.portico.portal.account.entity;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company that a customer belongs to. */
@Entity
public class Organization extends TenantOwned {
    @Id
    private String id;

    private String name;

    @Column(name = "name_folded")
    private String nameFolded = "";

    @Enumerated(EnumType.STRING)
    private Plan plan = Plan.STANDARD;

    private @Nullable String hotline;
    private String products = "";
    private boolean shares;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    public Organization(String id, String name, Instant now) {
        this.id = id;
        this.name = name;
        this.nameFolded = TextFolding.fold(name);
        this.createdAt = now;
    }

    /** What an organization pays for. */
    public enum Plan {
        STANDARD,
        /** With a telephone number for emergencies, and a way to escalate (B11). */
        ENTERPRISE
    }

    /**
     * What is agreed with the company.
     *
     * @param hotline telephone number for emergencies; only enterprise organizations have one
     * @param products ids of the desks' products
     * @param shares whether its people see each other's tickets unless somebody says otherwise of one
     */
    public record Agreement(Plan plan, Optional<String> hotline, List<String> products, boolean shares) {
        public Agreement {
            products = List.copyOf(products);
        }
    }

    public void rename(String to) {
        name = to;
        nameFolded = TextFolding.fold(to);
    }

    public void agree(Agreement agreement) {
        plan = agreement.plan();
        hotline = agreement.hotline().orElse(null);
        products = String.join(",", agreement.products());
        shares = agreement.shares();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Agreement agreement() {
        return new Agreement(
                plan,
                Optional.ofNullable(hotline),
                products.isEmpty() ? List.of() : List.of(products.split(",")),
                shares);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}

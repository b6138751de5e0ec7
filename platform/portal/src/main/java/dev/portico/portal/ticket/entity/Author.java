package dev.portico.portal.ticket.entity;

import dev.portico.plugin.manifest.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did something, as known at that time. The name is kept: staff accounts live in another realm. */
@Embeddable
public class Author {
    @Enumerated(EnumType.STRING)
    @Column(name = "author_role")
    private Role role;

    @Column(name = "author_subject")
    private @Nullable String subject;

    @Column(name = "author_name")
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Author() {}

    public Author(Role role, @Nullable String subject, String name) {
        this.role = role;
        this.subject = subject;
        this.name = name;
    }

    public Role role() {
        return role;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public String name() {
        return name;
    }
}

package dev.portico.portal.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** The agent who has the ticket, with what is needed to write to them: agents live in the staff realm. */
@Embeddable
public class Assignee {
    @Column(name = "assignee_subject")
    private String subject;

    @Column(name = "assignee_name")
    private String name;

    @Column(name = "assignee_email")
    private String email;

    @Column(name = "assignee_language")
    private String language;

    @SuppressWarnings("NullAway.Init")
    protected Assignee() {}

    public Assignee(String subject, String name, String email, Locale language) {
        this.subject = subject;
        this.name = name;
        this.email = email;
        this.language = language.toLanguageTag();
    }

    public String subject() {
        return subject;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }
}

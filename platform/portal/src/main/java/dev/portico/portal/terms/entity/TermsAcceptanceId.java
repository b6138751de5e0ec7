package dev.portico.portal.terms.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of an acceptance within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class TermsAcceptanceId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String subject = "";
    private int version;

    public TermsAcceptanceId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof TermsAcceptanceId that && that.subject.equals(subject) && that.version == version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, version);
    }
}

package dev.portico.portal.contact.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a delegation within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class DelegationId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String fromSubject = "";
    private String toSubject = "";

    public DelegationId() {}

    public DelegationId(String fromSubject, String toSubject) {
        this.fromSubject = fromSubject;
        this.toSubject = toSubject;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DelegationId that
                && that.fromSubject.equals(fromSubject)
                && that.toSubject.equals(toSubject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fromSubject, toSubject);
    }
}

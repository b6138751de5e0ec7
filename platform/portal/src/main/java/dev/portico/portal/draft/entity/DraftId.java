package dev.portico.portal.draft.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a draft within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class DraftId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String ownerSubject;
    private String form;

    @SuppressWarnings("NullAway.Init")
    public DraftId() {}

    public DraftId(String ownerSubject, String form) {
        this.ownerSubject = ownerSubject;
        this.form = form;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DraftId that && that.ownerSubject.equals(ownerSubject) && that.form.equals(form);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ownerSubject, form);
    }
}

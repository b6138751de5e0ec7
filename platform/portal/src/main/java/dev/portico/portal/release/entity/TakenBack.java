package dev.portico.portal.release.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The release that failed on probation, and why; until the next one is installed. */
@Embeddable
public class TakenBack {
    static final TakenBack NOTHING = new TakenBack(null, null, "[]");

    @Column(name = "failed")
    private @Nullable String digest;

    @Column(name = "failed_at")
    private @Nullable Instant at;

    @Column(name = "failure")
    private String problems;

    @SuppressWarnings("NullAway.Init")
    protected TakenBack() {}

    TakenBack(@Nullable String digest, @Nullable Instant at, String problems) {
        this.digest = digest;
        this.at = at;
        this.problems = problems;
    }

    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** JSON. */
    public String problems() {
        return problems;
    }
}

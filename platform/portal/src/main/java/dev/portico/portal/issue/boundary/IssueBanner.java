package dev.portico.portal.issue.boundary;

import dev.portico.portal.web.Area;
import dev.portico.portal.web.CurrentRoute;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Stands on every page of a tenant while something is wrong (F2). */
@Named
@RequestScoped
public class IssueBanner {
    private static final int MOST = 3;

    @Inject
    KnownIssues known;

    @Inject
    CurrentRoute route;

    private List<IssueView> issues = List.of();

    @PostConstruct
    void load() {
        issues = route.area() == Area.TENANT ? known.current() : List.of();
    }

    /** The most serious ones. */
    public List<IssueView> issues() {
        return issues.subList(0, Math.min(issues.size(), MOST));
    }

    /** How many there are beyond those. */
    public int more() {
        return Math.max(0, issues.size() - MOST);
    }
}

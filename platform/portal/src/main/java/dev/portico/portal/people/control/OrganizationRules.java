package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with an organization as entered, all of it at once; fields as in the form. */
public final class OrganizationRules {
    public static final int LONGEST_NAME = 150;
    private static final int MOST_DOMAINS = 50;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** Digits with what people set between them; a plus only in front, an extension at the end. */
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+?[0-9(][0-9 ()./-]{1,38}[0-9]( ?(ext\\.?|x) ?[0-9]{1,6})?");

    private final OrganizationForm form;
    private final List<FieldProblem> problems = new ArrayList<>();

    private OrganizationRules(OrganizationForm form) {
        this.form = form;
    }

    /**
     * An organization as entered, without a fault.
     *
     * @param domains in lower case, as ASCII
     */
    public record Checked(String name, Agreement agreement, List<String> domains) {
        public Checked {
            domains = List.copyOf(domains);
        }
    }

    /**
     * @param products ids of those that the tenant has
     * @throws PortalException invalid, with every problem at its field
     */
    public static Checked check(OrganizationForm form, Set<String> products) {
        return new OrganizationRules(form).checked(products);
    }

    private Checked checked(Set<String> products) {
        var name = name();
        var plan = Stream.of(Plan.values())
                .filter(known -> known.name().equals(form.plan()))
                .findFirst();
        if (plan.isEmpty()) {
            problems.add(new FieldProblem("plan", "people.problem.plan"));
        }
        var hotline = hotline(plan.filter(Plan.ENTERPRISE::equals).isPresent());
        if (!products.containsAll(form.products())) {
            problems.add(new FieldProblem("products", "people.problem.products"));
        }
        var domains = domains();
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        return new Checked(name, new Agreement(plan.orElseThrow(), hotline, form.products(), form.shares()), domains);
    }

    private String name() {
        var name = form.name().strip().replaceAll("\\h+", " ");
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "people.problem.name"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "people.problem.name.long", Map.of("limit", LONGEST_NAME)));
        } else if (UNSEEN.matcher(name).find()) {
            problems.add(new FieldProblem("name", "people.problem.name.signs"));
        }
        return name;
    }

    private Optional<String> hotline(boolean enterprise) {
        var hotline = Optional.of(form.hotline().strip()).filter(text -> !text.isEmpty());
        if (hotline.isPresent() && !enterprise) {
            problems.add(new FieldProblem("hotline", "people.problem.hotline.plan"));
        } else if (hotline.isPresent() && !isTelephone(hotline.get())) {
            problems.add(new FieldProblem("hotline", "people.problem.hotline"));
        }
        return hotline;
    }

    private static boolean isTelephone(String text) {
        var digits = text.chars().filter(sign -> sign >= '0' && sign <= '9').count();
        return digits >= 3 && TELEPHONE.matcher(text).matches();
    }

    private List<String> domains() {
        var domains = new ArrayList<String>();
        var typed = Domains.split(form.domains());
        if (typed.size() > MOST_DOMAINS) {
            problems.add(new FieldProblem("domains", "people.problem.domains", Map.of("limit", MOST_DOMAINS)));
            return domains;
        }
        for (var text : typed) {
            var domain = Domains.parse(text);
            if (domain.isEmpty()) {
                problems.add(new FieldProblem("domains", "people.problem.domain", Map.of("domain", text)));
            } else if (Domains.ofMany(domain.get())) {
                problems.add(new FieldProblem("domains", "people.problem.domain.many", Map.of("domain", text)));
            } else if (!domains.contains(domain.get())) {
                domains.add(domain.get());
            }
        }
        return domains;
    }
}

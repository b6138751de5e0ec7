package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.Organization.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is entered of an organization, as it was typed.
 *
 * @param plan name of a {@link Plan}
 * @param products ids
 * @param domains one a line
 */
public record OrganizationForm(
        String name, String plan, List<String> products, String domains, String hotline, boolean shares) {
    public static final OrganizationForm EMPTY =
            new OrganizationForm("", Plan.STANDARD.name(), List.of(), "", "", false);

    public OrganizationForm {
        products = List.copyOf(products);
    }

    public static OrganizationForm of(Organization organization, List<String> domains) {
        var agreement = organization.agreement();
        return new OrganizationForm(
                organization.name(),
                agreement.plan().name(),
                agreement.products(),
                String.join("\n", domains),
                agreement.hotline().orElse(""),
                agreement.shares());
    }

    /** Each field under its name in the form. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("plan", plan);
        fields.put("products", String.join(", ", products));
        fields.put("domains", String.join(", ", Domains.split(domains)));
        fields.put("hotline", hotline);
        fields.put("shares", Boolean.toString(shares));
        return fields;
    }

    /** The same as long as nobody has changed what the form shows. */
    public String digest() {
        return Shown.digest(fields());
    }
}

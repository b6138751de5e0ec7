package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.subscription.entity.TopicChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that asking for a subscription and changing one have in common, as they were typed. */
final class SubscriptionForm {
    static final String SOME = "some";

    private final Map<String, String[]> fields;

    /** @param fields by name, as a request has them */
    SubscriptionForm(Map<String, String[]> fields) {
        this.fields = fields;
    }

    /** Empty where there is no such field, and where it has what nobody types. */
    String text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(values -> values.length > 0)
                .map(values -> values[0].strip())
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .orElse("");
    }

    boolean some() {
        return text("scope").equals(SOME);
    }

    Set<String> topics() {
        return Stream.of(fields.getOrDefault("topic", new String[0])).collect(Collectors.toUnmodifiableSet());
    }

    /** Of those that there are. */
    TopicChoice choice(List<TopicGroups.Group> groups) {
        var known = groups.stream()
                .flatMap(group -> group.topics().stream())
                .map(TopicGroups.Choice::id)
                .filter(topics()::contains)
                .collect(Collectors.toUnmodifiableSet());
        return some() ? TopicChoice.of(known) : TopicChoice.ALL;
    }

    Optional<Locale> language(List<Locale> offered) {
        return offered.stream()
                .filter(language -> language.toLanguageTag().equals(text("language")))
                .findFirst();
    }

    List<FieldProblem> problems(List<TopicGroups.Group> groups, List<Locale> offered) {
        var problems = new ArrayList<FieldProblem>();
        if (choice(groups).only().filter(Set::isEmpty).isPresent()) {
            problems.add(new FieldProblem("topics", "subscription.problem.topics"));
        }
        if (language(offered).isEmpty()) {
            problems.add(new FieldProblem("language", "subscription.problem.language"));
        }
        return problems;
    }
}

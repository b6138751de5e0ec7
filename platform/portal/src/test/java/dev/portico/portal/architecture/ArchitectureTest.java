package dev.portico.portal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.and;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.portico.plugin.host.PluginHost;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/** The arrows between the modules and layers, held by the byte code. Each rule says first that it looks at something. */
class ArchitectureTest {
    private static final String PORTAL = "dev.portico.portal..";
    private static final String PLUGIN_API = "dev.portico.plugin..";
    private static final String PLUGIN_HOST = "dev.portico.plugin.host..";

    private static final DescribedPredicate<JavaClass> API =
            and(resideInAPackage(PLUGIN_API), not(resideInAPackage(PLUGIN_HOST)));

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.portico");

    @Test
    void thePortalNamesNoPlugin() {
        var known = resideInAnyPackage(
                PORTAL, PLUGIN_API, "dev.portico.i18n..", "dev.portico.keycloak..", "dev.portico.mail..");
        check(noClasses()
                .that()
                .resideInAPackage(PORTAL)
                .should()
                .dependOnClassesThat(and(resideInAPackage("dev.portico.."), not(known))));
        assertThat(ALL.that(resideInAPackage(PORTAL))).hasSizeGreaterThan(100);
    }

    @Test
    void thePluginApiIsPlainJava() {
        check(noClasses()
                .that(API)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta..",
                        "org.primefaces..",
                        "com.ibm.icu..",
                        "org.eclipse.persistence..",
                        PORTAL,
                        PLUGIN_HOST,
                        "dev.portico.i18n..")));
        assertThat(ALL.that(API)).hasSizeGreaterThan(20);
    }

    @Test
    void nothingBelowThePortalKnowsIt() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLUGIN_API, "dev.portico.i18n..", "dev.portico.keycloak..", "dev.portico.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PORTAL));
    }

    @Test
    void onlyStoresAndTheTenantGateTouchAnEntityManager() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .doNotHaveSimpleName("TenantEntities")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class));
    }

    @Test
    void everyEntityIsOwnedByATenant() {
        check(classes().that().areAnnotatedWith(Entity.class).should().beAssignableTo(TenantOwned.class));
    }

    @Test
    void entitiesHaveNoSetters() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }

    @Test
    void transactionsBeginAndEndInBoundariesOnly() {
        check(classes().that().areAnnotatedWith(Transactional.class).should().resideInAPackage("..boundary.."));
        check(methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("..boundary.."));
    }

    @Test
    void featuresHaveNoCycles() {
        check(slices().matching("dev.portico.portal.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyTheGuardCallsIntoPlugins() {
        check(noClasses()
                .that(resideInAPackage(PORTAL))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.pf4j..")));
    }

    @Test
    void whoWorksWithPluginsHasThoseOfTheRequest() {
        check(noClasses()
                .that()
                .resideInAPackage(PORTAL)
                .and()
                .resideOutsideOfPackage("..plugin.control..")
                .should()
                .callMethod(Plugins.class, "lease")
                .orShould()
                .callMethod(PluginHost.class, "lease")
                .orShould()
                .callMethod(PluginHost.class, "catalog"));
        assertThat(ALL.get(CurrentPlugins.class).getMethodCallsFromSelf())
                .anyMatch(call -> call.getTarget().getName().equals("lease"));
    }

    @Test
    void sharedStateIsNeverStaticAndMutable() {
        var mutable = ALL.stream()
                .filter(type -> type.getPackageName().startsWith("dev.portico.portal"))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .toList();
        assertThat(mutable).isEmpty();
    }

    private static void check(ArchRule rule) {
        assertThat(ALL.that(alwaysTrue())).isNotEmpty();
        rule.allowEmptyShould(false).check(ALL);
    }
}

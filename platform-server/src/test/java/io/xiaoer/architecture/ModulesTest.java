package io.xiaoer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.xiaoer.XiaoerApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.ApplicationModuleListener;

class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.xiaoer");

    @Test
    void modulesCallOnlyWhomTheyMay() {
        ApplicationModules.of(XiaoerApplication.class).verify();
    }

    @Test
    void theEngineKnowsNoFrameworkAndNoDatabase() {
        noClasses()
                .that(resideInAPackage("io.xiaoer.answering")
                        .or(resideInAPackage("io.xiaoer.answering.understanding.."))
                        .or(resideInAPackage("io.xiaoer.answering.facts.."))
                        .or(resideInAPackage("io.xiaoer.answering.wording.."))
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        ".*package-info"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void generatedTablesStayInsideTheirModule() {
        classes()
                .that()
                .resideInAPackage("io.xiaoer.*.internal.db..")
                .should(new ArchCondition<>("be used only by their module's internal package") {
                    @Override
                    public void check(JavaClass table, ConditionEvents events) {
                        String db = table.getPackageName();
                        String internal = db.substring(0, db.indexOf(".internal.") + ".internal".length());
                        table.getDirectDependenciesToSelf().stream()
                                .map(dependency -> dependency.getOriginClass())
                                .filter(user -> !user.getPackageName().startsWith(internal))
                                .forEach(user -> events.add(SimpleConditionEvent.violated(
                                        user, user.getName() + " uses " + table.getName())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void listenersBindTheirTenantBeforeTheirTransaction() {
        methods()
                .should()
                .notBeAnnotatedWith(ApplicationModuleListener.class)
                .because("its transaction opens before a tenant can be bound; use TenantListener")
                .check(CLASSES);
    }
}

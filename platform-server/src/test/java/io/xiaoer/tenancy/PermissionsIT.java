package io.xiaoer.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.IntegrationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;

/** Walks every public method of every service; the list is the application's own, so a new one cannot be forgotten. */
class PermissionsIT extends IntegrationTest {

    private static final TenantId NOWHERE = new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    @Autowired
    private ApplicationContext application;

    private record Call(Object service, Method method) {
        @Nullable
        Permission required() {
            Class<?> type = AopUtils.getTargetClass(service);
            Requires own = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
            if (own != null || AnnotatedElementUtils.hasAnnotation(method, OpenToAll.class)) {
                return own == null ? null : own.value();
            }
            Requires all = AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
            return all == null ? null : all.value();
        }

        boolean isOpen() {
            return AnnotatedElementUtils.hasAnnotation(method, OpenToAll.class)
                    || AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(service), OpenToAll.class);
        }

        /** Calls with nothing at all: who is refused is refused before the arguments matter. */
        void make() throws Throwable {
            Object[] nothing = Arrays.stream(method.getParameterTypes())
                    .map(PermissionsIT::zero)
                    .toArray();
            try {
                method.invoke(service, nothing);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public String toString() {
            return AopUtils.getTargetClass(service).getSimpleName() + "." + method.getName()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyServiceMethodSaysWhoMayCallIt() {
        return calls().map(call -> DynamicTest.dynamicTest(
                call.toString(),
                () -> assertThat(call.required() != null || call.isOpen())
                        .as("say @Requires or @OpenToAll")
                        .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> refusesEveryRoleThatMayNot() {
        List<Role> roles = List.of(Role.values());
        return calls().filter(call -> call.required() != null)
                .flatMap(call -> roles.stream()
                        .filter(role -> !role.permissions().contains(call.required()))
                        .map(role -> DynamicTest.dynamicTest(
                                role + " " + call,
                                () -> assertRefused(call, new Actor(Actor.Kind.MEMBER, "m", role.permissions())))));
    }

    @TestFactory
    Stream<DynamicTest> refusesAShopper() {
        return calls().filter(call -> call.required() != null)
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> assertRefused(call, Actor.shopper())));
    }

    @TestFactory
    Stream<DynamicTest> refusesVendorStaffWhatIsTheShops() {
        return calls().filter(call -> call.required() != null && call.required() != Permission.OPERATE)
                .map(call ->
                        DynamicTest.dynamicTest(call.toString(), () -> assertRefused(call, Actor.operator("staff"))));
    }

    @TestFactory
    Stream<DynamicTest> doesNothingForNobody() {
        return calls().filter(call -> call.required() != null)
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> assertThatThrownBy(() -> TenantScope.call(NOWHERE, () -> {
                                    call.make();
                                    return true;
                                }))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("No actor is bound")));
    }

    @Test
    void findsTheServices() {
        assertThat(calls().map(Call::toString))
                .hasSizeGreaterThan(25)
                .anyMatch(call -> call.startsWith("KnowledgeDrafts.put"))
                .anyMatch(call -> call.startsWith("Rollouts.moveTo"));
    }

    private static void assertRefused(Call call, Actor actor) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> TenantScope.call(NOWHERE, actor, () -> {
                    call.make();
                    return true;
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.FORBIDDEN));
    }

    private Stream<Call> calls() {
        return application.getBeansWithAnnotation(Service.class).values().stream()
                .filter(service -> {
                    String name = AopUtils.getTargetClass(service).getPackageName();
                    return name.startsWith("io.xiaoer.") && !name.contains(".internal");
                })
                .flatMap(service -> Arrays.stream(
                                AopUtils.getTargetClass(service).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .map(method -> new Call(service, method)));
    }

    private static @Nullable Object zero(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            case "double" -> 0.0;
            default -> null;
        };
    }
}

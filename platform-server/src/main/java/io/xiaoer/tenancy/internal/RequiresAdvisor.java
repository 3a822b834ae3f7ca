package io.xiaoer.tenancy.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Holds callers of services to {@link Requires}, before a transaction opens. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RequiresAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    RequiresAdvisor() {
        setAdvice((MethodInterceptor) RequiresAdvisor::check);
        setOrder(Ordered.LOWEST_PRECEDENCE - 200);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return Modifier.isPublic(method.getModifiers()) && required(method, type) != null;
    }

    private static @Nullable Object check(MethodInvocation invocation) throws Throwable {
        Object target = invocation.getThis();
        Class<?> type = target == null ? invocation.getMethod().getDeclaringClass() : target.getClass();
        Permission permission = required(invocation.getMethod(), type);
        if (permission != null && !TenantScope.requiredActor().may(permission)) {
            throw new Problem(
                    Problem.Code.FORBIDDEN,
                    "Your role does not allow this. Ask an owner of the shop to do it or to change your role.");
        }
        return invocation.proceed();
    }

    private static @Nullable Permission required(Method method, Class<?> type) {
        Requires own = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        if (own != null) {
            return own.value();
        }
        if (AnnotatedElementUtils.hasAnnotation(method, OpenToAll.class)
                || method.getDeclaringClass() == Object.class) {
            return null;
        }
        Requires all = AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
        return all == null ? null : all.value();
    }
}

package io.xiaoer.tenancy.internal;

import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantListener;
import io.xiaoer.tenancy.TenantScope;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Binds the event's tenant around a {@link TenantListener}, outside its transaction. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TenantListenerAdvisor extends DefaultPointcutAdvisor {

    TenantListenerAdvisor() {
        super(AnnotationMatchingPointcut.forMethodAnnotation(TenantListener.class), (MethodInterceptor)
                TenantListenerAdvisor::inTenant);
        // the transaction advisor has the lowest precedence, so it opens inside
        setOrder(Ordered.LOWEST_PRECEDENCE - 100);
    }

    private static @Nullable Object inTenant(MethodInvocation invocation) throws Throwable {
        @Nullable Object[] arguments = invocation.getArguments();
        if (arguments.length != 1 || !(arguments[0] instanceof TenantEvent event)) {
            throw new IllegalStateException(
                    invocation.getMethod() + " must take exactly one TenantEvent to be a @TenantListener");
        }
        return TenantScope.call(event.tenantId(), Actor.platform(), invocation::proceed);
    }
}

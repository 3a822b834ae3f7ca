package io.xiaoer.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the bound {@link Actor} must be allowed to do to call a service's method; on a class, for each public method that
 * says nothing else. Checked before the method's transaction begins: who is not allowed gets a
 * {@link io.xiaoer.shared.Problem} with code {@code forbidden}, and work that names no actor is a bug. Every public
 * method of a service says this or {@link OpenToAll}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Permission value();
}

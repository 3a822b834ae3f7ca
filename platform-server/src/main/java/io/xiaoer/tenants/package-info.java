/**
 * Owns shops and their suspension, their members and roles, sessions and invitations, and the API clients of their
 * systems.
 */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "mail"})
@NullMarked
package io.xiaoer.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

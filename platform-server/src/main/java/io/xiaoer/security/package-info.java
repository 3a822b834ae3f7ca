/** Owns the edge: filter chains, the authorization server, tokens, limits, problem replies, idempotent writes. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "tenants", "bots", "shopdata"})
@NullMarked
package io.xiaoer.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

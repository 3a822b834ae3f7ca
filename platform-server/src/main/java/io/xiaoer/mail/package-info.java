/** Owns letters to people: written with the change they speak of, handed to a mail server afterwards, or kept in memory to be read there. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package io.xiaoer.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

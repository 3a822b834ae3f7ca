/**
 * Owns the connection to PostgreSQL: the embedded server, the three roles and their data sources, the migrations; and the
 * key that seals what is stored in it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.xiaoer.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

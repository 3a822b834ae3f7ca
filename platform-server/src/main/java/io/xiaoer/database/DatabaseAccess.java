package io.xiaoer.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where the database is and who may log in to it.
 *
 * @param url JDBC address without credentials
 * @param owner runs migrations, nothing else
 * @param app owns nothing and cannot pass a policy
 * @param operator reads the schemas {@code platform} and {@code directory} only
 */
public record DatabaseAccess(String url, Login owner, Login app, Login operator) {

    /** A database role and its password; prints without the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Makes the three roles and sets their passwords, as an operator does on an external server.
     *
     * @param superuser a connection to the database the roles will use
     * @param rolesScript the text of {@code infra/postgres/roles.sql}
     */
    public static void prepareRoles(Connection superuser, String rolesScript, Login... logins) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(rolesScript);
            for (Login login : logins) {
                // a password cannot be a bind parameter; both sides are quoted by the server's own rules
                String command;
                try (var quote = superuser.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
                    quote.setString(1, login.user());
                    quote.setString(2, login.password());
                    try (var result = quote.executeQuery()) {
                        result.next();
                        command = result.getString(1);
                    }
                }
                statement.execute(command);
            }
        }
    }
}

package org.passerelle.platform.db;

/// Where the database is, and the two roles that use it: the owner migrates, the application works (S-13).
/// @param url JDBC address, without user or password
public record DatabaseAccess(String url, Login owner, Login app) {

    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}

package io.xiaoer.tenants;

/** Slows down guessing of a member's password, wherever one is asked for. */
public interface PasswordGuesses {

    /** Counts a guess before it is looked at; false if it comes too soon after wrong ones and must not be looked at. */
    boolean begin(String email);

    /** The address starts anew: a guess was right, or there is another password. */
    void forget(String email);
}

package io.xiaoer.tenants;

import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Letters;
import io.xiaoer.tenancy.OpenToAll;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters to the bound shop's owners, written with the change that they speak of. */
@Service
@OpenToAll("a letter is part of a change that was allowed")
public class OwnerLetters {

    private static final Duration OF_USE = Duration.ofDays(7);

    private final Members members;
    private final Shops shops;
    private final Letters letters;
    private final String address;

    OwnerLetters(Members members, Shops shops, Letters letters, @Value("${xiaoer.public-url}") String address) {
        this.members = members;
        this.shops = shops;
        this.letters = letters;
        this.address = address.replaceAll("/+$", "");
    }

    /** @param text plain */
    public record Written(String subject, String text) {}

    /**
     * Writes the same letter to every owner within the current transaction; it is sent within a week of {@code at} or never.
     *
     * @param kind what it is about, for whoever looks after the mail
     * @param bundle base name of the texts that {@code write} is given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(String kind, String bundle, OffsetDateTime at, Function<LetterWords, Written> write) {
        Written written = write.apply(new LetterWords(shops.current(), bundle, address));
        members.list().stream()
                .filter(member -> member.role() == Role.OWNER)
                .forEach(owner -> letters.postAsked(
                        new Letter(kind, owner.email(), written.subject(), written.text(), at.plus(OF_USE))));
    }
}

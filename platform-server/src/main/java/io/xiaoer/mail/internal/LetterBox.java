package io.xiaoer.mail.internal;

import io.xiaoer.mail.Letter;
import io.xiaoer.mail.OutboxLetter;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The newest letters of the shops that wrote last, in memory. */
@Component
public class LetterBox {

    static final int OF_A_SHOP = 50;
    static final int SHOPS = 200;

    private final String key = Ids.secret(12);
    private final Map<TenantId, Deque<OutboxLetter>> letters = new LinkedHashMap<>();

    synchronized void add(TenantId tenant, Letter letter, OffsetDateTime at) {
        Deque<OutboxLetter> ofShop = letters.remove(tenant);
        if (ofShop == null) {
            ofShop = new ArrayDeque<>();
            if (letters.size() == SHOPS) {
                letters.remove(letters.keySet().iterator().next());
            }
        }
        ofShop.addFirst(new OutboxLetter(tenant, letter, at));
        if (ofShop.size() > OF_A_SHOP) {
            ofShop.removeLast();
        }
        letters.put(tenant, ofShop);
    }

    public synchronized List<OutboxLetter> of(TenantId tenant) {
        return List.copyOf(letters.getOrDefault(tenant, new ArrayDeque<>()));
    }

    public synchronized List<OutboxLetter> all() {
        return letters.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(OutboxLetter::at).reversed())
                .toList();
    }

    public boolean isKey(String attempt) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), attempt.getBytes(StandardCharsets.UTF_8));
    }

    String key() {
        return key;
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.internal.ReadRows.Summary;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.ShopperRef.Kind;
import io.xiaoer.shopdata.MaskedName;
import io.xiaoer.shopdata.Shoppers;
import io.xiaoer.tenants.Shops;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What shoppers are called where they need to be told apart, not known: masked. */
@Component
public class MemberNames {

    private static final int END = 4;

    private final AskedQuestions asked;
    private final Shoppers shoppers;
    private final Shops shops;

    MemberNames(AskedQuestions asked, Shoppers shoppers, Shops shops) {
        this.asked = asked;
        this.shoppers = shoppers;
        this.shops = shops;
    }

    /** @param summaries of those who asked anything, whose last conversation may know a name */
    public Map<ShopperRef, String> of(Collection<ShopperRef> wanted, Map<ShopperRef, Summary> summaries) {
        List<String> customers = wanted.stream()
                .filter(shopper -> shopper.kind() == Kind.CUSTOMER)
                .map(ShopperRef::id)
                .toList();
        Map<String, String> recorded = customers.isEmpty() ? Map.of() : shoppers.maskedNames(customers);
        Set<ConversationId> last =
                summaries.values().stream().map(Summary::lastConversation).collect(Collectors.toSet());
        Map<ConversationId, String> told = asked.shopperNames(last);
        InsightTexts texts = new InsightTexts(shops.current().locale());
        Map<ShopperRef, String> names = new HashMap<>();
        for (ShopperRef shopper : wanted) {
            Summary summary = summaries.get(shopper);
            String name = shopper.kind() == Kind.CUSTOMER ? recorded.get(shopper.id()) : null;
            if (name == null && summary != null) {
                name = masked(told.get(summary.lastConversation()));
            }
            names.put(
                    shopper, name == null ? texts.nameless(shopper.kind() == Kind.CUSTOMER, end(shopper.id())) : name);
        }
        return names;
    }

    private static @Nullable String masked(@Nullable String name) {
        return name == null ? null : MaskedName.of(name);
    }

    /** At most half of an id. */
    private static String end(String id) {
        return id.substring(id.length() - Math.min(END, id.length() / 2));
    }
}

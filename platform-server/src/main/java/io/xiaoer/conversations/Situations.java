package io.xiaoer.conversations;

import io.xiaoer.answering.Need;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.answering.Situation;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rules.Rules;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenants.Shops;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Loads what facts are told from, once a turn, and nothing where a plan needs none. */
@Service
@OpenToAll("on the shopper's way; whoever asks says which shopper, and tells only them")
public class Situations {

    private final Shops shops;
    private final ShopData data;
    private final Rules rules;
    private final ObjectProvider<LiveLookup> lookup;

    Situations(Shops shops, ShopData data, Rules rules, ObjectProvider<LiveLookup> lookup) {
        this.shops = shops;
        this.data = data;
        this.rules = rules;
        this.lookup = lookup;
    }

    /**
     * What is known of a shopper before anything is understood, so that it is known what they may speak of.
     *
     * @param page where they are, as plain JSON
     */
    ShopperRecords records(ShopperRef shopper, @Nullable Object page) {
        Set<String> skus = ShopPage.of(page).skus();
        if (isCustomer(shopper)) {
            return data.of(shopper.id(), skus);
        }
        return skus.isEmpty() ? ShopperRecords.nobody(Map.of()) : data.nobody(skus);
    }

    /**
     * For a shopper in a turn.
     *
     * @param page where they are, as plain JSON
     * @throws LookupWanted if the shop's own system is to be asked first
     */
    Situation of(ShopperRef shopper, ShopperRecords records, @Nullable Object page, Plan plan, Instant at) {
        boolean personal = needsFacts(plan) && plan.needs().stream().anyMatch(Need::isPersonal);
        Optional<LiveLookup> live = Optional.ofNullable(lookup.getIfAvailable());
        if (personal && isCustomer(shopper) && live.isPresent() && live.get().wanted(shopper.id())) {
            throw new LookupWanted(shopper.id());
        }
        return loaded(shopper, records, page, plan, at);
    }

    /** For a shopper that somebody at the shop takes the part of; asks the shop's own system at once, so hold no transaction. */
    Situation asked(ShopperRef shopper, ShopperRecords records, @Nullable Object page, Plan plan, Instant at) {
        LiveLookup live = lookup.getIfAvailable();
        if (live != null && isCustomer(shopper) && needsFacts(plan) && live.wanted(shopper.id())) {
            live.refresh(shopper.id());
            return loaded(shopper, records(shopper, page), page, plan, at);
        }
        return loaded(shopper, records, page, plan, at);
    }

    /** For somebody who is not signed in. */
    public Situation stranger(@Nullable Object page, Plan plan, Instant at) {
        ShopperRef visitor = ShopperRef.visitor("");
        return loaded(visitor, records(visitor, page), page, plan, at);
    }

    private Situation loaded(ShopperRef shopper, ShopperRecords records, @Nullable Object page, Plan plan, Instant at) {
        if (!needsFacts(plan)) {
            return Situation.unknown(ZoneOffset.UTC);
        }
        boolean signedIn = isCustomer(shopper);
        ShopPage shopPage = ShopPage.of(page);
        RulesInForce inForce = rules.at(at);
        LiveLookup live = lookup.getIfAvailable();
        Looked looked = live == null || !signedIn ? Looked.NONE : live.state(shopper.id());
        return new Situation(
                signedIn, records, inForce, looked, shopPage, shops.current().timeZone());
    }

    private static boolean needsFacts(Plan plan) {
        return plan.outcome() == Outcome.ANSWERED && !plan.needs().isEmpty();
    }

    private static boolean isCustomer(ShopperRef shopper) {
        return shopper.kind() == ShopperRef.Kind.CUSTOMER;
    }
}

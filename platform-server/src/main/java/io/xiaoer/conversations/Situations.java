package io.xiaoer.conversations;

import io.xiaoer.answering.Need;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.answering.Situation;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rules.Rules;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenants.Shops;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
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

    /** A shopper, what is known of them, and where they are. */
    record Known(ShopperRef shopper, ShopperRecords records, ShopPage page) {}

    /**
     * What is known of a shopper before anything is understood, so that it is known what they may speak of.
     *
     * @param page where they are, as plain JSON
     */
    Known of(ShopperRef shopper, @Nullable Object page) {
        return known(shopper, ShopPage.of(page));
    }

    private Known known(ShopperRef shopper, ShopPage page) {
        Set<String> skus = page.skus();
        ShopperRecords records = isCustomer(shopper)
                ? data.of(shopper.id(), skus)
                : skus.isEmpty() ? ShopperRecords.nobody(Map.of()) : data.nobody(skus);
        return new Known(shopper, records, page);
    }

    /**
     * What the plan's facts are told from, inside a turn's transaction.
     *
     * @throws LookupWanted if the shop's own system is to be asked first
     */
    Situation duringTurn(Known known, Plan plan, Instant at) {
        boolean personal = needsFacts(plan) && plan.needs().stream().anyMatch(Need::isPersonal);
        LiveLookup live = lookup.getIfAvailable();
        if (personal && wanted(live, known.shopper())) {
            throw new LookupWanted(known.shopper().id());
        }
        return loaded(known, plan, at);
    }

    /** The same outside of any transaction: asks the shop's own system at once. */
    Situation outsideTurn(Known known, Plan plan, Instant at) {
        LiveLookup live = lookup.getIfAvailable();
        if (live != null && needsFacts(plan) && wanted(live, known.shopper())) {
            live.refresh(known.shopper().id());
            return loaded(known(known.shopper(), known.page()), plan, at);
        }
        return loaded(known, plan, at);
    }

    /** For somebody who is not signed in, on no page of the shop. */
    public Situation stranger(Plan plan, Instant at) {
        return loaded(known(ShopperRef.visitor(""), ShopPage.none()), plan, at);
    }

    private Situation loaded(Known known, Plan plan, Instant at) {
        if (!needsFacts(plan)) {
            return Situation.unknown(ZoneOffset.UTC);
        }
        boolean signedIn = isCustomer(known.shopper());
        LiveLookup live = lookup.getIfAvailable();
        Looked looked = live == null || !signedIn
                ? Looked.NONE
                : live.state(known.shopper().id());
        return new Situation(
                signedIn,
                known.records(),
                rules.at(at),
                looked,
                known.page(),
                shops.current().timeZone());
    }

    private static boolean wanted(@Nullable LiveLookup live, ShopperRef shopper) {
        return live != null && isCustomer(shopper) && live.wanted(shopper.id());
    }

    private static boolean needsFacts(Plan plan) {
        return plan.outcome() == Outcome.ANSWERED && !plan.needs().isEmpty();
    }

    private static boolean isCustomer(ShopperRef shopper) {
        return shopper.kind() == ShopperRef.Kind.CUSTOMER;
    }
}

package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.rollout.Admission;
import io.xiaoer.rollout.Admissions;
import io.xiaoer.rollout.Arrival;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.ShopperRef.Kind;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks whether a shopper may talk to a bot, and tells whoever decides that how new they are. */
@Component
class Reception {

    private final Admissions admissions;
    private final ConversationRows rows;
    private final ShopData shopData;

    Reception(Admissions admissions, ConversationRows rows, ShopData shopData) {
        this.admissions = admissions;
        this.rows = rows;
        this.shopData = shopData;
    }

    /** What the shop says with the shopper goes before what its systems have told. */
    private record Known(
            BotId bot, ShopperRef shopper, ShopperProfile profile, ConversationRows rows, ShopData shopData)
            implements Arrival {

        @Override
        public Optional<OffsetDateTime> registeredAt() {
            return Optional.ofNullable(profile.registeredAt()).or(this::recorded);
        }

        private Optional<OffsetDateTime> recorded() {
            return shopper.kind() == Kind.CUSTOMER
                    ? Optional.ofNullable(shopData.of(shopper.id(), List.of()).customer())
                            .map(Customer::registeredAt)
                    : Optional.empty();
        }

        @Override
        public Optional<OffsetDateTime> firstSeenAt() {
            return rows.firstSeen(TenantScope.required(), bot, shopper);
        }
    }

    /** Where the shopper of a conversation that is going on stands; if that was open, it is decided now. */
    Admission admit(Conversation conversation) {
        return admit(conversation.bot(), conversation.shopper(), conversation.profile());
    }

    Admission admit(BotId bot, ShopperRef shopper, ShopperProfile profile) {
        return admissions.admit(bot, shopper, new Known(bot, shopper, profile, rows, shopData));
    }

    /** Where a shopper would stand who has said nothing yet; decides nothing. */
    Admission foresee(BotId bot, ShopperRef shopper, ShopperProfile profile) {
        return admissions.foresee(bot, shopper, new Known(bot, shopper, profile, rows, shopData));
    }
}

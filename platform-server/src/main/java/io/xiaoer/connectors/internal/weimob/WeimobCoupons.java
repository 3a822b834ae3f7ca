package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.putText;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putTime;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putYuan;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes coupons of a customer's; the platform does not say when one changed, so each is as of when it was read. */
final class WeimobCoupons {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private WeimobCoupons() {}

    /** Empty for one that is good for goods, of which we have no kind. */
    static Optional<Pushed> made(String customerId, JsonNode theirs, Instant readAt) {
        String type = String.valueOf(text(WeimobFields.COUPON_TYPE.in(theirs)));
        if (type.equals(WeimobStatuses.COUPON_FOR_GOODS)) {
            return Optional.empty();
        }
        ObjectNode coupon = BridgeHttp.JSON.createObjectNode().put("customerId", customerId);
        putText(coupon, "name", text(WeimobFields.COUPON_NAME.in(theirs)));
        String kind = WeimobStatuses.COUPON_KINDS.ours(type);
        coupon.put("kind", kind);
        JsonNode value = WeimobFields.COUPON_VALUE.in(theirs);
        if (kind.equals("percent")) {
            BigDecimal paid = WeimobValues.decimal(value);
            if (paid != null) {
                coupon.put("value", off(paid).stripTrailingZeros().toPlainString());
            }
        } else {
            putYuan(coupon, "value", value);
        }
        JsonNode threshold = WeimobFields.COUPON_THRESHOLD.in(theirs);
        BigDecimal from = WeimobValues.decimal(threshold);
        if (from != null && from.signum() > 0) {
            putYuan(coupon, "threshold", threshold);
        }
        putTime(coupon, "validFrom", WeimobFields.COUPON_FROM.in(theirs));
        putTime(coupon, "validTo", WeimobFields.COUPON_TO.in(theirs));
        coupon.put("status", WeimobStatuses.COUPONS.ours(String.valueOf(text(WeimobFields.COUPON_STATUS.in(theirs)))));
        return Optional.of(new Pushed(
                RecordKind.COUPONS.key(),
                text(WeimobFields.COUPON_CODE.in(theirs)),
                coupon,
                readAt.atOffset(ZoneOffset.UTC).toString()));
    }

    /** The percentage that is taken off, where 8.5 (折), 85 and 0.85 say that 85 percent are to be paid; which of them, nothing public says. */
    static BigDecimal off(BigDecimal paid) {
        if (paid.compareTo(BigDecimal.ONE) < 0) {
            return WHOLE.subtract(paid.multiply(WHOLE));
        }
        return paid.compareTo(BigDecimal.TEN) <= 0
                ? WHOLE.subtract(paid.multiply(BigDecimal.TEN))
                : WHOLE.subtract(paid);
    }
}

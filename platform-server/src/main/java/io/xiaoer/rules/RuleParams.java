package io.xiaoer.rules;

/** What a rule of one type says. Plain data; its calculator is a method of it. */
public sealed interface RuleParams
        permits ThresholdPromotion,
                CouponStacking,
                SendBack,
                PriceProtection,
                ShippingFee,
                Dispatch,
                DeliveryPromise,
                Presale,
                FreshClaim,
                AllergyReturn,
                NewCustomerGift,
                MemberBenefits,
                Invoice {}

package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Theme;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.conversations.ConversationHistoryImport;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignUps;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.onboarding.Step;
import io.xiaoer.operations.ShopFigures;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.Stage;
import io.xiaoer.security.ApiErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Moment;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Two shops with a month behind them and one that has just begun, made through the same services as any other, each step as of its own day. What
 * is random in it comes out the same each time.
 */
@Component
class DemoShops {

    static final String EDITOR = "editor@xiaoer.example";
    static final String VIEWER = "viewer@xiaoer.example";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PASSWORD_BYTES = 9;
    private static final int DAYS = 30;
    private static final int RUSH_DAY = 9;

    /** What the second shop never switched on, so that its bot knows less. */
    private static final List<String> LEFT_OUT = List.of(
            "coupon-stacking",
            "coupon-unusable",
            "threshold-promotion",
            "price-protection",
            "exchange",
            "opened-return",
            "return-freight",
            "logistics-stuck",
            "order-modify",
            "merge-orders",
            "sensitive-skin",
            "acne-skin",
            "skin-type",
            "shade-choose",
            "recommend",
            "usage-order",
            "member-benefits",
            "gift-with-purchase",
            "big-sale");

    private final SignUps signUps;
    private final Packs packs;
    private final Directory directory;
    private final Members members;
    private final KnowledgeDrafts knowledge;
    private final Rollouts rollouts;
    private final TestCases testCases;
    private final FirstSteps steps;
    private final ConversationHistoryImport history;
    private final Bots bots;
    private final ShopData data;
    private final ShopRecords records;
    private final WidgetSecrets secrets;
    private final ApiErrors errors;
    private final ShopFigures figures;
    private final PasswordEncoder encoder;
    private final Clock clock;

    DemoShops(
            SignUps signUps,
            Packs packs,
            Directory directory,
            Members members,
            KnowledgeDrafts knowledge,
            Rollouts rollouts,
            TestCases testCases,
            FirstSteps steps,
            ConversationHistoryImport history,
            Bots bots,
            ShopData data,
            ShopRecords records,
            WidgetSecrets secrets,
            ApiErrors errors,
            ShopFigures figures,
            PasswordEncoder encoder,
            Clock clock) {
        this.signUps = signUps;
        this.packs = packs;
        this.directory = directory;
        this.members = members;
        this.knowledge = knowledge;
        this.rollouts = rollouts;
        this.testCases = testCases;
        this.steps = steps;
        this.history = history;
        this.bots = bots;
        this.data = data;
        this.records = records;
        this.secrets = secrets;
        this.errors = errors;
        this.figures = figures;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Someone who can log in to a demo shop. */
    record Login(String shop, String email, String password, Role role) {}

    /**
     * A shopper with orders.
     *
     * @param identity says to the shop's widget who they are, for a day
     */
    record Shopper(String shop, String name, String widgetKey, String identity) {}

    /**
     * What there is to show.
     *
     * @param first the shop with the longer past
     */
    record Seeded(SignedUp first, List<Login> logins, List<Shopper> shoppers) {}

    boolean areThere() {
        return directory.findLogin(DemoShop.HUAYANG.owner()).isPresent();
    }

    /** @param past whether the first two shops get what has happened in them in the weeks before */
    Seeded seed(boolean past) {
        Story story = new Story(DemoShop.HUAYANG, DAYS);
        Story second = new Story(DemoShop.YUNDUO, DAYS - 2);
        Story fresh = new Story(DemoShop.SHANYE, 2);
        List<Login> logins = new ArrayList<>(List.of(story.login()));
        if (past) {
            logins.addAll(tellFirst(story));
            tellSecond(second);
            tellThird(fresh);
        } else {
            story.open(2, "11:00", "先开放");
            second.open(2, "11:00", "先开放");
        }
        fresh.open(2, "11:00", "先开放，边用边补");
        logins.addAll(List.of(second.login(), fresh.login()));
        return new Seeded(
                story.signedUp,
                List.copyOf(logins),
                Stream.of(story, second, fresh).map(this::shopper).toList());
    }

    /** Tried by staff, opened to all, taken by surprise by a live sale, and taught since. */
    private List<Login> tellFirst(Story story) {
        Login editor = new Login(story.shop.shop(), EDITOR, secret(), Role.EDITOR);
        Login viewer = new Login(story.shop.shop(), VIEWER, secret(), Role.VIEWER);
        List<String> staff = List.of("dianzhang", "xiaomei");
        story.asOwner(29, "15:10", () -> {
            members.add(editor.email(), Objects.requireNonNull(encoder.encode(editor.password())), editor.role());
            members.add(viewer.email(), Objects.requireNonNull(encoder.encode(viewer.password())), viewer.role());
        });
        story.asOwner(29, "15:30", () -> rollouts.listStaff(story.bot, staff));
        story.asOwner(29, "15:40", () -> List.of(Step.values()).forEach(step -> steps.finish(story.bot, step)));
        story.asEditor(26, "10:40", () -> {
            story.answer("ship-time", "现货下午四点前付款当天发出，四点以后付款的第二天发出。预售商品按页面标注的时间发。");
            story.answer("shipping-fee", "单笔实付满 99 元包邮，不满的收 10 元运费。新疆、西藏等偏远地区以结算页显示的为准。");
        });
        story.publish(26, "11:05", "写上本店的发货时间和包邮门槛");
        Instant opened = story.open(24, "10:00", "员工试了几天，回答稳妥，面向所有顾客开放");
        story.asEditor(RUSH_DAY - 1, "09:20", () -> {
            story.add(
                    "live-offer",
                    "直播间的买一送一怎么拍",
                    List.of("直播间说的买一送一怎么没有", "为什么没有送第二件", "直播间专享价在哪里拍"),
                    "直播间的买一送一要从直播间的商品链接下单，结算页会自动带上送的那一件，页面价和直播间价不同是正常的。已经拍错的，没发货可以取消重拍。",
                    story.at(3, "00:00"));
            story.add(
                    "live-password",
                    "主播说的暗号怎么用",
                    List.of("暗号是什么", "暗号写在哪里"),
                    "暗号写在下单备注里就行，仓库看到会放一份小样。每个订单写一次，已经下单的把订单号发过来补登记。",
                    null);
        });
        story.publish(RUSH_DAY - 1, "09:45", "补上直播间买一送一和暗号的回答");
        story.asEditor(4, "16:00", () -> {
            story.add(
                    "empty-bottles",
                    "空瓶回收怎么参加",
                    List.of("空瓶可以换什么", "空瓶回收还有吗", "空瓶能换小样不"),
                    "集满三个本店正装空瓶，洗净寄回可以换一份中样，每月一次。打开「我的-会员中心-空瓶回收」填寄回单号就可以。",
                    null);
            story.add(
                    "member-day",
                    "会员日是哪一天",
                    List.of("会员日几号", "每个月什么时候会员日"),
                    "每月 18 号是会员日，会员下单享双倍积分，还能领一张会员券，在「我的-会员中心」里领取。",
                    null);
        });
        story.publish(4, "16:20", "新增空瓶回收和会员日");
        story.asEditor(4, "16:30", () -> {
            story.hold("空瓶能换什么呀", "empty-bottles", "小样");
            story.hold("这个月会员日几号", "member-day", "18 号");
            story.hold("买多少包邮", "shipping-fee", "99");
        });
        story.asEditor(1, "17:30", () -> {
            story.answer("refund-time", "退款按原支付方式退回。没发货的一般当天退；退货的在仓库签收后两天内验收，验收通过当天退。银行卡到账可能还要等一两个工作日。");
            story.add(
                    "shopper-group",
                    "有没有顾客群可以进",
                    List.of("怎么进群", "有粉丝群吗"),
                    "有的，打开「我的-会员中心-加入社群」扫码就能进，群里会提前说上新和活动。",
                    null);
        });
        history(
                story,
                new DemoTraffic.Script(
                        20_260_301,
                        46,
                        ZONE,
                        story.at(DAYS, "14:00"),
                        clock.instant(),
                        story.releases,
                        opened,
                        staff,
                        story.today.minusDays(RUSH_DAY),
                        1));
        return List.of(editor, viewer);
    }

    /** A smaller shop that opened at once, with less for its bot to know. */
    private void tellSecond(Story story) {
        story.asOwner(27, "20:10", () -> LEFT_OUT.forEach(story::leaveOut));
        story.asOwner(27, "20:20", () -> {
            List.of(Step.SOLVE, Step.CONNECT, Step.STAFF).forEach(step -> steps.finish(story.bot, step));
            List.of(Step.VOICE, Step.RULES, Step.TRY).forEach(step -> steps.skip(story.bot, step));
        });
        story.publish(27, "20:30", "先上线常用的问答");
        Instant opened = story.open(27, "20:35", "直接开放");
        history(
                story,
                new DemoTraffic.Script(
                        77,
                        15,
                        ZONE,
                        story.at(27, "20:40"),
                        clock.instant(),
                        story.releases,
                        opened,
                        List.of(),
                        null,
                        1.5));
    }

    /** A shop that has just begun, and has said a few things in its own way since. */
    private static void tellThird(Story story) {
        story.asOwner(1, "15:20", () -> {
            story.answer("bulk-order", "单位团购、食堂长期拿货都可以谈。说一声「转人工」，留下要什么、多少份、哪天要，老板娘亲自报价。");
            story.answer("recommend", "这几天山上的冬枣和沃柑正当时，店铺首页「今日采摘」里的都是当天摘的。拿不准口味的，先挑小份装尝尝。");
            story.leaveOut("pick-up");
        });
    }

    private void history(Story story, DemoTraffic.Script script) {
        TenantId tenant = story.signedUp.tenantId();
        DemoErrors.of(script.seed(), ZONE, script.begin(), script.end(), script.rush())
                .forEach(failed -> Moment.run(failed.at(), () -> errors.count(tenant, failed.status())));
        errors.flush();
        TenantScope.run(tenant, Actor.platform(), () -> {
            history.add(story.bot, DemoTraffic.of(script));
            figures.recount(script.begin());
        });
    }

    private Shopper shopper(Story story) {
        return TenantScope.call(
                story.signedUp.tenantId(), Story.actor(story.shop.owner(), Role.OWNER), () -> connect(story));
    }

    /** Paints the chat in the shop's colour, tells the platform what the shop's system knows, and signs who its first shopper is. */
    private Shopper connect(Story story) {
        Instant now = clock.instant();
        bots.change(story.bot, new BotChange(null, null, Theme.standardIn(story.shop.colour()), null, null, null));
        List<Pushed> known = DemoRecords.of(story.shop, now.atZone(ZONE).toOffsetDateTime());
        records.store(known, "demo").stream()
                .filter(result -> result.outcome() == PushResult.Outcome.REJECTED)
                .findFirst()
                .ifPresent(result -> {
                    throw new IllegalStateException(
                            "The demo's " + result.kind() + "/" + result.id() + " is wrong: " + result.reason());
                });
        String secret = secrets.renew(story.bot, false);
        String id = DemoRecords.shoppers(story.shop).getFirst();
        Customer customer = Objects.requireNonNull(data.of(id, List.of()).customer());
        return new Shopper(
                story.shop.shop(),
                customer.name(),
                story.signedUp.widgetKey(),
                DemoIdentity.sign(secret, customer, now));
    }

    private static String secret() {
        return Ids.secret(PASSWORD_BYTES);
    }

    /** A shop's past as it is told: who does what on which day. */
    private final class Story {

        private final LocalDate today = LocalDate.now(clock.withZone(ZONE));
        private final NavigableMap<Instant, Integer> releases = new TreeMap<>();
        private final DemoShop shop;
        private final String password = secret();
        private final SignedUp signedUp;
        private final BotId bot;

        Story(DemoShop shop, int daysAgo) {
            this.shop = shop;
            Instant begin = at(daysAgo, "10:15");
            SignUp request = new SignUp(shop.shop(), shop.owner(), password, shop.pack(), "zh-CN");
            Pack pack = packs.earlier(shop.pack(), "zh-CN", shop.packVersion())
                    .orElseGet(() -> packs.get(shop.pack(), "zh-CN"));
            this.signedUp = Moment.call(begin, () -> signUps.signUp(request, pack));
            this.bot = signedUp.botId();
            releases.put(begin, 1);
        }

        Login login() {
            return new Login(shop.shop(), shop.owner(), password, Role.OWNER);
        }

        Instant at(int daysAgo, String time) {
            return today.minusDays(daysAgo)
                    .atTime(LocalTime.parse(time))
                    .atZone(ZONE)
                    .toInstant();
        }

        Instant asOwner(int daysAgo, String time, Runnable work) {
            Instant moment = at(daysAgo, time);
            as(shop.owner(), Role.OWNER, moment, work);
            return moment;
        }

        void asEditor(int daysAgo, String time, Runnable work) {
            as(EDITOR, Role.EDITOR, at(daysAgo, time), work);
        }

        private void as(String name, Role role, Instant moment, Runnable work) {
            Moment.run(moment, () -> TenantScope.run(signedUp.tenantId(), actor(name, role), work));
        }

        private static Actor actor(String name, Role role) {
            return new Actor(Actor.Kind.MEMBER, name, role.permissions());
        }

        /** To all shoppers. */
        Instant open(int daysAgo, String time, String reason) {
            return asOwner(daysAgo, time, () -> rollouts.moveTo(bot, Stage.FULL, reason, null));
        }

        void publish(int daysAgo, String time, String note) {
            Instant moment = at(daysAgo, time);
            asOwner(daysAgo, time, () -> releases.put(moment, rollouts.publish(bot, note, true)));
        }

        void answer(String key, String answer) {
            Entry entry = knowledge.get(bot, key);
            knowledge.put(bot, key, draft(entry, answer, entry.enabled()));
        }

        /** Has publishing wait for an answer. */
        void hold(String question, String key, String contains) {
            Expectation expect = new Expectation(key, List.of(), null, List.of(contains), List.of());
            testCases.add(bot, TestCase.Draft.of(question, "本店要点", expect, true));
        }

        void leaveOut(String key) {
            Entry entry = knowledge.get(bot, key);
            knowledge.put(bot, key, draft(entry, entry.answer(), false));
        }

        void add(String key, String question, List<String> similar, String answer, @Nullable Instant validTo) {
            OffsetDateTime end = validTo == null ? null : validTo.atOffset(ZoneOffset.UTC);
            knowledge.add(
                    bot, new EntryDraft(key, question, similar, List.of(), answer, List.of(), null, end, true, null));
        }

        private static EntryDraft draft(Entry entry, String answer, boolean enabled) {
            return new EntryDraft(
                    entry.key(),
                    entry.question(),
                    entry.similar(),
                    entry.keywords(),
                    answer,
                    entry.needs(),
                    entry.validFrom(),
                    entry.validTo(),
                    enabled,
                    entry.version());
        }
    }
}

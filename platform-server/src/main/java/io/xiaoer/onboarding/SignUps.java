package io.xiaoer.onboarding;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Fallback;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.onboarding.internal.AppliedPack;
import io.xiaoer.onboarding.internal.AppliedPackRows;
import io.xiaoer.onboarding.internal.Pack;
import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.NewApiClient;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tones;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens shops. */
@Service
@OpenToAll("anyone may open a shop")
public class SignUps {

    private final Packs packs;
    private final Directory directory;
    private final Shops shops;
    private final Members members;
    private final ApiClients apiClients;
    private final Bots bots;
    private final KnowledgeDrafts knowledge;
    private final Tones tones;
    private final Rules rules;
    private final Rollouts rollouts;
    private final TestCases testCases;
    private final AppliedPackRows applied;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignUps(
            Packs packs,
            Directory directory,
            Shops shops,
            Members members,
            ApiClients apiClients,
            Bots bots,
            KnowledgeDrafts knowledge,
            Tones tones,
            Rules rules,
            Rollouts rollouts,
            TestCases testCases,
            AppliedPackRows applied,
            PasswordEncoder encoder,
            Clock clock,
            TransactionTemplate transaction) {
        this.packs = packs;
        this.directory = directory;
        this.shops = shops;
        this.members = members;
        this.apiClients = apiClients;
        this.bots = bots;
        this.knowledge = knowledge;
        this.tones = tones;
        this.rules = rules;
        this.rollouts = rollouts;
        this.testCases = testCases;
        this.applied = applied;
        this.encoder = encoder;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Opens a shop with a bot from a pack, its first release published for staff: all of it or nothing.
     *
     * @throws Problem naming what is wrong with the input, or that the e-mail address is taken
     */
    public SignedUp signUp(SignUp request) {
        request.validate();
        return signUp(request, packs.get(Objects.requireNonNull(request.template()), request.locale()));
    }

    /** The same with a version of the pack that is not the newest. */
    public SignedUp signUp(SignUp request, Pack pack) {
        request.validate();
        String email = Members.canonicalEmail(Objects.requireNonNull(request.email()));
        if (directory.findLogin(email).isPresent()) {
            throw Members.emailTaken();
        }
        String passwordHash = Objects.requireNonNull(encoder.encode(request.password()));
        TenantId tenant = new TenantId(Ids.next());
        // the tenant is bound before the transaction opens: row-level security needs to know it from the start
        Actor owner = new Actor(Actor.Kind.MEMBER, email, Role.OWNER.permissions());
        return TenantScope.call(
                tenant,
                owner,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> open(tenant, request, pack, email, passwordHash))));
    }

    private SignedUp open(TenantId tenant, SignUp request, Pack pack, String email, String passwordHash) {
        String name = Objects.requireNonNull(request.shopName()).strip();
        String locale = request.locale() == null ? pack.locale() : request.locale();
        shops.open(new Shop(tenant, name, locale, "CNY", ZoneId.of("Asia/Shanghai"), pack.key(), 1));
        members.add(email, passwordHash, Role.OWNER);
        NewApiClient apiClient =
                apiClients.create(locale.startsWith("zh") ? "随店铺开通的账号" : "First client", EnumSet.allOf(Scope.class));
        Bot bot = bots.create(name, new Fallback(Fallback.Kind.PERSON, null, null));
        knowledge.addAll(bot.id(), pack.entries());
        knowledge.saveLexicon(bot.id(), new Lexicon(pack.synonyms(), pack.words()));
        tones.save(bot.id(), pack.tone());
        rules.apply(pack.rules().stream().map(Pack.Rule::toPackRule).toList());
        Rollout rollout =
                rollouts.begin(bot.id(), pack.name().getOrDefault(locale, pack.key()) + " v" + pack.version());
        testCases.addPack(bot.id(), pack.testCases());
        applied.insert(tenant, bot.id(), AppliedPack.first(pack, email, OffsetDateTime.now(clock)));
        return new SignedUp(tenant, bot.id(), bot.widgetKey(), rollout.staffCode(), apiClient);
    }
}

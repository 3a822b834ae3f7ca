package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.rehearsal.RuleImpact;
import io.xiaoer.rehearsal.RuleImpact.Contradiction;
import io.xiaoer.rehearsal.RuleImpact.How;
import io.xiaoer.rehearsal.RuleImpact.Ruled;
import io.xiaoer.rehearsal.RuleImpact.Touched;
import io.xiaoer.rehearsal.RuleImpact.Unit;
import io.xiaoer.rehearsal.internal.Figures.Deal;
import io.xiaoer.rehearsal.internal.Figures.Figure;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds entries that have to do with a rule, and numbers in their answers that it does not have. */
public final class ImpactFinder {

    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
    private static final Pattern TEMPLATE = Pattern.compile("(?s)\\{\\{.*?}}|\\{%.*?%}");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。！？!?；;\\n]+|(?<=[a-z])\\.\\s");

    private final RuleType type;
    private final List<RuleParams> allowed;
    private final Subjects subjects;

    /**
     * @param allowed what the rule of this type would say, several if there are several; none holds no number against an answer
     */
    public ImpactFinder(RuleType type, List<RuleParams> allowed) {
        this.type = type;
        this.allowed = List.copyOf(allowed);
        this.subjects = Subjects.of(type);
    }

    public RuleImpact find(BotId bot, List<Entry> entries) {
        List<Touched> touched = new ArrayList<>();
        List<Contradiction> contradictions = new ArrayList<>();
        for (Entry entry : entries) {
            List<Contradiction> wrong = allowed.isEmpty() ? List.of() : contradictions(bot, entry);
            contradictions.addAll(wrong);
            how(entry, !wrong.isEmpty())
                    .ifPresent(how -> touched.add(new Touched(bot, entry.key(), entry.question(), how)));
        }
        touched.sort(Comparator.comparing(Touched::how));
        return new RuleImpact(touched, contradictions);
    }

    private Optional<How> how(Entry entry, boolean saysANumberOfIt) {
        if (entry.needs().stream().anyMatch(subjects.needs()::contains)) {
            return Optional.of(How.USES);
        }
        boolean mentions = saysANumberOfIt
                || Stream.of(
                                Stream.of(entry.question(), entry.answer()),
                                entry.similar().stream(),
                                entry.keywords().stream())
                        .flatMap(texts -> texts)
                        .anyMatch(text -> subjects.words().stream().anyMatch(text::contains));
        return mentions ? Optional.of(How.MENTIONS) : Optional.empty();
    }

    private List<Contradiction> contradictions(BotId bot, Entry entry) {
        List<Contradiction> found = new ArrayList<>();
        String answer = TEMPLATE.matcher(entry.answer()).replaceAll("　");
        for (String sentence : SENTENCE_ENDS.split(answer)) {
            Sentence read = new Sentence(plain(sentence), plain(entry.question()));
            if (type == RuleType.THRESHOLD_PROMOTION) {
                deals(read)
                        .forEach(deal -> found.add(contradiction(
                                bot, entry, sentence, deal.text(), new Ruled(Unit.TIERS, List.of(), tiers()))));
            } else {
                for (Figure figure : read.figures()) {
                    read.topics(figure).stream()
                            .filter(topic -> topic.type() == type && !agrees(topic, figure))
                            .findFirst()
                            .ifPresent(topic -> found.add(contradiction(
                                    bot,
                                    entry,
                                    sentence,
                                    figure.text(),
                                    new Ruled(unit(topic), values(topic), List.of()))));
                }
            }
        }
        return found;
    }

    private static Contradiction contradiction(BotId bot, Entry entry, String sentence, String written, Ruled ruled) {
        return new Contradiction(bot, entry.key(), entry.question(), sentence.strip(), written, ruled);
    }

    private List<Deal> deals(Sentence sentence) {
        return Figures.deals(sentence.text()).stream()
                .filter(deal -> !sentence.isOfACoupon(deal))
                .filter(deal -> tiers().stream()
                        .noneMatch(tier -> same(tier.over().amount(), deal.over())
                                && same(tier.off().amount(), deal.off())))
                .toList();
    }

    private List<Tier> tiers() {
        return allowed.stream()
                .filter(ThresholdPromotion.class::isInstance)
                .flatMap(params -> ((ThresholdPromotion) params).tiers().stream())
                .toList();
    }

    private List<BigDecimal> values(Topic topic) {
        return allowed.stream()
                .flatMap(params -> topic.saidBy(params).stream())
                .distinct()
                .toList();
    }

    /** Whether the rule has the number, or counts in something that cannot be compared with it. */
    private boolean agrees(Topic topic, Figure figure) {
        Optional<BigDecimal> comparable = switch (unit(topic)) {
            case DAYS -> in(figure, Figures.Unit.DAY, BigDecimal.ONE);
            case HOURS ->
                in(figure, Figures.Unit.HOUR, BigDecimal.ONE).or(() -> in(figure, Figures.Unit.DAY, HOURS_OF_A_DAY));
            case MONEY -> in(figure, Figures.Unit.YUAN, BigDecimal.ONE);
            case COUPONS -> in(figure, Figures.Unit.PIECE, BigDecimal.ONE);
            case TIERS -> Optional.empty();
        };
        return comparable
                .map(amount -> values(topic).stream().anyMatch(value -> same(value, amount)))
                .orElse(true);
    }

    private static Optional<BigDecimal> in(Figure figure, Figures.Unit unit, BigDecimal factor) {
        return figure.unit() == unit ? Optional.of(figure.amount().multiply(factor)) : Optional.empty();
    }

    private static Unit unit(Topic topic) {
        return Objects.requireNonNull(topic.unit(), "a topic of a rule counts in something");
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    /** Full-width digits and capitals as others write them, each character in its place. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            plain.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : Character.toLowerCase(c));
        }
        return plain.toString();
    }
}

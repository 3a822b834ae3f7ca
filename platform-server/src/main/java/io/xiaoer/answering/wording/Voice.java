package io.xiaoer.answering.wording;

import io.xiaoer.tone.ToneProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a text as this shop's clerk would: an address in front, a particle at the end of the first sentence, emoji as the shop likes them.
 * Only adds such words and takes away emoji; everything else stays as it was written. The same key always sounds the same.
 */
public final class Voice {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern LIST_ITEM = Pattern.compile(
            "^\\s*([0-9０-９]+\\s*[.、．)）:：]|[①-⑳❶-❿➊-➓•·*\\-]|[（(][0-9一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[步，,、])");
    private static final Pattern SORRY =
            Pattern.compile("抱歉|对不起|不好意思|遗憾|理解您|受伤|过敏|就医|sorry|apolog", Pattern.CASE_INSENSITIVE);
    private static final String PARTICLES = "哦呢哈呀啊吧吗嘛啦哟喔噢呐哒咯捏么";
    /** These would turn a statement into a question or a guess. */
    private static final String CHANGING = "吗么吧";

    private static final String FRIENDLY = "😊";

    private final ToneProfile tone;
    private final boolean english;
    private final int seed;

    /** @param key what the text belongs to; chooses among several addresses and particles */
    public Voice(ToneProfile tone, String locale, String key) {
        this.tone = tone;
        this.english = locale.startsWith("en");
        int hash = key.hashCode() * 0x9E3779B9;
        this.seed = (hash ^ (hash >>> 15)) & 0x7FFFFFFF;
    }

    public String say(String text) {
        String said = english ? text : addressed(softened(text));
        return withEmoji(said);
    }

    private String addressed(String text) {
        if (tone.address().isEmpty()
                || LIST_ITEM.matcher(text).find()
                || tone.address().stream().anyMatch(address -> !address.isEmpty() && text.startsWith(address))) {
            return text;
        }
        String address = tone.address().get(seed % tone.address().size());
        return address.isBlank() ? text : address + "，" + text;
    }

    private String softened(String text) {
        List<String> particles = tone.particles().stream()
                .filter(particle -> !particle.isBlank() && CHANGING.indexOf(particle.charAt(particle.length() - 1)) < 0)
                .toList();
        int end = firstSentenceEnd(text);
        if (particles.isEmpty()
                || end < 1
                || text.charAt(end) != '。'
                || LIST_ITEM.matcher(text).find()) {
            return text;
        }
        char last = text.charAt(end - 1);
        boolean takesParticle = Character.UnicodeScript.of(last) == Character.UnicodeScript.HAN
                && PARTICLES.indexOf(last) < 0
                && tone.particles().stream().noneMatch(text.substring(0, end)::endsWith);
        return takesParticle
                ? text.substring(0, end) + particles.get((seed / 7) % particles.size()) + text.substring(end)
                : text;
    }

    private static int firstSentenceEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("。！？!?\n".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private String withEmoji(String text) {
        int most = switch (tone.emoji()) {
            case NONE -> 0;
            case FEW -> 1;
            case MANY -> 3;
        };
        var kept = new StringBuilder(text.length());
        List<String> emoji = new ArrayList<>();
        Matcher characters = CHARACTER.matcher(text);
        while (characters.find()) {
            String character = characters.group();
            if (!isEmoji(character)) {
                kept.append(character);
            } else {
                emoji.add(character);
                if (tone.emoji() == ToneProfile.Emoji.MANY && emoji.size() <= most) {
                    kept.append(character);
                }
            }
        }
        String plain = kept.toString().strip();
        return switch (tone.emoji()) {
            case NONE -> plain;
            case FEW -> emoji.isEmpty() ? (seed % 3 == 0 ? friendly(plain) : plain) : plain + emoji.getFirst();
            case MANY -> emoji.isEmpty() ? friendly(plain) : plain;
        };
    }

    private static String friendly(String text) {
        boolean endsPlainly = !text.isEmpty() && "。！!？?~".indexOf(text.charAt(text.length() - 1)) >= 0;
        return endsPlainly && !SORRY.matcher(text).find() ? text + FRIENDLY : text;
    }

    /** Key caps such as 1️⃣ carry a digit and are no mere decoration. */
    private static boolean isEmoji(String character) {
        return character.codePoints().noneMatch(Character::isLetterOrDigit)
                && character
                        .codePoints()
                        .anyMatch(c -> (c >= 0x231A && Character.isExtendedPictographic(c))
                                || Character.isEmojiPresentation(c)
                                || c == 0xFE0F);
    }
}

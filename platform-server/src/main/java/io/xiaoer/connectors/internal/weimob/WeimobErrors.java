package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the platform means when it says no. Its list of codes is not public, so of one that is not in the table the message decides. */
final class WeimobErrors {

    private static final Map<String, Why> CODES = Map.of("80001001000119", Why.TOKEN);

    private static final Map<Pattern, Why> MESSAGES = messages();

    /** In the words of RFC 6749. */
    private static final Set<String> LATER = Set.of("server_error", "temporarily_unavailable");

    private WeimobErrors() {}

    static BridgeFailed of(String code, @Nullable String message) {
        Why why = CODES.get(code);
        if (why == null && message != null) {
            why = MESSAGES.entrySet().stream()
                    .filter(known -> known.getKey().matcher(message).find())
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return new BridgeFailed(why == null ? Why.REFUSED : why, code.matches("[0-9]{1,20}") ? code : "?");
    }

    static BridgeFailed ofToken(String error) {
        return new BridgeFailed(
                LATER.contains(error) ? Why.DOWN : Why.REFUSED, error.matches("[a-z_]{1,40}") ? error : "?");
    }

    private static Map<Pattern, Why> messages() {
        Map<Pattern, Why> messages = new LinkedHashMap<>();
        messages.put(words("频繁|限流|流控|稍后(再试|重试)|too many|too frequent|rate limit"), Why.BUSY);
        messages.put(words("token.{0,20}(失效|过期|无效|不存在|invalid|expired)|(invalid|expired).{0,20}token"), Why.TOKEN);
        messages.put(words("系统(繁忙|异常|错误)|服务(不可用|异常|超时)|timed? ?out|unavailable"), Why.DOWN);
        return messages;
    }

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}

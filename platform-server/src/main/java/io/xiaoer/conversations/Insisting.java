package io.xiaoer.conversations;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words with which a shopper does not accept a refusal. They say nothing by themselves. */
final class Insisting {

    private static final Pattern WORDS = Pattern.compile(
            "凭什么|凭啥|为(什么|啥|何)(就)?(不|要)|怎么就?(不能|不行|不给|不可以|过期|过了)"
                    + "|(就|非|必须|一定|还是|硬)(是)?要|必须(给|得|退|换)|我不管|不接受|不同意|不认(可|同|账)?|不服|不合理|不讲道理|霸王条款|通融|破(个)?例"
                    + "|不行也得|那也(得|要|不行)|(再)?(帮|给)我(再)?(申请|想想办法|问问|争取)|想想办法|就(晚|超|过|差)了?.{0,3}(天|小时|块|元)"
                    + "|才(晚|超|过).{0,3}(天|小时)|别的办法|行不行|求(你|您)|拜托"
                    + "|\\b(why (not|can'?t|won'?t)|make an exception|exception|not acceptable|i don'?t accept|i insist|there must be|come on"
                    + "|not fair|unfair|only (one|a|1) day|please just|still want|i want (it|my|a)|have to|at least|anything you can do)\\b");

    private Insisting() {}

    static boolean isIn(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}

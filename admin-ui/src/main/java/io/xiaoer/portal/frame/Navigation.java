package io.xiaoer.portal.frame;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.tenancy.Permission;
import java.util.List;

/** The places of the portal in the order of the side navigation: one line makes a view reachable. */
enum Navigation {
    HOME("", VaadinIcon.DASHBOARD, Group.SHOP, Permission.VIEW),
    INBOX("inbox", VaadinIcon.CHAT, Group.SHOP, Permission.CONVERSE),
    PILOT("pilot", VaadinIcon.ROCKET, Group.SHOP, Permission.VIEW),
    QUESTIONS("questions", VaadinIcon.QUESTION_CIRCLE_O, Group.SHOP, Permission.VIEW),
    REPORTS("reports", VaadinIcon.BAR_CHART, Group.SHOP, Permission.VIEW),
    START("start", VaadinIcon.FLAG_CHECKERED, Group.SHOP, Permission.EDIT),
    SHOPPERS("shoppers", VaadinIcon.CART_O, Group.SHOP, Permission.VIEW),
    KNOWLEDGE("knowledge", VaadinIcon.BOOK, Group.WORDS, Permission.VIEW),
    RULES("rules", VaadinIcon.SCALE, Group.WORDS, Permission.VIEW),
    LEXICON("lexicon", VaadinIcon.TAGS, Group.WORDS, Permission.VIEW),
    TONE("tone", VaadinIcon.COMMENT_O, Group.WORDS, Permission.VIEW),
    TEST("try", VaadinIcon.SEARCH, Group.WORDS, Permission.VIEW),
    CASES("tests", VaadinIcon.CHECK_SQUARE_O, Group.WORDS, Permission.VIEW),
    REPLAY("replay", VaadinIcon.TIME_BACKWARD, Group.WORDS, Permission.VIEW),
    RELEASES("releases", VaadinIcon.PACKAGE, Group.WORDS, Permission.VIEW),
    EMBED("embed", VaadinIcon.CODE, Group.CONNECT, Permission.VIEW),
    DATA("data", VaadinIcon.CONNECT, Group.CONNECT, Permission.ADMINISTER),
    CLIENTS("clients", VaadinIcon.KEY, Group.CONNECT, Permission.ADMINISTER),
    MEMBERS("members", VaadinIcon.USERS, Group.TEAM, Permission.VIEW),
    AUDIT("audit", VaadinIcon.CLOCK, Group.TEAM, Permission.ADMINISTER);

    /** Headings of the side navigation. */
    enum Group {
        SHOP,
        WORDS,
        CONNECT,
        TEAM;

        List<Navigation> places() {
            return List.of(Navigation.values()).stream()
                    .filter(place -> place.group == this)
                    .toList();
        }

        /** The text's key. */
        String text() {
            return "frame.group." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String path;
    private final VaadinIcon icon;
    private final Group group;
    private final Permission permission;

    Navigation(String path, VaadinIcon icon, Group group, Permission permission) {
        this.path = path;
        this.icon = icon;
        this.group = group;
        this.permission = permission;
    }

    String path() {
        return path;
    }

    VaadinIcon icon() {
        return icon;
    }

    Permission permission() {
        return permission;
    }

    /** The text's key. */
    String text() {
        return "frame.nav." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

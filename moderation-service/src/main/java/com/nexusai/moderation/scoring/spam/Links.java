package com.nexusai.moderation.scoring.spam;

import java.util.List;
import java.util.Locale;

/** What of a text leads elsewhere. */
final class Links {
    private static final List<String> INVITATIONS = List.of(
            "t.me/", "wa.me/", "chat.whatsapp.com/", "discord.gg/", "bit.ly/", "tinyurl.com/", "goo.gl/", "cutt.ly/");

    private Links() {}

    static int count(String text) {
        int links = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            links++;
        }
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
            // with a scheme before it, it has been counted
            if (!text.startsWith("://", at - 3)) {
                links++;
            }
        }
        return links;
    }

    /** To groups, or through services that hide where a link goes. */
    static boolean invites(String text) {
        if (text.indexOf('/') < 0) {
            return false;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return INVITATIONS.stream().anyMatch(lower::contains);
    }

    /** Words that begin with an at sign or a hash. */
    static int mentions(String text) {
        int mentions = 0;
        for (int at = 0; at + 1 < text.length(); at++) {
            boolean mark = text.charAt(at) == '@' || text.charAt(at) == '#';
            boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            if (mark && begins && Character.isLetterOrDigit(text.charAt(at + 1))) {
                mentions++;
            }
        }
        return mentions;
    }
}

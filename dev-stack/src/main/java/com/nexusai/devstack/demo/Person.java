package com.nexusai.devstack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Somebody who uses the product.
 *
 * @param chattiness how likely this person is to be the next to do something; a few talk much, most little
 * @param timeZoneHours so that not everybody sleeps at once
 */
record Person(String userId, String ip, String userAgent, String locale, double chattiness, int timeZoneHours) {
    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile Safari/604.1",
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_1) AppleWebKit/605.1.15 Version/19.1 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
    private static final List<String> LOCALES = List.of("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP");
    private static final int[] ZONES = {-8, -5, -5, 0, 1, 1, 2, 9};

    static Person random(int number, RandomGenerator random) {
        return new Person(
                "u-" + number,
                "203.0.113." + random.nextInt(1, 255), // an address range kept for documentation
                pick(BROWSERS, random),
                pick(LOCALES, random),
                Math.pow(random.nextDouble(), 3) + 0.02,
                ZONES[random.nextInt(ZONES.length)]);
    }

    Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("ip", ip);
        context.put("userAgent", userAgent);
        context.put("locale", locale);
        return context;
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}

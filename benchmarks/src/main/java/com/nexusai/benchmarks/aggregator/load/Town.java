package com.nexusai.benchmarks.aggregator.load;

/** Who lives where: a user belongs to one tenant for ever; tenants differ in size, and users in zeal. */
final class Town {
    private final int tenants;
    private final int users;

    Town(int tenants, int users) {
        this.tenants = tenants;
        this.users = users;
    }

    /** @param chance from 0 to 1; a tenth of the users cause a third of the events */
    int user(double chance) {
        return (int) (users * chance * chance);
    }

    String tenantOf(int user) {
        return "tenant-" + tenant(user);
    }

    /** Every tenant has a user of its own, then the larger get more. */
    private int tenant(int user) {
        if (user < tenants) {
            return user;
        }
        double chance = scattered(user);
        return (int) (tenants * chance * chance);
    }

    /** A number from 0 to 1 that looks random and is always the same for this user. */
    private static double scattered(int user) {
        int mixed = user * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        return (mixed >>> 1) / (double) (1 << 30) / 2;
    }
}

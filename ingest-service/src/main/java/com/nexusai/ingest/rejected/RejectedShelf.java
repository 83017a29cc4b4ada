package com.nexusai.ingest.rejected;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The newest rejected events of each tenant, so many in all. When there are too many, the tenant with the most gives up
 * its oldest: nobody's flood pushes out another's few.
 */
public final class RejectedShelf {
    private final int capacity;
    private final Map<String, TreeSet<RejectedEntry>> byTenant = new HashMap<>();
    private final Map<RejectedId, RejectedEntry> byId = new HashMap<>();
    private final Set<RejectedId> resubmitted = new HashSet<>();

    public RejectedShelf(int capacity) {
        this.capacity = capacity;
    }

    /** What was rejected for one reason and came from one place. */
    public record Group(
            String code,
            String source,
            @Nullable String producer,
            long count,
            long resubmitted,
            Instant first,
            Instant last) {}

    private record Kind(
            String code, String source, @Nullable String producer) {}

    synchronized void add(RejectedEntry entry) {
        if (byId.putIfAbsent(entry.id(), entry) != null) {
            return;
        }
        byTenant.computeIfAbsent(entry.tenantId(), any -> new TreeSet<>(RejectedEntry.OLDEST_FIRST))
                .add(entry);
        if (byId.size() > capacity) {
            var most = byTenant.values().stream()
                    .max(Comparator.comparingInt(TreeSet::size))
                    .orElseThrow();
            remove(most.first());
        }
    }

    /** Also of one that is not here, or not yet. */
    synchronized void markResubmitted(RejectedId id) {
        resubmitted.add(id);
    }

    public synchronized boolean isResubmitted(RejectedId id) {
        return resubmitted.contains(id);
    }

    /** Null where the tenant has no such entry. */
    public synchronized @Nullable RejectedEntry find(String tenantId, RejectedId id) {
        var entry = byId.get(id);
        return entry != null && entry.tenantId().equals(tenantId) ? entry : null;
    }

    /** Newest first. */
    public synchronized List<RejectedEntry> newest(
            String tenantId, RejectedFilter filter, @Nullable RejectedEntry before, int limit) {
        var all = byTenant.getOrDefault(tenantId, new TreeSet<>(RejectedEntry.OLDEST_FIRST));
        return matching(
                before == null
                        ? all.descendingSet()
                        : all.headSet(before, false).descendingSet(),
                filter,
                limit);
    }

    public synchronized List<RejectedEntry> oldest(
            String tenantId, RejectedFilter filter, @Nullable RejectedEntry after, int limit) {
        var all = byTenant.getOrDefault(tenantId, new TreeSet<>(RejectedEntry.OLDEST_FIRST));
        return matching(after == null ? all : all.tailSet(after, false), filter, limit);
    }

    /** Largest first. */
    public synchronized List<Group> groups(String tenantId, RejectedFilter filter) {
        return oldest(tenantId, filter, null, Integer.MAX_VALUE).stream()
                .collect(groupingBy(entry -> new Kind(entry.code(), entry.source(), entry.producer())))
                .entrySet()
                .stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(Group::count)
                        .reversed()
                        .thenComparing(Group::code)
                        .thenComparing(Group::source))
                .toList();
    }

    synchronized void forgetOlderThan(Instant oldest) {
        for (var tenant : byTenant.values()) {
            while (!tenant.isEmpty() && tenant.first().rejectedAt().isBefore(oldest)) {
                var entry = tenant.first();
                tenant.remove(entry);
                byId.remove(entry.id());
                resubmitted.remove(entry.id());
            }
        }
        byTenant.values().removeIf(TreeSet::isEmpty);
    }

    private void remove(RejectedEntry entry) {
        byId.remove(entry.id());
        resubmitted.remove(entry.id());
        var tenant = byTenant.get(entry.tenantId());
        if (tenant != null && tenant.remove(entry) && tenant.isEmpty()) {
            byTenant.remove(entry.tenantId());
        }
    }

    private List<RejectedEntry> matching(Iterable<RejectedEntry> entries, RejectedFilter filter, int limit) {
        var found = new ArrayList<RejectedEntry>();
        for (var entry : entries) {
            if (found.size() == limit) {
                break;
            }
            if (filter.takes(entry, resubmitted.contains(entry.id()))) {
                found.add(entry);
            }
        }
        return found;
    }

    private Group group(Kind kind, List<RejectedEntry> entries) {
        return new Group(
                kind.code(),
                kind.source(),
                kind.producer(),
                entries.size(),
                entries.stream()
                        .filter(entry -> resubmitted.contains(entry.id()))
                        .count(),
                entries.getFirst().rejectedAt(),
                entries.getLast().rejectedAt());
    }
}

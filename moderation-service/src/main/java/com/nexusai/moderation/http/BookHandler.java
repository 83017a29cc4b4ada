package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.book.Book;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Definitions of one sort, of the caller's tenant. All instances follow a change within moments, without a restart. */
final class BookHandler<V, R extends Definition<V>> {
    static final String NAME = "name";

    /**
     * @param what as the audit log and messages call it
     * @param brief what a list shows of one
     */
    record Sort<V, R>(String what, Class<R> request, ToIntFunction<V> version, Function<V, ?> brief) {}

    private final Book<V> book;
    private final Sort<V, R> sort;
    private final Clock clock;

    BookHandler(Book<V> book, Sort<V, R> sort, Clock clock) {
        this.book = book;
        this.sort = sort;
        this.clock = clock;
    }

    void list(Context ctx) {
        ctx.json(Map.of(
                "items", book.all(Access.tenant(ctx)).stream().map(sort.brief()).toList()));
    }

    void get(Context ctx) {
        var found = book.find(Access.tenant(ctx), ctx.pathParam(NAME));
        if (found == null) {
            throw missing(ctx.pathParam(NAME));
        }
        ctx.json(found);
    }

    void put(Context ctx) {
        put(ctx, request -> {});
    }

    /** @param check throws what is wrong with the request */
    void put(Context ctx, Consumer<R> check) {
        var request = RequestBody.json(ctx, sort.request());
        check.accept(request);
        var who = Moderator.of(ctx, () -> "", clock);
        var name = Definition.name(ctx.pathParam(NAME));
        var written = change(who, name, "changed", before -> {
            refuseUnseen(before, request.version());
            return request.define(name, who, before);
        });
        ctx.status(sort.version().applyAsInt(written) == 1 ? HttpStatus.CREATED : HttpStatus.OK)
                .json(written);
    }

    void delete(Context ctx) {
        int version = ctx.queryParamAsClass("version", Integer.class).getOrDefault(0);
        var who = Moderator.of(ctx, () -> "", clock);
        var name = ctx.pathParam(NAME);
        book.change(
                who.tenantId(),
                name,
                before -> {
                    if (before == null) {
                        throw missing(name);
                    }
                    refuseUnseen(before, version);
                    return null;
                },
                (before, after) -> Definition.audit(who, sort.what(), name, "deleted", version));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** Whatever the version is now. */
    V change(Moderator who, String name, String act, UnaryOperator<@Nullable V> change) {
        return Objects.requireNonNull(book.change(
                who.tenantId(),
                name,
                change,
                (before, after) -> after == null
                        ? null
                        : Definition.audit(
                                who, sort.what(), name, act, sort.version().applyAsInt(after))));
    }

    Problem missing(String name) {
        return Problem.notFound("There is no " + sort.what() + " called '" + name + "'.");
    }

    private void refuseUnseen(@Nullable V before, int seen) {
        int version = before == null ? 0 : sort.version().applyAsInt(before);
        if (version != seen) {
            throw Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            "It has version " + version + ", and the change is made from version " + seen
                                    + ". Read it again.")
                    .with("version", version);
        }
    }
}

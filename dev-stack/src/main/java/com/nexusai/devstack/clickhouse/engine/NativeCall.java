package com.nexusai.devstack.clickhouse.engine;

/** A method handle may throw anything by its signature; calls into C throw nothing but linkage mistakes. */
final class NativeCall {
    private NativeCall() {}

    interface Call<T> {
        T call() throws Throwable;
    }

    interface Procedure {
        void run() throws Throwable;
    }

    static <T> T get(Call<T> call) {
        try {
            return call.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Procedure procedure) {
        try {
            procedure.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

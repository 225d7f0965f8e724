package org.passerelle.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A small HTTP/1.1 load generator for a server on this machine: keep-alive connections, one GET after another.
/// It counts every status, so that an error cannot look like speed, and it stops by itself.
final class HttpLoad {

    /// What a load showed.
    ///
    /// @param perSecond answers per second
    /// @param p50Micros half of the answers were quicker, microseconds
    /// @param p99Micros 99 % of the answers were quicker, microseconds
    /// @param failures answers other than 200, and broken connections
    record Result(double perSecond, long p50Micros, long p99Micros, long answers, long failures) {}

    private final int port;
    private final byte[] request;

    HttpLoad(int port, String path, String cookie) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/html\r\nCookie: "
                        + cookie + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// As fast as the connections can.
    Result flatOut(int connections, int seconds) throws InterruptedException {
        return run(connections, seconds, 0);
    }

    /// At a steady rate; the time of an answer counts from when it was due, so that a pause is not hidden.
    Result at(int perSecond, int connections, int seconds) throws InterruptedException {
        return run(connections, seconds, perSecond);
    }

    private Result run(int connections, int seconds, int rate) throws InterruptedException {
        var failures = new AtomicLong();
        var times = new ArrayList<List<Long>>();
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        for (int c = 0; c < connections; c++) {
            var mine = new ArrayList<Long>();
            times.add(mine);
            int number = c;
            threads.add(Thread.ofPlatform().start(() -> loop(number, connections, rate, start, end, mine, failures)));
        }
        for (var thread : threads) thread.join();
        double elapsed = (System.nanoTime() - start) / 1e9;
        long[] all =
                times.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        return new Result(
                all.length / elapsed,
                all.length == 0 ? 0 : all[all.length / 2] / 1000,
                all.length == 0 ? 0 : all[(int) (all.length * 0.99)] / 1000,
                all.length,
                failures.get());
    }

    // A server may close a connection it has kept long enough: then the next request opens another, and the time
    // that takes counts. Only a request that was sent and never answered is a failure.
    private void loop(
            int number, int connections, int rate, long start, long end, List<Long> times, AtomicLong failures) {
        long gap = rate == 0 ? 0 : 1_000_000_000L * connections / rate;
        long due = start + (rate == 0 ? 0 : 1_000_000_000L * number / rate);
        while (System.nanoTime() < end) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(10_000);
                var in = new BufferedInputStream(socket.getInputStream(), 65_536);
                var out = socket.getOutputStream();
                boolean open = true;
                while (open) {
                    if (rate > 0) {
                        long wait = due - System.nanoTime();
                        if (wait > 0) LockSupport.parkNanos(wait);
                    }
                    long from = rate > 0 ? due : System.nanoTime();
                    if (System.nanoTime() >= end) return;
                    out.write(request);
                    out.flush();
                    var answer = answer(in);
                    if (answer.code != 200) failures.incrementAndGet();
                    else times.add(System.nanoTime() - from);
                    open = answer.keepsOpen;
                    due += gap;
                }
            } catch (IOException e) {
                failures.incrementAndGet();
                due += gap;
            }
        }
    }

    private record Answer(int code, boolean keepsOpen) {}

    private static Answer answer(InputStream in) throws IOException {
        var status = line(in);
        int code = Integer.parseInt(status.substring(9, 12));
        long length = -1;
        boolean chunked = false;
        boolean keepsOpen = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Long.parseLong(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) chunked = true;
            if (lower.startsWith("connection:") && lower.contains("close")) keepsOpen = false;
        }
        if (chunked) {
            for (long size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size);
                line(in);
            }
            line(in);
        } else if (length > 0) {
            in.skipNBytes(length);
        }
        return new Answer(code, keepsOpen);
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("connection closed");
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }
}

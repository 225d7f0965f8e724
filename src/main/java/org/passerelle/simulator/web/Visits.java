package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How often one address may ask the simulators (S-54): so many at once, refilled every second. Nobody who types is
/// ever stopped; a program in a loop is told when to come back. Nothing is kept but a count by address, in memory.
@Component
class Visits implements HandlerInterceptor, WebMvcConfigurer {

    private static final int MOST_ADDRESSES = 20_000;
    private static final long SECOND = 1_000_000_000L;
    private static final int AHEAD_SECONDS = 8;

    private final int perSecond;
    private final ConcurrentHashMap<String, Long> freeFrom = new ConcurrentHashMap<>();

    /// @param perSecond answers that one address may ask for, each second; 0 = no limit (`passerelle bench`)
    Visits(@Value("${passerelle.simulator.per-second:25}") int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        BillablePage.PATH + "/**",
                        RemainsPage.PATH + "/**",
                        DayRatePage.PATH + "/**",
                        YearPage.PATH + "/**",
                        CheckPage.PATH + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (perSecond != 0 && !comesIn(request.getRemoteAddr(), System.nanoTime())) throw new Later();
        return true;
    }

    /// Each answer takes a place for a moment; whoever is more than so many moments ahead waits.
    ///
    /// @param now nanoseconds, rising
    boolean comesIn(String address, long now) {
        if (freeFrom.size() > MOST_ADDRESSES) freeFrom.values().removeIf(free -> free < now);
        long moment = SECOND / perSecond;
        var came = new boolean[1];
        freeFrom.compute(address, (_, free) -> {
            long from = free == null ? now : Math.max(free, now);
            came[0] = from - now <= AHEAD_SECONDS * SECOND;
            return came[0] ? from + moment : free;
        });
        return came[0];
    }
}

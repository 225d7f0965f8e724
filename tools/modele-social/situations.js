// Random but repeatable situations: the same seed gives the same five hundred people.

/** Mulberry32: 32 bits of state, the same on every machine. */
export function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const one = (roll, of) => of[Math.floor(roll() * of.length)]
const cents = (euros) => Math.round(euros * 100) / 100

/** Gross pay: mostly ordinary, often beside a threshold, sometimes far above. */
function gross(roll, thresholds) {
  const kind = roll()
  if (kind < 0.25) return cents(one(roll, thresholds) + (roll() - 0.5) * 6)
  if (kind < 0.65) return cents(900 + roll() * 4000)
  if (kind < 0.9) return cents(3000 + roll() * 9000)
  return cents(9000 + roll() * 36000)
}

export function situations(year, count, seed) {
  const roll = dice(seed * 10_000 + year)
  const law = {
    2024: { pmss: 3864, smic: [1766.92, 1801.8], limits: [4368, 6115.2] },
    2025: { pmss: 3925, smic: [1801.8], limits: [4054.05, 5945.94] },
    2026: { pmss: 4005, smic: [1823.03, 1867.02], limits: [5469.1, 5601.05] },
  }[year]
  const thresholds = [law.pmss, 4 * law.pmss, 8 * law.pmss, ...law.smic, ...law.smic.map((s) => 1.6 * s), ...law.limits]
  return Array.from({ length: count }, (_, i) => {
    const month = 1 + Math.floor(roll() * 12)
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const day = 1 + Math.floor(roll() * last)
    const fixedTerm = roll() < 0.25
    return {
      id: `${year}-${i + 1}`,
      input: {
        date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        grossMonthly: gross(roll, thresholds),
        cadre: roll() < 0.6,
        effectif: one(roll, [1, 5, 10, 11, 19, 20, 49, 50, 60, 149, 249, 250, 1999, 2000, 5000]),
        versementMobilite: one(roll, [0, 0.55, 1.4, 2.01, 3.2]),
        atmp: one(roll, [0.2, 0.5, 0.77, 1, 1.85, 2.08, 4.3]),
        mutuelle: { monthly: one(roll, [0, 28.5, 45.37, 60, 121.4, 310, 640]), employerShare: one(roll, [50, 60, 75, 100]) },
        alternantsShare: one(roll, [0, 0.5, 1, 1.9, 2, 2.5, 3, 4.9, 5, 8]),
        hoursPerWeek: roll() < 0.7 ? 35 : one(roll, [7, 14, 17.5, 20, 24, 28, 31.5, 34]),
        fixedTerm,
        pas: roll() < 0.8 ? 'neutre' : one(roll, [0, 3.7, 11.9, 27.4]),
      },
    }
  })
}

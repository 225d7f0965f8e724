// npm run check [-- --count 500 --seed 1]: our payslips beside Urssaf's model, figure by figure.
// Exit code 0 when every difference has a name of payroll.md 14, else 1.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { situations } from './situations.js'
import { ask, model } from './model.js'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const count = option('count', 500)
const seed = option('seed', 1)
const CLOSE = 0.0001
const PMSS = { 2024: 3864, 2025: 3925, 2026: 4005 }

function ours(cases) {
  const door = fileURLToPath(new URL('../../passerelle', import.meta.url))
  const run = spawnSync(door, ['pay'], { input: JSON.stringify({ cases }), maxBuffer: 1 << 30 })
  if (run.status !== 0) throw new Error(String(run.stderr))
  return JSON.parse(String(run.stdout)).results
}

/** The model's answer, made to say what the differences of payroll.md 14 make ours say; the names used are noted. */
function expected(input, slip, table, note) {
  const totals = { ...slip.totals }
  if (slip.employerCover > 0) {
    note('net imposable: the model adds the employer’s prévoyance')
    totals.netTaxable -= slip.employerCover
    const pmss = PMSS[input.date.slice(0, 4)]
    const limit = Math.min(0.05 * pmss + 0.02 * input.grossMonthly, 0.02 * 8 * pmss)
    const ofWorker = slip.lines.mutuelle[1]
    const taxed = Math.max(0, ofWorker + slip.employerCover - limit) - Math.max(0, ofWorker - limit)
    if (taxed > 0) {
      note('net imposable: the model leaves the employer’s prévoyance out of the limit of CGI 83 1° quater')
      totals.netTaxable += taxed
    }
  }
  if (input.pas === 'neutre') {
    const rate = table(totals.netTaxable, input.date)
    if (Math.abs(rate - totals.pasRate) > 1e-9) {
      note(input.date >= '2026-01-01' && input.date < '2026-05-01'
        ? 'neutral table of 2026 from 1 January in the model, from 1 May in the text'
        : 'neutral rate read at the corrected net imposable')
    }
    totals.pasRate = rate
  }
  return totals
}

const ZONES = {
  MAINLAND: "impôt . taux neutre d'impôt sur le revenu",
  GUADELOUPE_REUNION_MARTINIQUE: "impôt . taux neutre d'impôt sur le revenu . barème Guadeloupe Réunion Martinique",
  GUYANE_MAYOTTE: "impôt . taux neutre d'impôt sur le revenu . barème Guyane Mayotte",
}

/** The neutral tables as the model holds them, with the day of payroll.md 9 for the one of 2026. */
function neutral(rules, zone = 'MAINLAND') {
  const grids = rules[ZONES[zone]].variations
  const from = { '01/01/2026': '2026-05-01', '01/05/2025': '2025-05-01', '01/01/2024': '2024-01-01' }
  const dated = grids
    .filter((g) => g.si && from[g.si.replace('date >= ', '')])
    .map((g) => ({ from: from[g.si.replace('date >= ', '')], steps: g.alors.grille.tranches }))
  return (base, date) => {
    const grid = dated.find((g) => date >= g.from)
    const step = grid.steps.find((s) => !s.plafond || base < parseFloat(s.plafond))
    return parseFloat(step.montant)
  }
}

/** Our rate of each zone beside the model's table, read at our own net imposable. */
function zones(y, rules) {
  const asked = Object.keys(ZONES).flatMap((zone) =>
    situations(y, 120, seed + 1).map(({ id, input }) => ({ id: `${zone} ${id}`, input: { ...input, zone, pas: 'neutre' } })))
  const tables = Object.fromEntries(Object.keys(ZONES).map((zone) => [zone, neutral(rules, zone)]))
  return ours(asked).flatMap((mine, i) => {
    const { zone, date } = asked[i].input
    const theirs = tables[zone](mine.exact.netTaxable, date)
    return mine.exact.pasRate === theirs ? [] : [`${mine.id} neutral rate: ours ${mine.exact.pasRate}, model ${theirs}`]
  })
}

async function year(y) {
  const { default: rules } = await import(y >= 2026 ? 'modele-social-2026' : 'modele-social-2025')
  const engine = await model(y)
  const table = neutral(rules)
  const named = new Map()
  const unnamed = zones(y, rules)
  const asked = situations(y, count, seed)
  const results = ours(asked)
  let figures = 0
  asked.forEach(({ id, input }, i) => {
    const slip = ask(engine, input)
    const mine = results[i]
    if (mine.error) return unnamed.push(`${id}: ${JSON.stringify(mine.error)}`)
    const notes = new Set()
    const totals = expected(input, slip, table, (n) => notes.add(n))
    const lines = structuredClone(slip.lines)
    if (input.atmp < slip.atmpFloor) {
      notes.add('AT/MP: the model raises a notified rate to the minimum of the tariff')
      const lower = (slip.lines.atmp[0] * input.atmp) / slip.atmpFloor
      totals.employerTotal -= slip.lines.atmp[0] - lower
      totals.employerCost -= slip.lines.atmp[0] - lower
      lines.atmp[0] = lower
    }
    const differ = (what, ourFigure, theirs) => {
      figures++
      if (Math.abs(ourFigure - theirs) > CLOSE) unnamed.push(`${id} ${what}: ours ${ourFigure}, model ${theirs} ${JSON.stringify(input)}`)
    }
    for (const [name, theirs] of Object.entries(totals)) differ(name, mine.exact[name], theirs)
    differ('csgBase', mine.reference.csgBase, slip.csgBase)
    differ('coefficient', mine.reference.reductionCoefficient, slip.lines.reduction_generale[0] === 0 ? 0 : slip.coefficient)
    for (const [name, [employer, employee]] of Object.entries(lines)) {
      const line = mine.lines.find((l) => l.id === name) ?? { employer: 0, employee: 0 }
      differ(`${name} employer`, line.employer, employer)
      differ(`${name} employee`, line.employee, employee)
    }
    for (const note of notes) named.set(note, (named.get(note) ?? 0) + 1)
  })
  console.log(`${y}: ${asked.length} situations (seed ${seed}), ${figures} figures, ${unnamed.length} unexplained`)
  for (const [name, times] of named) console.log(`  ${String(times).padStart(4)} × ${name}`)
  for (const line of unnamed.slice(0, option('show', 20))) console.log(`  ! ${line}`)
  return unnamed.length
}

let wrong = 0
for (const y of [2024, 2025, 2026]) wrong += await year(y)
process.exit(wrong === 0 ? 0 : 1)

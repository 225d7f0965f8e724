// npm run speed [-- seconds]: payslips per second of Urssaf's model on this machine, one thread. A payslip is a new
// situation and its totals: cost, net before tax, net imposable, tax. Prints one line of JSON.
import { situations } from './situations.js'
import { ask, model, setSituation } from './model.js'

const seconds = Number(process.argv[2] ?? 5)
const engine = await model(2026)
const cases = situations(2026, 1000, 1).map(({ input }) => input)

function measure(one) {
  for (let i = 0; i < 20; i++) one(cases[i]) // warm
  const start = process.hrtime.bigint()
  let done = 0
  let elapsed = 0
  while (elapsed < seconds) {
    one(cases[done++ % cases.length])
    elapsed = Number(process.hrtime.bigint() - start) / 1e9
  }
  return Math.round((done / elapsed) * 10) / 10
}

const totals = [
  'salarié . coût total employeur',
  'salarié . rémunération . net . à payer avant impôt',
  'salarié . rémunération . net . imposable',
  'impôt . montant',
]
const payslips = measure((input) => {
  setSituation(engine, input)
  for (const name of totals) engine.evaluate(name)
})
const explained = measure((input) => ask(engine, input))
console.log(JSON.stringify({ model: 'modele-social 11.1.0', node: process.version, payslips, explained }))

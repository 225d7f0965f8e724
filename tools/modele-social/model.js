// Urssaf's model asked for one of our situations.
import Engine from 'publicodes'

const silent = { log() {}, warn() {}, error() {} }

/** The model of that year: 10.0.0 still has the reductions that ended with 2025. */
export async function model(year) {
  const { default: rules } = await import(year >= 2026 ? 'modele-social-2026' : 'modele-social-2025')
  return new Engine(rules, { logger: silent })
}

export function setSituation(engine, input) {
  const [year, month, day] = input.date.split('-')
  engine.setSituation({
    dirigeant: 'non',
    date: `${day}/${month}/${year}`,
    'salarié . contrat': input.fixedTerm ? "'CDD'" : "'CDI'",
    ...(input.fixedTerm
      ? {
          'salarié . contrat . CDD . durée': input.shortContract ? '2 mois' : '6 mois',
          'salarié . contrat . CDD . indemnité de fin de contrat': 'non',
        }
      : {}),
    'salarié . contrat . salaire brut': `${input.grossMonthly} €/mois`,
    'salarié . contrat . statut cadre': input.cadre ? 'oui' : 'non',
    ...(input.hoursPerWeek < 35
      ? {
          'salarié . contrat . temps de travail . temps partiel': 'oui',
          'salarié . contrat . temps de travail . temps partiel . heures par semaine': `${input.hoursPerWeek} heures/semaine`,
        }
      : {}),
    'entreprise . salariés . effectif': `${input.effectif} employés`,
    'entreprise . salariés . ratio alternants': `${input.alternantsShare}%`,
    'établissement . commune . taux versement mobilité': `${input.versementMobilite}%`,
    'établissement . taux ATMP': `${input.atmp}%`,
    'salarié . cotisations . prévoyances . santé . montant': `${input.mutuelle.monthly} €/mois`,
    'salarié . cotisations . prévoyances . santé . taux employeur': `${input.mutuelle.employerShare}%`,
    'impôt . méthode de calcul': input.pas === 'neutre' ? "'taux neutre'" : "'taux personnalisé'",
    ...(input.pas === 'neutre' ? {} : { 'impôt . taux personnalisé': `${input.pas}%` }),
  })
}

/** Totals, lines and what is needed to tell our differences apart. */
export function ask(engine, input) {
  setSituation(engine, input)
  const year = input.date.slice(0, 4)
  const names = engine.getParsedRules()
  const value = (name) => {
    if (!(name in names)) return 0
    const found = engine.evaluate({ valeur: name, unité: '€/mois' }).nodeValue
    return typeof found === 'number' ? found : 0
  }
  const plain = (name) => (name in names ? engine.evaluate(name).nodeValue || 0 : 0)
  const c = 'salarié . cotisations . '
  const pair = (name) => [value(`${c}${name} . employeur`), value(`${c}${name} . salarié`)]
  const er = (name) => [value(c + name), 0]
  const ee = (name) => [0, value(c + name)]
  const reduction = `exonérations . ${year >= 2026 ? 'RGDU' : 'réduction générale'}`
  return {
    totals: {
      gross: value('salarié . rémunération . brut'),
      employeeTotal: value(`${c}salarié`),
      employerTotal: value(`${c}employeur`),
      netBeforeTax: value('salarié . rémunération . net . à payer avant impôt'),
      netTaxable: value('salarié . rémunération . net . imposable'),
      netSocial: value('salarié . rémunération . montant net social'),
      pasRate: engine.evaluate({ valeur: "impôt . taux d'imposition", unité: '%' }).nodeValue || 0,
      employerCost: value('salarié . coût total employeur'),
    },
    csgBase: value(`${c}CSG-CRDS . assiette de base`),
    coefficient: plain(`${c}${reduction} . coefficient`),
    atmpFloor: engine.evaluate({ valeur: `${c}ATMP . taux minimum`, unité: '%' }).nodeValue,
    employerCover: value(`${c}prévoyances . incapacité invalidité décès . employeur`),
    excess: value(`${c}prévoyances . employeur . non déductible socialement`),
    lines: {
      maladie: pair('maladie'),
      vieillesse_plafonnee: pair('vieillesse . plafonnée'),
      vieillesse_deplafonnee: pair('vieillesse . déplafonnée'),
      allocations_familiales: er('allocations familiales'),
      atmp: er('ATMP'),
      agirc_arrco: pair('retraite complémentaire'),
      ceg: pair('CEG'),
      cet: pair('CET'),
      apec: pair('APEC'),
      chomage: er('chômage'),
      ags: er('AGS'),
      fnal: er('FNAL'),
      csa: er('CSA'),
      dialogue_social: er('contribution au dialogue social'),
      formation: er('formation professionnelle'),
      cpf_cdd: er('CPF CDD'),
      taxe_apprentissage: er("taxe d'apprentissage"),
      peec: er('PEEC'),
      versement_mobilite: er('versement mobilité'),
      forfait_social: er('forfait social'),
      prevoyance_cadres: er('prévoyances . incapacité invalidité décès . employeur'),
      mutuelle: pair('prévoyances . santé'),
      csg_deductible: ee('CSG-CRDS . CSG . déductible'),
      csg_non_deductible: ee('CSG-CRDS . CSG . non déductible'),
      crds: ee('CSG-CRDS . CRDS'),
      reduction_generale: [-value(c + reduction), 0],
    },
  }
}

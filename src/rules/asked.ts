/** Parameters and catalogues that the program asks a pack for; `<scope>` and `<list>` stand for any. */
export const ASKED_PARAMETERS: readonly string[] = [
  'duty-list.<scope>.<list>.count',
  'code.length',
  'code.community.from',
  'code.community.to',
  'code.village.from',
  'code.village.to',
  'household.residents.min',
  'household.residents.max',
];

export const ASKED_CATALOGUES: readonly string[] = [
  'duty.<scope>.<list>',
  'duty.forbidden',
  'word.assisting-verb',
  'word.responsible-verb',
  'word.placeholder',
  'word.frame',
  'word.light',
  'word.alike',
  'word.self-governance-start',
  'certificate.not-to-issue',
  'code.urban-rural-class',
  'region.province',
];

import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

const PROOF = { legalBasis: 'basis', requester: 'requester' } as const;

/** Not `needs`: one column that is absent does not excuse the other. */
export const rule = defineRule({
  id: 'certificate-unsupported',
  scope: 'certificate-list',
  messages: {
    basis: {
      'zh-CN': '“{text}”没有写明依据。请补上法律法规条款或保留证明清单文号；没有依据的不予出具。',
      en: '“{text}” names no legal basis. Add the clause or the list that keeps it; without one it is not issued.',
    },
    requester: {
      'zh-CN': '“{text}”没有写明要求开具的单位。请补上；没有单位索要的，从清单中删去。',
      en: '“{text}” does not say who asks for it. Name the authority; if none asks, delete the row.',
    },
  },
  check({ table, certificates }, { report, skip }) {
    for (const [field, message] of Object.entries(PROOF)) {
      if (table.columns.every((column) => column.field !== field)) {
        skip('column-missing', { field }, firstHeaderOrigin(table));
        continue;
      }
      for (const certificate of certificates) {
        const name = certificate.value('certificate');
        if (name.empty || !certificate.value(field).empty) continue;
        report({ message, args: { text: name.text.trim() }, at: certificate.at(field) });
      }
    }
  },
});

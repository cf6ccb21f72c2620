import type { ListedItem } from '../../model/burden.ts';

/** What a list does to whoever is below: it asks for work, bars it, or says that it was taken back. */
export type ListRole = 'duty' | 'barred' | 'withdrawn';

const ROLES: Readonly<Record<string, ListRole>> = {
  'not-undertake': 'barred',
  'not-certify': 'barred',
  withdrawn: 'withdrawn',
};

/** A list that nothing names is taken for one of duties, so that nothing drops out of the count. */
export function roleOf({ list }: Pick<ListedItem, 'list'>): ListRole {
  return ROLES[list ?? ''] ?? 'duty';
}

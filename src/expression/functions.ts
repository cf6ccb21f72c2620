/** Every function and method an expression may use; all else is refused. docs/policy-packs.md explains each. */

/** How many arguments each takes. */
export const FUNCTIONS: Readonly<Record<string, readonly number[]>> = {
  has: [1],
  size: [1],
  double: [1],
  sum: [1],
  date: [1],
  year: [1],
  days: [2],
  workdays: [2],
  param: [1],
  catalogue: [1],
};

export const METHODS: Readonly<Record<string, readonly number[]>> = {
  size: [0],
  contains: [1],
  startsWith: [1],
  endsWith: [1],
  matches: [1],
  substring: [1, 2],
  containsAny: [1],
  isAny: [1],
  all: [2],
  exists: [2],
  exists_one: [2],
  map: [2],
  filter: [2],
};

/** Functions whose argument must be written out, so that it is known when the pack loads. */
export const WRITTEN_OUT = ['param', 'catalogue', 'date', 'matches'];

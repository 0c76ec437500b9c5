/** The board's filters in their order: the part of the URL, the word, the list of the set-up they choose from. */
export const FILTERS = [
  { key: 'bu', label: 'Business unit', none: undefined, list: 'businessUnits' },
  { key: 'zone', label: 'Dispatch zone', none: undefined, list: 'zones' },
  { key: 'skill', label: 'Skill', none: 'Any', list: 'skills' },
  { key: 'tag', label: 'Tags', none: 'Any', list: 'tags' },
] as const;

type Named = { readonly id: number; readonly name: string; readonly active: boolean };
export const optionsOf = (list: readonly Named[]) =>
  list.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));

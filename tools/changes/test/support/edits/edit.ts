export type Edit = readonly [piece: string, by: string];

/** What is edited in the made-up provider's spec; what is found when the edit is made; what is found when it is taken back. */
export type EditOfSpec = readonly [
  name: string,
  edits: readonly Edit[],
  there: readonly string[],
  back: readonly string[],
];

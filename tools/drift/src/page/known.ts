/** What was known of a page before it is read: the dictionary that cells which run together are split by. */
export interface Known {
  /** Names of fields. */
  readonly names: ReadonlySet<string>;
  /** Error codes with their messages. */
  readonly errors: ReadonlyMap<string, string>;
}

export const nothingKnown: Known = { names: new Set(), errors: new Map() };

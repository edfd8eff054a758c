/** Addresses in a line: whose they are, and their parts. */
const address = /https?:\/\/[^\s"'`<>|,;)]*[^\s"'`<>|,;).:!?]/g;
const host = /^https?:\/\/[^/?#]+/;

export const addressesIn = (text: string): string[] => text.match(address) ?? [];

export const originOf = (address: string): string | undefined =>
  host.exec(address)?.[0].toLowerCase();

/** The path of an address, or a path as it is; placeholders in braces, whatever the page draws them with. */
export const pathOf = (address: string): string =>
  address
    .replace(host, "")
    .replace(/[?#].*$/, "")
    .replace(
      /\{\{\s*([^}]+?)\s*\}\}|<([^>]+)>/g,
      (_, a: string | undefined, b: string | undefined) => `{${a ?? b}}`,
    )
    .replace(/\/:([A-Za-z_]\w*)/g, "/{$1}")
    .replace(/[.,]$/, "");

const environments: readonly (readonly [string, RegExp])[] = [
  [
    "test",
    /\b(?:test|testing|sandbox|staging|uat|sit|demo|stage|development|dev|integration|acceptance|pre-?prod(?:uction)?)\b/i,
  ],
  ["live", /\b(?:live|production|prod)\b/i],
];

/** The environment that words in front of an address name. */
export const environmentIn = (text: string): string | undefined =>
  environments.find(([, words]) => words.test(text))?.[0];

/** What ends in front of an address that people are sent to, and not requests. */
const forPeople =
  /\b(?:see|visit|read|refer to|log ?in|more|details|keys?|credentials|status)(?: (?:at|on|in|from|under|to))?:?\s*["'`<(]?$/i;

export const isForPeople = (before: string): boolean => forPeople.test(before);

/** JSON as the repo keeps it: one entry of each list and each object a line, so that a review reads it like the page. */
export function printJson(top: object): string {
  const lines = Object.entries(top).map(([key, value]) => `  ${named(key, tall(value))}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

const named = (key: string, value: string) => `${JSON.stringify(key)}: ${value}`;

function entriesOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(flat);
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).map(([key, one]) => named(key, flat(one)));
}

function tall(value: unknown): string {
  const entries = entriesOf(value);
  if (!entries?.length) return flat(value);
  const inner = entries.map((entry) => `    ${entry}`).join(",\n");
  return Array.isArray(value) ? `[\n${inner}\n  ]` : `{\n${inner}\n  }`;
}

function flat(value: unknown): string {
  const entries = entriesOf(value)?.join(", ");
  if (entries === undefined) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${entries}]`;
  return entries === "" ? "{}" : `{ ${entries} }`;
}

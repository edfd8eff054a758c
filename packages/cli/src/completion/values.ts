/** What the value of an option or an argument can be, where the command line knows it. */

/** @returns no values if they are not known, or the configuration cannot be read: a shell has no place for an error */
export async function valuesOf(
  name: string,
  choices: readonly string[] | undefined,
  words: readonly string[],
): Promise<readonly string[]> {
  if (choices) return choices;
  if (name === "account") return accounts(words);
  if (name === "provider") return providers();
  return [];
}

async function accounts(words: readonly string[]): Promise<readonly string[]> {
  const named = words.findIndex((word) => word === "--config" || word === "-c");
  const { loadConfig } = await import("../config/load-config.ts");
  try {
    return Object.keys((await loadConfig(named < 0 ? undefined : words[named + 1])).accounts);
  } catch {
    return [];
  }
}

async function providers(): Promise<readonly string[]> {
  const { providers } = await import("../generated/providers.ts");
  return providers.map(({ name }) => name);
}

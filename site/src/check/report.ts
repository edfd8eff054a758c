/** Runs checks one after the other, and says what each found. */

export interface Report {
  /** @param find - returns everything that is wrong */
  check(what: string, find: () => Promise<readonly string[]> | readonly string[]): Promise<void>;
  note(text: string): void;
  readonly failed: boolean;
}

export function createReport(print: (line: string) => void): Report {
  let failed = false;
  return {
    async check(what, find) {
      const found = await Promise.resolve()
        .then(find)
        .catch((error: unknown) => [String(Object(error).message ?? error)]);
      failed ||= found.length > 0;
      print(`${found.length === 0 ? "ok" : "NOT OK"}  ${what}`);
      for (const each of found.slice(0, 20)) print(`        ${each}`);
      if (found.length > 20) print(`        and ${found.length - 20} more`);
    },
    note: (text) => print(`    ${text}`),
    get failed() {
      return failed;
    },
  };
}

/** One run of `docs:check`. */
import { checkPage } from "./check.ts";
import { findProvider, pageText } from "./files.ts";
import { checkPublished } from "./openapi/check.ts";
import { publishedIn } from "./openapi/published.ts";
import { json } from "./report/json.ts";
import { paintFor } from "./report/paint.ts";
import { readable } from "./report/readable.ts";
import { Unusable } from "./unusable.ts";

export interface Asked {
  readonly provider: string;
  readonly page: string | undefined;
  readonly from: string;
  readonly root: string;
}

const exitCodes = { same: 0, changed: 1, unreadable: 2 };

/** @returns the exit code */
export async function check({
  provider: name,
  page,
  from,
  root,
  ...options
}: Asked & { readonly json?: boolean; readonly whole?: boolean }): Promise<number> {
  const { committed, reading, spec, files } = findProvider(root, name);
  const needed = <T>(found: T | undefined, file: string): T => {
    if (found !== undefined) return found;
    throw new Unusable(
      `There is no ${file} to compare with. Read the page for the first time: npm run docs:accept -- ${name} <page>`,
    );
  };
  const before = needed(committed, files.facts);
  const given = page ?? before.page;
  const content = await pageText(given, from);
  const document = publishedIn(content, given);
  const checked = document
    ? checkPublished(document, before, spec, options.whole)
    : checkPage(content, before, needed(reading, files.reading), spec, options.whole);
  const about = { provider: name, page: given, read: before.read, files };
  console.log(
    options.json ? json(checked, about) : readable(checked, about, paintFor(process.stdout)),
  );
  return exitCodes[checked.status];
}

/** One run of `docs:check`. */
import { checkPage } from "./check.ts";
import { findProvider, pageText } from "./files.ts";
import { Unusable } from "./unusable.ts";

export interface Asked {
  readonly provider: string;
  readonly page: string | undefined;
  readonly from: string;
  readonly root: string;
  readonly whole: boolean;
}

const exitCodes = { same: 0, changed: 1, unreadable: 2 };

/** @returns the exit code */
export async function check({
  provider: name,
  page,
  from,
  root,
  whole,
  json: asJson,
}: Asked & { readonly json: boolean }): Promise<number> {
  const provider = await findProvider(root, name);
  const committed = provider.committed();
  if (!committed) {
    throw new Unusable(
      `There is no ${provider.factsFile} to compare with. Read the page for the first time: pnpm docs:accept ${name} <page>`,
    );
  }
  const given = page ?? committed.page;
  const checked = await checkPage(await pageText(given, from), committed, provider.spec, whole);
  const about = { provider: name, page: given, read: committed.read, specFile: provider.specFile };
  if (asJson) {
    const { json } = await import("./report/json.ts");
    console.log(json(checked, about));
  } else {
    const [{ readable }, { paintFor }] = await Promise.all([
      import("./report/readable.ts"),
      import("./report/paint.ts"),
    ]);
    console.log(readable(checked, about, paintFor(process.stdout)));
  }
  return exitCodes[checked.status];
}

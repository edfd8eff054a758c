/** The cases, given to docs:check, and what it called them. */
import { readFileSync } from "node:fs";
import { acceptPage } from "../../src/accept.ts";
import { type Checked, checkPage } from "../../src/check.ts";
import { effects, type JudgedChange } from "../../src/compare/change.ts";
import { parseFacts } from "../../src/facts/file.ts";
import { readSpec } from "../../src/spec/contract.ts";
import { foundIn } from "./found.ts";
import type { Case, LabelledChange } from "./label.ts";
import { outlines } from "./outline.ts";

export const callings = [...effects, "words", "nothing", "unreadable"] as const;

/** `refused`: docs:accept did not take the page, so that there was nothing to compare with. */
type Calling = (typeof callings)[number] | "refused";

export interface Result extends Case {
  /** `words`: the text alone is reported. `none`: a change of facts without an effect. */
  readonly called: Calling;
  readonly found: readonly LabelledChange[];
  readonly missed: readonly LabelledChange[];
  readonly changes: readonly JudgedChange[];
}

export async function run(cases: readonly Case[]): Promise<Result[]> {
  const pages = new Map<string, Awaited<ReturnType<typeof accepted>>>();
  for (const name of new Set(cases.map(({ page }) => page))) pages.set(name, await accepted(name));
  return Promise.all(
    cases.map(async (one): Promise<Result> => {
      const page = pages.get(one.page);
      if (!page) return { ...one, called: "refused", found: [], missed: [], changes: [] };
      const checked = await checkPage(one.content, page.committed, async () => page.spec);
      const changes = checked.status === "unreadable" ? [] : checked.changes;
      const isFound = (change: LabelledChange) => foundIn(changes, change);
      return {
        ...one,
        called: calling(checked),
        found: one.label.changes.filter(isFound),
        missed: one.label.changes.filter((change) => !isFound(change)),
        changes,
      };
    }),
  );
}

function calling(checked: Checked): Calling {
  if (checked.status === "unreadable") return "unreadable";
  if (checked.status === "changed") return checked.effect;
  return checked.text.length > 0 ? "words" : "nothing";
}

async function accepted(name: string) {
  const spec = readSpec(
    `specs/${name}.yaml`,
    readFileSync(new URL(`pages/${name}.yaml`, import.meta.url), "utf8"),
  );
  const answer = await acceptPage(outlines[name]?.page ?? "", undefined, spec);
  if (answer.status !== "accepted") return undefined;
  return { spec, committed: parseFacts(answer.content) };
}

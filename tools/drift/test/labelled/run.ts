/** The cases, given to docs:check, and what it called them. */
import { readFileSync } from "node:fs";
import { acceptPage } from "../../src/accept.ts";
import { type Checked, checkPage, pageOf } from "../../src/check.ts";
import { effects, type JudgedChange } from "../../src/compare/change.ts";
import { parseFacts } from "../../src/reading/file.ts";
import { propose } from "../../src/reading/propose.ts";
import { readSpec } from "../../src/spec/contract.ts";
import { foundIn } from "./found.ts";
import type { Case, LabelledChange } from "./label.ts";
import { outlines } from "./outline.ts";

export const callings = [...effects, "words", "nothing", "undecided", "unreadable"] as const;

/** `undecided`: a table is named that no reading covers; exit code 1, and no effect is claimed. */
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
  const pages = new Map<string, ReturnType<typeof accepted>>();
  for (const name of new Set(cases.map(({ page }) => page))) pages.set(name, accepted(name));
  return Promise.all(
    cases.map(async (one): Promise<Result> => {
      const page = pages.get(one.page);
      if (!page) return { ...one, called: "refused", found: [], missed: [], changes: [] };
      const checked = checkPage(one.content, page.committed, page.reading, page.spec);
      const { changes } = checked;
      // A table that no reading covers is named with what it lists, and left to the maintainer.
      const named = checked.said.unread
        .filter(({ weight }) => weight === "decide")
        .map(({ what }) => what);
      const isFound = (change: LabelledChange) =>
        foundIn(changes, change) ||
        named.some((what) => what.includes(change.about.split(".").at(-1) ?? change.about));
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
  if (checked.changes.length > 0) return checked.effect;
  if (checked.status === "changed") return "undecided";
  return checked.text.length > 0 ? "words" : "nothing";
}

function accepted(name: string) {
  const spec = readSpec(
    `specs/${name}.yaml`,
    readFileSync(new URL(`pages/${name}.yaml`, import.meta.url), "utf8"),
  );
  const content = outlines[name]?.page ?? "";
  // As it is proposed: no reading is corrected here.
  const proposal = propose(pageOf(content, [], undefined, spec), spec.contract);
  const answer = acceptPage(content, undefined, spec, proposal.reading);
  if (answer.status !== "accepted") return undefined;
  return { spec, committed: parseFacts(answer.content), reading: proposal.reading };
}

import { describe, expect, test } from "vitest";
import type { Checked } from "../src/check.ts";
import { effects } from "../src/compare/change.ts";
import { whatChanged } from "../src/report/readable.ts";
import { formats } from "./pages/document.ts";
import type { Mutation } from "./pages/mutation.ts";
import { mutationsOf } from "./pages/mutations.ts";
import { allFormats, check, checked, type Format, madeUp, recordedOf } from "./pages/providers.ts";

/** What is wrong with a report; nothing where it is right. */
function wrongWith({ expected }: Mutation, result: Checked): string | undefined {
  if (result.status === "unreadable") return result.recognised.problem;
  const found = result.changes.map((change) => `${change.effect} ${whatChanged(change)}`);
  if (expected.length === 0)
    return found.length > 0 ? `a change was made up: ${found.join("; ")}` : undefined;
  for (const { about, effect } of expected) {
    if (!found.some((change) => about.test(change)))
      return `nothing about ${about}: ${found.join("; ")}`;
    if (effects.indexOf(result.effect) < effects.indexOf(effect))
      return `less than ${effect}: ${found.join("; ")}`;
  }
  return found.length > 2 + 3 * expected.length ? `too much: ${found.join("; ")}` : undefined;
}

// Every mutation in one format, another one each time; with ALL_FORMATS=1 it tries every pair.
const formatsFor = (index: number): readonly Format[] =>
  process.env.ALL_FORMATS ? allFormats : [allFormats[index % allFormats.length] ?? "html"];

describe.each(madeUp)("mutations of the page of $name", (provider) => {
  test("contract changes are found and never called less, and wording is not a change", () => {
    const recorded = recordedOf(provider, "html");
    const mutations = mutationsOf(provider.page);
    expect(mutations.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const [index, mutation] of mutations.entries()) {
      for (const format of formatsFor(index)) {
        const result = checked(mutation.page, format, recorded, provider.spec);
        const problem = wrongWith(mutation, result);
        if (problem) wrong.push(`${mutation.name} (${format}): ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 600_000);
});

describe("a page that is not whole, or not the page", () => {
  test.each(madeUp)(
    "$name, cut anywhere but near its end, is not reported as a removal",
    (provider) => {
      for (const format of allFormats) {
        const recorded = recordedOf(provider, format);
        const text = formats[format](provider.page);
        for (const part of [0.15, 0.3, 0.5, 0.7]) {
          const page = text.slice(0, Math.round(text.length * part));
          const result = check(page, recorded, provider.spec);
          expect({ format, part, status: result.status }).toEqual({
            format,
            part,
            status: "unreadable",
          });
        }
      }
    },
  );

  test("another provider's page is not the page", () => {
    for (const provider of madeUp) {
      const recorded = recordedOf(provider, "html");
      for (const other of madeUp) {
        if (other === provider) continue;
        const result = checked(other.page, "markdown", recorded, provider.spec);
        expect({ page: other.name, of: provider.name, status: result.status }).toMatchObject({
          status: "unreadable",
        });
      }
    }
  });
});

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBy } from "../../src/watch/check.ts";

const fjord = { name: "fjordpay", title: "Fjordpay", address: "https://docs.fjordpay.example/r" };
let root: string;

/** A repository whose docs:check is the given program. */
function having(program: string | undefined) {
  const scripts = program === undefined ? {} : { "docs:check": "node docs-check.mjs" };
  writeFileSync(join(root, "docs-check.mjs"), program ?? "");
  writeFileSync(join(root, "package.json"), JSON.stringify({ private: true, scripts }));
  return checkBy(root, { ...process.env, GH_TOKEN: "a token" })(fjord);
}

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "refunds-docs-check-")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A check that reports what it was given, in two forms. */
const ending = (code: number) => `const given = process.argv.slice(2);
const report = given.join(" ") + ", token: " + (process.env.GH_TOKEN ?? "none");
console.log(given.includes("--json") ? JSON.stringify({ report }) : report);
console.error("noise");
process.exitCode = ${code};`;

test("the exit code is the verdict, and the report is the one for people", async () => {
  expect(await having(ending(0))).toEqual({ status: "same" });
  const report = "fjordpay https://docs.fjordpay.example/r, token: none";
  expect(await having(ending(1))).toEqual({ status: "changed", report });
  expect(await having(ending(2))).toEqual({ status: "unreadable", report });
});

test("a page that is in order the second time is in order", async () => {
  const hiccup = `const json = process.argv.includes("--json");
if (json) console.log("{}");
process.exitCode = json ? 2 : 0;`;
  expect(await having(hiccup)).toEqual({ status: "same" });
});

test("a check that broke is not a change", async () => {
  await expect(having(`throw new Error("broken");`)).rejects.toThrow(/failed \(1\):.*broken/s);
  await expect(having(`console.log("{}"); process.exit(3);`)).rejects.toThrow(/failed \(3\)/);
  await expect(having(undefined)).rejects.toThrow(/^package.json has no script "docs:check"$/);
});

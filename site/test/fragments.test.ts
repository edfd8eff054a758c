/** Compiles the code of pages that is not a program of its own, runs what can run, and finds code that no test holds. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSandbox } from "@refunds/sandbox";
import { beforeAll, expect, test } from "vitest";
import { pageOf } from "../src/config/pages.ts";
import { blocksOf, exceptions } from "./support/blocks.ts";
import { folder, fragments, writeFragments } from "./support/fragments.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let running: ReturnType<typeof writeFragments>;
beforeAll(() => {
  running = writeFragments();
});

const documents = ["docs", "packages", "site/pages"]
  .flatMap((from) =>
    readdirSync(`${root}/${from}`, { recursive: from !== "packages", encoding: "utf8" }).map(
      (file) => `${from}/${file.replaceAll("\\", "/")}${from === "packages" ? "/README.md" : ""}`,
    ),
  )
  .filter((file) => file === "docs/readme.md" || (file.endsWith(".md") && pageOf(file)))
  .filter((file) => !file.startsWith("site/pages/reference/"));

test("every block of TypeScript or JavaScript of a page is held by a test, or says why not", () => {
  const forgotten = documents.flatMap((document) => {
    const blocks = blocksOf(document).filter(({ listed }) => listed === "fragment");
    const known = fragments[document]?.length ?? 0;
    return blocks.length === known
      ? []
      : [`${document} has ${blocks.length}, of which test/support/fragments.ts lists ${known}`];
  });
  expect(forgotten).toEqual([]);
});

test("each exception excuses one block, or all of a page", () => {
  for (const [document, start] of exceptions) {
    const excused = blocksOf(document).filter(({ code }) => code.startsWith(start)).length;
    expect(start === "" ? Math.min(excused, 1) : excused, `${document}: ${start}`).toBe(1);
  }
});

test("every fragment compiles strictly", () => {
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const { out } = outputOf([tsc, "--pretty", "false", "-p", folder]);
  expect(out).toBe("");
});

test("those that are whole programs run, and do what their page says", async () => {
  globalThis.fetch = (await createSandbox()).fetch;
  for (const [file, wanted] of running) {
    const { printed } = await import(pathToFileURL(file).href);
    expect(printed, file).toBe(wanted);
  }
});

function outputOf(args: readonly string[]): { out: string } {
  try {
    return { out: execFileSync(process.execPath, args, { encoding: "utf8" }) };
  } catch (error) {
    return { out: String(Object(error).stdout ?? error) };
  }
}

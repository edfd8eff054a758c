import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Run, run } from "../src/run.ts";

const fixture = fileURLToPath(new URL("./fixtures/northpay.yaml", import.meta.url));
let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "generator-test-"));
  await mkdir(join(root, "specs"));
  await mkdir(join(root, "docs"));
  await cp(fixture, join(root, "specs/northpay.yaml"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

const go = async (options: Partial<Run> = {}) => {
  const { ok, lines } = await run({ root, ...options });
  return { ok, lines };
};

const textOf = (path: string) => readFile(join(root, path), "utf8");

const put = (path: string, text: string) => writeFile(join(root, path), text);

test("writes what is missing, then nothing", async () => {
  expect((await go()).lines).toContain("wrote   packages/northpay/src/table.ts");
  expect(await go()).toEqual({ ok: true, lines: ["19 files from 1 specs, 0 changed."] });
  expect(await go({ check: true })).toEqual({
    ok: true,
    lines: ["19 generated files are up to date."],
  });
});

test("a check names every stale, missing and orphaned file, changes nothing, and says what to run", async () => {
  await go();
  await put("packages/northpay/src/table.ts", "old");
  await rm(join(root, "packages/northpay/README.md"));
  await put("packages/northpay/src/extra.ts", "written by hand");
  await put("packages/northpay/CHANGELOG.md", "the release tool's");
  await put("packages/sandbox/src/generated/gone.ts", "of a spec that is gone");
  await put("docs/providers/gone.md", "of a spec that is gone");
  expect(await go({ check: true })).toEqual({
    ok: false,
    lines: [
      "orphaned docs/providers/gone.md",
      "missing  packages/northpay/README.md",
      "orphaned packages/northpay/src/extra.ts",
      "stale    packages/northpay/src/table.ts",
      "orphaned packages/sandbox/src/generated/gone.ts",
      "",
      "5 generated files differ from specs/. Run: npm run generate",
    ],
  });
  expect(await textOf("packages/northpay/src/table.ts")).toBe("old");
  expect((await go()).lines).toContain("deleted packages/northpay/src/extra.ts");
  expect(await go({ check: true })).toMatchObject({ ok: true });
  expect(await textOf("packages/northpay/CHANGELOG.md")).toBe("the release tool's");
});

test("a spec that is gone takes its package along, and hand-written packages stay", async () => {
  await go();
  await cp(fixture, join(root, "specs/southpay.yaml"));
  await rm(join(root, "specs/northpay.yaml"));
  await mkdir(join(root, "packages/core/src"), { recursive: true });
  await put("packages/core/package.json", "{}");
  await put("packages/core/src/index.ts", "by hand");
  await mkdir(join(root, "packages/northpay/node_modules"));
  const { lines } = await go();
  expect(lines).toContain("wrote   packages/southpay/src/index.ts");
  expect(lines).toContain("deleted packages/northpay/src/index.ts");
  expect(lines).toContain("deleted packages/sandbox/src/generated/northpay.ts");
  expect((await readdir(join(root, "packages"))).sort()).toEqual([
    "cli",
    "core",
    "refunds",
    "sandbox",
    "southpay",
  ]);
  expect(await textOf("packages/core/src/index.ts")).toBe("by hand");
});

test("with a problem, nothing is written", async () => {
  await put(
    "specs/northpay.yaml",
    (await readFile(fixture, "utf8")).replace("partial: true", "partal: true"),
  );
  await expect(go()).rejects.toThrow(
    /^specs\/northpay\.yaml:\d+:\d+ {2}.*did you mean "partial"\?/m,
  );
  expect(await readdir(root)).toEqual(["docs", "specs"]);
});

test("only the named provider is written, and an unknown name is an error", async () => {
  await cp(fixture, join(root, "specs/southpay.yaml"));
  const { lines } = await go({ only: ["specs/southpay.yaml"] });
  expect(lines).toContain("wrote   packages/southpay/src/index.ts");
  expect(lines.join("\n")).not.toContain("packages/northpay/");
  expect(await go({ only: ["nowhere"] })).toEqual({
    ok: false,
    lines: ["There is no specs/nowhere.yaml; there are specs/northpay.yaml, specs/southpay.yaml."],
  });
});

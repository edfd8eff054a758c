import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tarballProblems } from "../src/lint.ts";

const folder = mkdtempSync(join(tmpdir(), "lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A tarball as `pnpm pack` writes it. */
function pack(types: string, code = "export const x = 1;\n"): Buffer {
  rmSync(join(folder, "package"), { recursive: true, force: true });
  mkdirSync(join(folder, "package/dist"), { recursive: true });
  const exports = { ".": { types, default: "./dist/index.js" } };
  const manifest = { name: "till", version: "1.0.0", type: "module", license: "MIT", exports };
  writeFileSync(join(folder, "package/package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package/dist/index.js"), code);
  writeFileSync(join(folder, "package/dist/index.d.ts"), "export declare const x = 1;\n");
  execFileSync("tar", ["-czf", "till.tgz", "package"], { cwd: folder });
  return readFileSync(join(folder, "till.tgz"));
}

test("a sound tarball has no problem", async () => {
  expect(await tarballProblems(pack("./dist/index.d.ts"))).toEqual([]);
});

test("publint reports what is not in the tarball, with its place", async () => {
  expect(await tarballProblems(pack("./dist/other.d.ts"))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^publint: .*exports.*types.*does not exist/s)]),
  );
});

test("attw reports types that do not fit", async () => {
  expect(await tarballProblems(pack("./dist/other.d.ts"))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^attw: /)]),
  );
});

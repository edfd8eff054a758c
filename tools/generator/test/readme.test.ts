import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { northpay } from "./fixtures.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

test("the example of a generated README compiles", async () => {
  // Inside this package, so that imports of core find it.
  const root = path("../node_modules/.cache/readme");
  await rm(root, { recursive: true, force: true });
  const output = await generate({
    specs: new Map([["specs/northpay.yaml", northpay]]),
    existing: new Map(),
  });
  const put = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  for (const [name, text] of output) {
    if (name.startsWith("packages/northpay/src/")) await put(name, text);
  }
  const readme = output.get("packages/northpay/README.md") ?? "";
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const local = example.replace('"@refunds/northpay"', '"./src/index.ts"');
  expect(local).not.toBe(example);
  const given = "declare const apiKey: string;\ndeclare const apiSecret: string;\n";
  await put("packages/northpay/readme.ts", given + local);
  const base = path("../../../tsconfig.base.json");
  await put("tsconfig.json", JSON.stringify({ extends: base, include: ["packages"] }));
  const compiler = path("../../../node_modules/typescript/bin/tsc");
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, [compiler, "-p", root], (_, out, err) => resolve(out + err)),
  );
  expect(said).toBe("");
}, 60_000);

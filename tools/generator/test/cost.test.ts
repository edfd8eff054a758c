import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCosts } from "@refunds/cost";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * Compared is what `npm run generate` starts with what a user of openapi-typescript starts: plain Node and its own program,
 * for one spec. Ours loads from a compile cache that an earlier run has filled and theirs does not, as both are made; for the
 * types alone. Ours checks every spec, prints packages, simulators and docs, formats them and writes what changed.
 */
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const library = createRequire(import.meta.url).resolve("openapi-typescript");

let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "cost-test-"));
  await cp(path("../../../specs"), join(root, "specs"), { recursive: true });
});

afterAll(() => rm(root, { recursive: true, force: true }));

const generate = (...specs: string[]) => [
  "--conditions=refunds-source",
  path("../src/cli.js"),
  "--root",
  root,
  ...specs,
];
const openapiTypescript = () => [
  join(library, "../../bin/cli.js"),
  join(root, "specs/ottpay.yaml"),
  "-o",
  join(root, "schema.ts"),
];

async function ratio(what: string, ours: string[]): Promise<number> {
  const compared = await compareCosts(ours, openapiTypescript(), 9);
  const [one, other] = [compared.ours.toFixed(2), compared.theirs.toFixed(2)];
  console.log(
    `${what} ${one} s, openapi-typescript ${other} s: ${compared.ratio.toFixed(2)} times`,
  );
  return compared.ratio;
}

const patient = { timeout: 240_000 };

test(
  "generating everything costs at most twice what openapi-typescript costs for one spec",
  patient,
  async () => {
    expect(await ratio("generate", generate())).toBeLessThanOrEqual(2);
  },
);

test(
  "one changed provider costs at most one and a half times what openapi-typescript costs for it",
  patient,
  async () => {
    const spec = join(root, "specs/ottpay.yaml");
    const text = await readFile(spec, "utf8");
    await writeFile(spec, text.replace(/summary: Refund/, "summary: Refunds"));
    expect(await ratio("generate ottpay", generate("ottpay"))).toBeLessThanOrEqual(1.5);
  },
);

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCosts } from "@refunds/cost";
import { afterAll, beforeAll, expect, test } from "vitest";

/*
 * What `npm run generate` starts is compared with what a user of openapi-typescript starts: Node and its command, for one spec.
 * Ours loads from the compile cache that an earlier run has filled, as a maintainer's does; theirs fills none, and is as it
 * comes. Theirs makes the types of one spec. Ours makes them too, checks every spec, prints the rest of the package and what
 * all providers share, formats it, and writes what changed.
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

async function ratio(what: string, ours: string[], before?: () => Promise<void>): Promise<number> {
  const compared = await compareCosts(ours, openapiTypescript(), 7, before);
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
    let changes = 0;
    const change = () =>
      writeFile(spec, text.replace("summary: Refunds", `summary: ${changes++} refunds`));
    expect(await ratio("generate ottpay", generate("ottpay"), change)).toBeLessThanOrEqual(1.5);
  },
);

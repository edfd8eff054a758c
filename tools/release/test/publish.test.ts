import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { build, pack } from "../src/pack.ts";
import { packRelease } from "../src/pack-folder.ts";
import { publish } from "../src/publish.ts";
import { type FakeNpm, fakeNpm } from "./fake-npm.ts";
import { makeWorkspace, type TestWorkspace, usePinnedPnpm } from "./test-workspace.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let made: TestWorkspace;
let npm: FakeNpm;
let packed: Awaited<ReturnType<typeof packRelease>>;
const workflow = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.org" };
const coinsKnown = { "@made-up/coins": ["0.9.0", "1.0.0"] };
const allKnown = { ...coinsKnown, "@made-up/till": ["1.1.0"], "@made-up/sign": ["0.2.0"] };

beforeAll(async () => {
  usePinnedPnpm();
  made = makeWorkspace("pnpm");
  npm = fakeNpm(join(made.root, "node_modules/.fake-npm"), process.env.PATH ?? "");
  vi.stubEnv("PATH", npm.path);
  // A tag needs an author, which the action sets in the workflow.
  for (const who of ["AUTHOR", "COMMITTER"]) {
    vi.stubEnv(`GIT_${who}_NAME`, "Test");
    vi.stubEnv(`GIT_${who}_EMAIL`, "test@example.org");
  }
  await build(made.root);
  expect((await pack(made.root)).flatMap(({ problems }) => problems)).toEqual([]);
  npm.set({ versions: coinsKnown });
  packed = await packRelease(made.root);
});
afterAll(() => rmSync(made.root, { recursive: true, force: true }));

test("packs versions and packages that are not in the registry", () => {
  expect(packed.map(({ name, version }) => [name, version]).toSorted()).toEqual([
    ["@made-up/sign", "0.3.0"],
    ["@made-up/till", "1.2.0"],
  ]);
});

describe("publishing", () => {
  beforeEach(() => npm.set({ versions: allKnown }));

  test("publishes the packed tarballs with provenance, and tags them", async () => {
    await publish(made.root, workflow);
    const published = npm.published().map(({ args, provenance }) => ({
      tarball: args.map((arg) => basename(arg)).filter((arg) => arg.endsWith(".tgz")),
      access: args[args.indexOf("--access") + 1],
      provenance,
    }));
    expect(published.toSorted((a, b) => (`${a.tarball}` < `${b.tarball}` ? -1 : 1))).toEqual([
      { tarball: ["made-up-sign-0.3.0.tgz"], access: "public", provenance: "true" },
      { tarball: ["made-up-till-1.2.0.tgz"], access: "public", provenance: "true" },
    ]);
    expect(made.git("tag").trim().split("\n").toSorted()).toEqual([
      "@made-up/sign@0.3.0",
      "@made-up/till@1.2.0",
    ]);
  });

  const refused = async (message: RegExp, env: Record<string, string> = workflow) => {
    await expect(publish(made.root, env)).rejects.toThrow(message);
    expect(npm.published()).toEqual([]);
  };

  test("works only in the release workflow", async () => {
    await refused(
      /^`pnpm release` publishes, and only the release workflow can do this: .*--dry-run/,
      {},
    );
    await refused(/only the release workflow can do this/, { GITHUB_ACTIONS: "true" });
  });

  test("publishes nothing if a package is not in the registry", async () => {
    npm.set({ versions: { "@made-up/till": ["1.1.0"] } });
    await refused(/^The registry does not have @made-up\/sign, .*by hand/);
    npm.set({ versions: allKnown, failing: "E503" });
    await refused(/^Cannot find out whether the registry has @made-up\//);
  });

  test.each([
    ["11.5.0", false],
    ["11.4.9", false],
    ["10.9.9", false],
    ["11.5.1", true],
    ["12.0.0", true],
  ])("npm %s: %s", async (version, enough) => {
    npm.set({ versions: {}, npm: version });
    await refused(
      enough ? /does not have/ : /cannot publish with the workflow's identity; npm 11\.5\.1/,
    );
  });

  test("refuses a tarball that was changed, and a folder without packed tarballs", async () => {
    appendFileSync(join(made.root, ".pack/packages/made-up-till-1.2.0.tgz"), "x");
    await refused(
      /made-up-till-1\.2\.0\.tgz differs from the tarball of @made-up\/till that was packed/,
    );
    rmSync(join(made.root, ".pack"), { recursive: true });
    await refused(/^\.pack\/publish-plan\.json does not exist/);
  });
});

describe("packing", () => {
  test("refuses a tarball that was not checked", async () => {
    npm.set({ versions: { ...allKnown, "@made-up/till": ["1.2.0"] } });
    const file = join(made.root, "packages/sign/dist/index.js");
    const code = readFileSync(file);
    appendFileSync(file, "export const more = 1;\n");
    await expect(packRelease(made.root)).rejects.toThrow(
      /^The tarball of @made-up\/sign differs from the one that was checked\. Run `npm test`/,
    );
    writeFileSync(file, code);
  });

  test("fails if the registry is not available", async () => {
    npm.set({ versions: {}, failing: "E500" });
    await expect(packRelease(made.root)).rejects.toThrow(/E500/);
  });
});

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { firstLine } from "../src/changelog.ts";
import type { Copy } from "../src/copy.ts";
import { type Project, usabilityChecks } from "../src/published/index.ts";
import { type Rehearsal, rehearse } from "../src/rehearse.ts";
import { changelogs, tableOf } from "../src/report.ts";
import {
  changesetText,
  makeWorkspace,
  type TestWorkspace,
  usePinnedPnpm,
} from "./test-workspace.ts";

let made: TestWorkspace;
const leftBehind: string[] = [];

beforeAll(() => {
  usePinnedPnpm();
  made = makeWorkspace("tar");
});
beforeEach(() => {
  made.git("reset", "--quiet", "--hard");
  made.git("clean", "--quiet", "-d", "--force");
});
afterAll(() => {
  for (const folder of [made.root, ...leftBehind]) rmSync(folder, { recursive: true, force: true });
});

/** All files of the working tree, and git's status. */
const treeOf = ({ root, git }: TestWorkspace) => ({
  files: readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(root, ".git/")))
    .map((file) => [file, readFileSync(file, "utf8")]),
  git: [git("status", "--porcelain"), git("worktree", "list"), git("for-each-ref")],
});

/** Calls the installed packages. */
async function checkSale({ folder }: Project) {
  const till = join(folder, "node_modules/@made-up/till/dist/index.js");
  const { total } = await import(pathToFileURL(till).href);
  return [{ package: "@made-up/till", column: "sale", cell: String(total(1)), problems: [] }];
}

const checks = [
  ...usabilityChecks.filter(([title]) => title === "importing every entry point"),
  ["selling something", checkSale] as const,
];
// Each test starts a package manager several times, which is slow on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

async function rehearseIt(): Promise<Rehearsal & { copy: Copy; titles: string[] }> {
  const titles: string[] = [];
  let copy: Copy | undefined;
  const rehearsal = await rehearse({
    root: made.root,
    checks,
    step: async (title, work) => {
      titles.push(title);
      return work();
    },
    onCopied: (made) => {
      copy = made;
      leftBehind.push(made.folder);
    },
    onVersioned: () => undefined,
  });
  leftBehind.push(...rehearsal.left);
  if (!copy) throw new Error("no copy was made");
  return { ...rehearsal, copy, titles };
}

describe("a release that would succeed", () => {
  test("is reported for each package, and does not change the working tree", async () => {
    made.write(
      ".changeset/count-coins.md",
      changesetText(
        { "@made-up/coins": "minor", "@made-up/till": "patch" },
        "Coins can be counted.",
      ),
    );
    made.write("packages/coins/src/index.js", "export const pence = (pounds) => pounds * 100n;\n");
    made.write("packages/till/src/index.js", TILL);
    const before = treeOf(made);
    const { releases, staying, findings, problems, copy, left } = await rehearseIt();
    expect(problems).toEqual([]);
    expect(
      releases.map(({ name, from, version, bump, entry }) => [
        name,
        from,
        version,
        bump,
        firstLine(entry),
      ]),
    ).toEqual([
      ["@made-up/coins", "1.0.0", "1.1.0", "minor", "Coins can be counted."],
      ["@made-up/till", "1.2.0", "1.2.1", "patch", "Coins can be counted."],
    ]);
    expect(staying).toEqual(["@made-up/sign"]);
    // The tarball has the uncommitted code, and imports the tarball of the new version of its dependency.
    expect(findings).toContainEqual({
      package: "@made-up/till",
      column: "sale",
      cell: "100",
      problems: [],
    });
    const columns = (name: string) =>
      findings.filter((each) => each.package === name).map(({ column }) => column);
    expect(columns("@made-up/coins")).toEqual(["package", "imports"]);
    expect(copy.uncommitted.toSorted()).toEqual([
      ".changeset/count-coins.md",
      "packages/coins/src/index.js",
      "packages/till/src/index.js",
    ]);
    expect(treeOf(made)).toEqual(before);
    expect([existsSync(copy.folder), left]).toEqual([false, []]);
    const table = tableOf({ releases, findings });
    expect(table).toMatch(
      /@made-up\/coins +│ 1\.0\.0 -> 1\.1\.0 +│ minor +│ Coins can be counted\. +│ 2 ok/,
    );
    expect(changelogs(releases)).toContain(
      "@made-up/till 1.2.0 -> 1.2.1\n\n  ### Patch Changes\n\n",
    );
  });

  test("has no packages if no changeset is pending", async () => {
    const { releases, problems, titles, copy } = await rehearseIt();
    expect({ releases, problems }).toEqual({ releases: [], problems: [] });
    expect(titles).toEqual(["copying the repository", "changeset version"]);
    expect(existsSync(copy.folder)).toBe(false);
  });
});

test("the first line of a list in a changelog is its first item", () => {
  const list =
    "### Minor Changes\n\n- 64003b6: What changed for callers:\n  - Coins can be counted.\n";
  expect(firstLine(list)).toBe("Coins can be counted.");
  expect(firstLine("### Patch Changes\n\n- 64003b6: Such as:\n")).toBe("Such as:");
});

describe("a release that would fail", () => {
  const change = (name: string, bump: string) =>
    made.write(".changeset/a.md", changesetText({ [name]: bump }, "Better words."));

  test("reports which tarball publint refuses, and keeps the copy", async () => {
    change("@made-up/sign", "patch");
    const manifest = readFileSync(join(made.root, "packages/sign/package.json"), "utf8");
    made.write("packages/sign/package.json", manifest.replace("./dist/index.js", "./dist/main.js"));
    const { releases, findings, problems, copy } = await rehearseIt();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^@made-up\/sign \(package\): .*dist\/main\.js.*not exist/s);
    expect(tableOf({ releases, findings })).toMatch(/@made-up\/sign .* package !/);
    expect(existsSync(join(copy.folder, "packages/sign/CHANGELOG.md"))).toBe(true);
  });

  test("reports which package cannot be imported", async () => {
    change("@made-up/sign", "major");
    made.write("packages/sign/src/index.js", "export const words = closed;\n");
    const { releases, problems, left } = await rehearseIt();
    expect(existsSync(join(left[1] ?? "", "node_modules/@made-up/sign/package.json"))).toBe(true);
    expect(releases.map(({ version, bump }) => [version, bump])).toEqual([["1.0.0", "major"]]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^@made-up\/sign \(imports\): .*closed is not defined/s);
  });

  test("reports that a changeset names an unknown package", async () => {
    change("@made-up/signs", "patch");
    await expect(rehearseIt()).rejects.toThrow(
      /^\.changeset\/a\.md names @made-up\/signs, .* did you mean @made-up\/sign\?$/,
    );
  });
});

const TILL = `import { pence } from "@made-up/coins";
export const total = (pounds) => Number(pence(BigInt(pounds)));
`;

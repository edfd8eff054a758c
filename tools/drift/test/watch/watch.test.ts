import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { providersIn } from "../../src/watch/providers.ts";
import { type Issue, type Issues, type Verdict, watch } from "../../src/watch/watch.ts";

const fjord = { name: "fjordpay", title: "Fjordpay", address: "https://docs.fjordpay.example/r" };
const north = { name: "northpay", title: "Northpay", address: "https://northpay.example/docs" };

/** GitHub, as far as it matters here. */
function memory() {
  const open = new Map<number, Issue & { title?: string }>();
  const done: string[] = [];
  const issues: Issues = {
    find: async (provider) => [...open.values()].find((issue) => issue.provider === provider),
    open: async ({ provider, title, text }) => {
      const number = done.length + 1;
      open.set(number, { number, provider, title, text });
      done.push(`open #${number}: ${title}`);
      return number;
    },
    update: async ({ number, provider }, text) => {
      open.set(number, { number, provider, text });
      done.push(`update #${number}`);
    },
    close: async ({ number }) => {
      open.delete(number);
      done.push(`close #${number}`);
    },
  };
  return { open, done, issues };
}

async function weeks(...each: readonly Record<string, Verdict | Error>[]) {
  const { open, done, issues } = memory();
  const told: string[][] = [];
  let failures: string[] = [];
  for (const verdicts of each) {
    const lines: string[] = [];
    failures = await watch({
      providers: [fjord, north],
      check: async ({ name }) => {
        const verdict = verdicts[name] ?? { status: "same" };
        if (verdict instanceof Error) throw verdict;
        return verdict;
      },
      issues,
      tell: (line) => lines.push(line),
    });
    told.push(lines);
  }
  return { open: [...open.values()], done, told, failures };
}

const changed = (report: string): Verdict => ({ status: "changed", report });

describe("one issue for each provider", () => {
  test("none while everything is in order", async () => {
    const { done, told, failures } = await weeks({}, {});
    expect({ done, failures }).toEqual({ done: [], failures: [] });
    expect(told[1]).toEqual(["fjordpay: as the spec has it", "northpay: as the spec has it"]);
  });

  test("opened, kept while nothing new is found, updated, and closed", async () => {
    const { done, told } = await weeks(
      { fjordpay: changed("refund.reason is new\n") },
      { fjordpay: changed("refund.reason is new\n") },
      { fjordpay: changed("refund.reason is new, and 20055\n") },
      { fjordpay: { status: "unreadable", report: "no table found" } },
      {},
      {},
    );
    expect(done).toEqual([
      "open #1: Documentation of Fjordpay: not what the spec says",
      "update #1",
      "update #1",
      "close #1",
    ]);
    expect(told.map(([line]) => line)).toEqual([
      "fjordpay: has changed, opened #1",
      "fjordpay: has changed, as #1 says",
      "fjordpay: has changed, updated #1",
      "fjordpay: could not be read, updated #1",
      "fjordpay: as the spec has it again, closed #1",
      "fjordpay: as the spec has it",
    ]);
  });

  test("a check that breaks touches no issue, and the others are made", async () => {
    const { open, done, told, failures } = await weeks(
      { fjordpay: changed("x"), northpay: changed("y") },
      { fjordpay: new Error("no such script") },
    );
    expect(done).toHaveLength(3);
    expect(open.map(({ provider }) => provider)).toEqual(["fjordpay"]);
    expect(told[1]).toEqual([
      "fjordpay: not checked",
      "northpay: as the spec has it again, closed #2",
    ]);
    expect(failures).toEqual(["fjordpay: no such script"]);
  });
});

describe("what the issue says", () => {
  const textOf = async (verdict: Verdict) => (await weeks({ fjordpay: verdict })).open[0]?.text;

  test("the report, as code", async () => {
    expect(await textOf(changed("reason: added (@everyone)\n"))).toBe(
      `[Fjordpay's documentation](https://docs.fjordpay.example/r) says something else than its spec. What to do: docs/when-documentation-changes.md.

\`\`\`text
reason: added (@everyone)
\`\`\``,
    );
    const named = new URL("../../../../docs/when-documentation-changes.md", import.meta.url);
    expect(existsSync(named)).toBe(true);
  });

  test("a page cannot leave the code", async () => {
    const text = await textOf(changed("```\n@everyone\n````"));
    expect(text).toContain("\n`````text\n```\n@everyone\n````\n`````");
  });

  test("that a page could not be read", async () => {
    const text = await textOf({ status: "unreadable", report: "404" });
    expect(text).toContain("could not be read, so it is not known whether its spec still holds.");
  });

  test("no more than GitHub takes, and where the rest is", async () => {
    const text = (await textOf(changed("x".repeat(100_000)))) ?? "";
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain("npm run docs:check -- fjordpay https://docs.fjordpay.example/r\n```");
  });
});

test("every spec is watched, at the address it names", () => {
  const root = new URL("../../../../", import.meta.url);
  const providers = providersIn(root.pathname);
  expect(providers.length).toBeGreaterThan(3);
  for (const { name, title, address } of providers) {
    const spec = readFileSync(new URL(`specs/${name}.yaml`, root), "utf8");
    expect(spec).toContain(`  title: ${title}\n  documentation: https://`);
    const named =
      /^ {2}openapi: (https:.+)$/m.exec(spec) ?? /^ {2}documentation: (.+)$/m.exec(spec);
    expect(address).toBe(named?.[1]);
  }
});

test.each([
  ["x-provider:\n  title: Acme\n", "specs/acme.yaml:1:1  the provider's page is not named; add "],
  ["openapi: [\n", "specs/acme.yaml:2:1  this is not valid YAML; "],
])("a spec that does not name its page is refused, with its line: %j", (text, message) => {
  const root = mkdtempSync(join(tmpdir(), "docs-watch-"));
  try {
    mkdirSync(join(root, "specs"));
    writeFileSync(join(root, "specs/acme.yaml"), text);
    expect(() => providersIn(root)).toThrow(message);
  } finally {
    rmSync(root, { recursive: true });
  }
});

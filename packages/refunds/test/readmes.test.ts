/** Compiles the programs in the READMEs and the first pages of the documentation, and runs them against the sandbox. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@refunds/sandbox";
import { beforeAll, describe, expect, test } from "vitest";
import { providers } from "../src/index.ts";
import { compilers, emptyFolder, node, programsIn } from "./support/programs.ts";

type Factory = (options: object) => { refund(request: object): Promise<unknown> };

const sandbox = await createSandbox();

interface Document {
  readonly document: string;
  /** The last heading whose programs count. */
  readonly upTo?: string;
  /** How many programs it has. */
  readonly count: number;
  /** What a program that refunds prints. */
  readonly status?: RegExp;
  /** What each program prints, in place of `status`. */
  readonly prints?: readonly RegExp[];
  /** Its programs have types, so they run as TypeScript only. */
  readonly typed?: true;
}

const documents: readonly Document[] = [
  { document: "README.md", count: 2 },
  {
    document: "packages/refunds/README.md",
    count: 3,
    prints: [/^succeeded\b/, /^succeeded\b/, /^\d+ 1 false 0\namount\.value$/],
  },
  {
    document: "packages/journal/README.md",
    upTo: "## What it does to your file or database",
    count: 2,
  },
  {
    document: "docs/start/one-provider.md",
    count: 3,
    prints: [/^succeeded re_1$/, /^$/, /^unknown connection_lost\n1$/],
    typed: true,
  },
  {
    document: "docs/start/many-providers.md",
    count: 2,
    prints: [/^succeeded succeeded 1$/, /^unknown unknown succeeded 1$/],
  },
  {
    document: "docs/notifications.md",
    count: 2,
    prints: [
      /^succeeded 1 \{.*"because":"query_proved".*"after":"notification evt_1 of stripe: \/type refund\.updated/,
      /^200 ?\n401 .*it was signed more than.*\n401 .*another secret.*\n401$/,
    ],
    typed: true,
  },
  {
    document: "docs/guides/bulk-refunds.md",
    count: 1,
    prints: [/^succeeded,3$/],
    typed: true,
  },
  ...Object.keys(providers).flatMap((name) => {
    const status = sandbox.provider(name).confirms ? /^succeeded\b/ : /^pending\b/;
    return [
      { document: `packages/${name}/README.md`, count: 1, status },
      { document: `docs/providers/${name}.md`, count: 2, status },
    ];
  }),
];
const shown = await Promise.all(
  documents.map(async ({ document, upTo, status = /^succeeded\b/, prints, typed }) => {
    const programs = await programsIn(document, upTo);
    return programs.map((program, at) => {
      const printed = prints?.[at] ?? (/\.refund\(/.test(program) ? status : /^$/);
      return { document, at: at + 1, program, printed, typed };
    });
  }),
);
const programs = shown.flat().map((each) => ({
  ...each,
  file: `${each.document.replaceAll(/\W/g, "-")}-${each.at}.ts`,
}));

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder("readmes");
  for (const { file, program, typed } of programs) {
    await writeFile(join(folder, file), program);
    if (typed) continue;
    // Users can paste the programs into JavaScript files, so they must run without a compiler.
    await writeFile(join(folder, `${file}.mjs`), program);
  }
});

test("each README has the expected number of programs", () => {
  expect(shown.map((each) => each.length)).toEqual(documents.map(({ count }) => count));
});

test.each(Object.entries(compilers))("every program compiles strictly with %s", async (_, tsc) => {
  const { out, code } = await node([tsc, "--pretty", "false", "-p", folder]);
  expect(out).toBe("");
  expect(code).toBe(0);
});

const preload = fileURLToPath(new URL("support/sandbox-preload.ts", import.meta.url));
const runner = fileURLToPath(new URL("support/run-programs.ts", import.meta.url));

/** Runs a program as a user does: in a process and a folder of its own. */
async function runProgram(file: string, cwd: string) {
  await mkdir(cwd, { recursive: true });
  const program = join(folder, file);
  const result = await node(["--conditions=refunds-source", "--import", preload, program], cwd);
  expect(result.code, result.err).toBe(0);
  return result.out.trim();
}

/** Runs every program in a folder of its own, so that it has its own journal. */
async function runAll(): Promise<string[]> {
  const files = programs.map(({ file, typed }) => join(folder, typed ? file : `${file}.mjs`));
  const result = await node(["--conditions=refunds-source", runner, ...files]);
  expect(result.code, result.err).toBe(0);
  return JSON.parse(result.out);
}

describe("against the sandbox", () => {
  test("a single client does not remember keys: the same refund twice is two requests", async () => {
    sandbox.reset();
    for (const { provider, environment, credentials, payments, requestFor } of sandbox.providers) {
      const factory = (providers as Readonly<Record<string, Factory>>)[provider];
      const [payment] = payments;
      if (!factory || !payment) throw new Error(`${provider} has no client or no sample payment`);
      const client = factory({ environment, ...credentials[0], fetch: sandbox.fetch });
      await client.refund(requestFor(payment, 100, "order-1042-refund-1"));
      await client.refund(requestFor(payment, 100, "order-1042-refund-1"));
      const sent = sandbox.requests.filter((request) => request.provider === provider);
      expect(sent.map(({ operation }) => operation)).toEqual(["refund", "refund"]);
    }
  });

  test("every program that refunds prints the outcome", async () => {
    const printed = await runAll();
    expect(printed).toHaveLength(programs.length);
    for (const [index, { document, at, printed: wanted }] of programs.entries()) {
      const out = printed[index];
      const where = `${document}, program ${at}`;
      expect(out, where).toMatch(wanted);
      expect(out, where).not.toContain("undefined");
    }
  });

  test("the first program of the refunds README sends one refund, even if it runs twice", async () => {
    const file = "packages-refunds-README-md-1.ts.mjs";
    const cwd = join(folder, "twice");
    expect(await runProgram(file, cwd)).toBe("succeeded succeeded 1");
    expect(await runProgram(file, cwd)).toBe("succeeded succeeded 0");
  });

  test("the program of the bulk guide runs again with one more seat, and refunds that one", async () => {
    const file = "docs-guides-bulk-refunds-md-1.ts";
    const cwd = join(folder, "bulk");
    expect(await runProgram(file, cwd)).toBe("succeeded,3");
    const program = await readFile(join(folder, file), "utf8");
    const seat =
      '  { seat: 4, paymentIntent: "pi_1", amount: { value: 2500, currency: "USD" } },\n';
    await writeFile(
      join(folder, "more-seats.ts"),
      program.replace("] as const", `${seat}] as const`),
    );
    expect(await runProgram("more-seats.ts", cwd)).toBe("succeeded,4");
  });
});

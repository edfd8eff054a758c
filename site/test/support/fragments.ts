/** Code of the documentation that is a part of a program, or has no end of its own, as files in this package. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blocksOf } from "./blocks.ts";

export const folder = fileURLToPath(new URL("../.generated/fragments", import.meta.url));

interface Fragment {
  /** Names that its page assumes, from `given`. */
  readonly given?: readonly string[];
  /** What is printed after it has run, as an expression, and what that is. Left out: it is compiled only. */
  readonly prints?: readonly [expression: string, printed: string];
}

/** Each page with its fragments, in their order. */
export const fragments: Readonly<Record<string, readonly Fragment[]>> = {
  "packages/sandbox/README.md": [
    {},
    {
      prints: [
        'sandbox.provider("ottpay").payments.map(({ remaining }) => remaining)',
        "9000,9900",
      ],
    },
    { prints: ["sandbox.requests.length", "0"] },
    { prints: ["typeof failRefund", "function"] },
    { prints: ['request.headers.has("stripe-signature")', "true"] },
    { prints: ["server.close() ?? sandbox.requests.length", "0"] },
    { prints: ['server.url.startsWith("http://127.0.0.1:")', "true"] },
    { prints: ["typeof client.refund", "function"] },
    { prints: ["answer.status", "500"] },
  ],
  "packages/journal/README.md": [
    {},
    {},
    { given: ["journal"] },
    {},
    { given: ["myJournal", "test"] },
  ],
  "packages/otel/README.md": [{ given: ["accounts", "createRefunds", "journal"] }],
  "docs/when-a-refund-is-unknown.md": [
    { given: ["refunds"] },
    {
      given: ["app", "createRefunds", "express", "journal", "secretKey", "stripe", "webhookSecret"],
    },
  ],
  "docs/journal.md": [
    { given: ["accounts", "createRefunds"] },
    { given: ["refunds"] },
    { given: ["log", "refunds"] },
  ],
  "docs/running-in-production.md": [
    {},
    { given: ["refunds"] },
    { given: ["app", "pool", "refunds"] },
    { given: ["app", "express", "refunds"] },
    { given: ["accounts", "createRefunds", "journal"] },
    { given: ["secretKey"] },
  ],
  "docs/how-it-works.md": [{ given: ["bbmsl", "privateKey"] }],
  "docs/readme.md": [{ given: ["yedpay"] }],
};

/** What the pages assume that their readers have. */
const given = `import { sqliteJournal } from "@refunds/journal/sqlite";
import express from "express";
import { pino } from "pino";
import type { ConformanceOptions } from "@refunds/journal/conformance";
import { createRefunds, stripe } from "refunds";
export { bbmsl, yedpay } from "refunds";
export { test } from "vitest";
export { createRefunds, express, stripe };
export declare const pool: { end(): Promise<void> };
export declare const privateKey: string;
export declare const secretKey: string;
export declare const webhookSecret: string;
export declare const myJournal: ConformanceOptions["open"];
export const app = express();
export const log = pino();
export const accounts = { shop: stripe({ environment: "live", secretKey, webhookSecret }) };
export const journal = sqliteJournal({ file: "refunds.sqlite" });
export const refunds = createRefunds({ accounts, journal });
`;

/** pnpm has a copy of msw for each TypeScript. A user has one, which the sandbox and the test share. */
const paths = { "msw/node": ["../../../../packages/sandbox/node_modules/msw/lib/node/index.d.ts"] };

/** @returns the files that run, with what each prints */
export function writeFragments(): (readonly [file: string, printed: string])[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "given.ts"), given);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../tsconfig.json",
      compilerOptions: { paths },
      include: ["*.ts"],
    }),
  );
  return Object.entries(fragments).flatMap(([document, of]) => {
    const blocks = blocksOf(document).filter(({ listed }) => listed === "fragment");
    return of.flatMap((fragment, at) => {
      const file = join(folder, `${document.replaceAll(/\W/g, "-")}-${at + 1}.ts`);
      const { given = [], prints } = fragment;
      const assumed = given.length > 0 ? `import { ${given.join(", ")} } from "./given.ts";\n` : "";
      const printed = prints
        ? `\nexport const printed = String(${prints[0]});\n`
        : "\nexport {};\n";
      writeFileSync(file, `${assumed}${blocks[at]?.code ?? ""}${printed}`);
      return prints ? [[file, prints[1]] as const] : [];
    });
  });
}

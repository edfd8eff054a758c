/** The TypeScript and JavaScript of the documentation, and which test holds each block. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Block {
  readonly line: number;
  readonly code: string;
  /** "exception" is a block that no test can hold. */
  readonly listed: "program" | "fragment" | "exception";
}

/** Pages whose programs all compile and run: `packages/refunds/test/readmes.test.ts`. */
const programs =
  /^(docs\/(start\/.*|notifications|guides\/bulk-refunds|providers\/.*)|packages\/refunds\/README)\.md$/;

/** Guides whose blocks say which file they are: `guides.test.ts`. */
const guides = /^docs\/guides\/(express|fastify|hono|lambda|medusa|nextjs|vendure|workers)\.md$/;

/** Blocks that no test of the gate holds, each by its page and first line, with the reason. */
export const exceptions: readonly (readonly [document: string, start: string, reason: string])[] = [
  ["docs/bulk-refunds.md", "const refundRow = DBOS", "needs DBOS"],
  ["docs/how-it-works.md", "{", "an outcome, shortened"],
  ["docs/commonjs-jest-ts-node.md", "", "npm run frameworks runs it"],
  ["docs/guides/express.md", "// sandbox.mjs", "guides-with-sandbox.test.ts runs it"],
  ["docs/guides/fastify.md", "// sandbox.mjs", "guides-with-sandbox.test.ts runs it"],
  ["docs/guides/hono.md", "// sandbox.mjs", "guides-with-sandbox.test.ts runs it"],
  ["docs/guides/nextjs.md", "// sandbox.mjs", "guides-with-sandbox.test.ts compares it"],
  ["docs/guides/lambda.md", "// try.mjs", "guides-with-sandbox.test.ts runs it"],
  ["docs/guides/nextjs.md", "// instrumentation.js", "npm run examples runs it"],
  ["docs/guides/medusa.md", "// src/modules/payments/index.ts", "needs Medusa"],
  ["docs/guides/vendure.md", "// vendure-config.ts", "needs Vendure"],
  ["site/pages/index.md", "const outcome", "guides.test.ts compiles it"],
];

export function blocksOf(document: string): Block[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^( *)```(?:ts|js)\n([\s\S]*?)^ *```$/gm)].map((found) => {
    const [, indent = "", inner = ""] = found;
    const code = inner.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    const line = text.slice(0, found.index).split("\n").length;
    return { line, code, listed: listedAs(document, code) };
  });
}

function listedAs(document: string, code: string): Block["listed"] {
  const isException = exceptions.some(([of, start]) => of === document && code.startsWith(start));
  if (isException) return "exception";
  if (programs.test(document)) return "program";
  return guides.test(document) && /^\/\/ \S+\.ts\n/.test(code) ? "program" : "fragment";
}

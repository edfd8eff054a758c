/** The project in which the page's recipes run. It has every tool that the page names. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../published/command.ts";
import { readPackages } from "../published/packages.ts";

/** The versions that the page is about. */
const tools = {
  "@babel/core": "^7",
  "@babel/preset-env": "^7",
  "@swc/core": "^1",
  "@swc/jest": "^0.2",
  "@types/jest": "^30",
  "@types/node": "^24",
  "babel-jest": "^30",
  jest: "^30",
  "ts-jest": "^29.4",
  "ts-node": "^10.9",
  tsx: "^4",
  typescript: "^5.9",
  typescript7: "npm:typescript@^7",
};

export interface CommonjsProject {
  readonly folder: string;
  /** The names of a provider's package and of its factory. */
  readonly provider: { readonly name: string; readonly word: string };
}

/**
 * Installs the tools and all tarballs with npm, and writes the project's files.
 * @throws {Error} with npm's output, if npm fails
 */
export async function makeCommonjsProject(root: string): Promise<CommonjsProject> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-commonjs-")));
  const packages = readPackages(root);
  // A provider without a private key, because a key would have to be created first.
  const [first] = packages.flatMap(({ name, provider }) =>
    provider && !JSON.stringify(provider.vectors.credentials).includes("$rsa")
      ? { name, provider }
      : [],
  );
  if (!first) throw new Error("packages/ has no provider without a private key.");
  const tarballs = packages.map(({ name, tarball }) => [name, `file:${tarball}`]);
  const files = {
    "package.json": JSON.stringify({
      private: true,
      dependencies: { ...tools, ...Object.fromEntries(tarballs) },
    }),
    ...filesOf(root, first.name, first.provider.word, first.provider.vectors),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const options = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const { ok, output } = await run(["npm", "install", ...options], folder, {}, 300_000);
  if (!ok) throw new Error(`npm install failed in ${folder}:\n${output}`);
  return { folder, provider: { name: first.name, word: first.provider.word } };
}

/** The files in the page's code blocks. The first line of a block is a comment with the file's name. */
function blocksOf(page: string): Record<string, string> {
  const blocks = [...page.matchAll(/```(?:js|json|ts|jsonc)\n\/\/ (\S+)\n(.*?)```/gs)];
  return Object.fromEntries(blocks.map(([, name = "", text = ""]) => [name, text]));
}

function filesOf(
  root: string,
  name: string,
  word: string,
  vectors: object,
): Record<string, string> {
  const { credentials, requests } = vectors as {
    credentials: Readonly<Record<string, string>>;
    requests: readonly { readonly given: object }[];
  };
  const clientOptions = JSON.stringify({ environment: "test", ...credentials });
  const refund = `${word}({ ...${clientOptions}, fetch: async () => new Response("{}", { status: 500 }) }).refund(${JSON.stringify(requests[0]?.given)})`;
  const imports = `import { ${word} } from "${name}";\nimport { sqliteJournal } from "@refunds/journal/sqlite";\n`;
  const program = `${imports}
const journal: typeof sqliteJournal = sqliteJournal;
void (async () => {
  const { status } = await ${refund};
  console.log(status, typeof journal);
})();
`;
  // In tests people use the sandbox, which has dependencies of its own.
  const test = `${imports}import { createSandbox } from "@refunds/sandbox";
test("a refund", async () => {
  const { status } = await ${refund};
  expect(status).toBe("unknown");
  expect(typeof sqliteJournal).toBe("function");
  expect((await createSandbox()).refunds).toEqual([]);
});
`;
  return {
    ...blocksOf(readFileSync(join(root, "docs/commonjs-jest-ts-node.md"), "utf8")),
    "required.cjs": `const { ${word} } = require("${name}");
const { sqliteJournal } = require("@refunds/journal/sqlite");
void ${refund}.then(({ status }) => console.log(status, typeof sqliteJournal));
`,
    "program.ts": program,
    "module/package.json": '{ "private": true, "type": "module" }',
    "module/program.ts": program,
    "test/refund.test.ts": test,
    "test/refund.test.js": test.replace(/import (\{.*\}) from (".*");/g, "const $1 = require($2);"),
    "module/test/refund.test.js": test,
    "module/test/refund.test.ts": test,
  };
}

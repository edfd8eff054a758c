/** `package.json` and the other configuration of generated packages. `version` is the release tool's: it is kept. */
import type { Provider } from "../model.ts";
import { md5Library, needsMd5 } from "./md5.ts";
import { header } from "./text.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** @param more - the names of further entries: `fetch` is `./fetch` of the package */
const exported = (source: boolean, more: readonly string[]) => ({
  ...Object.fromEntries(
    ["index", ...more].map((entry) => [
      entry === "index" ? "." : `./${entry}`,
      {
        ...(source && { "refunds-source": `./src/${entry}.ts` }),
        types: `./dist/${entry}.d.ts`,
        default: `./dist/${entry}.js`,
      },
    ]),
  ),
  "./package.json": "./package.json",
});

const home = "https://github.com/refunds/refunds";

/** What npm finds a package by, and shows of it. */
const about = (directory: string, words: readonly string[]) => ({
  keywords: [...new Set(["refund", "refunds", "payments", ...words, "typescript"])],
  homepage: `${home}/tree/main/${directory}#readme`,
  bugs: { url: `${home}/issues` },
  license: "MIT",
  repository: { type: "git", url: `git+${home}.git`, directory },
});

const common = (more: readonly string[] = []) => ({
  type: "module",
  sideEffects: false,
  engines: { node: ">=22.13" },
  files: ["dist"],
  // For compilers that do not read "exports": TypeScript 5 with "module": "commonjs".
  main: "./dist/index.js",
  types: "./dist/index.d.ts",
  ...(more.length > 0 && {
    typesVersions: {
      "*": Object.fromEntries(more.map((entry) => [entry, [`./dist/${entry}.d.ts`]])),
    },
  }),
  exports: exported(true, more),
  publishConfig: { access: "public", exports: exported(false, more) },
});

/** A provider's package has none: `tools/provider-packages` builds, checks and packs all of them together. */
const scripts = {
  build:
    "node -e \"fs.rmSync('dist', { recursive: true, force: true })\" && tsc -p tsconfig.build.json --emitDeclarationOnly && esbuild src/index.ts src/forms.ts src/on-demand.ts --bundle --splitting --packages=external --format=esm --target=es2022 --outdir=dist --log-level=warning",
  typecheck: "tsc && tsc -p test",
  test: "vitest run",
  package:
    "pnpm pack --out .pack/package.tgz && publint --strict .pack/package.tgz && attw --profile esm-only .pack/package.tgz",
};

interface Existing {
  readonly version?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (existing: string | undefined) => JSON.parse(existing ?? "{}") as Existing;

export function printManifest(provider: Provider, existing: string | undefined): string {
  return json({
    name: `@refunds/${provider.name}`,
    version: read(existing).version ?? "0.0.0",
    description: `Typed refunds through ${provider.title}: a call refunds at most once and never guesses. It keeps no keys: for one key, one refund, use \`refunds\`.`,
    ...about(`packages/${provider.name}`, [provider.name, provider.title.toLowerCase()]),
    ...common(["fetch"]),
    dependencies: {
      ...(needsMd5(provider) && { [md5Library]: "catalog:" }),
      "@refunds/core": "workspace:^",
    },
    refunds: { generatedFrom: provider.spec, documentation: documentationOf(provider) },
  });
}

/** What programs read to learn which documentation a package follows; the README says the same in words. */
const documentationOf = ({ documentation, version, read: on }: Provider) => ({
  address: documentation,
  ...(version !== undefined && { version }),
  read: on,
});

/** The facade's own tests are hand-written, so what only they need is kept as well. */
export function printAggregateManifest(
  providers: readonly Provider[],
  existing: string | undefined,
): string {
  const { version = "0.0.0", devDependencies } = read(existing);
  const names = ["core", "journal", ...providers.map(({ name }) => name)].sort();
  return json({
    name: "refunds",
    version,
    description:
      "Typed refunds through several payment providers. With a journal, one key refunds at most once: across retries, processes and crashes.",
    ...about("packages/refunds", ["idempotency", ...providers.map(({ name }) => name)]),
    ...common(["forms", "on-demand"]),
    scripts,
    dependencies: Object.fromEntries(names.map((name) => [`@refunds/${name}`, "workspace:^"])),
    ...(devDependencies && { devDependencies }),
    refunds: { generatedFrom: "specs/" },
  });
}

/** The small configuration files of one package: path inside it -> text. */
export function printConfiguration({ spec }: Provider): Map<string, string> {
  return new Map([
    [
      "tsconfig.json",
      `${header(spec)}${json({ extends: "../../tsconfig.base.json", include: ["src"] })}`,
    ],
    [
      "test/tsconfig.json",
      `${header(spec)}${json({ extends: "../tsconfig.json", include: ["."], compilerOptions: { types: ["node"] } })}`,
    ],
    ["vitest.config.ts", `${header(spec)}\nexport { default } from "../../vitest.shared.ts";\n`],
  ]);
}

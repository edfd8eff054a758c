/** The cases of docs/commonjs-jest-ts-node.md: a command, and whether it works. */

export interface Case {
  /** The title on the page. */
  readonly title: string;
  readonly command: readonly string[];
  /** True, or the expected error message. */
  readonly works: true | RegExp;
  /** The expected error message on the oldest Node, if it works only on the newest. */
  readonly below?: RegExp;
}

const mustUseImport = /Must use import to load ES Module/;
const flag = "--experimental-vm-modules";
const jest = (config: string, ...flags: string[]) => [
  ...flags,
  "node_modules/jest/bin/jest.js",
  "--config",
  config,
];

const compiled = (compiler: string, module: string) => [
  `node_modules/${compiler}/bin/tsc`,
  ...["--module", module, "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"],
  ...["--lib", "es2022,dom,dom.iterable", "--types", "node", "program.ts"],
  // TypeScript 7 rejects files on the command line if there is a tsconfig.json.
  ...(compiler === "typescript7" ? ["--ignoreConfig"] : []),
];

export const cases: readonly Case[] = [
  { title: "`require()`", command: ["required.cjs"], works: true },
  ...["typescript", "typescript7"].flatMap((compiler): Case[] => [
    ...["commonjs", "node20", "nodenext"].map(
      (module): Case => ({
        title: `${compiler}, "module": "${module}"`,
        command: compiled(compiler, module),
        works: true,
      }),
    ),
    ...["node16", "node18"].map(
      (module): Case => ({
        title: `${compiler}, "module": "${module}"`,
        command: compiled(compiler, module),
        works: /TS1479/,
      }),
    ),
  ]),
  {
    title: "ts-node, CommonJS",
    command: ["node_modules/ts-node/dist/bin.js", "program.ts"],
    works: true,
  },
  {
    title: "ts-node, loader for ES modules",
    command: ["--loader", "ts-node/esm", "module/program.ts"],
    works: /ERR_UNKNOWN_FILE_EXTENSION|asyncRunEntryPointWithESMLoader/,
  },
  {
    title: "tsx, CommonJS",
    command: ["node_modules/tsx/dist/cli.mjs", "program.ts"],
    works: true,
  },
  {
    title: "tsx, ES modules",
    command: ["node_modules/tsx/dist/cli.mjs", "module/program.ts"],
    works: true,
  },
  { title: "Jest without configuration", command: jest("jest.plain.cjs"), works: mustUseImport },
  {
    title: "Jest without configuration, with the flag",
    command: jest("jest.plain.cjs", flag),
    works: true,
    below: mustUseImport,
  },
  { title: "Jest with babel-jest", command: jest("jest.babel.cjs"), works: true },
  { title: "Jest with @swc/jest", command: jest("jest.swc.cjs"), works: true },
  { title: "Jest with ts-jest", command: jest("jest.ts-jest.cjs"), works: true },
  {
    title: "Jest with ES modules",
    command: jest("module/jest.config.js", flag),
    works: true,
  },
  {
    title: "Jest with ES modules, through ts-jest",
    command: jest("module/jest.ts-jest.config.js", flag),
    works: true,
  },
];

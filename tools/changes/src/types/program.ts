/** One compiler program that holds both states of every package, each seeing its own neighbours. */
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Package } from "../release/packages.ts";
import type { State } from "../release/state.ts";

type Side = "past" | "now";

export interface BothTypes {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The module of a source file of one side. */
  moduleOf(side: Side, path: string): ts.Symbol | undefined;
  /** The file and line of a declaration; undefined outside the packages' sources. */
  placeOf(declaration: ts.Node | undefined): Place | undefined;
}

export interface Place {
  readonly side: Side;
  /** Path from the root of the repo. */
  readonly path: string;
  /** The package's folder in `packages/`. */
  readonly folder: string;
  readonly line: number;
}

/** A folder that does not exist: files are served from memory. */
const folders: Readonly<Record<Side, string>> = { past: "/past/", now: "/now/" };

/** The past's programs, compiled against either state. */
const programsAgainst: Readonly<Record<Side, string>> = {
  past: "/programs-against-past/",
  now: "/programs-against-now/",
};

const own = join(import.meta.dirname, "../../../..");

/**
 * @param packages - those that are to be compared; what they import comes along.
 * @param programs - paths of the past's programs: type tests and samples.
 */
export function typesOf(
  past: State,
  now: State,
  root: string,
  packages: readonly Package[],
  programs: readonly string[],
): BothTypes {
  const options = compilerOptions();
  const host = hostOf({ past, now }, root, options);
  const doors = (["past", "now"] as const).flatMap((side) =>
    packages.flatMap(({ name }) => {
      const files = { past, now }[side].packages.get(name)?.doors.values() ?? [];
      return [...files].map((path) => folders[side] + path);
    }),
  );
  const compiled = (["past", "now"] as const).flatMap((side) =>
    programs.map((path) => programsAgainst[side] + path),
  );
  const roots = [...doors, ...compiled];
  const program = ts.createProgram(roots, options, host);
  const checker = program.getTypeChecker();
  return {
    program,
    checker,
    moduleOf(side, path) {
      const file = program.getSourceFile(folders[side] + path);
      return file && checker.getSymbolAtLocation(file);
    },
    placeOf(declaration) {
      const file = declaration?.getSourceFile();
      const found = file && locate(file.fileName);
      const [, folder] = /^packages\/([^/]+)\//.exec(found?.path ?? "") ?? [];
      if (!declaration || !file || !found || folder === undefined) return undefined;
      const { line } = file.getLineAndCharacterOfPosition(declaration.getStart());
      return { ...found, folder, line: line + 1 };
    },
  };
}

/**
 * What the compiler has against a program of the past when it meets the packages of now. What it had against it before is
 * no news: this compiler, or these settings, may be stricter than those that the program was written under.
 */
export function complaintsOf({ program }: BothTypes, path: string): readonly ts.Diagnostic[] {
  const [before, after] = (["past", "now"] as const).map((side) => {
    const file = program.getSourceFile(programsAgainst[side] + path);
    return file
      ? [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      : [];
  });
  const id = ({ code, start }: ts.Diagnostic) => `${code} ${start}`;
  const known = new Set(before?.map(id));
  return (after ?? []).filter((complaint) => !known.has(id(complaint)));
}

function locate(file: string): { side: Side; path: string } | undefined {
  const side = (["past", "now"] as const).find((each) => file.startsWith(folders[each]));
  return side && { side, path: file.slice(folders[side].length) };
}

const sideOfProgram = (file: string) =>
  (["past", "now"] as const).find((side) => file.startsWith(programsAgainst[side]));

function compilerOptions(): ts.CompilerOptions {
  const base = ts.readConfigFile(join(own, "tsconfig.base.json"), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(base.compilerOptions, own);
  const typeRoots = [join(own, "node_modules/@types")];
  return { ...options, types: ["node"], typeRoots, skipLibCheck: true };
}

/**
 * What others publish, the compiler's own libraries among it, is most of what there is to parse, and the same for every
 * release that is compared. All programs have the same options, or they could not share it.
 */
const foreignFiles = new Map<string, ts.SourceFile>();

function hostOf(
  states: Readonly<Record<Side, State>>,
  root: string,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = (file: string) => {
    const program = sideOfProgram(file);
    if (program) return states.past.tree.get(file.slice(programsAgainst[program].length));
    const found = locate(file);
    return found ? states[found.side].tree.get(found.path) : ts.sys.readFile(file);
  };
  const cache = ts.createModuleResolutionCache("/", (name) => name, options);
  const resolve = (name: string, importer: string): ts.ResolvedModule | undefined => {
    const found = locate(importer);
    const program = sideOfProgram(importer);
    const side = found?.side ?? program ?? "now";
    if (name.startsWith(".") && (found || program)) {
      return { resolvedFileName: join(dirname(importer), name) };
    }
    const path = doorOf(states[side], name);
    if (path !== undefined) return { resolvedFileName: folders[side] + path };
    // What others publish is the same for both: as it is installed now.
    const from = found ? join(root, found.path) : importer;
    return ts.resolveModuleName(name, from, options, ts.sys, cache).resolvedModule;
  };
  return {
    ...host,
    // Comments are most of those libraries.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    fileExists: (file) => read(file) !== undefined,
    readFile: read,
    getSourceFile(file, settings) {
      const text = read(file);
      if (text === undefined) return undefined;
      const ours = locate(file) !== undefined || sideOfProgram(file) !== undefined;
      // A file in memory has no package.json that would say so.
      const esm = typeof settings === "object" &&
        ours && { impliedNodeFormat: ts.ModuleKind.ESNext };
      const known = typeof settings === "object" ? { ...settings, ...esm } : settings;
      if (ours) return ts.createSourceFile(file, text, known as typeof settings);
      const parsed = foreignFiles.get(file);
      const foreign = parsed?.text === text ? parsed : ts.createSourceFile(file, text, settings);
      foreignFiles.set(file, foreign);
      return foreign;
    },
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) => ({ resolvedModule: withExtension(resolve(text, importer)) })),
  };
}

const withExtension = (module: ts.ResolvedModule | undefined): ts.ResolvedModuleFull | undefined =>
  module && { extension: ts.Extension.Ts, ...module };

/** The source file behind an import of one of the packages. */
function doorOf({ packages }: State, name: string): string | undefined {
  for (const each of packages.values()) {
    if (name !== each.name && !name.startsWith(`${each.name}/`)) continue;
    return each.doors.get(`.${name.slice(each.name.length)}`);
  }
  return undefined;
}

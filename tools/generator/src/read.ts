import { createRequire } from "node:module";
import type { At, Problem, Report } from "./problem.ts";

// Required, not imported: Node searches the text of a CommonJS module that is imported for the names it exports.
const { parseYaml } = createRequire(import.meta.url)(
  "@redocly/openapi-core",
) as typeof import("@redocly/openapi-core");

/** A spec file as data. */
export interface SpecFile {
  /** Path from the root of the repo, `specs/<name>.yaml`. */
  readonly file: string;
  /** The provider's one word: the file's name. */
  readonly name: string;
  /** Undefined where the text is not YAML. */
  readonly root: unknown;
  readonly report: Report;
  /** Nothing has been reported, and the text is YAML. */
  sound(): boolean;
  /** Everything reported so far, with lines and columns. */
  problems(): Promise<Problem[]>;
}

/** Something reported, not yet looked up in the text. */
export interface Finding {
  readonly at: At;
  readonly message: string;
  readonly point: "key" | "value";
}

/** A provider's word is a folder of `packages/`, an export of `refunds`, and a JavaScript name: these are not free. */
const taken = new Set(
  "core journal providers refunds sandbox await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

/**
 * Parses one spec. The linter's parser is three times as fast as the one that knows lines, so the latter is loaded only
 * when there is a problem to show.
 */
export function readSpec(file: string, text: string): SpecFile {
  const findings = new Map<string, Finding>();
  const report: Report = (at, message, point = "value") =>
    findings.set(JSON.stringify([at, message]), { at, message, point });
  const name = /([^/]+)\.ya?ml$/.exec(file)?.[1] ?? file;
  if (!/^[a-z][a-z0-9]*\.yaml$/.test(file.replace(/^.*\//, ""))) {
    report(
      [],
      `"${file}" cannot name a provider; use one word of lower-case letters and digits, and the ending .yaml`,
    );
  }
  if (taken.has(name)) {
    report([], `"${name}" is the name of something else here; give the provider another word`);
  }
  const root = parse(text);
  return {
    file,
    name,
    root,
    report,
    sound: () => root !== undefined && findings.size === 0,
    async problems() {
      const { locate, syntaxProblems } = await import("./positions.ts");
      const broken = syntaxProblems(file, text);
      return broken.length > 0 ? broken : locate(file, text, [...findings.values()]);
    },
  };
}

/** Undefined for what is not YAML: `problems` then says where it breaks. */
function parse(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

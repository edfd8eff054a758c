import {
  type At,
  type Point,
  type Problem,
  ProblemsFound,
  printProblem,
  readSpec as read,
} from "@refunds/spec-reader";

/** Takes one problem; a check calls it for everything it finds and carries on. */
type Report = (at: At, what: string, advice: string, point?: Point) => void;

/** A spec file as data, with what the checks say of it. */
export interface SpecFile {
  /** Path from the root of the repo, `specs/<name>.yaml`. */
  readonly file: string;
  /** The provider's one word: the file's name. */
  readonly name: string;
  /** Undefined where the text is not a YAML mapping. */
  readonly root: unknown;
  readonly report: Report;
  /** Everything reported so far, each once, with lines and columns. */
  problems(): readonly Problem[];
}

/** A provider's word is a folder of `packages/`, an export of `refunds`, and a JavaScript name: these are not free. */
const taken = new Set(
  "cli core journal mcp otel providers refunds sandbox await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

export function readSpec(file: string, text: string): SpecFile {
  const name = /([^/]+)\.ya?ml$/.exec(file)?.[1] ?? file;
  try {
    const { root, problem } = read(file, text);
    const found = new Map<string, Problem>();
    const report: Report = (...reported) => {
      const one = problem(...reported);
      found.set(printProblem(one), one);
    };
    checkName(file, name, report);
    return { file, name, root, report, problems: () => [...found.values()] };
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return { file, name, root: undefined, report: () => {}, problems: () => error.problems };
  }
}

function checkName(file: string, name: string, report: Report): void {
  if (!/^[a-z][a-z0-9]*\.yaml$/.test(file.replace(/^.*\//, ""))) {
    const advice = "use one word of lower-case letters and digits, and the ending .yaml";
    report([], `"${file}" cannot name a provider`, advice);
  }
  if (taken.has(name)) {
    report([], `"${name}" is the name of something else here`, "give the provider another word");
  }
}

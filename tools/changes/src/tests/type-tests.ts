/** The third witness, half of it: programs that the last release's own tests and README compiled, compiled against now. */
import ts from "typescript";
import type { Finding } from "../finding.ts";
import type { Tree } from "../release/tree.ts";
import { rules } from "../rules.ts";
import { type BothTypes, complaintsOf } from "../types/program.ts";

/** A program of the past, and the folder of the package that it speaks for. */
export interface PastProgram {
  readonly path: string;
  readonly folder: string;
}

/** Type tests and samples. A test that has the name of another package's folder speaks for that package. */
export function programsOf(tree: Tree): PastProgram[] {
  return [...tree.keys()].flatMap((path) => {
    const [, folder, file] =
      /^packages\/([^/]+)\/(?:test|samples)\/(?:.*\/)?([^/]+?)(?:\.test-d)?\.ts$/.exec(path) ?? [];
    if (folder === undefined || file === undefined) return [];
    const named = tree.has(`packages/${file}/package.json`);
    return [{ path, folder: named ? file : folder }];
  });
}

/** An `@ts-expect-error` with nothing to expect. */
const unusedDirective = 2578;

export function compileProgram(types: BothTypes, { path }: PastProgram): Finding[] {
  return complaintsOf(types, path).map((complaint) => {
    const { code, file, start = 0, messageText } = complaint;
    const at = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const line = file?.text.split("\n")[at]?.trim() ?? "";
    const where = `${path}:${at + 1} of the last release`;
    if (code === unusedDirective) {
      const text = `What did not compile does: ${line.replace(/^\/\/ @ts-expect-error\W*/, "")}.`;
      return { witness: "tests", rule: "refusal_gone", ...rules.refusal_gone, text, where };
    }
    const [said = ""] = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
    const text = `\`${line}\` no longer compiles: ${said}`;
    return { witness: "tests", rule: "program_broken", ...rules.program_broken, text, where };
  });
}

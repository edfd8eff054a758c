/** What an editor shows when hovering over a program, from TypeScript's language service, which editors use too. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript5";

const here = dirname(fileURLToPath(import.meta.url));
const config = ts.getParsedCommandLineOfConfigFile(join(here, "../tsconfig.json"), {}, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: () => {},
} as ts.ParseConfigFileHost);

/** Compiles a user's program in memory. */
export function openProgram(text: string) {
  const file = join(here, "../hovered.ts");
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => config?.options ?? {},
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const found = name === file ? text : ts.sys.readFile(name);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => here,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  };
  const service = ts.createLanguageService(host);
  return {
    diagnostics: () =>
      service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    /** What hovering over the last word of `piece` shows. `piece` must be in the program. */
    hover(piece: string) {
      const at = text.indexOf(piece);
      if (at < 0) throw new Error(`the program has no ${piece}`);
      const info = service.getQuickInfoAtPosition(file, at + piece.length - 1);
      return {
        type: ts.displayPartsToString(info?.displayParts),
        docs: ts.displayPartsToString(info?.documentation),
      };
    },
  };
}

/** What a `package.json` script may be made of, so that it runs in the shells of Windows, too. */

/** One command of a script, without what stands before the program. */
interface Command {
  readonly variables: readonly string[];
  readonly program: string;
  readonly rest: string;
}

/** Only `&&` joins commands: cmd.exe knows it as every other shell does. */
function commandsOf(script: string): Command[] {
  return script.split(" && ").map((command) => {
    const [, variables = "", program = "", rest = ""] =
      /^((?:[A-Za-z_]\w*=\S* )*)(\S+)(.*)$/s.exec(command.trim()) ?? [];
    return { variables: variables.split(" ").filter(Boolean), program, rest };
  });
}

/** Quotes, variables, globs, pipes and redirections mean something else, or nothing, in cmd.exe. */
const foreign = /['$`|<>;*?~^&]|%\w+%|\\(?!")/;

/**
 * Why a script cannot run in a Windows shell, a sentence for each reason.
 * @param has - whether a program is there on every machine: Node's own, or a dependency's
 * @param underPnpm - only pnpm starts the script, whose own shell sets variables everywhere (`shellEmulator`)
 */
export function unportable(
  script: string,
  has: (program: string) => boolean,
  underPnpm: boolean,
): string[] {
  return commandsOf(script).flatMap(({ variables, program, rest }) => {
    const unquoted = rest.replaceAll(/"(?:\\.|[^"\\])*"/g, '""');
    const quoted = rest.match(/"(?:\\.|[^"\\])*"/g) ?? [];
    const strange = foreign.exec(unquoted) ?? /[$`]|%\w+%/.exec(quoted.join(""));
    return [
      ...(variables.length > 0 && !underPnpm
        ? [`sets ${variables.join(" ")}, which only a POSIX shell does`]
        : []),
      ...(has(program) ? [] : [`runs ${program}, which no dependency brings`]),
      ...(strange ? [`has ${strange[0]}, which cmd.exe reads in another way`] : []),
    ];
  });
}
